"""Bad luck with everything on the desk: a clear sentence, an exit code, no traceback, and nothing of the learner's lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import render_question, write_pack
from tests.hostile.desk import COMMANDS, digest, make_desk
from tests.workbench import Run, Workbench

OWN = ("profile.yml", "stories/größe.md", "interviews/grösse-gmbh-2026-12-01.yml", "pack/pack.yml")
DAMAGES: dict[str, bytes] = {
    "empty": b"",
    "garbage": bytes(range(256)) * 8,
    "zeros": b"\0" * 5000,
    "not closed": b'"a: [b, {c: "d',
    "a list": b"- a\n- b\n",
    "a bomb": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "deep": b"[" * 3000,
    "large": b"a: b\n" * 1_200_000,
    "another alphabet": "größe: ñ\n".encode("utf-16"),
}
WORDS = ("today", "checklist", "review")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    """A desk that no test changes."""
    return make_desk(tmp_path_factory.mktemp("luck"))


@pytest.fixture
def desk(whole: Workbench, tmp_path: Path) -> Workbench:
    """A copy of the desk."""
    folder = tmp_path / whole.folder.name
    shutil.copytree(whole.folder, folder)
    bench = Workbench(folder)
    bench.environ = {
        name: value.replace(str(whole.folder), str(folder)) for name, value in whole.environ.items()
    }
    return bench


def expect_sentence(run: Run) -> Run:
    """It worked, or said in plain words why not and what to do."""
    text = run.stdout + run.stderr
    assert "Traceback" not in text, text
    assert "Exception ignored" not in text, text
    assert run.status in {0, 1}, text
    if run.status and "error:" in run.stderr:
        assert "hint:" in run.stderr, text
    return run


def run_day(bench: Workbench, *, only: tuple[str, ...] = ()) -> dict[str, int]:
    """Run the commands of a day; the exit status of each."""
    return {
        " ".join(arguments): expect_sentence(bench.run(*arguments, stdin=stdin)).status
        for arguments, stdin in COMMANDS
        if not only or arguments[0] in only
    }


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_files_of_the_learner(desk: Workbench, damage: str) -> None:
    """Each file of theirs in turn: named in the sentence, and left as it is."""
    prep = desk.folder / "prep"
    for name in OWN:
        sound = (prep / name).read_bytes()
        (prep / name).write_bytes(DAMAGES[damage])
        before = digest(prep / "stories") | digest(prep / "interviews")
        run = expect_sentence(desk.run({"s": "story", "i": "interview"}.get(name[0], "today"), *(["list"] if name[0] in "si" else [])))  # fmt: skip
        if run.status:
            assert Path(name).stem.rpartition("/")[2] in run.stderr + run.stdout
        assert (prep / name).read_bytes() == DAMAGES[damage]
        assert digest(prep / "stories") | digest(prep / "interviews") == before
        (prep / name).write_bytes(sound)
    assert set(run_day(desk, only=("today", "interview")).values()) == {0}


def test_a_truncated_file_at_every_length(desk: Workbench) -> None:
    prep = desk.folder / "prep"
    for name in OWN[:3]:
        sound = (prep / name).read_bytes()
        for part in (0.3, 0.9):
            (prep / name).write_bytes(sound[: int(len(sound) * part)])
            command = {"s": ["story", "check"], "i": ["interview", "list"]}.get(name[0], ["plan"])
            expect_sentence(desk.run(*command))
        (prep / name).write_bytes(sound)


def test_folders_and_links_where_files_should_be(desk: Workbench) -> None:
    prep = desk.folder / "prep"
    for name in OWN[:3]:
        (prep / name).rename(prep / "aside")
        (prep / name).mkdir()
        expect_sentence(desk.run("today"))
        expect_sentence(desk.run("story", "list"))
        expect_sentence(desk.run("interview", "list"))
        (prep / name).rmdir()
        (prep / name).symlink_to(prep / "nowhere")
        expect_sentence(desk.run("today"))
        (prep / name).unlink()
        (prep / "aside").rename(prep / name)


@pytest.mark.parametrize("damage", ["empty", "garbage", "half", "folders", "gone"])
def test_damaged_caches_change_nothing(desk: Workbench, damage: str) -> None:
    """Everything that can be made again is made again."""
    only = ("today", "review", "search")
    sound = run_day(desk, only=only)
    places = [desk.folder / "cache", desk.folder / "prep" / ".prep-tracker" / "cache"]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert len(files) > 10
    for path in files:
        if damage in {"folders", "gone"}:
            path.unlink()
            if damage == "folders":
                path.mkdir()
        elif damage == "half":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        else:
            path.write_bytes(DAMAGES[damage])
    assert run_day(desk, only=only) == sound


SETTINGS: dict[str, dict[str, str]] = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "POSIX": {"LC_ALL": "POSIX"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "40 columns": {"COLUMNS": "40", "LINES": "10"},
    "no home": {"HOME": "/dev/null/nobody", "PREP_TRACKER_CACHE": "/dev/null/cache"},
    "no TERM": {"TERM": "", "NO_COLOR": ""},
    "dumb": {"TERM": "dumb"},
    "clock before 1980": {"PREP_TRACKER_NOW": "1979-06-01T12:00:00+00:00"},
    "far future": {"PREP_TRACKER_NOW": "2099-12-31T23:59:59+00:00"},
    "clocks go forward": {
        "TZ": "Europe/Berlin",
        "PREP_TRACKER_NOW": "2027-03-28T01:30:00+00:00",
    },
    "clocks go back": {"TZ": "Europe/Berlin", "PREP_TRACKER_NOW": "2026-10-25T00:59:59+00:00"},
    "unknown zone": {"TZ": "Nowhere/Land"},
}


@pytest.mark.parametrize("name", SETTINGS)
def test_odd_surroundings(desk: Workbench, name: str) -> None:
    desk.setenv(**SETTINGS[name])
    before = digest(desk.folder / "prep" / "stories")
    statuses = run_day(desk, only=WORDS)
    assert digest(desk.folder / "prep" / "stories") == before
    assert set(statuses.values()) <= ({0, 1} if name == "clock before 1980" else {0})


def test_a_terminal_of_40_columns_is_kept_to(desk: Workbench) -> None:
    run = desk.setenv(COLUMNS="40").run("review", "--limit", "1", stdin="\n3\n").expect(0)
    assert max(len(line) for line in run.stdout.splitlines()) <= 40


def test_a_home_that_cannot_be_written_to(tmp_path: Path) -> None:
    """The default places are below it: every command says so."""
    bench = Workbench(tmp_path / "x").setenv(HOME="/dev/null/nobody", PREP_TRACKER_PLUGINS="")
    del bench.environ["PREP_TRACKER_CACHE"]
    for arguments in (("init", "--yes"), ("today",), ("review",), ("packs", "list"), ("search", "x"), ("doctor",)):  # fmt: skip
        run = expect_sentence(bench.run(*arguments))
        assert run.stdout or run.stderr


SHELL = {
    "nobody reads on": "{} | true",
    "one line is read": "{} | head -n 1",
    "stdout closed": "{} >&-",
    "stderr closed": "{} 2>&-",
    "all closed": "{} <&- >&- 2>&-",
    "no terminal": "{} </dev/null",
    "full disk behind stdout": "{} >/dev/full",
}


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("name", SHELL)
def test_streams_that_end(desk: Workbench, name: str) -> None:
    for arguments in ("plan --all", "review --limit 1", "search overfitting", "mock --round ml-breadth", "init"):  # fmt: skip
        command = SHELL[name].format(f"{sys.executable} -m prep_tracker {arguments}")
        done = subprocess.run(
            ["bash", "-c", command], cwd=desk.folder, env=desk.environ, capture_output=True, check=False,
            stdin=subprocess.DEVNULL, timeout=120,
        )  # fmt: skip
        text = (done.stdout + done.stderr).decode()
        assert "Traceback" not in text, f"{command}\n{text}"
        assert "Exception ignored" not in text, f"{command}\n{text}"


def start(bench: Workbench, *arguments: str) -> subprocess.Popen[str]:
    """A command that runs beside others."""
    return subprocess.Popen(
        [*bench.command, *arguments], cwd=bench.folder, env=bench.environ, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


def test_two_of_everything_at_once(desk: Workbench) -> None:
    """Two imports, two reviews, two notes of one interview: nobody's events are lost, nobody sees a traceback."""
    desk.run("progress", "export", "one.jsonl").expect(0)
    line = (desk.folder / "one.jsonl").read_text("utf-8").splitlines()[-1]
    for name in ("a", "b"):
        lines = [line.replace('"id":"', f'"id":"{name}{n}-', 1) for n in range(300)]
        desk.write(f"{name}.jsonl", "\n".join(lines) + "\n")
    pairs = [
        (("progress", "import", "a.jsonl"), ("progress", "import", "b.jsonl")),
        (("plan",), ("plan",)),
        (("story", "list"), ("checklist",)),
        (("interview", "add", "--company", "A", "--starts", "2026-12-02 10:00"),
         ("interview", "add", "--company", "B", "--starts", "2026-12-03 10:00")),
        (("init", "--yes", "--name", "One"), ("init", "--yes", "--name", "Two")),
        (("search", "bayes"), ("search", "overfitting")),
    ]  # fmt: skip
    for pair in pairs:
        children = [start(desk, *arguments) for arguments in pair]
        for child in children:
            out, err = child.communicate(timeout=120)
            expect_sentence(Run(child.returncode, out, err))
    desk.run("progress", "export", "all.jsonl").expect(0)
    text = (desk.folder / "all.jsonl").read_text("utf-8")
    assert sum(f'"{name}{n}-' in text for name in "ab" for n in range(300)) == 600
    assert len(list((desk.folder / "prep" / "interviews").glob("*.yml"))) == 3


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_an_interrupted_build_keeps_the_old_site_whole(desk: Workbench) -> None:
    """Killed at several moments, beside each other, with a damaged work folder: old or new, never a mixture."""
    folder = desk.folder / "größe pack"
    write_pack(folder, {"one": render_question()}, pack="extra")
    build = ("site", "build", "--pack", str(folder), "--out", "my site ü")
    desk.run(*build).expect(0)
    site = desk.folder / "my site ü"
    old = digest(site)
    write_pack(folder, {"two": render_question(ask="Another one, is it?")}, pack="extra")
    for wait in (0.2, 0.5, 0.8, 1.1):
        child = start(desk, *build)
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        child.communicate()
        found = digest(site)
        assert found == old or b"Another one" in b"".join(found.values())
        assert "index.html" in found
    children = [start(desk, *build) for _ in range(2)]
    for child in children:
        out, err = child.communicate(timeout=300)
        expect_sentence(Run(child.returncode, out, err))
    desk.run(*build).expect(0)
    new = digest(site)
    for path in [path for path in (desk.folder / "cache").rglob("*") if path.is_file()]:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    expect_sentence(desk.run(*build))
    assert digest(site).keys() == new.keys()
    assert [path.name for path in desk.folder.iterdir() if path.name.startswith(".my site")] == []
