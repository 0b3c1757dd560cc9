"""Print: foreign text is cleaned of control characters first; `--json` is one line of ASCII."""

from __future__ import annotations

import json
import re
from typing import Any

import click

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)


def clean(text: str, *, one_line: bool = True) -> str:
    """The text with every control, bidirectional and invisible character shown as `\\xNN`.

    Args:
        text: Foreign text.
        one_line: Whether line ends and tabs become spaces as well.
    """
    text = _CONTROL.sub(lambda found: f"\\x{ord(found.group()):02x}", text)
    return " ".join(text.split()) if one_line else text


def say(text: str) -> None:
    """One line of data on stdout."""
    click.echo(clean(text, one_line=False))


def talk(text: str) -> None:
    """One line for the person, on stderr."""
    click.echo(clean(text, one_line=False), err=True)


def say_json(value: Any) -> None:
    """The value as JSON on stdout; ASCII, so that no terminal is touched by it."""
    click.echo(render_json(value))


def render_json(value: Any) -> str:
    """The value as JSON; ASCII, so that no terminal is touched by it."""
    return json.dumps(value, indent=2, ensure_ascii=True)
