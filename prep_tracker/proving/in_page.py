"""Judge a solution in a page: the same tests and the same judge as in the terminal, in one process without guards."""

from __future__ import annotations

import io
import json
import sys
import time
import types
import warnings
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Any

from prep_tracker.proving.harness import Here, describe_error, read_tests, run_tests

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KEPT = 4096
"""Characters of what the solution prints that are shown."""


class Kept(io.TextIOBase):
    """Takes everything that is printed, keeps the beginning, counts the rest."""

    def __init__(self) -> None:
        self.text, self.count = "", 0

    def writable(self) -> bool:
        """Printing to it works."""
        return True

    def write(self, text: str, /) -> int:
        """Keep what there is room for."""
        self.count += len(text)
        self.text += text[: KEPT - len(self.text)]
        return len(text)


class Mine(Here):
    """The solution of the learner, which may as well call `sys.exit`."""

    def call(
        self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], *, quiet: bool
    ) -> tuple[Any, Any]:
        """Call the function; leaving is an exception like any other."""
        if not hasattr(self._module, name):
            message = f"there is no function '{name}'"
            raise describe_error(AttributeError(message))
        try:
            return super().call(name, args, kwargs, quiet=quiet)
        except (SystemExit, KeyboardInterrupt) as error:
            raise describe_error(error) from error


class OnlyNamed:
    """Refuses modules beyond the standard library and what the exercise names."""

    def __init__(self, requires: Sequence[str]) -> None:
        self.allowed = sys.stdlib_module_names | set(requires) | {"judge", "solution"}
        self.named = ", ".join(sorted(requires))

    def find_spec(self, name: str, *_: Any) -> None:
        """Raise for a module that the exercise does not allow; None lets the import go on."""
        top = name.partition(".")[0]
        if top in self.allowed or top.startswith("_"):
            return
        allowed = f"only {self.named}" if self.named else "only the standard library"
        message = f"'{name}' is not to be used here: {allowed}"
        raise ImportError(message)


def judge_in_page(
    code: str, tests: str, requires: Sequence[str], say: Callable[[str], object]
) -> str:
    """Judge a solution; gives the verdict as JSON in the form of `code check --json`.

    Args:
        code: The solution.
        tests: Code of the exercise's tests.
        requires: Import names that both may use.
        say: Told, as JSON, `{"of": number of tests}` first, then each test's record.
    """
    started, printed = time.perf_counter(), Kept()
    guard = OnlyNamed(requires)
    sys.meta_path.insert(0, guard)
    try:
        with redirect_stdout(printed), redirect_stderr(printed):
            report = _judge(code, tests, say)
    finally:
        sys.meta_path.remove(guard)
    report |= {
        "seconds": round(time.perf_counter() - started, 4),
        "printed": printed.text,
        "printed_bytes": printed.count,
    }
    return json.dumps(report)


def _judge(code: str, tests: str, say: Callable[[str], object]) -> dict[str, Any]:
    module = types.ModuleType("solution")
    candidate = Mine(module)
    functions = read_tests(tests, "tests.py", candidate)
    say(json.dumps({"of": len(functions)}))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(code, "solution.py", "exec", dont_inherit=True), module.__dict__)  # noqa: S102 - the learner's own code, in the learner's own page
    except BaseException as error:  # noqa: BLE001 - sys.exit while importing is told as well
        said = f"solution.py cannot be imported: {describe_error(error)}"
        return {"verdict": "broken", "message": said, "tests": []}
    records = []
    for record in run_tests(functions):
        records.append(record)
        say(json.dumps(record))
    passed = bool(records) and all(record["status"] == "passed" for record in records)
    return {"verdict": "passed" if passed else "failed", "message": "", "tests": records}
