"""Run the proofs of questions: in parallel, limited, remembered by code and library versions."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from platform import python_version

from prep_tracker.loading.proof_record import digest_proof
from prep_tracker.loading.rules.proof_imports import ALLOWED, find_imports
from prep_tracker.model.proof_run import ProofRun
from prep_tracker.model.question import Question
from prep_tracker.proving.process import CHILD, Limits, Outcome, run_python
from prep_tracker.proving.server import ForkServer, has_fork_server

PROOF_LIMITS = Limits(wall=60.0, cpu=10)
"""Ten seconds of processor time; the clock may run longer on a busy machine."""
DISTRIBUTIONS = ("numpy", "scipy", "pandas", "scikit-learn")


def read_versions() -> tuple[tuple[str, str], ...]:
    """Python and the libraries that proofs use, with their versions; a missing one is left out."""
    found = [("python", python_version())]
    for name in DISTRIBUTIONS:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            continue
    return tuple(sorted(found))


def find_missing(questions: Sequence[Question]) -> tuple[str, ...]:
    """Libraries that the proofs import and that are not installed."""
    have = {name.replace("scikit-learn", "sklearn") for name, _ in read_versions()}
    wanted = {module.partition(".")[0] for module in _modules(questions)}
    return tuple(sorted(wanted - have))


def _modules(questions: Sequence[Question]) -> tuple[str, ...]:
    """Modules outside the standard library that the proofs import."""
    found = {name for q in questions if q.proof for name, _ in find_imports(q.proof.code)}
    return tuple(sorted(name for name in found if name.partition(".")[0] in ALLOWED))


def prove(
    questions: Sequence[Question],
    *,
    now: datetime,
    known: Mapping[str, ProofRun] | None = None,
    limits: Limits = PROOF_LIMITS,
    workers: int = 0,
    path_of: Callable[[Question], str] = lambda question: question.path,
) -> Iterator[ProofRun]:
    """Run the proofs of the questions that have one; yields a run as soon as it is there.

    Args:
        questions: Those without a proof are passed over.
        now: Instant to record.
        known: Passed runs by digest; one with the same versions stands for a new run.
        limits: What each proof may use.
        workers: How many at once; 0 for one a processor.
        path_of: Name of a question's file for messages.
    """
    versions = read_versions()
    waiting = []
    for question in questions:
        if question.proof is None:
            continue
        run = (known or {}).get(digest_proof(question.proof))
        if run is not None and run.versions == versions:
            yield replace(run, question=question.id, is_cached=True)
        else:
            waiting.append(question)
    if not waiting:
        return
    blank = ProofRun(
        question="", digest="", status="", seconds=0.0, when=now.isoformat(), versions=versions
    )
    with ExitStack() as stack:
        run_one = _runner(waiting, limits, stack)
        pool = stack.enter_context(ThreadPoolExecutor(workers or os.cpu_count() or 1))
        for run in pool.map(
            lambda question: _prove_one(question, blank, run_one, path_of(question)), waiting
        ):
            yield run


Runner = Callable[[str, str, int], Outcome]


def _runner(questions: Sequence[Question], limits: Limits, stack: ExitStack) -> Runner:
    if has_fork_server() and len(questions) > 1:
        return stack.enter_context(ForkServer(_modules(questions), limits)).run
    return lambda code, path, line: run_cold(code, path, line, limits)


def run_cold(code: str, path: str, line: int, limits: Limits) -> Outcome:
    """Run a proof in a fresh interpreter: slower, and the same on every platform."""
    request = json.dumps({"path": path, "line": line})
    return run_python(
        CHILD.with_name("one_proof.py"),
        limits=limits,
        arguments=(request,),
        files={"proof.py": code.encode()},
    )


def _prove_one(question: Question, blank: ProofRun, run_one: Runner, path: str) -> ProofRun:
    proof = question.proof
    if proof is None:
        return blank
    outcome = run_one(proof.code, path, proof.line)
    status, line, message = judge_proof(outcome, proof.line)
    return replace(
        blank,
        question=question.id,
        digest=digest_proof(proof),
        status=status,
        seconds=outcome.cpu_seconds,
        line=line,
        message=message,
    )


def judge_proof(outcome: Outcome, first_line: int) -> tuple[str, int, str]:
    """Status, line and message of a proof from how its process ended."""
    if outcome.status in {"timeout", "cpu"}:
        return "timeout", first_line, f"the proof took too long ({outcome.seconds:.0f} s)"
    if outcome.status == "flood":
        return "failed", first_line, "the proof prints without end"
    try:
        said = json.loads(outcome.result)
    except ValueError:
        last = outcome.stderr.strip().splitlines()[-1:] or [
            f"it ended early, exit status {outcome.exit_code}"
        ]
        return "failed", first_line, f"the proof did not finish: {last[0]}"
    if said["passed"]:
        return "passed", 0, ""
    parts = [said["type"], said["message"], said["source"]]
    return "failed", int(said["line"]), ": ".join(part for part in parts if part)
