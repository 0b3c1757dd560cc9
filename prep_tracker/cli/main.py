"""The entry point: a group that imports a command only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper
from os import devnull
from typing import Any, NoReturn

import click

from prep_tracker import __version__
from prep_tracker.errors import PrepTrackerError

COMMANDS: dict[str, tuple[str, str]] = {
    "init": (
        "prep_tracker.cli.init:init",
        "Make your workspace: a few questions, each with a default.",
    ),
    "today": ("prep_tracker.cli.today:today", "What to do today, in order; --start begins."),
    "plan": ("prep_tracker.cli.plan:plan", "Every day until the interview, planned back from it."),
    "review": ("prep_tracker.cli.review:review", "Answer aloud what is due, then new questions."),
    "progress": (
        "prep_tracker.cli.progress:progress",
        "What you know, how ready you are; export, import, sync.",
    ),
    "code": ("prep_tracker.cli.code:code", "Write algorithms from scratch, judged by tests."),
    "packs": ("prep_tracker.cli.packs:packs", "List, check, prove and start question packs."),
    "site": (
        "prep_tracker.cli.site:site",
        "Build the searchable site, or serve it while you edit.",
    ),
    "search": ("prep_tracker.cli.search:search", "Find questions, exercises, e-mails and pages."),
    "checklist": ("prep_tracker.cli.checklist:checklist", "Your pre-interview checklist."),
    "story": (
        "prep_tracker.cli.story:story",
        "Write your stories, check them, match them to prompts.",
    ),
    "mock": ("prep_tracker.cli.mock:mock", "A timed mock interview, scored."),
    "interview": (
        "prep_tracker.cli.interview:interview",
        "The log of your interviews, and their calendar.",
    ),
    "debrief": ("prep_tracker.cli.debrief:debrief", "What was asked and how it went."),
    "email": ("prep_tracker.cli.email:email", "List and draft follow-up e-mails."),
    "doctor": ("prep_tracker.cli.doctor:doctor", "Say what is installed and what is wrong."),
}
"""Name of the command, where it is, and its line in `--help` (so that help imports nothing)."""


QUICK_START = """\
prep-tracker: machine-learning interview preparation to a known day.

  prep-tracker init        say what you aim at: role, level, date, minutes a day
  prep-tracker today       what to do today, in which order; --start begins
  prep-tracker checklist   for the days around the interview
  prep-tracker site build  the whole catalog as a site that works from a plain folder

All commands: prep-tracker --help"""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, not before."""

    has_plugin_commands = False

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, built-in ones in their documented order."""
        return [*COMMANDS, *(name for name in super().list_commands(ctx) if name not in COMMANDS)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, or None when there is no such name."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            self.add_plugin_commands()
            return super().get_command(ctx, cmd_name)
        module, _, attribute = place[0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def add_plugin_commands(self) -> None:
        """Take in the commands of installed plugins; called only for a name that is not built in."""
        if self.has_plugin_commands:
            return
        self.has_plugin_commands = True
        from prep_tracker.cli.failures import warn_of_failures
        from prep_tracker.plugins import find_plugins

        plugins = find_plugins()
        plugins.add_commands(self)
        warn_of_failures(plugins.failures)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            if not near or "Did you mean" in error.message:
                raise
            message = f"{error.message} Did you mean '{near[0]}'?"
            raise click.UsageError(message, ctx) from error

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """Names of commands with their one-line help, without importing them; then our options."""
        from click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=line)
            for name, (_, line) in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List commands with their one-line help without importing them."""
        rows = [(name, line) for name, (_, line) in COMMANDS.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="prep-tracker")
@click.option(
    "--workspace",
    type=click.Path(file_okay=False),
    help="Your folder; else PREP_TRACKER_HOME, the current folder or one above it, or the platform's.",
)
@click.option(
    "--strict-packs", is_flag=True, help="Stop with status 2 when a plugin or pack cannot be used."
)
@click.pass_context
def cli(ctx: click.Context, workspace: str | None, *, strict_packs: bool) -> None:
    """Prepare for a machine-learning interview on a known day."""
    del strict_packs  # cli/failures.py reads it from the parameters
    from pathlib import Path

    from prep_tracker.cli.context import Context

    ctx.obj = Context(folder=Path(workspace) if workspace is not None else None)
    if ctx.invoked_subcommand is None:
        click.echo(QUICK_START)


def main(argv: list[str] | None = None) -> None:
    """Run the command line; errors become two lines on stderr and exit status 1."""
    arguments: dict[str, Any] = {
        "args": argv,
        "prog_name": "prep-tracker",
        "standalone_mode": False,
    }
    _settle_streams()
    try:
        status = cli.main(**arguments)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        from io import StringIO

        from prep_tracker.cli.output import talk

        shown = StringIO()
        error.show(shown)
        talk(shown.getvalue().rstrip("\n"))
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except PrepTrackerError as error:
        from prep_tracker.cli.output import talk

        talk(f"error: {error.message}")
        if error.hint:
            talk(f"hint: {error.hint}")
        sys.exit(1)
    except OSError as error:
        _leave(error)
    sys.exit(status if isinstance(status, int) else 0)


def _settle_streams() -> None:
    """Streams that can be written to: a closed one leads nowhere, and what an encoding lacks is no error."""
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif name != "stdin" and isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _leave(error: OSError) -> NoReturn:
    """End by what the system refused: nobody reads on, the disk is full, or a place cannot be used."""
    import errno
    import os

    from prep_tracker.cli.output import talk

    if error.errno == errno.EPIPE:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    where = f": {error.filename}" if error.filename else ""
    talk(f"error: {error.strerror or error}{where}")
    if error.errno == errno.ENOSPC:
        talk("hint: Free some space, then try again; what was saved before is whole.")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    else:
        talk("hint: Check that the folder is there and can be used.")
    sys.exit(1)
