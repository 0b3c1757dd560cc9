"""Errors a command reports in two lines: what happened, and what to do."""

from __future__ import annotations


class PrepTrackerError(Exception):
    """An operation failed; the message says what, the hint says what to do.

    Attributes:
        message: One sentence: what happened.
        hint: One sentence: what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotFoundError(PrepTrackerError):
    """A thing asked for by id is not there."""


class WorkspaceError(PrepTrackerError):
    """The learner's folder is missing, unreadable or from a newer version."""


class JournalError(PrepTrackerError):
    """The journal cannot be opened or written; nothing in it was changed."""


class BuildError(PrepTrackerError):
    """The site could not be made; the old site is whole."""


class TemplateError(PrepTrackerError):
    """A document template is wrong, hostile, or lacks a field."""


class InputError(PrepTrackerError):
    """A value the user gave is not usable."""
