"""What is kept of all packs is made anew as soon as anything it was made from is another."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from prep_tracker.loading import kept
from prep_tracker.loading.kept import Made, read_kept

OLD = time.time_ns() - 3600 * 10**9
Ask = Callable[..., int]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder with a manifest and a question."""
    root = tmp_path / "pack"
    (root / "questions").mkdir(parents=True)
    (root / "pack.yml").write_text("id: pack\n")
    (root / "questions" / "one.md").write_text("one\n")
    return root


@pytest.fixture
def ask(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks for the kept value: a number that counts how often it was made. Files are old enough at once."""
    monkeypatch.setattr(kept, "YOUNG", -(10**12))
    made = 0

    def answer(about: object = (), *, is_lasting: bool = True, is_deep: bool = True) -> int:
        def make() -> Made:
            nonlocal made
            made += 1
            return Made(value=made, roots=(str(pack),), is_lasting=is_lasting)

        place = (str(tmp_path / "profile.yml"),)
        value: int = read_kept(tmp_path / "kept.bin", about, make, places=place, is_deep=is_deep)
        return value

    return answer


def test_nothing_changed(ask: Ask) -> None:
    assert [ask(), ask(), ask()] == [1, 1, 1]


def test_a_file_changed_or_came_or_went(ask: Ask, pack: Path) -> None:
    assert ask() == 1
    (pack / "questions" / "one.md").write_text("two\n")
    assert ask() == 2
    (pack / "questions" / "two.md").write_text("two\n")
    assert ask() == 3
    (pack / "questions" / "one.md").unlink()
    assert [ask(), ask()] == [4, 4]


def test_a_topic_may_have_any_name(ask: Ask, pack: Path) -> None:
    (pack / "questions" / "static").mkdir()
    assert ask() == 1
    (pack / "questions" / "static" / "one.md").write_text("one\n")
    assert ask() == 2


def test_the_content_is_noticed_where_size_and_time_are_put_back(ask: Ask, pack: Path) -> None:
    path = pack / "questions" / "one.md"
    os.utime(path, ns=(OLD, OLD))
    assert ask() == 1
    path.write_text("new\n")
    os.utime(path, ns=(OLD, OLD))
    assert ask() == 2


def test_what_else_it_depends_on(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [ask("a"), ask("a"), ask("b")] == [1, 1, 2]
    (tmp_path / "profile.yml").write_text("role: ds\n")
    assert ask("b") == 3
    monkeypatch.setenv("PREP_TRACKER_PLUGINS", "builtin")
    assert ask("b") == 4
    site = tmp_path / "site-packages"
    site.mkdir()
    monkeypatch.syspath_prepend(site)
    assert ask("b") == 5
    (site / "new-1.0.dist-info").mkdir()
    assert [ask("b"), ask("b")] == [6, 6]


def test_only_which_packs_there_are(ask: Ask, pack: Path) -> None:
    assert ask(is_deep=False) == 1
    (pack / "questions" / "one.md").write_text("two\n")
    assert ask(is_deep=False) == 1
    (pack / "pack.yml").write_text("id: other\n")
    assert ask(is_deep=False) == 2


def test_what_does_not_last_is_not_kept(ask: Ask) -> None:
    assert [ask(is_lasting=False), ask(is_lasting=False)] == [1, 2]


def test_a_file_of_just_now_may_change_again(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "YOUNG", 2 * 10**9)
    assert [ask(), ask()] == [1, 2]


@pytest.mark.parametrize("place", range(0, 400, 37))
def test_an_accident_to_the_file(ask: Ask, tmp_path: Path, place: int) -> None:
    assert ask() == 1
    path = tmp_path / "kept.bin"
    data = bytearray(path.read_bytes())
    data[place] ^= 0x5A
    path.write_bytes(data)
    assert ask() == 2
    path.write_bytes(data[:place])
    assert ask() == 3
