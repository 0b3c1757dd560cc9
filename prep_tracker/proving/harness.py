"""The judge that tests import: compare, run tests, say what failed; with `differences` it runs in a page as well."""

from __future__ import annotations

import copy
import sys
import time
import types
import warnings
from typing import TYPE_CHECKING, Any, Protocol

from prep_tracker.proving.differences import find_difference, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


class Failed(AssertionError):  # noqa: N818 - reads as a verdict, not as an error of ours
    """A comparison did not hold; carries what was expected, what came, and why they differ."""

    def __init__(self, message: str, expected: str = "", got: str = "") -> None:
        super().__init__(message)
        self.message, self.expected, self.got = message, expected, got


class Raised(Exception):  # noqa: N818 - the solution raised; it is not an error of the judge
    """The solution raised: names of the exception's classes, its message, line in `solution.py`."""

    def __init__(self, kinds: tuple[str, ...], message: str, line: int = 0) -> None:
        super().__init__(message)
        self.kinds, self.message, self.line = kinds, message, line

    def __str__(self) -> str:
        """Say it as a traceback's last line would, with the line number."""
        where = f" (solution.py, line {self.line})" if self.line else ""
        return (
            f"{self.kinds[0]}: {self.message}{where}" if self.message else f"{self.kinds[0]}{where}"
        )


class Stopped(Exception):  # noqa: N818 - the run ends here
    """The solution's process ended or ran out of time: nothing more can be asked of it."""

    def __init__(self, verdict: str, message: str) -> None:
        super().__init__(message)
        self.verdict, self.message = verdict, message


class Candidate(Protocol):
    """Whatever runs the solution: in this process (a page) or in another (the terminal)."""

    def call(
        self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], *, quiet: bool
    ) -> tuple[Any, Any]:
        """Call a function of the solution; return its answer and the arguments as they are afterwards."""


class Here:
    """A solution in this process: no guard against tampering, for the learner's own page."""

    def __init__(self, module: Any) -> None:
        self._module = module

    def call(
        self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], *, quiet: bool
    ) -> tuple[Any, Any]:
        """Call the function; what it raises becomes `Raised`."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error" if quiet else "ignore")
                answer = getattr(self._module, name)(*args, **kwargs)
            return (list(answer) if hasattr(answer, "__next__") else answer), args
        except Exception as error:
            raise describe_error(error) from error


def describe_error(error: BaseException) -> Raised:
    """Turn any exception into `Raised`, with the innermost line of `solution.py`."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "solution.py":
            line = trace.tb_lineno
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and error.filename == "solution.py":
        line = error.lineno or 0
    kinds = tuple(kind.__name__ for kind in type(error).__mro__)
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return Raised(kinds, message[:500], line)


class Function:
    """A function of the solution as tests see it; remembers the last call for the report."""

    last: tuple[str, tuple[Any, ...], dict[str, Any]] | None = None

    def __init__(self, candidate: Candidate, name: str) -> None:
        self._candidate, self.name = candidate, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it and return its answer."""
        return self.ask(args, kwargs)[0]

    def ask(
        self, args: tuple[Any, ...], kwargs: dict[str, Any], *, quiet: bool = False
    ) -> tuple[Any, Any]:
        """Call it; return the answer and the arguments as they are afterwards."""
        Function.last = (self.name, args, kwargs)
        return self._candidate.call(self.name, args, kwargs, quiet=quiet)


class Solution(types.ModuleType):
    """The module `solution` as tests import it: every name is a function of the candidate."""

    def __init__(self, candidate: Candidate) -> None:
        super().__init__("solution")
        self._candidate = candidate

    def __getattr__(self, name: str) -> Function:
        """Give the function of that name; a missing one shows when it is called."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Function(self._candidate, name)


def close(got: Any, expected: Any, rtol: float = 1e-7, atol: float = 1e-9) -> None:
    """Fail unless every number of `got` is within `atol + rtol * |expected|`, shapes included."""
    difference = find_difference(got, expected, "", rtol, atol)
    if difference:
        raise Failed(difference, shorten(expected), shorten(got))


def equal(got: Any, expected: Any) -> None:
    """Fail unless the values are the same; lists, tuples and arrays of the same items are."""
    close(got, expected, 0.0, 0.0)


def check(condition: Any, message: str, got: Any = None) -> None:
    """Fail with the message unless the condition holds; `got` is what came instead."""
    if not bool(condition):
        raise Failed(message, message, "" if got is None else shorten(got))


def raises(
    kind: type[BaseException] | tuple[type[BaseException], ...],
    function: Function,
    *args: Any,
    **kw: Any,
) -> None:
    """Fail unless calling the function raises an exception of this kind."""
    wanted = [k.__name__ for k in (kind if isinstance(kind, tuple) else (kind,))]
    try:
        got = function(*args, **kw)
    except Raised as error:
        if not set(wanted) & set(error.kinds):
            raise Failed(
                f"expected {' or '.join(wanted)}", " or ".join(wanted), str(error)
            ) from None
        return
    raise Failed("nothing was raised", " or ".join(wanted), shorten(got))


def keeps(function: Function, *args: Any, **kw: Any) -> None:
    """Fail when the call changes its arguments."""
    before = copy.deepcopy(args)
    after = function.ask(args, kw)[1]
    for i, (old, new) in enumerate(zip(before, after, strict=True)):
        is_data = isinstance(old, (list, dict, set)) or hasattr(old, "dtype")
        if is_data and find_difference(new, old, "", 0.0, 0.0):
            raise Failed(f"argument {i + 1} was changed by the call", shorten(old), shorten(new))


def quiet(function: Function, *args: Any, **kw: Any) -> Any:
    """Call the function with warnings as errors and return its answer."""
    return function.ask(args, kw, quiet=True)[0]


def read_tests(source: str, filename: str, candidate: Candidate) -> list[Callable[[], None]]:
    """Test functions of a tests file, in their order, with `judge` and `solution` importable."""
    sys.modules["judge"] = sys.modules[__name__]
    sys.modules["solution"] = Solution(candidate)
    namespace: dict[str, Any] = {"__name__": filename.removesuffix(".py"), "__file__": filename}
    exec(compile(source, filename, "exec", dont_inherit=True), namespace)  # noqa: S102 - a pack's tests, in a limited process
    return [
        value for name, value in namespace.items() if name.startswith("test_") and callable(value)
    ]


def run_tests(tests: Sequence[Callable[[], None]]) -> Iterator[dict[str, Any]]:
    """Run tests one by one; each gives a record, the rest are `not-run` once the solution has stopped."""
    stopped: Stopped | None = None
    for test in tests:
        record = _record(test)
        if stopped is None:
            started = time.perf_counter()
            stopped = _run(test, record)
            record["seconds"] = round(time.perf_counter() - started, 4)
        else:
            record |= {"status": "not-run", "message": "not run"}
        yield record


def _record(test: Callable[[], None]) -> dict[str, Any]:
    name = (
        str(test.__doc__ or getattr(test, "__name__", "test")).strip().splitlines()[0].rstrip(".")
    )
    return {
        "name": name,
        "status": "passed",
        "input": "",
        "expected": "",
        "got": "",
        "message": "",
        "seconds": 0.0,
    }


def _run(test: Callable[[], None], record: dict[str, Any]) -> Stopped | None:
    Function.last = None
    try:
        test()
    except Failed as failure:
        _fail(record, failure.message, failure.expected, failure.got)
    except Raised as error:
        _fail(record, f"your code raised {error}", "an answer", str(error))
    except Stopped as stop:
        _fail(record, stop.message, "an answer", stop.message)
        record["verdict"] = stop.verdict
        return stop
    except Exception as error:  # noqa: BLE001 - an answer of the wrong kind breaks the test's own arithmetic
        _fail(
            record,
            f"the answer cannot be used: {type(error).__name__}: {str(error)[:200]}",
            "a usable answer",
            "",
        )
    return None


def _last_call() -> str:
    if Function.last is None:
        return ""
    name, args, kwargs = Function.last
    words = [shorten(a) for a in args] + [f"{k}={shorten(v)}" for k, v in kwargs.items()]
    return f"{name}({', '.join(words)})"


def _fail(record: dict[str, Any], message: str, expected: str, got: str) -> None:
    record |= {
        "status": "failed",
        "input": _last_call(),
        "message": message,
        "expected": expected,
        "got": got,
    }


def judge_here(module: Any, tests: str) -> list[Mapping[str, Any]]:
    """Judge a solution already imported in this process (a page): records of all its tests."""
    return list(run_tests(read_tests(tests, "tests.py", Here(module))))
