"""The built-in exercises are proved: references pass, stubs fail, every mutant is caught."""

from __future__ import annotations

import ast
import hashlib
import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from prep_tracker.loading import load_catalog
from prep_tracker.model.exercise import Exercise
from prep_tracker.proving import judge as judge_module
from prep_tracker.proving.judge import Judge

pytestmark = pytest.mark.packs

ROOT = Path(__file__).parents[2] / "packs"
EXERCISES = load_catalog(
    sorted(path.parent for path in ROOT.glob("*/pack.yml") if (path.parent / "exercises").is_dir())
).exercises
SLOWEST = 5.0
ALLOWED = {
    "judge",
    "solution",
    "math",
    "random",
    "itertools",
    "collections",
    "numpy",
    "scipy",
    "sklearn",
}


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(seconds=60) as judge:
        yield judge


def each() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)


def test_there_are_enough() -> None:
    assert len(EXERCISES) >= 60
    assert sum(not exercise.requires for exercise in EXERCISES) >= 15
    assert all(set(exercise.requires) <= {"numpy"} for exercise in EXERCISES)
    assert all(set(exercise.oracles) <= {"scipy", "sklearn"} for exercise in EXERCISES)


def fingerprint(exercise: Exercise) -> str:
    """Digest of everything a proof depends on: the exercise, the judge, the versions."""
    judge = [
        path.read_bytes() for path in sorted((Path(judge_module.__file__).parent).glob("*.py"))
    ]
    versions = [
        platform.python_version(),
        *(version(name) for name in ("numpy", "scipy", "scikit-learn")),
    ]
    parts = (
        exercise.digest.encode(),
        repr(exercise).encode(),
        *judge,
        *(v.encode() for v in versions),
        Path(__file__).read_bytes(),
    )
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def prove(judge: Judge, exercise: Exercise) -> str:
    """Judge the reference, the stub and every mutant; what came of it in one line."""
    everything = judge.judge(exercise, exercise.solution, oracle=True)
    assert everything.passed, [
        test for test in everything.tests if test.status != "passed"
    ] or everything.message
    assert 0 < everything.cpu_seconds < SLOWEST
    backwards = judge.judge(exercise, exercise.solution, backwards=True)
    assert backwards.passed
    assert len(backwards.tests) >= 8
    stub = judge.judge(exercise, exercise.starter)
    assert stub.verdict == "failed"
    assert not any(test.status == "passed" for test in stub.tests)
    missed = [
        mutant.name
        for mutant in exercise.mutants
        if judge.judge(exercise, mutant.code).verdict != "failed"
    ]
    assert not missed
    count = len(exercise.mutants)
    return f"{len(everything.tests):2} tests, {count} of {count} mutants caught, {everything.cpu_seconds:.2f} s of CPU"


@each()
def test_exercise(
    judge: Judge,
    exercise: Exercise,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Proved once for each content of everything it depends on; `pytest --cache-clear` proves all anew."""
    cache, key = request.config.cache, f"prep-tracker/exercises/{exercise.slug}"
    assert cache is not None
    digest, line = fingerprint(exercise), ""
    known = cache.get(key, None)
    if isinstance(known, list) and known[0] == digest:
        line = f"{known[1]} (remembered)"
    else:
        line = prove(judge, exercise)
        cache.set(key, [digest, line])
    with capsys.disabled():
        sys.stdout.write(f"\n  {exercise.slug:32} {line}")
    assert 3 <= len(exercise.mutants) <= 6


@each()
def test_form(exercise: Exercise) -> None:
    assert len(exercise.hints) == 3
    assert [item.partition(":")[0].strip("* ") for item in exercise.rubric] == [
        "Clarity",
        "Edge cases",
        "Complexity",
        "Numerics",
        "Talk",
    ]
    assert len(exercise.probes) >= 2
    assert exercise.sources
    assert exercise.time
    assert exercise.memory
    wanted = {name.partition("(")[0] for name in exercise.signature.split(", ") if "(" in name}
    for code in (exercise.starter, exercise.solution):
        assert wanted & {
            node.name for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)
        }
    assert len({mutant.why for mutant in exercise.mutants}) == len(exercise.mutants)


@each()
def test_tests_depend_on_nothing_but_the_solution(exercise: Exercise) -> None:
    for code in (exercise.tests, exercise.oracle):
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Import):
                assert {alias.name.partition(".")[0] for alias in node.names} <= ALLOWED
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").partition(".")[0] in ALLOWED
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                name = ast.unparse(node.func)
                if name in {"random.Random", "np.random.default_rng"}:
                    assert node.args, f"{name} without a seed"
                elif re.fullmatch(r"(np\.)?random\.\w+", name):
                    pytest.fail(f"{name} draws from the global source")


def test_the_guides_own_regression_is_caught_on_rank_deficient_input(judge: Judge) -> None:
    exercise = next(exercise for exercise in EXERCISES if exercise.slug == "linear-regression")
    mutant = next(mutant for mutant in exercise.mutants if "inv(" in mutant.code)
    assert "no inverse when X is rank-deficient" in mutant.why
    failed = {
        test.name for test in judge.judge(exercise, mutant.code).tests if test.status == "failed"
    }
    assert {
        "Two equal columns share the weight (least norm)",
        "A column that is the sum of two others: the least-norm answer fits exactly",
    } <= failed
