"""A verdict: what the tests of an exercise said about one solution."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One test and how it went.

    Attributes:
        name: What the test looks at, in words.
        status: `passed`, `failed` or `not-run`.
        input: The call that was made last, shortened.
        expected: What should have come, shortened.
        got: What came, shortened.
        message: The first difference, in words.
        seconds: Wall time.
    """

    name: str
    status: str
    input: str
    expected: str
    got: str
    message: str
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the tests said about one solution.

    Attributes:
        verdict: `passed`, `failed`, `timeout`, `crashed`, `broken` (does not import) or `unavailable` (nothing was judged).
        message: One sentence where the verdict is not about single tests.
        tests: All tests in their order.
        seconds: Wall time of the whole run.
        cpu_seconds: CPU time of tests and solution together.
        printed: The beginning of what the solution printed.
        printed_bytes: How much it printed in all.
        guards: What was forbidden to the solution on this system: `files`, `processes`, `network`.
    """

    verdict: str
    message: str
    tests: tuple[Checked, ...]
    seconds: float
    cpu_seconds: float = 0.0
    printed: str = ""
    printed_bytes: int = 0
    guards: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every test ran and passed."""
        return self.verdict == "passed" and bool(self.tests)
