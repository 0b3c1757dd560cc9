"""The hook: the built-in runner is a plugin like any other, and another language can be added."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pluggy
import pytest

from prep_tracker import hookspecs
from prep_tracker.errors import InputError
from prep_tracker.hookspecs import hookimpl
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.verdict import Checked, Verdict
from prep_tracker.plugins import Plugin, Plugins
from prep_tracker.proving import runner
from tests.proving.exercise import make_exercise


class ShellRunner:
    """Judges `solution.sh`: it reads a number and must print its double."""

    @hookimpl
    def prep_run_exercise(self, exercise: Exercise, workdir: Path) -> Verdict | None:
        """The verdict, or None where there is no shell script."""
        script = workdir / "solution.sh"
        if not script.is_file():
            return None
        done = subprocess.run(
            ["sh", str(script)],
            input="21\n",
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        status = "passed" if done.stdout.strip() == "42" else "failed"
        test = Checked(
            name="Doubles 21",
            status=status,
            input="21",
            expected="42",
            got=done.stdout.strip(),
            message="",
        )
        return Verdict(
            verdict=status, message=f"{exercise.slug} in the shell", tests=(test,), seconds=0.0
        )


def plugin_of(module: object, name: str) -> Plugin:
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(module, name=name)
    return Plugin(name=name, manager=manager)


@pytest.fixture
def plugins() -> Plugins:
    return Plugins(
        plugins=[plugin_of(ShellRunner(), "shell"), plugin_of(runner, "runner")], seconds=60
    )


def test_another_language_can_be_added(plugins: Plugins, tmp_path: Path) -> None:
    (tmp_path / "solution.sh").write_text("read x; echo $((2 * x))\n")
    verdict = plugins.run_exercise(make_exercise(), tmp_path)
    assert verdict.passed
    assert verdict.message == "double in the shell"
    (tmp_path / "solution.sh").write_text("read x; echo $((3 * x))\n")
    assert not plugins.run_exercise(make_exercise(), tmp_path).passed


def test_python_goes_to_the_built_in_runner(plugins: Plugins, tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text("def double(x):\n    return 2 * x\n")
    assert plugins.run_exercise(make_exercise(), tmp_path).passed
    assert not plugins.failures


def test_nobody_knows_an_empty_folder(plugins: Plugins, tmp_path: Path) -> None:
    assert plugins.run_exercise(make_exercise(), tmp_path) is None


def test_a_runner_that_fails_is_named_and_the_next_one_asked(tmp_path: Path) -> None:
    def broken(exercise: Exercise, workdir: Path) -> None:
        raise OSError("no compiler")

    module = SimpleNamespace(prep_run_exercise=hookimpl(broken))
    plugins = Plugins(
        plugins=[plugin_of(module, "broken"), plugin_of(runner, "runner")], seconds=60
    )
    (tmp_path / "solution.py").write_text("def double(x):\n    return 2 * x\n")
    assert plugins.run_exercise(make_exercise(), tmp_path).passed
    assert "no compiler" in plugins.failures[0].cause


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"#" * 300_000], ids=["not-utf-8", "too-long"]
)
def test_what_is_no_solution_is_said_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "solution.py").write_bytes(content)
    with pytest.raises(InputError):
        runner.prep_run_exercise(make_exercise(), tmp_path)


def test_the_oracle_runs_after_the_tests_passed(tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text("def double(x):\n    return 2 * x\n")
    oracle = 'from judge import equal\nfrom solution import double\n\n\ndef test_math():\n    """Oracle."""\n    equal(double(4), 8)\n'
    verdict = runner.prep_run_exercise(make_exercise(oracle=oracle, oracles=("math",)), tmp_path)
    assert verdict is not None
    assert [test.name for test in verdict.tests][-1] == "Oracle"
    verdict = runner.prep_run_exercise(
        make_exercise(oracle=oracle, oracles=("no_such_library",)), tmp_path
    )
    assert verdict is not None
    assert len(verdict.tests) == 3
