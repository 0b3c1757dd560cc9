"""The built-in runner: judges `solution.py`; a plugin like any other, asked after all others."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from prep_tracker.errors import InputError
from prep_tracker.hookspecs import hookimpl
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.verdict import Verdict
from prep_tracker.proving.judge import Judge

FILE = "solution.py"
LONGEST = 256 * 1024


@hookimpl
def prep_run_exercise(exercise: Exercise, workdir: Path) -> Verdict | None:
    """Judge `solution.py` of the folder; None when there is none, so that it is somebody else's."""
    path = workdir / FILE
    if not path.is_file():
        return None
    try:
        raw = path.read_bytes()
        code = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "The solution cannot be read.", "Save it as UTF-8 text that you may read."
        ) from error
    if len(raw) > LONGEST:
        raise InputError("The solution is longer than 256 KiB.", "Is it the right file?")
    with Judge() as judge:
        verdict = judge.judge(exercise, code)
        if verdict.passed and exercise.oracle and all(find_spec(name) for name in exercise.oracles):
            return judge.judge(exercise, code, oracle=True)
        return verdict
