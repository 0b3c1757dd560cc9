"""`plan` and `today` as a learner meets them, in a workspace of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench import Workbench

MONDAY = "2026-03-02T12:00:00+00:00"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    bench = Workbench(tmp_path_factory.mktemp("plan"))
    bench.setenv(PREP_TRACKER_HOME=str(bench.folder / "me"), PREP_TRACKER_NOW=MONDAY, TZ="UTC")
    bench.run("init", "--yes", "--date", "2026-03-12", "--minutes", "45").expect(0)
    return bench


def test_the_table_shows_days_readiness_and_what_is_left_out(bench: Workbench) -> None:
    run = bench.run("plan").expect(0)
    run.expect_text("Mon 2026-03-02", "all days", "on the day, with the plan", "30 minutes more")
    assert "Thu 2026-03-12" not in run.stdout


def test_json_keeps_its_form(bench: Workbench) -> None:
    plan = bench.run("plan", "--json").expect(0).json()
    assert [day["date"] for day in plan["days"]][:2] == ["2026-03-02", "2026-03-03"]
    assert len(plan["days"]) == 10
    for day in plan["days"]:
        assert sum(task["minutes"] for task in day["tasks"]) <= day["minutes"] + 0.01
    readiness = plan["readiness"]
    assert readiness["now"] < readiness["planned"] <= readiness["more"]
    assert readiness["by_tip"]


def test_flags_stand_in_for_the_profile(bench: Workbench) -> None:
    flags = ("--date", "2026-03-16", "--minutes", "20", "--off", "sat,sun")
    plan = bench.run("plan", "--json", *flags).expect(0).json()
    assert [day["minutes"] for day in plan["days"]] == [20] * 5 + [0, 0] + [20] * 5 + [0, 0]
    week = bench.run("plan", "--date", "2026-04-16").expect(0)
    week.expect_text("2026-03-23 +7 days")
    assert "+7 days" not in bench.run("plan", "--date", "2026-04-16", "--all").stdout
    assert bench.run("plan", "--off", "none").expect(0).stdout


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--date", "2026-03-03"), "tomorrow"),
        (("--date", "2026-03-02"), "today"),
        (("--date", "2026-01-01"), "nothing left to plan"),
        (("--date", "2027-03-02"), "a year"),
        (("--minutes", "0"), "no minutes"),
        (("--minutes", "960", "--date", "2027-01-01"), "more time than work"),
    ],
)
def test_odd_cases_give_a_sentence(bench: Workbench, flags: tuple[str, ...], words: str) -> None:
    bench.run("plan", *flags).expect(0).expect_text(words)


def test_a_wrong_day_off_is_two_lines(bench: Workbench) -> None:
    run = bench.run("plan", "--off", "someday").expect(1)
    assert len(run.stderr.strip().splitlines()) == 2


def test_why_explains_a_weight(bench: Workbench) -> None:
    first = bench.run("plan", "--json").json()["days"][0]["tasks"][0]["id"]
    bench.run("plan", "--why", first).expect(0).expect_text("weight", "asked", "Planned on")
    found = bench.run("plan", "--why", first, "--json").expect(0).json()
    product = 1.0
    for factor in found["factors"]:
        product *= factor["value"]
    assert abs(product / found["weight"] - 1) < 0.01
    bench.run("plan", "--why", "no-such-thing").expect(1)


def test_files_are_written(bench: Workbench) -> None:
    run = bench.run("plan", "--html", "p.html", "--svg", "p.svg", "--ics", "p.ics", "--at", "07:30")
    run.expect(0).expect_text("Wrote p.html.", "Wrote p.svg.", "Wrote p.ics.")
    folder: Path = bench.folder
    assert "Your plan to 2026-03-12" in (folder / "p.html").read_text()
    assert (folder / "p.svg").read_text().startswith("<svg")
    assert "DTSTART:20260302T073000" in (folder / "p.ics").read_text()


def test_today_is_the_plans_first_day(bench: Workbench) -> None:
    plan = bench.run("plan", "--json").json()
    day = bench.run("today", "--json").expect(0).json()
    assert day["tasks"] == plan["days"][0]["tasks"]
    assert bench.run("today", "--json").stdout == bench.run("today", "--json").stdout
    bench.run("today").expect(0).expect_text("1. ", "prep-tracker today --start", "Readiness")


def test_the_day_begins_at_four_in_the_morning(bench: Workbench) -> None:
    try:
        bench.setenv(PREP_TRACKER_NOW="2026-03-03T03:59:00+00:00")
        assert bench.run("today", "--json").json()["date"] == "2026-03-02"
        bench.setenv(PREP_TRACKER_NOW="2026-03-03T04:00:00+00:00")
        assert bench.run("today", "--json").json()["date"] == "2026-03-03"
    finally:
        bench.setenv(PREP_TRACKER_NOW=MONDAY)


def test_a_sitting_follows_the_plan_and_makes_it_anew(tmp_path: Path) -> None:
    bench = Workbench(tmp_path)
    bench.setenv(PREP_TRACKER_HOME=str(tmp_path / "me"), PREP_TRACKER_NOW=MONDAY, TZ="UTC")
    bench.run("init", "--yes", "--date", "2026-03-12", "--minutes", "45").expect(0)
    first = bench.run("today", "--json").json()["tasks"]
    run = bench.run("today", "--start", stdin="\n3\nq\n").expect(0)
    assert first[0]["title"][:40] in " ".join(run.stdout.split())


def test_without_a_workspace_there_is_still_a_plan(tmp_path: Path) -> None:
    bench = Workbench(tmp_path).setenv(PREP_TRACKER_NOW=MONDAY)
    bench.run("plan", "--minutes", "30").expect(0).expect_text("No interview date is set")
    bench.run("today").expect(0).expect_text("(supposed)")
