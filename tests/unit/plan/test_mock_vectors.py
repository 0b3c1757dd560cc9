"""The vectors of mocks say what the terminal draws and scores; the page's tests read the same file."""

from __future__ import annotations

from tests.vectors.make_mock import PLACE, render_vectors


def test_vectors_are_what_the_terminal_does() -> None:
    assert PLACE.read_text(encoding="utf-8") == render_vectors()
