"""Write the reference pages from the program itself: commands, checks of packs, hooks.

`python -m tests.contracts.reference --write` brings them up to date; a test fails when they are not.
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator

import click

from prep_tracker import hookspecs
from prep_tracker.cli.main import cli
from prep_tracker.loading import rules_reference
from tests.workbench import ROOT

FOLDER = ROOT / "site_src" / "reference"
NOTE = "<!-- made by python -m tests.contracts.reference --write -->"
COLUMNS = 88


def list_commands(
    command: click.Command = cli, name: str = "prep-tracker"
) -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, groups before what is in them."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for word in command.list_commands(context):
            found = command.get_command(context, word)
            if found is not None and not found.hidden:
                yield from list_commands(found, f"{name} {word}")


def render_help(name: str, command: click.Command) -> str:
    """The help as the program prints it."""
    context = click.Context(
        command, info_name=name, terminal_width=COLUMNS, max_content_width=COLUMNS
    )
    return command.get_help(context)


def render_commands() -> str:
    """The page of commands."""
    parts = [f"# Commands\n\n{NOTE}\n\nWhat `--help` says, for every command."]
    parts += [
        f"## {name}\n\n```text\n{render_help(name, command)}\n```"
        for name, command in list_commands()
    ]
    return "\n\n".join(parts) + "\n"


def render_rules() -> str:
    """The page of checks."""
    parts = [
        f"# Checks of packs\n\n{NOTE}\n\nWhat `prep-tracker packs check` can say, each with a sample that is right and one that is not where one fits."
    ]
    for rule in rules_reference():
        samples = [
            f"{label}:\n\n````text\n{text.rstrip()}\n````"
            for label, text in (("Right", rule.good), ("Wrong", rule.bad))
            if text
        ]
        parts.append("\n\n".join((f"## {rule.name}", rule.sentence, *samples)))
    return "\n\n".join(parts) + "\n"


def list_hooks() -> list[str]:
    """Names of the hooks, in the order of the contract."""
    return [
        name
        for name, value in vars(hookspecs).items()
        if name.startswith("prep_") and inspect.isfunction(value)
    ]


def render_hooks() -> str:
    """The page of hooks."""
    parts = [f"# Hooks for plugins\n\n{NOTE}\n\n{inspect.getdoc(hookspecs)}"]
    for name in list_hooks():
        hook = getattr(hookspecs, name)
        parts.append(
            f"## {name}\n\n```python\n{name}{inspect.signature(hook)}\n```\n\n```text\n{inspect.getdoc(hook)}\n```"
        )
    return "\n\n".join(parts) + "\n"


PAGES = {"commands.md": render_commands, "checks.md": render_rules, "hooks.md": render_hooks}

if __name__ == "__main__":
    os.environ["PREP_TRACKER_PLUGINS"] = ""
    for page, render in PAGES.items():
        if "--write" in sys.argv:
            (FOLDER / page).write_text(render(), "utf-8")
        else:
            sys.stdout.write(render())
