"""A small exercise for the judge's own tests."""

from __future__ import annotations

from prep_tracker.model.exercise import Exercise
from prep_tracker.model.words import Asked, Level, Role, Round

TESTS = '''
from judge import equal, raises
from solution import double


def test_one():
    """Doubles one."""
    equal(double(1), 2)


def test_many():
    """Doubles many."""
    for n in range(20):
        equal(double(n), 2 * n)


def test_text():
    """Doubles text."""
    equal(double("ab"), "abab")
'''


def make_exercise(tests: str = TESTS, **changes: object) -> Exercise:
    """An exercise with these tests; `double(x)` unless the test says otherwise."""
    values: dict[str, object] = {
        "id": "sample/double",
        "pack": "sample",
        "slug": "double",
        "title": "Double",
        "ask": "Double it.",
        "topic": "overfitting",
        "level": Level.JUNIOR,
        "roles": (Role.MLE,),
        "rounds": (Round.CODING,),
        "minutes": 5,
        "asked": Asked.RARE,
        "signature": "double(x)",
        "requires": (),
        "oracles": (),
        "time": "O(1)",
        "memory": "O(1)",
        "tests": tests,
        **changes,
    }
    return Exercise(**values)  # type: ignore[arg-type]
