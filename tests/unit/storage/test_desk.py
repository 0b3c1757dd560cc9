"""What was written in the page becomes files, and nothing that was there before is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.workbench import Workbench

STORY = {
    "title": "The model that forgot weekends", "competencies": ["failure", "ownership"], "project": "",
    "parts": {"Situation": "A bakery.", "Action": "I looked.\n## Not a heading", "Extra": "kept"}, "numbers": ["12 %"],
}  # fmt: skip
INTERVIEW = {
    "company": "Northwind", "role": "ML engineer", "starts": "2027-01-15 14:00", "status": "onsite", "rounds": ["coding"],
    "people": [{"name": "Aiko Tanaka", "discussed": "late labels"}], "asked": [{"text": "Why?", "went": 2}], "promised": "the notebook",
}  # fmt: skip
PROFILE = {
    "role": "genai",
    "level": "senior",
    "interview_date": "2027-01-15",
    "minutes_per_day": 30,
    "colour": "red",
}


def write_events(path: Path, documents: dict[str, Any], start: int = 0) -> Path:
    lines = [
        {"v": 1, "id": f"event-{start + number:06d}", "kind": "document", "item": name, "at": f"2026-11-{20 + start:02d}T10:00:00.000Z",
         "offset": 0, "rating": None, "seconds": 0, "origin": "browser", "data": {"body": body}}
        for number, (name, body) in enumerate(documents.items())
    ]  # fmt: skip
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    bench = Workbench(tmp_path / "bench").setenv(PREP_TRACKER_HOME=str(tmp_path / "own"))
    bench.run("init", "--yes").expect(0)
    return bench


def take_in(bench: Workbench, documents: dict[str, Any], start: int = 0) -> Any:
    file = write_events(bench.folder / f"phone-{start}.jsonl", documents, start)
    return bench.run("progress", "import", str(file)).expect(0)


def states(bench: Workbench) -> dict[str, str]:
    rows = bench.run("progress", "desk", "--json").expect(0).json()["documents"]
    return {row["name"]: row["state"] for row in rows}


def test_import_writes_what_has_no_file_and_names_what_differs(
    bench: Workbench, tmp_path: Path
) -> None:
    run = take_in(bench, {"story/weekends": STORY, "interview/northwind": INTERVIEW, "profile": PROFILE,
                          "checklist/2027-01-15": {"done": []}, "story/../../evil": STORY})  # fmt: skip
    run.expect_text("weekends.md", "northwind.yml", "progress desk --take profile")
    shown = bench.run("story", "show", "weekends").expect(0).stdout
    assert "A bakery." in shown
    assert "kept" in shown
    assert bench.run("interview", "show", "northwind", "--json").json()["asked"][0]["went"] == 2
    assert states(bench) == {
        "interview/northwind": "same",
        "profile": "differs",
        "story/weekends": "same",
    }
    assert not (tmp_path / "evil.md").exists()


def test_a_file_of_one_s_own_is_replaced_only_when_asked_and_kept_beside(
    bench: Workbench, tmp_path: Path
) -> None:
    own = tmp_path / "own" / "stories"
    own.mkdir(exist_ok=True)
    (own / "weekends.md").write_text("---\ntitle: Mine\n---\n\n## Situation\n\nMy words.\n")
    take_in(bench, {"story/weekends": STORY}).expect_text("Not written")
    assert "My words." in (own / "weekends.md").read_text()
    bench.run("progress", "desk", "--take", "story/weekends").expect(0)
    assert "A bakery." in (own / "weekends.md").read_text()
    replaced = list((tmp_path / "own").glob("**/replaced/*-weekends.md"))
    assert ["My words." in path.read_text() for path in replaced] == [True]
    assert states(bench) == {"story/weekends": "same"}


def test_the_profile_takes_the_page_s_aim_and_keeps_the_rest(
    bench: Workbench, tmp_path: Path
) -> None:
    path = tmp_path / "own" / "profile.yml"
    path.write_text(path.read_text().replace("retention: 0.9 ", "retention: 0.85 "))
    take_in(bench, {"profile": PROFILE})
    bench.run("progress", "desk", "--take", "profile").expect(0)
    text = path.read_text()
    assert "role: genai" in text
    assert "retention: 0.85" in text
    assert "# how fast you speak" in text
    assert "colour" not in text
    assert states(bench) == {"profile": "same"}
    take_in(bench, {"profile": {**PROFILE, "interview_date": ""}}, start=1)
    bench.run("progress", "desk", "--take", "profile").expect(0)
    assert (
        "2027" not in path.read_text().split("interview_date:")[1].splitlines()[0].partition("#")[0]
    )


def test_an_interview_keeps_what_only_its_file_says(bench: Workbench, tmp_path: Path) -> None:
    take_in(bench, {"interview/northwind": INTERVIEW})
    path = tmp_path / "own" / "interviews" / "northwind.yml"
    path.write_text(path.read_text() + "team: Search\ndecided: 2027-02-01\n")
    assert states(bench) == {"interview/northwind": "same"}
    take_in(bench, {"interview/northwind": {**INTERVIEW, "notes": "It went well."}}, start=1)
    assert states(bench) == {"interview/northwind": "differs"}
    bench.run("progress", "desk", "--take", "interview/northwind").expect(0)
    assert "It went well." in path.read_text()
    assert "decided: 2027-02-01" in path.read_text()


def test_what_cannot_be_used_is_named(bench: Workbench) -> None:
    run = take_in(
        bench,
        {
            "story/x": {"title": ["a"]},
            "interview/y": {"role": "no company"},
            "profile": {"role": "king"},
        },
    )
    run.expect_text(
        "story/x cannot be used", "interview/y cannot be used", "profile cannot be used"
    )
    assert set(states(bench).values()) == {"broken"}
    bench.run("progress", "desk", "--take", "interview/y").expect(1).expect_text(
        "Correct it in the page"
    )
    bench.run("progress", "desk", "--take", "story/z").expect(1).expect_text("has no 'story/z'")


def test_files_are_given_to_the_page_and_come_back_the_same(
    bench: Workbench, tmp_path: Path
) -> None:
    bench.run(
        "story", "new", "Late labels", "--competency", "impact", "--part", "Action=I waited."
    ).expect(0)
    bench.run("interview", "add", "--company", "Acme", "--starts", "2027-01-15 14:00").expect(0)
    assert states(bench) == {}
    bench.run("progress", "desk", "--give").expect(0).expect_text("3 documents given")
    assert set(states(bench).values()) == {"same"}
    bench.run("progress", "desk", "--give").expect(0).expect_text("0 documents given")
    bench.run("progress", "export", "all.jsonl").expect(0)
    other = Workbench(tmp_path / "other").setenv(PREP_TRACKER_HOME=str(tmp_path / "other-own"))
    other.run("init", "--yes").expect(0)
    other.run("progress", "import", str(bench.folder / "all.jsonl")).expect(0)
    assert "I waited." in other.run("story", "show", "late-labels").expect(0).stdout
    assert set(states(other).values()) == {"same"}


def test_a_file_that_says_one_thing_twice_is_not_touched(bench: Workbench, tmp_path: Path) -> None:
    take_in(bench, {"interview/northwind": INTERVIEW})
    path = tmp_path / "own" / "interviews" / "northwind.yml"
    path.write_text(path.read_text() + "notes: mine\nnotes: twice\n")
    before = path.read_text()
    take_in(bench, {"interview/northwind": {**INTERVIEW, "notes": "The page's."}}, start=1)
    run = bench.run("progress", "desk", "--take", "interview/northwind").expect(1)
    run.expect_text("cannot be changed", "Correct it in your editor")
    assert path.read_text() == before
