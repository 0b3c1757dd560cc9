"""The judge of the page, run here: the same verdicts as the terminal's, and it tells as it goes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import prep_tracker.proving
from prep_tracker.proving.in_page import KEPT, judge_in_page
from prep_tracker.site.python import JUDGE

TESTS = '''
from judge import equal
from solution import double

def test_two():
    """Two becomes four."""
    equal(double(2), 4)

def test_text():
    """Text is doubled as well."""
    equal(double("a"), "aa")
'''


def judge(code: str, *, requires: tuple[str, ...] = ()) -> tuple[dict[str, Any], list[Any]]:
    told: list[Any] = []
    report = judge_in_page(code, TESTS, requires, lambda text: told.append(json.loads(text)))
    return json.loads(report), told


def test_right_code_passes_and_each_test_is_told() -> None:
    report, told = judge("def double(x): return x + x")
    assert report["verdict"] == "passed"
    assert told == [{"of": 2}, *report["tests"]]
    assert [test["name"] for test in report["tests"]] == ["Two becomes four", "Text is doubled as well"]  # fmt: skip


def test_wrong_code_fails_with_expected_and_got() -> None:
    report, _ = judge("def double(x): return x * 3")
    assert report["verdict"] == "failed"
    first = report["tests"][0]
    assert (first["input"], first["expected"], first["got"]) == ("double(2)", "4", "6")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def double(:", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError"),
        ("import sys; sys.exit(3)", "SystemExit: 3"),
        ("import numpy", "'numpy' is not to be used here: only the standard library"),
    ],
)
def test_code_that_cannot_be_imported_is_broken(
    code: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    report, _ = judge(code)
    assert report["verdict"] == "broken"
    assert said in report["message"]
    assert report["tests"] == []


def test_leaving_and_missing_functions_are_answers_like_any_other() -> None:
    report, _ = judge("import sys\ndef double(x): sys.exit(1)")
    assert report["verdict"] == "failed"
    assert "SystemExit: 1" in report["tests"][0]["got"]
    report, _ = judge("def triple(x): return 3 * x")
    assert "there is no function 'double'" in report["tests"][0]["got"]


def test_what_is_printed_is_kept_up_to_a_limit_and_counted() -> None:
    report, _ = judge("import sys\ndef double(x):\n    print('x' * 9999)\n    print('e', file=sys.stderr)\n    return x + x")  # fmt: skip
    assert report["verdict"] == "passed"
    assert report["printed"] == "x" * KEPT
    assert report["printed_bytes"] == 2 * (10_000 + 2)


def test_named_modules_may_be_used_and_the_guard_is_gone_afterwards() -> None:
    before = list(sys.meta_path)
    report, _ = judge("import math\ndef double(x): return x + x", requires=("numpy",))
    assert report["verdict"] == "passed"
    assert sys.meta_path == before


def test_judge_needs_nothing_but_the_standard_library_and_its_own_files(tmp_path: Path) -> None:
    """What the page writes into Pyodide is enough: three files, no installed package."""
    folder = tmp_path / "prep_tracker" / "proving"
    folder.mkdir(parents=True)
    for path in (folder.parent / "__init__.py", folder / "__init__.py"):
        path.touch()
    source = Path(prep_tracker.proving.__file__).parent
    for name in JUDGE:
        (folder / name).write_text((source / name).read_text(encoding="utf-8"), encoding="utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from prep_tracker.proving.in_page import judge_in_page\n"
        f"print(judge_in_page('def double(x): return x + x', {TESTS!r}, (), lambda text: None))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["verdict"] == "passed"
