"""Every command line that the documentation shows is one that the program takes: command, options, choices."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from prep_tracker.cli.main import cli

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        *(ROOT / "site_src").rglob("*.md"),
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "Makefile")),
    ]
)
_FENCED = re.compile(r"^```(?:sh|bash|console|yaml)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(prep-tracker [^`\n]+)`")
_LINE = re.compile(
    r"(?:^|- run: |\$\(BIN\)/|\$ |-- |&& )(prep-tracker (?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE
)


def list_lines(path: Path) -> Iterator[str]:
    """The command lines of a page."""
    text = path.read_text(encoding="utf-8")
    if path.name == "commands.md":
        for example in re.findall(r"Example: (prep-tracker .*?)\n *\n", text, re.DOTALL):
            yield " ".join(example.split())
        return
    if path.name == "Makefile":
        text = re.sub(r"^.*echo.*$", "", text, flags=re.MULTILINE)
    yield from _INLINE.findall(text)
    for block in [text] if path.name == "Makefile" else _FENCED.findall(text):
        yield from _LINE.findall(block)


def find_fault(line: str) -> str:
    """What the program would not take in the line; empty when it would take it."""
    line = re.split(r"\s+(?:#|&&|\||>|\$\(|…)", line.replace("\\\n", " "))[0]
    words = shlex.split(line.replace("…", ""))[1:]
    command: click.Command = cli
    context = click.Context(cli)
    while words and isinstance(command, click.Group):
        if words[0].startswith("-"):
            break
        found = command.get_command(context, words[0])
        if found is None:
            return "" if words[0].isupper() else f"no command {words[0]}"
        command, words = found, words[1:]
    known = {name: one for one in command.params for name in (*one.opts, *one.secondary_opts)}
    for place, word in enumerate(words):
        name, _, value = word.partition("=")
        if not name.startswith("--") or name in {"--help", "--version"}:
            continue
        if name not in known:
            return f"{command.name} has no {name}"
        option = known[name]
        value = value or (words[place + 1] if place + 1 < len(words) else "")
        if (
            isinstance(option.type, click.Choice)
            and value.islower()
            and value not in option.type.choices
        ):
            return f"{name} does not take {value}"
    return ""


def test_lines_are_found() -> None:
    assert sum(1 for page in PAGES for _ in list_lines(page)) > 100


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("prep-tracker packs prove . --changed", ""),
        ("prep-tracker nonsense", "no command nonsense"),
        ("prep-tracker packs prove --nonsense", "prove has no --nonsense"),
        ("prep-tracker site build --builder hugo", "--builder does not take hugo"),
    ],
)
def test_a_wrong_line_is_seen(line: str, fault: str) -> None:
    assert find_fault(line) == fault


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_line_is_taken(page: Path) -> None:
    faults = {line: fault for line in list_lines(page) if (fault := find_fault(line))}
    assert faults == {}
