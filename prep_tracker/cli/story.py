"""`story`: write, check and match STAR stories."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.cli.context import Context
    from prep_tracker.model.question import Question
    from prep_tracker.model.story import Story


@click.group()
def story() -> None:
    """Write your stories, check them honestly, and find the one for a prompt."""


@story.command()
@click.argument("title", required=False)
@click.option("--competency", "competencies", multiple=True, help="What it shows; repeat it.")
@click.option(
    "--project",
    default="",
    help="Name of the project: asks the guide's five project points as well.",
)
@click.option(
    "--part",
    "given",
    multiple=True,
    metavar="PART=TEXT",
    help="A part's text, e.g. 'Action=I ...'; repeat it.",
)
@click.pass_obj
def new(
    context: Context,
    title: str | None,
    competencies: tuple[str, ...],
    project: str,
    given: tuple[str, ...],
) -> None:
    """Walk through situation, task, action, result and what you learned.

    Without a terminal it writes the file with a note in each empty part.

    Example: prep-tracker story new 'The model that forgot weekends' --competency failure
    """
    from prep_tracker.model.story import PROJECT_PARTS, PROMPTS, STAR_PARTS, Story
    from prep_tracker.storage.stories import add_story

    workspace = context.get_workspace()
    talks = context.is_interactive()
    if not title:
        if not talks:
            raise click.UsageError("Say a title: prep-tracker story new 'TITLE'.")
        title = click.prompt("Title", err=True)
    parts = dict(_decode_part(text) for text in given)
    wanted = (*STAR_PARTS, *(PROJECT_PARTS if project else ()))
    if talks:
        talk("One part at a time; empty lines are fine, you can edit the file later.")
        for part in wanted:
            if part not in parts:
                parts[part] = click.prompt(
                    f"{part}: {PROMPTS[part]}\n ", default="", show_default=False, err=True
                )
    made = Story(
        id=_make_id(title), title=clean(title), competencies=_decode_competencies(competencies, talks=talks), project=project,
        parts=tuple((part, parts.get(part, "")) for part in wanted),
    )  # fmt: skip
    path = add_story(workspace, made)
    say(f"Wrote {path}")
    talk(f"Next: prep-tracker story check {made.id}")


def _decode_part(text: str) -> tuple[str, str]:
    from prep_tracker.model.story import PROJECT_PARTS, STAR_PARTS

    name, sign, value = text.partition("=")
    known = {part.casefold(): part for part in (*STAR_PARTS, *PROJECT_PARTS)}
    part = known.get(name.strip().casefold())
    if not sign or part is None:
        raise click.UsageError(
            f"--part takes PART=TEXT with PART one of {', '.join(known.values())}."
        )
    return part, value.strip()


def _decode_competencies(names: tuple[str, ...], *, talks: bool) -> tuple[Any, ...]:
    from prep_tracker.model.words import Competency

    if not names and talks:
        talk(f"Competencies: {', '.join(Competency)}")
        names = tuple(
            click.prompt(
                "Which does it show (comma between)", default="", show_default=False, err=True
            ).split(",")
        )
    wanted = [name.strip().lower() for name in names if name.strip()]
    unknown = [name for name in wanted if name not in set(Competency)]
    if unknown:
        raise click.UsageError(f"'{clean(unknown[0])}' is not one of {', '.join(Competency)}.")
    return tuple(Competency(name) for name in wanted)


def _make_id(title: str) -> str:
    return re.sub(r"[^\w]+", "-", title.casefold()).strip("-")[:60] or "story"


@story.command("list")
@click.option(
    "--gaps",
    is_flag=True,
    help="The competency matrix: covered, thin, none; and prompts without a story.",
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def list_command(context: Context, *, gaps: bool, as_json: bool) -> None:
    """List your stories, or what they do not cover yet.

    Example: prep-tracker story list --gaps
    """
    from prep_tracker.plan.stories.check import seconds_aloud
    from prep_tracker.plan.stories.match import list_coverage, list_untold

    stories = _read_all(context)
    profile = context.read_profile()
    prompts = _prompts(context.catalog)
    coverage = list_coverage(stories, prompts)
    untold = list_untold(stories, prompts)
    if as_json:
        say_json({
            "stories": [{"id": one.id, "title": one.title, "competencies": list(one.competencies),
                         "seconds": seconds_aloud(one, profile.words_per_minute)} for one in stories],
            "competencies": [{"name": row.competency.value, "state": row.state, "stories": list(row.stories)} for row in coverage],
            "prompts_without_story": [question.id for question in untold],
        })  # fmt: skip
        return
    if gaps:
        for row in sorted(coverage, key=lambda one: len(one.stories)):
            say(
                f"{row.state:<8} {row.competency.value:<16} {len(row.prompts):>3} prompts  {', '.join(row.stories)}"
            )
        for question in untold[:20]:
            say(f"no story: {question.id}  {clean(question.ask)}")
        return
    for one in stories:
        seconds = seconds_aloud(one, profile.words_per_minute)
        say(
            f"{one.id}  {seconds // 60}:{seconds % 60:02d}  {', '.join(one.competencies) or 'no competency'}  {one.title}"
        )
    if not stories:
        talk("No stories yet: prep-tracker story new")


def _read_all(context: Context) -> tuple[Story, ...]:
    from prep_tracker.storage.stories import list_stories

    stories, faults = list_stories(context.get_workspace())
    for fault in faults:
        talk(f"warning: {fault.message} It is left out.")
    return stories


def _prompts(catalog: Catalog) -> tuple[Question, ...]:
    return tuple(question for question in catalog.questions if question.competencies)


@story.command()
@click.argument("key")
@click.pass_obj
def show(context: Context, key: str) -> None:
    """Show one story as you would tell it.

    Example: prep-tracker story show the-model-that-forgot-weekends
    """
    from prep_tracker.storage.stories import get_story

    one = get_story(context.get_workspace(), key)
    say(one.title)
    for title, text in one.parts:
        if text:
            say(f"\n{title}\n{text}")


@story.command()
@click.argument("keys", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def check(context: Context, keys: tuple[str, ...], *, as_json: bool) -> None:
    """Say what a listener would miss, and why it matters; all stories without a name.

    Example: prep-tracker story check the-model-that-forgot-weekends
    """
    from prep_tracker.plan.stories.check import check_story
    from prep_tracker.storage.stories import get_story

    workspace = context.get_workspace()
    stories = tuple(get_story(workspace, key) for key in keys) or _read_all(context)
    speed = context.read_profile().words_per_minute
    remarks = {one.id: check_story(one, speed) for one in stories}
    if as_json:
        say_json({"stories": {key: [{"code": remark.code, "message": remark.message, "why": remark.why} for remark in found]
                              for key, found in remarks.items()}})  # fmt: skip
        return
    for key, found in remarks.items():
        say(
            f"{key}: {f'{len(found)} remarks' if found else 'no rule objects; now tell it to a person'}"
        )
        for remark in found:
            say(f"  {remark.message}\n    Why it matters: {remark.why}")


@story.command()
@click.argument("prompt")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def match(context: Context, prompt: str, *, as_json: bool) -> None:
    """Rank your stories for a prompt: the interviewer's words, or a question's id.

    Example: prep-tracker story match 'Tell me about a time you disagreed with a colleague'
    """
    from snowballstemmer import stemmer

    from prep_tracker.plan.stories.match import rank_stories

    question = context.catalog.find_question(prompt)
    stem = stemmer("english").stemWord
    found = rank_stories(question.ask if question else prompt, _read_all(context), stem, question)
    if as_json:
        say_json([{"id": one.story.id, "score": one.score, "why": one.why} for one in found])
        return
    for one in found[:5]:
        say(f"{one.score:6.2f}  {one.story.id}  {one.story.title}  ({one.why})")
    if not found:
        talk("No story fits. Write one: prep-tracker story new")
