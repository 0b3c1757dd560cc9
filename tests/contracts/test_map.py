"""The map in CONTRIBUTING.md is what the modules say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contracts import module_map

MODULES = sorted((module_map.ROOT / "prep_tracker").rglob("*.py"))


def test_the_map_is_current() -> None:
    hint = "run: python -m tests.contracts.module_map --write"
    assert module_map.GUIDE.read_text("utf-8") == module_map.render_guide(), hint


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(module_map.ROOT)))
def test_module_opens_with_one_sentence_and_stays_small(path: Path) -> None:
    line = module_map.first_line(path)
    assert line.endswith("."), "the first line of the docstring is a sentence"
    assert len(path.read_text("utf-8").splitlines()) <= 300, "split it: one module, one thing"


def test_every_room_is_on_the_map() -> None:
    rooms = {
        path.stem
        for path in (module_map.ROOT / "prep_tracker").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert rooms - {"__init__", "__main__", "errors", "__pycache__", "_data"} == set(
        module_map.ROOMS
    )
