"""The skeleton that `packs new` writes: a pack that can be installed and published as it is."""

from __future__ import annotations

import json
from pathlib import Path

from prep_tracker import __version__
from prep_tracker.errors import InputError
from prep_tracker.loading.ids import find_id_fault
from prep_tracker.loading.rules.samples import SOUND_QUESTION

_PACK = """\
id: {id}
title: {title}
summary: {title}
licence: CC-BY-4.0
authors:
  - {author}
schema: 1
topics:
  - id: overfitting
    title: Overfitting
    tips: [6]   # numbers of the guide's tips, 1-20
"""
_PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "prep-pack-{id}"
version = "0.1.0"
description = {title}
readme = "README.md"
requires-python = ">=3.11"
license = "CC-BY-4.0"
dependencies = []

[project.optional-dependencies]
test = ["prep-tracker[proofs]>={version}", "pytest>=8"]

{door}

[tool.hatch.build.targets.wheel]
packages = ["{module}"]
"""
_DATA_DOOR = """\
# The folder that holds pack.yml. Nothing of this distribution is imported: it is data.
[project.entry-points."prep_tracker.data"]
{id} = "{module}"\
"""
_HOOK_DOOR = """\
# The module with the hooks. It is imported, so it runs with the rights of whoever installs it.
[project.entry-points.prep_tracker]
{id} = "{module}"\
"""
_HOOKS = '''\
"""Says where the pack is."""

from pathlib import Path

from prep_tracker.hookspecs import hookimpl


@hookimpl
def prep_packs() -> list[Path]:
    return [Path(__file__).parent]
'''
_TEST = '''\
"""The pack has no problems, and its proofs pass."""

from pathlib import Path

from prep_tracker.testing import check_pack, prove_pack

PACK = Path(__file__).parent.parent / "{module}"


def test_pack_is_clean():
    assert check_pack(PACK) == []


def test_proofs_pass():
    assert prove_pack(PACK) == []
'''
_README = """\
# {title}

Questions for prep-tracker: `pip install prep-pack-{id}`, and they are in your site, plan and reviews.

## Write

One question a file: `{module}/questions/<topic>/<slug>.md`. Start from the one that is there.

```
prep-tracker packs check .     # every mistake with file, line and hint
prep-tracker packs prove .     # runs the proofs
pip install -e '.[test]' && pytest
prep-tracker site serve        # read it
```

## Publish

```
pip install build && python -m build
```

Upload what is in `dist/` to a package index, or give people the address of the repository: `pip install git+https://…`.
A question's id (`{id}/<slug>`) never changes: learners' journals point at it.
"""


def write_skeleton(folder: Path, *, title: str, author: str, with_hooks: bool) -> list[Path]:
    """Write a pack's folder and give the paths written.

    Args:
        folder: Its name is the pack's id.
        title: As shown to readers; made from the id when empty.
        author: Name for `authors`.
        with_hooks: Whether a Python hook says where the pack is, instead of the data door.

    Raises:
        InputError: The name is no id, something is there already, or it cannot be written.
    """
    identity = folder.absolute().name
    fault = find_id_fault(identity)
    if fault:
        raise InputError(
            f"{identity!r} cannot be a pack's id: {fault}", "e.g. prep-tracker packs new my-pack"
        )
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise InputError(f"{folder} is already there", "choose another name, or delete it first")
    module = f"prep_pack_{identity.replace('-', '_')}"
    title = " ".join(title.split()) or identity.replace("-", " ").capitalize()
    words = {"id": identity, "module": module, "version": __version__, "title": title}
    quoted = {
        **words,
        "title": json.dumps(title),
        "author": json.dumps(" ".join(author.split()) or "Me"),
    }
    door = (_HOOK_DOOR if with_hooks else _DATA_DOOR).format(**words)
    files = {
        "README.md": _README.format(**words),
        "pyproject.toml": _PYPROJECT.format(**{**quoted, "door": door}),
        f"{module}/pack.yml": _PACK.format(**quoted),
        f"{module}/questions/overfitting/gap-between-training-and-production.md": SOUND_QUESTION,
        "tests/test_pack.py": _TEST.format(**words),
    }
    if with_hooks:
        files[f"{module}/__init__.py"] = _HOOKS
    return [_write(folder / name, text) for name, text in files.items()]


def _write(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{path} cannot be written ({error.strerror})", "choose a folder you may write to"
        ) from error
    return path
