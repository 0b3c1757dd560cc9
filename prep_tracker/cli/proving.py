"""The work of `packs prove`: choose questions, run proofs, report and record."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep_tracker.cli.output import clean, say, say_json, talk

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.model.proof_run import ProofRun
    from prep_tracker.model.question import Question


def prove_paths(
    paths: Sequence[Path], *, changed: bool, again: bool, record: Path | None, as_json: bool
) -> int:
    """Prove what the paths mean, print, write the records; the exit status."""
    from prep_tracker.cli.failures import warn_of_failures
    from prep_tracker.errors import PrepTrackerError
    from prep_tracker.loading import data_root, find_pack_roots, load_catalog
    from prep_tracker.loading.places import proof_records
    from prep_tracker.loading.proof_record import read_record, write_record
    from prep_tracker.proving.prove import find_missing, read_versions
    from prep_tracker.site.pages.count import count_of

    roots = list(dict.fromkeys(root for path in paths for root in find_pack_roots(path)))
    catalog = load_catalog(roots or None)
    warn_of_failures(catalog.failures)
    questions = [
        question
        for question in catalog.questions
        if question.proof and _is_meant(catalog, question, paths)
    ]
    missing = find_missing(questions)
    if missing:
        hint = "pip install 'prep-tracker[proofs]'"
        raise PrepTrackerError(f"proofs need {', '.join(missing)}, which is not installed", hint)
    local = proof_records(data_root())[1]
    known = {} if again else read_record(local)
    runs = _run(catalog, questions, known, quiet=as_json)
    kept = {**read_record(local), **{run.digest: run for run in runs if run.status == "passed"}}
    if not write_record(local, kept.values()):
        talk(f"note: {local.parent} cannot be written; nothing is remembered")
    if record is not None and not write_record(record, runs):
        raise PrepTrackerError(f"{record} cannot be written", "choose another place for --record")
    totals = Counter(run.status for run in runs)
    broken = len({(problem.pack, problem.path) for problem in catalog.all_problems})
    if broken:
        talk(
            f"note: {count_of(broken, 'file')} with problems not proved; see prep-tracker packs check"
        )
    if as_json:
        shown = [run for run in runs if not (changed and run.is_cached)]
        say_json(_as_json(shown, dict(read_versions()), totals))
    return 1 if len(runs) != totals["passed"] else 0


def _is_meant(catalog: Catalog, question: Question, paths: Sequence[Path]) -> bool:
    here = Path(_path_of(catalog, question)).absolute()
    meant = [path.absolute() for path in paths]
    return not meant or any(here == one or one in here.parents for one in meant)


def _path_of(catalog: Catalog, question: Question) -> str:
    pack = catalog.find_pack(question.pack)
    path = Path(pack.root if pack else "") / question.path
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)


def _run(
    catalog: Catalog, questions: list[Question], known: dict[str, ProofRun], *, quiet: bool
) -> list[ProofRun]:
    from prep_tracker.cli.context import Context
    from prep_tracker.proving.prove import prove

    start = time.monotonic()
    runs: list[ProofRun] = []
    by_id = {question.id: question for question in questions}
    is_terminal = sys.stderr.isatty()
    for run in prove(
        questions, now=Context().now(), known=known, path_of=lambda one: _path_of(catalog, one)
    ):
        runs.append(run)
        if run.status != "passed" and not quiet:
            path = _path_of(catalog, by_id[run.question])
            say(f"{clean(path)}:{run.line}: {run.status}: {clean(run.message)}")
        if is_terminal:
            click.echo(f"\r{len(runs)}/{len(questions)} proofs", nl=False, err=True)
    if is_terminal:
        click.echo("\r", nl=False, err=True)
    talk(_summary(runs, time.monotonic() - start))
    return runs


def _summary(runs: list[ProofRun], seconds: float) -> str:
    from prep_tracker.site.pages.count import count_of

    passed = sum(run.status == "passed" for run in runs)
    cached = sum(run.is_cached for run in runs)
    versions = ", ".join(f"{name} {number}" for name, number in runs[0].versions) if runs else ""
    failed = len(runs) - passed
    text = f"{count_of(len(runs), 'proof')}: {passed} passed ({cached} remembered), {failed} failed, {seconds:.1f} s"
    return f"{text}; {versions}" if versions else text


def _as_json(
    runs: list[ProofRun], versions: dict[str, str], totals: Counter[str]
) -> dict[str, object]:
    proofs = [
        {
            "question": run.question,
            "status": run.status,
            "seconds": round(run.seconds, 3),
            "cached": run.is_cached,
            "when": run.when,
            "line": run.line,
            "message": run.message,
        }
        for run in runs
    ]
    counts = {"proofs": sum(totals.values()), "passed": totals["passed"]}
    return {
        "proofs": proofs,
        "versions": versions,
        "totals": {**counts, "failed": counts["proofs"] - counts["passed"]},
    }
