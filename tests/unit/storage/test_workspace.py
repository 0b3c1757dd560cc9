"""The learner's folder: found in order, made without questions, comments kept; imports that are partly bad."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from prep_tracker.errors import InputError, WorkspaceError
from prep_tracker.model.profile import Profile, Weekday
from prep_tracker.model.words import Level
from prep_tracker.storage.foreign import read_history
from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.profile import (
    TEMPLATE,
    decode_profile,
    read_profile,
    render_profile,
    write_profile,
)
from prep_tracker.storage.transfer import import_files
from prep_tracker.storage.workspace import create_workspace, find_workspace, get_workspace
from tests.workbench import Workbench

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_found_by_option_then_variable_then_folder_then_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    option, variable, near, far = (
        create_workspace(tmp_path / name, TEMPLATE).root
        for name in ("o", "v", "n", "data/prep-tracker")
    )
    inside = near / "stories"
    environ = {"PREP_TRACKER_HOME": str(variable)}
    assert get_workspace(option, environ, inside).root == option
    assert get_workspace(None, environ, inside).root == variable
    assert get_workspace(None, {}, inside).root == near
    assert get_workspace(None, {}, tmp_path).root == far
    assert find_workspace(tmp_path / "nowhere", environ, inside) is None
    with pytest.raises(WorkspaceError, match="not a workspace"):
        get_workspace(None, {"PREP_TRACKER_HOME": str(tmp_path / "nowhere")}, inside)


def test_comments_order_and_unknown_keys_survive() -> None:
    old = TEMPLATE.replace("level: mid ", "mine: 7  # my own\nlevel: mid ") + "# the end\n"
    aim = replace(
        Profile(),
        level=Level.SENIOR,
        interview_date=date(2027, 1, 15),
        days_off=(Weekday.SAT,),
        name="Zoë #1: 'x'",
    )
    new = render_profile(old, aim)
    assert [line for line in old.split("\n") if line.startswith("#")] == [
        line for line in new.split("\n") if line.startswith("#")
    ]
    assert "mine: 7  # my own" in new
    assert "# how fast you speak" in new
    assert render_profile(new, aim) == new


def test_profile_round_trip(tmp_path: Path) -> None:
    space = create_workspace(tmp_path / "w", TEMPLATE)
    aim = Profile(
        minutes_per_day=30,
        dates_off=(date(2026, 12, 24),),
        companies=("A & B", "companies/x"),
        name="no: yes",
    )
    write_profile(space, aim)
    assert read_profile(space) == aim == read_profile(space)


@pytest.mark.parametrize("values", [{"role": "king"}, {"minutes_per_day": "ten"}, {"minutes_per_day": 1.5}, {"retention": 2}, {"days_off": ["someday"]}, {"interview_date": "soon"}, ["x"]])  # fmt: skip
def test_bad_profile_says_what_and_how(values: object) -> None:
    with pytest.raises(WorkspaceError) as told:
        decode_profile(values, "profile.yml")
    assert told.value.hint


def test_init_never_blocks_and_changes_only_what_is_given(tmp_path: Path) -> None:
    bench = Workbench(tmp_path)
    bench.run("init", "w", "--off", "sat,sun", "--date", "2027-01-15", seconds=60).expect(0)
    path = tmp_path / "w" / "profile.yml"
    path.write_text(path.read_text() + "# mine\n")
    bench.run("init", "w", "--minutes", "30").expect(0)
    text = (tmp_path / "w" / "profile.yml").read_text()
    assert "minutes_per_day: 30" in text
    assert "days_off: [sat, sun]" in text
    assert text.endswith("# mine\n")
    bench.run("init", "w", "--level", "boss").expect(1).expect_text("boss", "senior")


GOOD = '{"v":1,"id":"event-%03d","kind":"review","item":"p/q","at":"2026-11-0%dT10:00:00.000Z","rating":3}\n'
BAD = (
    '{"v":1}',
    "nonsense",
    '{"v":NaN}',
    "[" * 50_000,
    '{"v":2,"id":"event-999"}',
    '{"a":1,"a":2}',
    "\x00",
    '{"v":1,"id":"x' + "y" * 70_000,
)


def test_bad_lines_are_named_and_good_ones_come_in(tmp_path: Path) -> None:
    space = create_workspace(tmp_path / "w", TEMPLATE)
    path = tmp_path / "in.jsonl"
    path.write_text(GOOD % (1, 1) + "".join(f"{line}\n" for line in BAD) + GOOD % (2, 2))
    with open_journal(space, now=NOW) as journal:
        imported = import_files(journal, [path])
        assert imported.merge.added == 2
        assert [problem.line for problem in imported.problems] == list(range(2, 2 + len(BAD)))
        assert all(problem.path == str(path) for problem in imported.problems)
        assert import_files(journal, [path]).merge.known == 2


def test_too_large_or_missing_file_is_refused(tmp_path: Path) -> None:
    space = create_workspace(tmp_path / "w", TEMPLATE)
    (tmp_path / "big.jsonl").write_bytes(b" " * 20_000_001)
    with open_journal(space, now=NOW) as journal:
        for name in ("big.jsonl", "none.jsonl", "."):
            with pytest.raises(InputError) as told:
                import_files(journal, [tmp_path / name])
            assert told.value.hint


def test_history_csv() -> None:
    text = "Note,Review Time,Ease,Duration\np/q,1795000000000,3,12.5\np/q,2026-11-22 10:00:00,3,1\np/q,1795000001,9,1\nnone,1795000002,3,1\n"
    reading = read_history(text.encode(), "h.csv")
    assert [(event.item, int(event.rating or 0), event.seconds) for event in reading.events] == [
        ("p/q", 3, 12.5)
    ]
    assert [problem.line for problem in reading.problems] == [3, 4, 5]
    with pytest.raises(InputError, match="no column"):
        read_history(b"a,b\n1,2\n", "h.csv")
