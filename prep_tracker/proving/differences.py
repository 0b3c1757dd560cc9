"""Differences between two values in words, and values shortened to be readable; standard library only."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 200
MOST_ITEMS = 8


def plain(value: Any) -> Any:
    """Turn arrays and array scalars into nested lists and numbers."""
    return value.tolist() if hasattr(value, "tolist") else value


def find_difference(got: Any, expected: Any, path: str, rtol: float, atol: float) -> str:
    """First difference in words, empty when there is none."""
    got, expected = plain(got), plain(expected)
    at = f"at {path}: " if path else ""
    if isinstance(expected, (list, tuple)):
        if not isinstance(got, (list, tuple)):
            return f"{at}expected {len(expected)} items, got {_kind(got)}"
        if len(got) != len(expected):
            return f"{at}expected {len(expected)} items, got {len(got)}"
        pairs = zip(got, expected, strict=True)
        return next(
            (
                d
                for i, (g, e) in enumerate(pairs)
                if (d := find_difference(g, e, f"{path}[{i}]", rtol, atol))
            ),
            "",
        )
    if isinstance(expected, dict):
        if not isinstance(got, dict) or set(map(repr, got)) != set(map(repr, expected)):
            return (
                f"{at}the keys differ"
                if isinstance(got, dict)
                else f"{at}expected a dict, got {_kind(got)}"
            )
        pairs2 = ((k, got[k], e) for k, e in expected.items())
        return next(
            (d for k, g, e in pairs2 if (d := find_difference(g, e, f"{path}[{k!r}]", rtol, atol))),
            "",
        )
    same = (
        _is_near(got, expected, rtol, atol)
        if _is_number(expected)
        else type(got) is type(expected) and got == expected
    )
    return "" if same else f"{at}expected {shorten(expected)}, got {shorten(got)}"


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, complex))


def _is_near(got: Any, expected: Any, rtol: float, atol: float) -> bool:
    if not _is_number(got):
        return False
    if got == expected:
        return True
    if isinstance(expected, complex) or isinstance(got, complex):
        return bool(abs(got - expected) <= atol + rtol * abs(expected))
    if math.isnan(expected) or math.isnan(got):
        return math.isnan(expected) and math.isnan(got)
    return not math.isinf(expected) and abs(got - expected) <= atol + rtol * abs(expected)


def _kind(value: Any) -> str:
    return "None" if value is None else f"{type(value).__name__} {shorten(value)}"


def shorten(value: Any, limit: int = LONGEST) -> str:
    """Text of a value in at most `limit` characters, long sequences cut in the middle."""
    text = _short(plain(value))
    return text if len(text) <= limit else f"{text[: limit - 8]} … {text[-5:]}"


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return (
            "{"
            + _join(
                [f"{_short(k)}: {_short(plain(v))}" for k, v in list(value.items())[:MOST_ITEMS]],
                len(value),
            )
            + "}"
        )
    if isinstance(value, (list, tuple)):
        ends = "[]" if isinstance(value, list) else "()"
        return ends[0] + _join([_short(plain(v)) for v in value[:MOST_ITEMS]], len(value)) + ends[1]
    return _short_one(value)


def _short_one(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.10g}" if value else "0.0"
    if isinstance(value, str):
        return repr(value if len(value) <= LONGEST // 2 else value[: LONGEST // 2] + "…")
    if callable(value):
        return f"<function {getattr(value, '__name__', 'f')}>"
    if type(value).__name__ in {"Random", "Generator"}:
        return "rng"
    return repr(value)[: LONGEST * 2]


def _join(words: Sequence[str], total: int) -> str:
    more = f", … {total} items" if total > len(words) else ""
    return ", ".join(words) + more
