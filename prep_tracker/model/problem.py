"""A problem: something wrong in a file somebody wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in a user's or author's file.

    Attributes:
        code: Kebab-case name of the check, e.g. `duplicate-key`.
        message: What is wrong, in one sentence.
        path: File, relative to the pack (or as the user gave it).
        line: 1-based line; 0 when the whole file is meant.
        column: 1-based column; 0 when the whole line is meant.
        hint: What to do about it.
        pack: Id of the pack, or its folder's name when it has no id.
    """

    code: str
    message: str
    path: str
    line: int = 0
    column: int = 0
    hint: str = ""
    pack: str = ""

    def render_line(self) -> str:
        """The problem as `path:line:column CODE message`."""
        return f"{self.path}:{self.line}:{self.column} {self.code} {self.message}"
