"""Collects the problems of one file while it is read."""

from __future__ import annotations

from prep_tracker.model.problem import Problem


class Report:
    """The problems of one file, in the order in which they were found.

    Attributes:
        pack: Id of the pack, or its folder's name.
        path: File, relative to the pack.
        problems: What was found so far.
    """

    __slots__ = ("pack", "path", "problems")

    def __init__(self, pack: str, path: str) -> None:
        self.pack = pack
        self.path = path
        self.problems: list[Problem] = []

    def add(
        self, code: str, message: str, *, line: int = 0, column: int = 0, hint: str = ""
    ) -> None:
        """Note one problem at a place of the file."""
        self.problems.append(
            Problem(
                code=code,
                message=message,
                path=self.path,
                line=line,
                column=column,
                hint=hint,
                pack=self.pack,
            )
        )
