"""What the writer and the readers of an index must agree on."""

from __future__ import annotations

FORMAT = 1
"""Version of the format; a reader refuses another one."""

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Sixty-four characters that need no escape, for gaps, weights and sets."""

MORE = 32
"""Set in each digit of a gap but the last."""
