"""One key at a time from a terminal; lines from anything else."""

from __future__ import annotations

import sys

import click

QUIT = "q"


def read_key() -> str:
    """The next key, small; `q` at the end of input.

    In a terminal a single key press; else the first sign of a line (an empty line is a space).

    Raises:
        KeyboardInterrupt: Control-C was pressed.
    """
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        return (line.strip()[:1].lower() or " ") if line else QUIT
    try:
        key = click.getchar()
    except EOFError:
        return QUIT
    if key in {"\x03", "\x1c"}:
        raise KeyboardInterrupt
    if key in {"\x04", "\x1b"}:
        return QUIT
    return " " if key in {"\r", "\n", ""} else key[:1].lower()
