"""The judge: what a test sees of a solution, what a failure shows, and what stays apart."""

from __future__ import annotations

import types
from collections.abc import Iterator

import numpy as np
import pytest

from prep_tracker.model.verdict import Verdict
from prep_tracker.proving.differences import LONGEST, find_difference, shorten
from prep_tracker.proving.harness import judge_here
from prep_tracker.proving.judge import Judge
from prep_tracker.proving.wire import Codec, WireError
from tests.proving.exercise import TESTS, make_exercise


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(seconds=5) as judge:
        yield judge


def run(
    judge: Judge, body: str, solution: str, *, backwards: bool = False, **changes: object
) -> Verdict:
    """Judge a solution by one test with this body (indented by four)."""
    tests = "import numpy as np\nimport random\nfrom judge import *\nfrom solution import *\nfrom solution import f\n\n\n"
    tests = tests.replace("from solution import *\n", "").replace(
        "import *", "import check, close, equal, keeps, quiet, raises"
    )
    return judge.judge(
        make_exercise(
            f'{tests}def test_it():\n    """It."""\n    {body}\n', requires=("numpy",), **changes
        ),
        solution,
        backwards=backwards,
    )


def test_a_failure_shows_input_expected_and_got(judge: Judge) -> None:
    test = run(judge, "equal(f([1, 2], k=3), [2, 4])", "def f(x, k):\n    return [2, 5]\n").tests[0]
    assert (test.status, test.name) == ("failed", "It")
    assert test.input == "f([1, 2], k=3)"
    assert (test.expected, test.got) == ("[2, 4]", "[2, 5]")
    assert test.message == "at [1]: expected 4, got 5"


def test_what_the_solution_raised_is_named_with_its_line(judge: Judge) -> None:
    test = run(judge, "equal(f(1), 1)", "def f(x):\n    return x / 0\n").tests[0]
    assert test.got == "ZeroDivisionError: division by zero (solution.py, line 2)"


@pytest.mark.parametrize(
    ("body", "solution"),
    [
        ("close(f(np.array([1.0, 2.0])), [2.0, 4.0])", "def f(x):\n    return 2 * x\n"),
        (
            "equal(str(f(np.ones(2, dtype=np.float32)).dtype), 'float32')",
            "def f(x):\n    return x\n",
        ),
        ("equal(f(lambda v: v + 1, 3), 8)", "def f(g, x):\n    return g(x) * 2\n"),
        (
            "equal(f((1, 2), {'a': {1}}, b'x', 1j), ((1, 2), {'a': {1}}, b'x', 1j))",
            "def f(*x):\n    return x\n",
        ),
        (
            "equal(f(iter([1, 2])), 3)",
            "def f(x):\n    assert not hasattr(x, '__len__')\n    return sum(x)\n",
        ),
        ("equal(f(3), [0, 1, 2])", "def f(n):\n    yield from range(n)\n"),
        ("raises(ValueError, f, 1)", "def f(x):\n    raise UnicodeError('no')\n"),
        ("keeps(f, [1, 2])", "def f(x):\n    return x + [3]\n"),
        (
            "close(f(float('nan'), float('inf')), (float('nan'), float('inf')))",
            "def f(*x):\n    return x\n",
        ),
        ("equal(f(2**200), 2**201)", "def f(x):\n    return 2 * x\n"),
        ("equal(f(None), None)", "def f(x):\n    return x\n"),
    ],
)
def test_values_travel(judge: Judge, body: str, solution: str) -> None:
    verdict = run(judge, body, solution)
    assert verdict.passed, verdict


@pytest.mark.parametrize(
    ("body", "solution", "message"),
    [
        ("keeps(f, [2, 1])", "def f(x):\n    x.sort()\n", "argument 1 was changed by the call"),
        ("keeps(f, np.ones(2))", "def f(x):\n    x += 1\n", "argument 1 was changed by the call"),
        (
            "quiet(f, np.zeros(1))",
            "def f(x):\n    return 1 / x\n",
            "your code raised RuntimeWarning: divide by zero encountered in divide (solution.py, line 2)",
        ),
        ("raises(ValueError, f, 1)", "def f(x):\n    return 5\n", "nothing was raised"),
        ("raises(ValueError, f, 1)", "def f(x):\n    raise KeyError(1)\n", "expected ValueError"),
        (
            "equal(f(1), 1)",
            "def g(x):\n    return 1\n",
            "your code raised AttributeError: there is no function 'f'",
        ),
        ("equal(f(1), 1)", "def f(x):\n    return object()\n", "cannot be compared"),
        (
            "equal(f(1) + 1, 1)",
            "def f(x):\n    return None\n",
            "the answer cannot be used: TypeError",
        ),
        ("equal(f(1), '1')", "def f(x):\n    return x\n", "expected '1', got 1"),
        ("equal(f(1), True)", "def f(x):\n    return 'True'\n", "expected True, got 'True'"),
        ("check(f(1) > 2, 'more than two', 1)", "def f(x):\n    return x\n", "more than two"),
    ],
)
def test_what_fails_says_why(judge: Judge, body: str, solution: str, message: str) -> None:
    verdict = run(judge, body, solution)
    assert verdict.verdict == "failed"
    assert message in verdict.tests[0].message


def test_random_sources_live_on_across_calls(judge: Judge) -> None:
    body = "r = random.Random(1); s = random.Random(1)\n    equal([f(r), f(r)], [s.random(), s.random()])"
    assert run(judge, body, "def f(r):\n    return r.random()\n").passed
    body = "r = np.random.default_rng(1); s = np.random.default_rng(1)\n    equal([f(r), f(r)], [s.random(), s.random()])"
    assert run(judge, body, "def f(r):\n    return r.random()\n").passed


def test_only_named_libraries_can_be_imported(judge: Judge) -> None:
    assert run(judge, "equal(f(1), 1)", "import numpy, math\n\n\ndef f(x):\n    return x\n").passed
    verdict = judge.judge(make_exercise(), "import numpy\n\n\ndef double(x):\n    return 2 * x\n")
    assert (verdict.verdict, verdict.message) == (
        "broken",
        "solution.py cannot be imported: ImportError: 'numpy' is not to be used here: only the standard library (solution.py, line 1)",
    )


def test_order_can_be_reversed(judge: Judge) -> None:
    names = [
        test.name
        for test in judge.judge(
            make_exercise(), "def double(x):\n    return 2 * x\n", backwards=True
        ).tests
    ]
    assert names == ["Doubles text", "Doubles many", "Doubles one"]


def test_after_a_crash_the_rest_is_not_run(judge: Judge) -> None:
    verdict = judge.judge(
        make_exercise(),
        "import os\n\n\ndef double(x):\n    return 2 * x if x != 3 else os._exit(0)\n",
    )
    assert [test.status for test in verdict.tests] == ["passed", "failed", "not-run"]
    assert verdict.tests[1].input == "double(3)"


def test_a_library_that_the_tests_need_and_is_not_there(judge: Judge) -> None:
    verdict = judge.judge(make_exercise(requires=("no_such_library",)), "x = 1")
    assert (verdict.verdict, verdict.message) == (
        "unavailable",
        "the tests need no_such_library, which is not installed",
    )
    assert not verdict.passed


def test_tests_that_cannot_be_read_judge_nothing(judge: Judge) -> None:
    assert (
        judge.judge(make_exercise("import solution\nraise OSError"), "x = 1").verdict
        == "unavailable"
    )
    assert not judge.judge(make_exercise("x = 1"), "x = 1").passed


def test_the_same_tests_run_in_one_process() -> None:
    module = types.ModuleType("solution")
    exec("def double(x):\n    return 2 * x if x != 5 else 11\n", module.__dict__)
    records = judge_here(module, TESTS)
    assert [record["status"] for record in records] == ["passed", "failed", "passed"]
    assert records[1]["input"] == "double(5)"


@pytest.mark.parametrize(
    ("got", "expected", "words"),
    [
        ([1, 2], [1, 2, 3], "expected 3 items, got 2"),
        ([[1.0], [2.0]], [[1.0], [2.5]], "at [1][0]: expected 2.5, got 2"),
        ({"a": 1}, {"b": 1}, "the keys differ"),
        (None, [1], "expected 1 items, got None"),
        (float("nan"), 1.0, "expected 1, got nan"),
        (float("-inf"), float("inf"), "expected inf, got -inf"),
        (np.ones((2, 2)), np.ones((2, 3)), "at [0]: expected 3 items, got 2"),
    ],
)
def test_differences_in_words(got: object, expected: object, words: str) -> None:
    assert find_difference(got, expected, "", 1e-9, 1e-9) == words


def test_nearly_equal_is_equal_only_within_tolerance() -> None:
    assert find_difference(1.0 + 1e-9, 1.0, "", 1e-8, 0.0) == ""
    assert find_difference(1.0 + 1e-7, 1.0, "", 1e-8, 0.0) != ""
    assert find_difference(float("inf"), float("inf"), "", 0.0, 0.0) == ""


def test_long_values_are_shortened() -> None:
    assert shorten(list(range(1000))) == "[0, 1, 2, 3, 4, 5, 6, 7, … 1000 items]"
    assert len(shorten("x" * 10_000)) <= LONGEST
    assert len(shorten(np.ones((100, 100)))) <= LONGEST
    assert len(shorten({i: list(range(50)) for i in range(50)})) <= LONGEST


@pytest.mark.parametrize(
    "form",
    [
        {"f": 0},
        {"r": [1, "python", None]},
        {"x": 1},
        {"a": ["O", [1], ""]},
        {"t": [1], "d": []},
        {},
    ],
)
def test_an_answer_can_hold_no_code(form: object) -> None:
    with pytest.raises((WireError, ValueError, TypeError)):
        Codec().decode(form)
