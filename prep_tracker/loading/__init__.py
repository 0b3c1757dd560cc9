"""Read packs: files become model values and problems.

The API for the rest of prep-tracker:

- `load_catalog()`: every installed pack as one `Catalog`, quickly, without running rules.
- `load_catalog(check=True)`: the same with the rules and the checks across packs;
  `catalog.all_problems` has everything found, `catalog.failures` the plugins and packs left out.
- `load_catalog([Path(...), ...])`: only these pack folders; `with_installed=True` adds the
  installed ones, so that ids of other packs are known.
- `find_pack_roots(path)`: pack folders at, above or below a path that a user gave.
- `rules_reference()`: every problem code with its sentence and samples, for the documentation.

Nothing here raises for what a pack holds: it is all values.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prep_tracker.loading.load import load_catalog
    from prep_tracker.loading.places import data_root
    from prep_tracker.loading.reference import rules_reference
    from prep_tracker.loading.roots import find_pack_roots

_PLACES = {
    "data_root": "prep_tracker.loading.places",
    "find_pack_roots": "prep_tracker.loading.roots",
    "rules_reference": "prep_tracker.loading.reference",
    "load_catalog": "prep_tracker.loading.load",
}
"""Where each name is: imported when it is first used, since commands that read no pack start faster without."""


def __getattr__(name: str) -> Any:
    """Import one of the names above."""
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(_PLACES[name]), name)


__all__ = ["data_root", "find_pack_roots", "load_catalog", "rules_reference"]
