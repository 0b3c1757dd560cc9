"""Numbers with their noun."""

from __future__ import annotations


def count_of(number: int, noun: str) -> str:
    """`1 question`, `2 questions`, `12,000 questions`, `2 companies`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"
