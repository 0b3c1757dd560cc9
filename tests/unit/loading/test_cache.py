"""What is remembered: the same as reading anew, whatever happens to the cache or to the files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from prep_tracker.catalog import Catalog
from prep_tracker.loading import load_catalog
from prep_tracker.loading.frozen import freeze, thaw
from prep_tracker.model.question import Question
from tests.builders import render_question, write_pack

OLD = 1_700_000_000


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with one sound and one bad question, old enough to be remembered, and a cache of its own."""
    monkeypatch.setenv("PREP_TRACKER_CACHE", str(tmp_path / "cache"))
    root = write_pack(
        tmp_path / "pack",
        {"one": render_question(), "two": render_question(front="needs: [three]")},
    )
    make_old(root)
    return root


def make_old(root: Path) -> None:
    """Set every file's time far back; the change time cannot be set, so the clock is asked to be patient."""
    for path in root.rglob("*"):
        os.utime(path, (OLD, OLD))


def load(root: Path) -> Catalog:
    """The pack, checked."""
    return load_catalog([root], check=True)


@pytest.fixture(autouse=True)
def nothing_is_young(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a test were all just made; remember them in spite of it."""
    monkeypatch.setattr("prep_tracker.loading.folder.YOUNG", 0)


def cache_files(pack: Path) -> list[Path]:
    """The files that are remembered."""
    return sorted((pack.parent / "cache" / "packs").iterdir())


def test_remembered_is_the_same_as_read(pack: Path) -> None:
    first = load(pack)
    assert [path.name for path in cache_files(pack)]
    assert load(pack) == first
    assert first.all_problems != ()


def test_without_rules_no_findings_and_they_are_not_lost(pack: Path) -> None:
    first = load(pack)
    assert load_catalog([pack]).all_problems == ()
    assert load(pack) == first


def test_a_changed_file_is_read_again(pack: Path) -> None:
    load(pack)
    path = pack / "questions" / "overfitting" / "one.md"
    path.write_text(render_question(ask="What has changed in here?"), encoding="utf-8")
    os.utime(path, (OLD, OLD))
    assert load(pack).get_question("one").ask == "What has changed in here?"


def test_a_deleted_file_is_gone(pack: Path) -> None:
    load(pack)
    (pack / "questions" / "overfitting" / "two.md").unlink()
    assert [question.slug for question in load(pack).questions] == ["one"]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "torn": lambda data: data[: len(data) // 2],
    "one bit": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "garbage": lambda _: b"\xff" * 5000,
    "pickle": lambda _: b"\x80\x04cos\nsystem\n(S'true'\ntR.",
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_cache_is_ignored_and_mended(pack: Path, name: str) -> None:
    first = load(pack)
    whole = {path: path.read_bytes() for path in cache_files(pack)}
    for path, data in whole.items():
        path.write_bytes(DAMAGE[name](data))
    assert load(pack) == first
    assert {path: path.read_bytes() for path in cache_files(pack)} == whole


def test_cache_that_cannot_be_written_is_no_matter(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = pack.parent / "file"
    blocked.write_text("")
    monkeypatch.setenv("PREP_TRACKER_CACHE", str(blocked / "cache"))
    assert len(load(pack).questions) == 2


def test_frozen_and_thawed_is_the_same() -> None:
    for question in load_catalog().questions:
        assert thaw(Question, freeze(question)) == question
