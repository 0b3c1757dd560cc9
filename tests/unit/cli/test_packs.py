"""The `packs` commands in a process of their own: status, two-line errors, JSON, no control bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builders import render_question, write_pack
from tests.workbench import Workbench

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """A workbench with one sound pack, `mine`."""
    made = Workbench(tmp_path / "work")
    write_pack(made.folder / "mine")
    return made


def test_sound_pack_is_clean(bench: Workbench) -> None:
    bench.run("packs", "check", "mine").expect(0).expect_text("1 pack, 1 question: no problems")


def test_problem_has_place_code_and_hint(bench: Workbench) -> None:
    write_pack(bench.folder / "mine", {"bad": render_question(front="colour: red")})
    run = bench.run("packs", "check", "mine").expect(1)
    first, second = run.stdout.splitlines()[:2]
    assert first.startswith("mine/questions/overfitting/bad.md:10:1 unknown-field ")
    assert second.startswith("    ")


def test_json_has_the_documented_fields(bench: Workbench) -> None:
    write_pack(bench.folder / "mine", {"bad": render_question(front="colour: red")})
    problem = bench.run("packs", "check", "mine", "--json").expect(1).json()["problems"][0]
    assert set(problem) == {"pack", "path", "line", "column", "code", "message", "hint"}


def test_one_file_only(bench: Workbench) -> None:
    write_pack(bench.folder / "mine", {"bad": render_question(front="colour: red")})
    bench.run("packs", "check", "mine/questions/overfitting/one.md").expect(0)
    bench.run("packs", "check", "mine/questions/overfitting/bad.md").expect(1)


@pytest.mark.parametrize("path", ["nowhere", "."])
def test_no_pack_is_two_lines(tmp_path: Path, path: str) -> None:
    run = Workbench(tmp_path / "empty").run("packs", "check", path).expect(1)
    assert [line.partition(":")[0] for line in run.stderr.splitlines()] == ["error", "hint"]


def test_foreign_text_is_cleaned_before_it_is_printed(bench: Workbench) -> None:
    bench.write("mine/questions/overfitting/evil.md", "---\n" + "x" * 9 + "\x1b[31m: 1\n---\n")
    bench.write("mine/questions/overfitting/quoted.md", '---\n"\\e[31mred\\u202e": 1\n---\n')
    bench.write(
        "mine/pack.yml",
        (bench.folder / "mine" / "pack.yml").read_text().replace("A pack", '"A\\e[2Jpack"'),
    )
    for name in (b"\x1b[31m.md", "\u202egnp.md".encode()):
        (bench.folder / "mine" / "questions" / "overfitting" / name.decode()).write_text("x")
    for arguments in (["check", "mine"], ["check", "mine", "--json"], ["prove", "mine"], ["list"]):
        run = bench.run("packs", *arguments)
        assert "Traceback" not in run.stderr
        assert not CONTROL.search(run.stdout.replace("\n", "")), arguments
        assert not CONTROL.search(run.stderr.replace("\n", "")), arguments


def test_new_never_writes_over(bench: Workbench) -> None:
    bench.run("packs", "new", "mine").expect(1).expect_text("already there")
    bench.run("packs", "new", "Bad Name").expect(1)
    bench.run("packs", "new", "con").expect(1)


def test_schema_is_json(bench: Workbench) -> None:
    for kind in ("question", "pack", "exercise", "company", "email"):
        assert bench.run("packs", "schema", kind).expect(0).json()["type"] == "object"


def test_failing_proof_names_file_and_line(bench: Workbench) -> None:
    text = render_question(sections={"Proof": "```python\nx = 2\nassert x == 3\n```"})
    write_pack(bench.folder / "mine", {"one": text})
    line = text.split("\n").index("assert x == 3") + 1
    run = bench.run("packs", "prove", "mine").expect(1)
    assert run.stdout.startswith(
        f"mine/questions/overfitting/one.md:{line}: failed: AssertionError: 2 against 3"
    )
