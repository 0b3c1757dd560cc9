"""What is wrong with a figure's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a figure cannot be drawn.

    Attributes:
        message: What is wrong, one sentence without a full stop.
        line: 1-based line inside the block.
        hint: What to do about it.
    """

    message: str
    line: int = 1
    hint: str = ""
