"""`packs`: list, check, prove and start question packs."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prep_tracker.cli.output import say, say_json, talk

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.cli.context import Context
    from prep_tracker.model.failure import Failure
    from prep_tracker.model.problem import Problem


@click.group()
def packs() -> None:
    """List, check, prove and start question packs."""


@packs.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
def check(paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Check packs: name every mistake with file, line and hint.

    PATH is a pack's folder, a file or folder inside one, or a folder of packs;
    without one, all installed packs are checked. Exit status 1 when there is any problem.

    Example: prep-tracker packs check packs/fundamentals
    """
    from prep_tracker.cli.failures import warn_of_failures
    from prep_tracker.cli.slow_fields import find_slow_fields
    from prep_tracker.loading import find_pack_roots, load_catalog

    roots = list(dict.fromkeys(root for path in paths for root in find_pack_roots(path)))
    catalog = load_catalog(roots or None, check=True, with_installed=bool(roots))
    warn_of_failures(failure for failure in catalog.failures if failure.distribution)
    places = {pack.id: Path(pack.root) for pack in catalog.packs}
    places |= {
        root.name: root for root in roots if str(root) not in {pack.root for pack in catalog.packs}
    }
    meant = [path.absolute() for path in paths]
    found = [
        (problem, places.get(problem.pack, Path()) / problem.path)
        for problem in (*catalog.all_problems, *find_slow_fields(_only(catalog, roots)))
    ]
    found = [(problem, path) for problem, path in found if not meant or _is_below(path, meant)]
    if as_json:
        say_json({"problems": [problem_record(problem) for problem, _ in found]})
    else:
        for problem, path in found:
            say(render_problem(problem, path))
        talk(_summary(catalog, roots, len(found)))
    sys.exit(1 if found else 0)


def _only(catalog: Catalog, roots: list[Path]) -> Catalog:
    """The packs that were asked about; all when none was named."""
    wanted = {str(root) for root in roots}
    packs = tuple(pack for pack in catalog.packs if not wanted or pack.root in wanted)
    return replace(catalog, packs=packs)


def _is_below(path: Path, meant: list[Path]) -> bool:
    return any(path == one or one in path.parents for one in meant)


def problem_record(problem: Problem) -> dict[str, str | int]:
    """The problem as a record of `--json`."""
    return {
        "pack": problem.pack,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def render_problem(problem: Problem, path: Path) -> str:
    """The problem in two lines: place, code and message; and the hint."""
    from prep_tracker.cli.output import clean

    try:
        shown = os.path.relpath(path)
    except ValueError:
        shown = str(path)
    first = (
        f"{clean(shown)}:{problem.line}:{problem.column} {problem.code} {clean(problem.message)}"
    )
    return f"{first}\n    {clean(problem.hint)}" if problem.hint else first


def _summary(catalog: Catalog, roots: list[Path], problems: int) -> str:
    from prep_tracker.site.pages.count import count_of

    wanted = {str(root) for root in roots}
    checked = [pack for pack in catalog.packs if not wanted or pack.root in wanted]
    questions = sum(len(pack.questions) for pack in checked)
    what = "no problems" if not problems else count_of(problems, "problem")
    return f"{count_of(len(checked), 'pack')}, {count_of(questions, 'question')}: {what}"


@packs.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--changed", is_flag=True, help="Report only what had to run.")
@click.option("--again", is_flag=True, help="Run every proof, also those remembered as passed.")
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    help="Write the record of passed proofs to this file, too.",
)
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
def prove(
    paths: tuple[Path, ...], *, changed: bool, again: bool, record: Path | None, as_json: bool
) -> None:
    """Run the proofs of answers, each in a limited process of its own.

    PATH is as for `packs check`. A proof that passed is remembered until its code or the
    version of Python or a library changes; --changed leaves those out of the JSON report,
    --again runs them, too. Exit status 1 when any fails.

    Example: prep-tracker packs prove packs/fundamentals
    """
    from prep_tracker.cli.proving import prove_paths

    sys.exit(prove_paths(paths, changed=changed, again=again, record=record, as_json=as_json))


@packs.command("list")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on stdout.")
@click.pass_obj
def list_packs(context: Context, *, as_json: bool) -> None:
    """List the packs that are there, and those that could not be used and why.

    Example: prep-tracker packs list --json
    """
    from prep_tracker.cli.failures import warn_of_failures
    from prep_tracker.loading.places import cache_folder

    failures: tuple[Failure, ...] = ()

    def make() -> tuple[Any, bool]:
        from prep_tracker.cli.packs_list import list_records
        from prep_tracker.loading import load_catalog

        nonlocal failures
        catalog = load_catalog(plugins=context.plugins, check=True)
        failures = catalog.failures
        return list_records(catalog), not failures

    records = context.read_kept(cache_folder() / "kept" / "packs.bin", make)
    if as_json:
        say_json(records)
    else:
        from prep_tracker.cli.packs_list import render_table

        for line in render_table(records):
            say(line)
    warn_of_failures(failures)


@packs.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", default="", help="As shown to readers.")
@click.option("--author", default="", help="Your name or your group's.")
@click.option("--hooks", is_flag=True, help="Use a Python hook instead of the door for data only.")
def new(folder: Path, title: str, author: str, *, hooks: bool) -> None:
    """Start a pack: a folder that can be checked, proved, installed and published as it is.

    The folder's name becomes the pack's id. Nothing that exists is written over.

    Example: prep-tracker packs new my-interview-pack --title "My interview pack"
    """
    from prep_tracker.cli.packs_new import write_skeleton

    for path in write_skeleton(folder, title=title, author=author, with_hooks=hooks):
        say(str(path))
    talk(
        f"Next: prep-tracker packs check {folder} && prep-tracker packs prove {folder} && pip install -e {folder}"
    )


@packs.command()
@click.argument(
    "kind",
    default="question",
    type=click.Choice(["question", "pack", "exercise", "company", "email"]),
)
def schema(kind: str) -> None:
    """Print the JSON Schema of a file's front matter, for editors.

    Example: prep-tracker packs schema question > question.schema.json
    """
    from prep_tracker.loading.schema import make_schema

    say_json(make_schema(kind))
