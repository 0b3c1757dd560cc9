"""Proofs: passed, failed with the line of the file, remembered by code and versions, warm and cold alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prep_tracker.loading.proof_record import digest_proof, read_record, write_record
from prep_tracker.model.proof_run import ProofRun
from prep_tracker.model.question import Proof, Question
from prep_tracker.proving.process import Limits
from prep_tracker.proving.prove import judge_proof, prove, run_cold
from tests.builders import make_question

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LIMITS = Limits(wall=20, cpu=2)
CODES = {
    "right": ("import numpy as np\nassert np.arange(4).sum() == 6\n", "passed", 0, ""),
    "wrong": ("x = 2\n\nassert x == 3, 'said'\n", "failed", 42, "2 against 3"),
    "raises": ("x = 2\nx / 0\n", "failed", 41, "ZeroDivisionError"),
    "syntax": ("x = = 2\n", "failed", 40, "SyntaxError"),
    "exits": ("import sys\nsys.exit(0)\n", "failed", 41, "SystemExit"),
    "ends": ("import os\nos._exit(0)\n", "failed", 40, "did not finish"),
    "hangs": ("while True: pass\n", "timeout", 40, "too long"),
    "floods": ("while True: print('x' * 999)\n", "failed", 40, "prints without end"),
    "hungry": ("x = bytearray(2**40)\n", "failed", 40, "MemoryError"),
}


def make(name: str, code: str) -> Question:
    """A question whose proof begins on line 40."""
    return make_question(f"sample/{name}", proof=Proof(code=code, line=40), path=f"{name}.md")


def test_each_ends_as_it_should_from_the_warm_server() -> None:
    questions = [make(name, code) for name, (code, *_) in CODES.items()]
    runs = {run.question.partition("/")[2]: run for run in prove(questions, now=NOW, limits=LIMITS)}
    for name, (_, status, line, message) in CODES.items():
        assert (runs[name].status, runs[name].line) == (status, line), name
        assert message in runs[name].message, name


@pytest.mark.parametrize("name", CODES)
def test_each_ends_as_it_should_from_the_cold(name: str) -> None:
    code, status, line, message = CODES[name]
    judged = judge_proof(run_cold(code, f"{name}.md", 40, LIMITS), 40)
    assert judged[:2] == (status, line)
    assert message in judged[2]


def test_passed_run_is_remembered_until_code_or_versions_change(tmp_path: Path) -> None:
    question = make("right", CODES["right"][0])
    first = list(prove([question], now=NOW))
    record = tmp_path / "proofs.json"
    assert write_record(record, first)
    known = read_record(record)
    again = list(prove([question], now=NOW, known=known))
    assert [run.is_cached for run in again] == [True]
    changed = make("right", CODES["right"][0] + "x = 1\n")
    assert [run.is_cached for run in prove([changed], now=NOW, known=known)] == [False]
    older = {digest: replace(run, versions=(("python", "2.7"),)) for digest, run in known.items()}
    assert [run.is_cached for run in prove([question], now=NOW, known=older)] == [False]


def test_failed_run_is_not_remembered(tmp_path: Path) -> None:
    question = make("wrong", CODES["wrong"][0])
    write_record(tmp_path / "proofs.json", prove([question], now=NOW))
    assert read_record(tmp_path / "proofs.json") == {}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"format": 9}', '{"format": 1, "versions": {}, "proofs": [{}]}', "[" * 9999],
)
def test_broken_record_is_no_record(tmp_path: Path, text: str) -> None:
    path = tmp_path / "proofs.json"
    path.write_text(text, encoding="utf-8")
    assert read_record(path, tmp_path / "missing.json") == {}


def test_record_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert write_record(tmp_path / "file" / "proofs.json", []) is False


def test_latest_run_wins(tmp_path: Path) -> None:
    proof = Proof(code="x = 1\n", line=1)
    old = ProofRun(
        question="a/b", digest=digest_proof(proof), status="passed", seconds=1, when="2025-01-01"
    )
    write_record(tmp_path / "one.json", [replace(old, when="2026-01-01")])
    write_record(tmp_path / "two.json", [old])
    found = read_record(tmp_path / "one.json", tmp_path / "two.json")
    assert [run.when for run in found.values()] == ["2026-01-01"]
