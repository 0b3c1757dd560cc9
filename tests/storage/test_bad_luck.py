"""Bad luck: full disk, read-only folder, newer, corrupt, truncated, empty and lost journals, clock and zone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from prep_tracker.errors import JournalError, WorkspaceError
from prep_tracker.memory.replay import replay_events
from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.model.profile import Profile
from prep_tracker.storage import backups, schema
from prep_tracker.storage.cards import read_cards
from prep_tracker.storage.clock import find_clock_warning
from prep_tracker.storage.days import read_days
from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.profile import TEMPLATE, read_profile, write_profile
from prep_tracker.storage.restore import restore_journal
from prep_tracker.storage.workspace import Workspace, create_workspace

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def make_event(number: int, at: datetime = NOW, **more: object) -> Event:
    """A review."""
    values: dict[str, object] = {
        "item": f"pack/q{number % 7}",
        "rating": Rating.GOOD,
        "seconds": 5,
        **more,
    }
    return Event(id=f"event-{number:05d}", kind=EventKind.REVIEW, at=at, **values)  # type: ignore[arg-type]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with 500 events and a backup of them."""
    space = create_workspace(tmp_path / "my prep ü 日本", TEMPLATE)
    with open_journal(space, now=NOW) as journal:
        journal.append(*(make_event(number) for number in range(500)))
    return space


def count(space: Workspace, now: datetime = NOW) -> int:
    """Events in the journal."""
    with open_journal(space, now=now) as journal:
        return sum(1 for _ in journal.read_all())


def run_child(code: str, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Python code in a process of its own that can read the package."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, **options,  # type: ignore[call-overload]
    )  # fmt: skip


APPEND = """
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from prep_tracker.errors import PrepTrackerError
    from prep_tracker.model.event import Event, EventKind, Rating
    from prep_tracker.storage.journal import open_journal
    from prep_tracker.storage.workspace import Workspace
    {before}
    done = 0
    try:
        with open_journal(Workspace(root=Path(sys.argv[1])), now=datetime(2026, 11, 22, 13, tzinfo=UTC)) as journal:
            for number in range(20000):
                journal.append(Event(id=f"later-{{number:05d}}", kind=EventKind.REVIEW, item="pack/one",
                    at=datetime(2026, 11, 22, 13, tzinfo=UTC), rating=Rating.GOOD, data={{"padding": "x" * 900}}))
                done += 1
        print("all", done)
    except PrepTrackerError as error:
        print("told", done, error.message, "|", error.hint)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs resource limits")
def test_file_that_may_not_grow(workspace: Workspace) -> None:
    limit = workspace.journal.stat().st_size + 100_000
    before = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    done = run_child(APPEND.format(before=before), str(workspace.root))
    word, number, message = done.stdout.split(" ", 2)
    assert word == "told", done.stdout + done.stderr
    assert int(number) > 0
    assert "was not saved" in message
    assert "space" in message
    assert count(workspace) == 500 + int(number)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    if (
        os.geteuid() != 0
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], check=False
        ).returncode
    ):
        pytest.skip("needs root to mount a small disk; test_file_that_may_not_grow runs everywhere")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_full_disk(small_disk: Path) -> None:
    space = create_workspace(small_disk / "prep", TEMPLATE)
    done = run_child(APPEND.format(before=""), str(space.root))
    word, number, message = done.stdout.split(" ", 2)
    assert word == "told", done.stdout + done.stderr
    assert int(number) > 50
    assert "disk is full" in message
    assert "was not saved" in message
    with suppress(OSError), (small_disk / "filler").open("wb", buffering=0) as stream:
        while True:
            stream.write(b"x" * 512)
    with pytest.raises(WorkspaceError, match="cannot be written"):
        write_profile(space, Profile(name="x" * 499, link="y" * 499))
    assert read_profile(space) == Profile()
    assert count(space) == int(number)
    (small_disk / "filler").unlink()
    with open_journal(space, now=NOW) as journal:
        journal.append(make_event(99_999))
    assert count(space) == int(number) + 1


@pytest.fixture
def locked(workspace: Workspace) -> Iterator[Workspace]:
    """The workspace in a folder that nobody can write to, not even root."""
    folder = workspace.root
    if os.geteuid() == 0:
        bound = (
            subprocess.run(
                ["mount", "--bind", "-o", "ro", str(folder), str(folder)], check=False
            ).returncode
            == 0
        )
        bound = (
            bound
            and subprocess.run(
                ["mount", "-o", "remount,ro,bind", str(folder)], check=False
            ).returncode
            == 0
        )
        if not bound:
            pytest.skip("root ignores permissions and cannot mount here")
    else:
        for path in (folder, folder / ".prep-tracker"):
            path.chmod(0o500)
        workspace.journal.chmod(0o400)
    with suppress(OSError):
        (folder / "probe").write_text("x")
        pytest.fail("the folder can be written to: the test would prove nothing")
    yield workspace
    if os.geteuid() == 0:
        subprocess.run(["umount", "-l", str(folder)], check=True)
    else:
        for path in (folder, folder / ".prep-tracker"):
            path.chmod(0o700)


def test_read_only_folder(locked: Workspace) -> None:
    with open_journal(locked, now=NOW) as journal:
        assert sum(1 for _ in journal.read_all()) == 500
        assert len(read_cards(journal, retention=0.9, cache=locked.cache)) == 7
        with pytest.raises(JournalError, match="was not saved") as told:
            journal.append(make_event(501))
    assert "writable" in told.value.hint
    with pytest.raises(WorkspaceError, match="cannot be") as text:
        write_profile(locked, Profile(name="Ada"))
    assert text.value.hint
    done = run_command(locked, "progress", "--json")
    assert done.returncode == 0, done.stderr


def run_command(
    space: Workspace, *arguments: str, stdin: str = "", **environ: str
) -> subprocess.CompletedProcess[str]:
    """The command line on a workspace."""
    return subprocess.run(
        [sys.executable, "-m", "prep_tracker", "--workspace", str(space.root), *arguments],
        capture_output=True, text=True, check=False, timeout=120, input=stdin,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", **environ},
    )  # fmt: skip


def test_newer_journal_is_refused_and_stays_byte_for_byte(workspace: Workspace) -> None:
    with closing(sqlite3.connect(workspace.journal)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = {path: path.read_bytes() for path in workspace.root.rglob("*") if path.is_file()}
    with pytest.raises(JournalError, match="newer prep-tracker") as told:
        open_journal(workspace, now=NOW + timedelta(days=3))
    assert "upgrade" in told.value.hint.lower()
    for command in (["review"], ["progress"], ["progress", "restore"], ["doctor"]):
        done = run_command(workspace, *command)
        assert done.returncode == 1, done.stdout
        assert "newer prep-tracker" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    after = {
        path: path.read_bytes()
        for path in workspace.root.rglob("*")
        if path.is_file() and ".prep-tracker/cache" not in str(path)
    }
    assert after == before


def test_foreign_database_is_refused_untouched(workspace: Workspace) -> None:
    workspace.journal.unlink()
    with closing(sqlite3.connect(workspace.journal)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.commit()
    before = workspace.journal.read_bytes()
    with pytest.raises(JournalError, match="not a journal"):
        open_journal(workspace, now=NOW)
    assert workspace.journal.read_bytes() == before


def overwrite(path: Path, start: int, content: bytes) -> None:
    """Damage a file."""
    with path.open("r+b") as stream:
        stream.seek(start)
        stream.write(content)


@pytest.mark.parametrize("damage", ["header", "garbage", "truncated", "middle"])
def test_corrupt_journal_is_kept_aside_and_the_backup_offered(
    workspace: Workspace, damage: str
) -> None:
    backups_before = backups.list_backups(workspace.backups)
    assert len(backups_before) == 1
    with open_journal(workspace, now=NOW + timedelta(hours=1)) as journal:
        journal.append(*(make_event(number) for number in range(500, 600)))
    size = workspace.journal.stat().st_size
    if damage == "header":
        overwrite(workspace.journal, 0, b"not a database at all")
    elif damage == "garbage":
        workspace.journal.write_bytes(os.urandom(size))
    elif damage == "truncated":
        with workspace.journal.open("r+b") as stream:
            stream.truncate(size // 2)
    else:
        overwrite(workspace.journal, 4096, b"\xff" * (size - 2 * 4096))
    broken = workspace.journal.read_bytes()
    done = run_command(workspace, "progress")
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    assert "damaged" in done.stderr
    doctor = run_command(workspace, "doctor")
    assert "Traceback" not in doctor.stderr
    assert "damaged" in doctor.stdout
    aside = list(workspace.root.glob("journal.damaged-*.db"))
    assert [path.read_bytes() for path in aside] == [broken]
    assert "progress restore" in doctor.stdout
    restored = run_command(workspace, "progress", "restore")
    assert restored.returncode == 0, restored.stderr
    assert count(workspace) >= 500
    assert run_command(workspace, "progress").returncode == 0
    assert run_command(workspace, "progress", "restore").returncode == 1


def test_salvage_brings_back_what_the_backup_lacks(workspace: Workspace) -> None:
    with open_journal(workspace, now=NOW + timedelta(hours=1)) as journal:
        journal.append(*(make_event(number) for number in range(500, 3000)))
    with closing(sqlite3.connect(workspace.journal)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'events_by_item'"
        ).fetchone()[0]
    overwrite(workspace.journal, (page - 1) * 4096, b"\x00" * 4096)
    restored = restore_journal(workspace, NOW + timedelta(hours=2))
    assert restored.saved == 2500
    assert count(workspace) == 3000


@pytest.mark.parametrize("gone", [True, False])
def test_lost_journal_is_not_replaced_by_an_empty_one(workspace: Workspace, gone: bool) -> None:
    if gone:
        workspace.journal.unlink()
    else:
        workspace.journal.write_bytes(b"")
    with pytest.raises(JournalError, match="500 events"):
        open_journal(workspace, now=NOW)
    assert run_command(workspace, "progress", "restore").returncode == 0
    assert count(workspace) == 500


def test_damaged_cache_profile_and_shelf(workspace: Workspace) -> None:
    with open_journal(workspace, now=NOW) as journal:
        whole = read_cards(journal, retention=0.9, cache=workspace.cache)
        for content in (
            b"",
            b"{",
            b"[]",
            b'{"key": 1}',
            b"\xff" * 100,
            (workspace.cache / "cards.json").read_bytes()[:-50],
        ):
            (workspace.cache / "cards.json").write_bytes(content)
            assert read_cards(journal, retention=0.9, cache=workspace.cache) == whole
    shutil.rmtree(workspace.own / "cache")
    (workspace.own / "cache").write_text("a file in the way")
    with open_journal(workspace, now=NOW) as journal:
        assert read_cards(journal, retention=0.9, cache=workspace.cache) == whole
    workspace.profile.write_text("role: [mle\n")
    done = run_command(workspace, "review")
    assert done.returncode == 1
    assert "profile.yml:" in done.stderr
    workspace.profile.write_text("a: &x [1]\nb: *x\n")
    assert "profile" in run_command(workspace, "review").stderr
    workspace.profile.write_bytes(b"role: \xff\n")
    assert "UTF-8" in run_command(workspace, "review").stderr


def test_migration_backs_up_first_and_is_all_or_nothing(workspace: Workspace) -> None:
    later = NOW + timedelta(days=1)
    broken = (
        *schema.MIGRATIONS,
        ("CREATE TABLE more (x TEXT) STRICT", "INSERT INTO nowhere VALUES (1)"),
    )
    with pytest.raises(JournalError):
        open_journal(workspace, now=later, migrations=broken)
    assert len(backups.list_backups(workspace.backups)) == 2
    with closing(sqlite3.connect(workspace.journal)) as connection:
        assert schema.read_version(connection) == len(schema.MIGRATIONS)
        assert connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = 'more'"
        ).fetchone() == (0,)
    good = (*schema.MIGRATIONS, ("CREATE TABLE more (x TEXT) STRICT",))
    with open_journal(workspace, now=later, migrations=good) as journal:
        assert journal.read_rows("PRAGMA user_version") == [(len(good),)]
        assert sum(1 for _ in journal.read_all()) == 500
    with pytest.raises(JournalError, match="newer"):
        open_journal(workspace, now=later)


def test_events_cannot_be_changed_or_deleted(workspace: Workspace) -> None:
    with closing(sqlite3.connect(workspace.journal)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            connection.execute("UPDATE events SET rating = 4")
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            connection.execute("DELETE FROM events")


def test_pragmas(workspace: Workspace) -> None:
    with open_journal(workspace, now=NOW) as journal:
        assert journal.read_rows("PRAGMA journal_mode") == [("delete",)]
        assert journal.read_rows("PRAGMA synchronous") == [(3,)]
        assert journal.read_rows("PRAGMA busy_timeout")[0][0] >= 5000
        tables = journal.read_rows(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        assert all("STRICT" in sql for (sql,) in tables)


def test_backups_are_daily_and_thinned(workspace: Workspace) -> None:
    for day in range(1, 60):
        now = NOW + timedelta(days=day)
        with open_journal(workspace, now=now) as journal:
            journal.append(make_event(1000 + day, now))
            journal.append(make_event(2000 + day, now))
    found = backups.list_backups(workspace.backups)
    newest = [backup.at.date() for backup in found[:10]]
    assert newest == [(NOW + timedelta(days=day)).date() for day in range(59, 49, -1)]
    assert 10 <= len(found) <= 10 + 8 + 3
    assert found[-1].at <= NOW + timedelta(days=31)
    good = backups.find_good_backup(workspace.backups)
    assert good is not None
    assert good[1] == 500 + 59 * 2 - 1


def test_choose_kept_over_years() -> None:
    made = [NOW - timedelta(days=day) for day in range(1500)]
    kept = backups.choose_kept(made, NOW.date())
    assert set(made[:10]) <= kept
    assert 25 <= len(kept) <= 50
    assert min(kept) < NOW - timedelta(days=700)


def test_clock_that_jumps_back_a_day(workspace: Workspace) -> None:
    with open_journal(workspace, now=NOW) as journal:
        ahead = make_event(1000, NOW + timedelta(days=1), item="pack/clock")
        journal.append(ahead)
        warning = find_clock_warning(journal, NOW)
        assert "24 hours behind" in warning
        assert "Nothing is lost" in warning
        back = make_event(1001, NOW, item="pack/clock", rating=Rating.AGAIN)
        journal.append(back)
        card = read_cards(journal, retention=0.9, cache=workspace.cache)["pack/clock"]
        assert card.reviews == 2
        assert (
            card
            == replay_events([ahead, back], 0.9)["pack/clock"]
            == replay_events([back, ahead], 0.9)["pack/clock"]
        )
    assert count(workspace) == 502
    done = run_command(workspace, "review", PREP_TRACKER_NOW=NOW.isoformat())
    assert "check date and time" in done.stderr


@pytest.mark.parametrize(
    ("at", "offset", "day"),
    [
        (
            datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC),
            120,
            date(2026, 10, 24),
        ),  # 02:59 before the clocks go back
        (datetime(2026, 10, 25, 1, 0, 0, tzinfo=UTC), 60, date(2026, 10, 24)),  # 02:00 again
        (
            datetime(2026, 10, 25, 3, 0, 0, tzinfo=UTC),
            60,
            date(2026, 10, 25),
        ),  # 04:00: the day begins
        (
            datetime(2026, 3, 29, 1, 59, 0, tzinfo=UTC),
            120,
            date(2026, 3, 28),
        ),  # 03:59 after they went forward
        (datetime(2026, 3, 29, 2, 0, 0, tzinfo=UTC), 120, date(2026, 3, 29)),
        (
            datetime(2026, 5, 1, 10, 0, 0, tzinfo=UTC),
            14 * 60,
            date(2026, 5, 1),
        ),  # Kiritimati, 00:00 on May 2
        (datetime(2026, 5, 1, 15, 59, 0, tzinfo=UTC), -11 * 60, date(2026, 5, 1)),
    ],
)
def test_day_by_the_local_time_of_the_event(
    workspace: Workspace, at: datetime, offset: int, day: date
) -> None:
    event = make_event(5000, at, offset=offset)
    assert event.day == day
    with open_journal(workspace, now=NOW) as journal:
        journal.append(event)
        assert day in read_days(journal)
        assert read_days(journal)[day].events == 1


def test_zone_change_moves_no_card_and_no_day(workspace: Workspace) -> None:
    tokyo, berlin = timezone(timedelta(hours=9)), timezone(timedelta(hours=1))
    here = make_event(
        6000, datetime(2026, 11, 1, 22, 0, tzinfo=berlin), item="pack/zone", offset=60
    )
    there = make_event(6000, datetime(2026, 11, 2, 6, 0, tzinfo=tokyo), item="pack/zone", offset=60)
    assert here == there
    assert replay_events([here], 0.9) == replay_events([there], 0.9)
    days = []
    for zone in ("Europe/Berlin", "Asia/Tokyo", "Pacific/Kiritimati", "America/St_Johns"):
        with open_journal(workspace, now=NOW) as journal, suppress(JournalError):
            journal.append(here)
        done = run_command(
            workspace, "progress", "--json", TZ=zone, PREP_TRACKER_NOW="2026-11-23T12:00:00+00:00"
        )
        assert done.returncode == 0, done.stderr
        days.append(done.stdout[done.stdout.index('"days"') : done.stdout.index('"strength"')])
    assert len(set(days)) == 1


@pytest.mark.parametrize("locale", ["C", "tr_TR.UTF-8", "POSIX"])
def test_odd_locale(workspace: Workspace, locale: str) -> None:
    done = run_command(
        workspace,
        "review",
        stdin=" \n3\nq\n",
        LC_ALL=locale,
        LANG=locale,
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
