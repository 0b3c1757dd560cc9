"""Whatever strangers wrote into packs, files and names: no command prints a byte that a terminal acts on."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.builders import render_question, write_pack
from tests.hostile.packs import read_payloads, write_hostile_pack
from tests.workbench import Run, Workbench

ESCAPE = "\x1b]0;owned\x07\x1b[31;5m\x9b2J\u202e\x1bP+q\x1b\\"
IN_YAML = r"\e]0;owned\a\e[31;5m\u009b2J\u202e"
AS_REFERENCE = "&#27;[31m &#x9b;2J &#x202e;x &#8203; &#7; &#xE0041;"
ACTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e0fff]"
)
NOW = "2026-11-22T12:00:00+00:00"

SOLUTION = f"""
print({ESCAPE!r})
def __getattr__(name):
    raise ValueError({ESCAPE!r})
"""


def expect_harmless(run: Run) -> None:
    """Nothing in what was printed that a terminal acts on, and no traceback."""
    for text in (run.stdout, run.stderr):
        found = ACTS.search(text.replace("\r\n", "\n").replace("\r", ""))
        assert found is None, repr(text[max(0, found.start() - 60) : found.end() + 60])
    assert "Traceback" not in run.stderr, run.stderr


def write_events(path: Path) -> None:
    """Progress from elsewhere whose every text holds escapes."""
    events = [
        {"format": "prep-tracker-events", "v": 1, "device": ESCAPE, "at": NOW},
        *(
            {
                "v": 1, "id": f"e{number}{ESCAPE}", "kind": "review" if number else "note", "item": f"own/{ESCAPE}",
                "at": NOW, "offset": 0, "rating": 3 if number else None, "seconds": 4, "origin": ESCAPE,
                "data": {"text": ESCAPE, ESCAPE: ESCAPE},
            }
            for number in range(4)
        ),
    ]  # fmt: skip
    path.write_text("".join(json.dumps(event) + "\n" for event in events), encoding="utf-8")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    """A workspace and packs in which every foreign text tries to reach the terminal."""
    folder = tmp_path_factory.mktemp("terminal")
    bench = Workbench(folder)
    bench.setenv(
        PREP_TRACKER_HOME=str(folder / "prep"),
        PREP_TRACKER_NOW=NOW,
        PREP_TRACKER_PLUGINS=f"builtin,{ESCAPE.replace(chr(0), '')}",
    )
    bench.run("init", "--yes", "--date", "2026-12-20", "--companies", ESCAPE, "--name", ESCAPE)
    hostile = {
        "one": render_question(
            ask=f"What of {AS_REFERENCE}?",
            sections={"Answer": f"{AS_REFERENCE} $\\text{{{AS_REFERENCE}}}$\n\n    {AS_REFERENCE}"},
        ),
        "raw": render_question(ask=f"What of {ESCAPE}?"),
        "yaml": render_question(ask=f"What of {IN_YAML}?"),
        "section": render_question(sections={f"Own {ESCAPE}": ESCAPE}),
    }
    write_pack(folder / "prep" / "pack", hostile, pack="mine")
    packs = folder / "packs"
    for number in (0, 27, 66, 103):
        payload = read_payloads()[number]
        write_hostile_pack(packs / payload.pack, payload.pack, f"{payload.text} {AS_REFERENCE}")
    odd = write_pack(packs / f"odd{ESCAPE}", hostile, pack="odd")
    (odd / "questions" / "overfitting" / f"x{ESCAPE}.md").write_text("x")
    (odd / f"loose{ESCAPE}.txt").write_text("x")
    (odd / "pack.yml").write_text((odd / "pack.yml").read_text() + f'{ESCAPE}: "{IN_YAML}"\n')
    bench.write(
        "prep/interviews/2026-12-01-x.yml",
        f'company: "{IN_YAML}"\ndate: 2026-12-01\nround: coding\nnotes: "{IN_YAML}"\npeople:\n  - name: "{IN_YAML}"\n',
    )
    bench.write("prep/interviews/broken.yml", f'"{IN_YAML}": [{ESCAPE}\n')
    bench.write(
        f"prep/stories/a{ESCAPE}.md", f"---\ntitle: {ESCAPE}\n---\n\n## Situation\n\n{ESCAPE}\n"
    )
    bench.write(
        "prep/stories/b.md", f'---\ntitle: "{IN_YAML}"\n---\n\n## Situation\n\n{AS_REFERENCE}\n'
    )
    write_events(folder / f"events{ESCAPE}.jsonl")
    bench.write("history.csv", f"question,rating,when\n{ESCAPE},{ESCAPE},{ESCAPE}\n")
    return bench


COMMANDS: list[tuple[tuple[str, ...], str]] = [
    ((), ""),
    (("doctor",), ""),
    (("today",), ""),
    (("plan",), ""),
    (("plan", "--all"), ""),
    (("plan", "--why", f"mine/{ESCAPE}"), ""),
    (("review", "--pack", "mine", "--limit", "3"), "\n3\n\n3\n\nq\n"),
    (("review", "--topic", ESCAPE), ""),
    (("progress",), ""),
    (("progress", "import", f"events{ESCAPE}.jsonl"), ""),
    (("progress",), ""),
    (("progress", "import", "history.csv"), ""),
    (("progress", "import", f"missing{ESCAPE}"), ""),
    (("progress", "export", "out.jsonl"), ""),
    (("progress", "sync", f"shared{ESCAPE}"), ""),
    (("progress", "resume", ESCAPE), ""),
    (("progress", "desk", f"events{ESCAPE}.jsonl"), ""),
    (("progress", "restore"), ""),
    (("packs", "list"), ""),
    (("packs", "check", "packs"), ""),
    (("packs", "check", f"packs/odd{ESCAPE}"), ""),
    (("packs", "check", "prep/pack"), ""),
    (("packs", "prove", "prep/pack"), ""),
    (("packs", "new", f"new{ESCAPE}"), ""),
    (("search", "what of"), ""),
    (("search", ESCAPE), ""),
    (("search", "overfitting", "--full"), ""),
    (("code", "list"), ""),
    (("code", "start", ESCAPE), ""),
    (("checklist",), ""),
    (("checklist", "--company", ESCAPE), ""),
    (("checklist", "done", ESCAPE), ""),
    (("story", "list"), ""),
    (("story", "list", "--gaps"), ""),
    (("story", "check"), ""),
    (("story", "show", "b"), ""),
    (("story", "match", ESCAPE), ""),
    (("interview", "list"), ""),
    (("interview", "show", "2026-12-01"), ""),
    (
        ("interview", "add", "--company", ESCAPE, "--role", ESCAPE, "--starts", "2026-12-01 14:00"),
        "",
    ),
    (("debrief", "2026-12-01", "--asked", f"{ESCAPE}=2"), ""),
    (("email", "list"), ""),
    (("email", "draft", "thank-you", "2026-12-01"), ""),
    (("email", "draft", ESCAPE, ESCAPE), ""),
    (("email", "sent", ESCAPE), ""),
    (("mock", "--round", "ml-breadth", "--draw", "--company", ESCAPE), ""),
    (("mock", "--round", "ml-breadth", "--draw"), ""),
    (("site", "build", "--out", f"missing{ESCAPE}/x", "--config", f"none{ESCAPE}.yml"), ""),
    (("--workspace", f"none{ESCAPE}", "today"), ""),
    (("nosuch" + ESCAPE,), ""),
    (("today", f"--no{ESCAPE}"), ""),
]


def test_no_command_prints_what_a_terminal_acts_on(bench: Workbench) -> None:
    faults = []
    for arguments, stdin in COMMANDS:
        try:
            expect_harmless(bench.run(*arguments, stdin=stdin))
        except AssertionError as fault:
            faults.append(f"{arguments}: {str(fault).splitlines()[0]}")
    assert faults == []


def test_a_solution_cannot_write_to_the_terminal(bench: Workbench) -> None:
    exercise = bench.run("code", "list", "--json").expect(0).json()[0]["id"]
    bench.run("code", "start", exercise).expect(0)
    for path in (bench.folder / "prep" / "code").rglob("solution.py"):
        path.write_text(SOLUTION, encoding="utf-8")
    run = bench.run("code", "check", exercise)
    expect_harmless(run)
    assert run.status == 1


def test_the_whole_corpus_is_checked_without_an_escape(bench: Workbench, tmp_path: Path) -> None:
    """All bad pack files at once."""
    from tests.unit.loading.test_files import BAD

    root = write_pack(tmp_path / "bad", {})
    for number, (data, _, _) in enumerate(BAD.values()):
        (root / "questions" / "overfitting" / f"bad-{number}.md").write_bytes(data)
    for payload in read_payloads():
        write_hostile_pack(tmp_path / payload.pack, payload.pack, payload.text)
    run = bench.run("packs", "check", os.fspath(tmp_path))
    expect_harmless(run)
    assert run.status == 1
    assert run.stdout.count("\n") > len(BAD) + len(read_payloads())
