"""A short run of each fuzzing target, and every case that a long run found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.fuzz import targets
from tests.hostile.fuzz.strategies import FILES, SEEDS, TEMPLATES

KEPT = sorted((Path(__file__).parent / "fuzz" / "kept").iterdir())


@settings(max_examples=60)
@given(first=st.sampled_from(SEEDS), second=st.sampled_from(SEEDS), data=st.data())
def test_parts_of_two_files_as_one(first: bytes, second: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(first)))
    start = data.draw(st.integers(0, len(second)))
    mixed = first[:cut] + second[start:]
    targets.read(mixed)
    targets.render(mixed.decode("utf-8", "replace"))


@settings(max_examples=150)
@given(file=FILES)
def test_any_file_of_progress(file: tuple[bytes, str]) -> None:
    targets.bring_in(*file)


@settings(max_examples=60)
@given(template=TEMPLATES)
def test_any_template(template: str) -> None:
    targets.fill(template)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_was_found_stays_mended(path: Path) -> None:
    """The name begins with the target: `reader-`, `renderer-`, `importer-` or `templates-`."""
    data = path.read_bytes()
    target = path.name.partition("-")[0]
    if target == "reader":
        targets.read(data)
    elif target == "renderer":
        targets.render(data.decode("utf-8", "replace"))
    elif target == "importer":
        targets.bring_in(data, path.suffix)
    else:
        targets.fill(data.decode("utf-8"))
