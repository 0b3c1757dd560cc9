"""`init`: make the learner's folder, with a few questions that each have a default."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from prep_tracker.cli.context import Context
from prep_tracker.cli.output import say, talk
from prep_tracker.errors import InputError
from prep_tracker.model.profile import Profile

QUESTIONS: tuple[tuple[str, str], ...] = (
    ("role", "Job you aim at (mle, ds, research, genai, mlops)"),
    ("level", "Level (junior, mid, senior, staff)"),
    ("companies", "Companies, separated by commas"),
    ("rounds", "Interview rounds you expect, separated by commas"),
    ("interview_date", "Day of the interview (2027-01-15; empty when not known)"),
    ("minutes_per_day", "Minutes a day"),
    ("days_off", "Days of the week off (sat, sun, ...)"),
)
LISTS = ("companies", "rounds", "days_off")


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--role", help="Job: mle, ds, research, genai or mlops.")
@click.option("--level", help="Seniority: junior, mid, senior or staff.")
@click.option("--companies", help="Companies, separated by commas.")
@click.option("--rounds", help="Rounds you expect, separated by commas.")
@click.option("--date", "interview_date", help="Day of the interview, like 2027-01-15.")
@click.option("--minutes", "minutes_per_day", help="Minutes a day.")
@click.option("--off", "days_off", help="Days of the week off, like sat,sun.")
@click.option("--name", help="Your name, for e-mails.")
@click.option("--email", help="Your address, for e-mails.")
@click.option("--yes", "-y", is_flag=True, help="Ask nothing; take the defaults.")
@click.pass_obj
def init(context: Context, /, folder: Path | None, *, yes: bool, **answers: str | None) -> None:
    """Make your workspace: profile, stories, interviews, code, drafts and the journal.

    Without DIR it is made where it will be found from everywhere: in --workspace,
    PREP_TRACKER_HOME, or the folder for your data on this system.
    In a workspace that is there already, only what you give is changed.

    Example: prep-tracker init --date 2027-01-15 --minutes 60 --off sat,sun
    """
    from prep_tracker.storage.profile import TEMPLATE, read_profile, write_profile
    from prep_tracker.storage.workspace import (
        HOME_VARIABLE,
        Workspace,
        create_workspace,
        platform_folder,
    )

    named = (
        folder
        or context.folder
        or (Path(home) if (home := context.environ.get(HOME_VARIABLE)) else None)
    )
    root = (context.cwd / (named.expanduser() if named else platform_folder())).absolute()
    there = Workspace(root=root).profile.exists()
    old = read_profile(Workspace(root=root)) if there else Profile()
    given = {key: value for key, value in answers.items() if value is not None}
    if not there and not yes and context.is_interactive():
        given = {**_ask(old, given), **given}
    profile = change_profile(old, given)
    workspace = create_workspace(root, TEMPLATE)
    write_profile(workspace, profile)
    with _journal(context, workspace):
        pass
    say(str(root))
    talk(
        "Your workspace is ready."
        if not there
        else "Your workspace was there already; the profile is up to date."
    )
    if workspace.root not in (context.cwd, *context.cwd.parents) and named is not None:
        talk(f"Go there (cd '{root}'), or set PREP_TRACKER_HOME, so that it is found.")
    talk("Next: prep-tracker plan, then prep-tracker review")


def _journal(context: Context, workspace: Any) -> Any:
    from prep_tracker.storage.journal import open_journal

    return open_journal(workspace, now=context.now())


def _ask(profile: Profile, given: dict[str, str]) -> dict[str, str]:
    """The answers to the questions that no option answered."""
    talk(
        "A few questions; press Enter to take what stands in brackets. All of it can be changed later."
    )
    answers: dict[str, str] = {}
    for key, question in QUESTIONS:
        while key not in given and key not in answers:
            answer = click.prompt(
                question, default=show_value(profile, key), show_default=True, err=True
            )
            try:
                change_profile(profile, {key: answer})
            except InputError as error:
                talk(f"{error.message} {error.hint}")
            else:
                answers[key] = answer
    return answers


def show_value(profile: Profile, key: str) -> str:
    """A field of the profile as the learner would type it."""
    value = getattr(profile, key)
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)


def change_profile(profile: Profile, given: dict[str, str]) -> Profile:
    """The profile with the given answers in place.

    Raises:
        InputError: An answer cannot be used; says which and gives an example.
    """
    from prep_tracker.errors import WorkspaceError
    from prep_tracker.storage.profile import decode_profile

    values: dict[str, object] = {
        key: [one.strip() for one in text.split(",") if one.strip()]
        if key in LISTS
        else text.strip()
        for key, text in given.items()
    }
    try:
        changed = decode_profile(values, "your answer")
    except WorkspaceError as error:
        raise InputError(error.message, error.hint) from error
    default = Profile()
    chosen: dict[str, Any] = {
        key: getattr(changed if values[key] else default, key) for key in values
    }
    return replace(profile, **chosen)
