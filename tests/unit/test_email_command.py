"""`email`: sent mails are not due any more, missing fields are named, hostile names are printed clean."""

from __future__ import annotations

from pathlib import Path

import pytest
import vobject

from tests.builders import MANIFEST
from tests.workbench import ROOT, Workbench


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    bench = Workbench(tmp_path / "desk").setenv(
        PREP_TRACKER_NOW="2026-11-16T18:00:00+00:00", TZ="Europe/Berlin"
    )
    bench.run("init", "ws", "--date", "2026-12-01").expect(0)
    bench.setenv(PREP_TRACKER_HOME=str(bench.folder / "ws"))
    bench.run(
        "interview",
        "add",
        "--company",
        "Northwind",
        "--starts",
        "2026-11-16 15:00",
        "--person",
        "Aiko Tanaka",
        "--person",
        "Tomasz Nowak",
    ).expect(0)
    return bench


def due(bench: Workbench) -> list[tuple[str, str]]:
    return [
        (mail["template"], mail["to"])
        for mail in bench.run("email", "list", "--json").expect(0).json()["due"]
    ]


def test_a_sent_mail_is_not_due_any_more(bench: Workbench) -> None:
    assert due(bench) == [
        ("follow-up/thank-you-panel", "Aiko Tanaka"),
        ("follow-up/thank-you-panel", "Tomasz Nowak"),
    ]
    bench.run("email", "sent", "thank-you-panel", "--interview", "north", "--to", "Aiko").expect(0)
    assert due(bench) == [("follow-up/thank-you-panel", "Tomasz Nowak")]


def test_a_missing_field_is_an_error_that_names_it_and_the_way_out(bench: Workbench) -> None:
    run = bench.run("email", "draft", "thank-you-panel", "--interview", "north").expect(1)
    assert "discussed" in run.stderr
    assert "--set" in run.stderr
    assert run.stdout == ""


def test_two_nearly_equal_mails_of_a_panel_are_warned_of(bench: Workbench) -> None:
    sets = [
        "me.name=Sam",
        "discussed=drift",
        "learned=why alarms lag",
        "round=ML depth",
        "interviewer.role=engineer",
    ]
    flags = [part for text in sets for part in ("--set", text)]
    run = bench.run(
        "email", "draft", "thank-you-panel", "--interview", "north", "--to", "all", *flags
    ).expect(0)
    assert run.stdout.count("Subject:") == 2
    assert "% the same" in run.stderr


def test_control_characters_of_the_log_do_not_reach_the_terminal(bench: Workbench) -> None:
    log = bench.folder / "ws" / "interviews" / "northwind-2026-11-16.yml"
    log.write_text(log.read_text("utf-8").replace("Aiko Tanaka", '"Aiko \\x1b[2J\\x07"'), "utf-8")
    for command in (
        ["interview", "show", "north"],
        ["interview", "list"],
        ["email", "list"],
        ["checklist"],
    ):
        run = bench.run(*command).expect(0)
        assert "\x1b" not in run.stdout + run.stderr
        assert "\x07" not in run.stdout + run.stderr


def test_a_wrong_line_in_the_log_names_the_file_and_leaves_the_rest(bench: Workbench) -> None:
    (bench.folder / "ws" / "interviews" / "broken.yml").write_text(
        "company: Acme\nstarts: tomorrow\n", "utf-8"
    )
    run = bench.run("interview", "list").expect(0)
    assert "broken.yml" in run.stderr
    assert "Northwind" in run.stdout


def test_the_learners_own_template_wins_over_one_of_the_same_name(bench: Workbench) -> None:
    source = ROOT / "packs" / "follow-up" / "emails" / "decline.md.j2"
    own = bench.folder / "ws" / "pack" / "emails"
    own.mkdir(parents=True)
    (own.parent / "pack.yml").write_text(MANIFEST.format(id="mine"), "utf-8")
    text = source.read_text("utf-8").replace(
        "Thank you for the offer, and for the care", "Thanks a lot for the offer, and for the care"
    )
    (own / "decline.md.j2").write_text(text, "utf-8")
    sets = [
        part
        for field in ("me.name=Sam", "recruiter.first_name=Dana", "reason=another role")
        for part in ("--set", field)
    ]
    bench.run("email", "draft", "decline", "--interview", "north", *sets).expect(0).expect_text(
        "Thanks a lot for the offer"
    )


def test_the_calendar_has_interviews_sittings_and_follow_ups(bench: Workbench) -> None:
    bench.run("interview", "list", "--ics", "all.ics").expect(0)
    calendar = vobject.readOne((bench.folder / "all.ics").read_text("utf-8"))
    titles = [event.summary.value for event in calendar.vevent_list]
    assert any(title.startswith("Interview: Northwind") for title in titles)
    assert any(title.startswith("E-mail to Aiko Tanaka") for title in titles)
    assert len(titles) > 10
    uids = [event.uid.value for event in calendar.vevent_list]
    assert len(set(uids)) == len(uids)
