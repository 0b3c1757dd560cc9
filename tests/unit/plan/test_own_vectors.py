"""The vectors that the page's stories, weights and checklist are held against are what the terminal says now."""

from __future__ import annotations

from tests.vectors.make_own import FILE, render_vectors


def test_vectors_are_the_terminal_s() -> None:
    assert FILE.read_text(encoding="utf-8") == render_vectors(), "python -m tests.vectors.make_own"
