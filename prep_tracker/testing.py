"""Helpers for the tests of pack authors: check a pack's folder, prove its answers.

```python
from prep_tracker.testing import check_pack, prove_pack

def test_pack_is_clean():
    assert check_pack("prep_pack_mine") == []

def test_proofs_pass():
    assert prove_pack("prep_pack_mine") == []
```
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from prep_tracker.catalog import Catalog


def load_pack(folder: Path | str) -> Catalog:
    """The pack in a folder, with the rules run and the installed packs beside it.

    Raises:
        InputError: There is no pack in the folder.
    """
    from prep_tracker.loading import find_pack_roots, load_catalog

    return load_catalog(find_pack_roots(Path(folder)), check=True, with_installed=True)


def check_pack(folder: Path | str) -> list[str]:
    """What is wrong with a pack, one line a problem; an empty list when nothing is.

    Raises:
        InputError: There is no pack in the folder.
    """
    from prep_tracker.loading import find_pack_roots

    catalog = load_pack(folder)
    roots = find_pack_roots(Path(folder))
    names = {pack.id for pack in catalog.packs if Path(pack.root) in roots} | {
        root.name for root in roots
    }
    found = [problem for problem in catalog.all_problems if problem.pack in names]
    return [f"{problem.render_line()} ({problem.hint})" for problem in found]


def prove_pack(folder: Path | str) -> list[str]:
    """Which proofs of a pack do not pass, one line each; an empty list when all do.

    Raises:
        InputError: There is no pack in the folder.
    """
    from prep_tracker.loading import find_pack_roots, load_catalog
    from prep_tracker.proving.prove import prove

    catalog = load_catalog(find_pack_roots(Path(folder)))
    runs = prove(catalog.questions, now=datetime.now(UTC))  # noqa: TID251 - an author's test has no clock to hand over
    return [f"{run.question}:{run.line} {run.message}" for run in runs if run.status != "passed"]
