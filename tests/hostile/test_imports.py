"""Hostile files of progress and pictures: refused with a sentence, bounded in time and memory, nothing half imported."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prep_tracker.errors import InputError
from prep_tracker.loading import load_catalog
from prep_tracker.site.figures import draw_figure
from prep_tracker.site.library import Library
from prep_tracker.site.prose.highlight import Highlighter
from prep_tracker.site.prose.renderer import Renderer
from prep_tracker.storage.foreign import read_foreign
from prep_tracker.storage.journal import open_journal
from prep_tracker.storage.transfer import import_readings
from prep_tracker.storage.workspace import Workspace, create_workspace
from tests.builders import render_question, write_pack
from tests.hostile.packs import PNG

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
GOOD: dict[str, object] = {
    "v": 1, "id": "good-event-1", "kind": "review", "item": "pack/one", "at": "2026-11-22T10:00:00.000Z", "offset": 0,
    "rating": 3, "seconds": 5, "origin": "page", "data": {},
}  # fmt: skip


def line(**changes: object) -> bytes:
    """A sound event with something changed."""
    return json.dumps({**GOOD, **changes}).encode()


def database(path: Path, sql: str) -> bytes:
    """A SQLite file of somebody else."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
    return path.read_bytes()


def archive(**files: bytes) -> bytes:
    """A zip file; `UP` in a name goes up a folder."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name.replace("UP", "../../../"), content)
    return stream.getvalue()


LINES: dict[str, bytes] = {
    "NaN": b'{"v":1,"seconds":NaN}',
    "infinity": b'{"v":1,"seconds":-Infinity}',
    "a huge number": line().replace(b'"seconds": 5', b'"seconds": 1e999'),
    "a number of 5000 digits": line().replace(b'"seconds": 5', b'"seconds": ' + b"9" * 5000),
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "21 levels": line(data={"a": json.loads("[" * 21 + "]" * 21)}),
    "a key twice": b'{"v":1,"v":1}',
    "an unknown key": line(password="x"),
    "a prototype": line(__proto__={"x": 1}),
    "a newer form": line(v=99),
    "form true": line(v=True),
    "no id": line(id=""),
    "id a list": line(id=["x"]),
    "a long id": line(id="x" * 5000),
    "a lone half": line(id="\ud800"),
    "unknown kind": line(kind="drop table"),
    "rating 9": line(rating=9),
    "rating text": line(rating="3"),
    "rating true": line(rating=True),
    "year 9999": line(at="9999-12-31T23:59:59+00:00"),
    "no zone": line(at="2026-11-22T10:00:00"),
    "zone of 99 hours": line(offset=99 * 60),
    "data a list": line(data=[1]),
    "a list": b"[1,2]",
    "words": b"hello",
    "Latin-1": b'{"id":"\xe9"}',
    "a long line": b'{"v":1,"id":"' + b"x" * 400_000 + b'"}',
}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "prep", "")


@pytest.mark.parametrize("name", LINES)
def test_a_bad_line_is_named_and_the_good_one_comes_in_once(space: Workspace, name: str) -> None:
    path = space.root / "file.jsonl"
    path.write_bytes(LINES[name] + b"\n" + line() + b"\n")
    reading = read_foreign(path)
    assert [problem.line for problem in reading.problems] == [1]
    assert reading.problems[0].message
    with open_journal(space, now=NOW) as journal:
        assert import_readings(journal, [reading]).merge.added == 1
        assert import_readings(journal, [reading]).merge.added == 0
        assert [event.id for event in journal.read_all()] == ["good-event-1"]


def test_files_that_are_not_ours(tmp_path: Path) -> None:
    journal = database(tmp_path / "x.db", "PRAGMA user_version=1; CREATE TABLE events (id TEXT);")
    view = database(tmp_path / "y.db", "CREATE VIEW revlog AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) "
                    "SELECT x AS id FROM c; CREATE VIEW notes AS SELECT 1; CREATE VIEW cards AS SELECT 1; CREATE VIEW col AS SELECT 1;")  # fmt: skip
    files: dict[str, bytes] = {
        "a database.jsonl": journal,
        "a database.db": journal,
        "a package of something else.apkg": archive(x=b"x"),
        "a damaged package.apkg": (sound := archive(**{"collection.anki2": bytes(range(256)) * 90}))[:200]
        + bytes(byte ^ 0x5A for byte in sound[200:230]) + sound[230:],
        "a package of a foreign database.apkg": archive(**{"collection.anki2": journal}),
        "endless views.apkg": archive(**{"collection.anki2": view}),
        "no database inside.apkg": archive(**{"collection.anki21": b"SQLite format 3\0" + b"\xff" * 9000}),
        "a bomb.apkg": archive(**{"collection.anki2": b"\0" * 600_000_000}),
        "a way out.apkg": archive(**{"UPevil": b"x", "collection.anki2": b"x"}),
        "half a package.apkg": archive(**{"collection.anki2": journal})[:-40],
    }  # fmt: skip
    for name, content in files.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(InputError) as told:
            read_foreign(path)
        assert told.value.message, name
        assert told.value.hint, name
    assert not (tmp_path.parent / "evil").exists()


def test_places_that_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    with (tmp_path / "large.jsonl").open("wb") as stream:
        stream.truncate(25_000_000)
    for place in (tmp_path, tmp_path / "pipe.jsonl", tmp_path / "large.jsonl", Path("/dev/zero"), tmp_path / "none"):  # fmt: skip
        with pytest.raises(InputError):
            read_foreign(place)


PICTURES: dict[str, tuple[str, bytes]] = {
    "a page by the name of a picture": ("a.png", b"<!doctype html><script>alert(1)</script>"),
    "svg by the name of png": ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    "svg": ("a.svg", b"<svg/>"),
    "svgz": ("a.svgz", b"\x1f\x8b"),
    "gif by the name of png": ("a.png", b"GIF89a=1;alert(1)"),
    "webp without its word": ("a.webp", b"RIFF\0\0\0\0AVI "),
    "empty": ("a.png", b""),
    "large": ("a.png", PNG + b"\0" * (5 * 1024 * 1024)),
    "html": ("a.html", PNG),
    "two endings": ("a.png.html", PNG),
    "capital ending": ("a.PNG", PNG),
    "script": ("a.js", b"alert(1)"),
    "a name with quotes": ('a" onerror="alert(1).png', PNG),
    "a long name": ("a" * 90 + ".png", PNG),
    "a point first": (".a.png", PNG),
}  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
def test_hostile_picture_is_a_problem_and_in_no_site(tmp_path: Path, name: str) -> None:
    file, content = PICTURES[name]
    root = write_pack(tmp_path / "pack")
    (root / "figures").mkdir()
    (root / "figures" / file).write_bytes(content)
    (root / "figures" / "good.png").write_bytes(PNG)
    catalog = load_catalog([root])
    assert catalog.packs[0].figures == ("figures/good.png",)
    assert len(catalog.all_problems) == 1


def test_pictures_that_are_links_or_pipes(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    (root / "figures").mkdir()
    (tmp_path / "secret.png").write_bytes(PNG)
    (root / "figures" / "link.png").symlink_to(tmp_path / "secret.png")
    os.mkfifo(root / "figures" / "pipe.png")
    (root / "figures" / "folder.png").mkdir()
    catalog = load_catalog([root])
    assert catalog.packs[0].figures == ()
    assert {problem.code for problem in catalog.all_problems} == {"irregular-file"}


@pytest.mark.parametrize(
    "address",
    ["../../../etc/passwd", "figures/../../x.png", "/figures/good.png", "https://elsewhere.example/figures/good.png",
     "//elsewhere.example/figures/good.png", "data:image/png;base64,AAAA", "javascript:alert(1)//figures/good.png",
     'figures/good.png" onerror="alert(1)', "other-pack/figures/good.png?x"],
)  # fmt: skip
def test_an_image_leads_to_the_pack_s_own_picture_or_nowhere(tmp_path: Path, address: str) -> None:
    root = write_pack(tmp_path / "pack", {"one": render_question()})
    (root / "figures").mkdir()
    (root / "figures" / "good.png").write_bytes(PNG)
    library = Library(catalog=load_catalog([root]))
    renderer = Renderer(lambda _: "", Highlighter(), draw_figure, library.find_picture)
    renderer.start_page("pack")
    html = renderer.render(f"![words](<{address}>)", depth=2)
    assert "<img" not in html or 'src="../../' in html
    assert "onerror=" not in html or "<img" not in html
