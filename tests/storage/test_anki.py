"""The Anki package proved by the real Anki library: notes, fields, media, updates, and reviews back."""

from __future__ import annotations

import base64
import io
import sqlite3
import warnings
import zipfile
from pathlib import Path
from typing import Any

import pytest

from prep_tracker.catalog import Catalog
from prep_tracker.errors import InputError
from prep_tracker.loading import load_catalog
from prep_tracker.memory.anki_ids import FIELDS, note_guid
from prep_tracker.render.anki import write_package
from prep_tracker.storage.foreign import read_foreign
from tests.builders import render_question, write_pack

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    anki_collection = pytest.importorskip(
        "anki.collection", reason="pip install anki (it is in the dev group)"
    )

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ANSWER = """\
The loss is $L = \\frac{1}{n}\\sum_i (y_i - \\hat{y}_i)^2$, so $a < b$ and {{c1::nothing}} is hidden.

$$
\\nabla L = 0
$$

```python
print(1 < 2)
```

| a | b |
|---|---|
| 1 | 2 |

![A curve](figures/curve.png) ![Not there](figures/none.png) [sound:x.mp3]
"""
NOW = 1_795_000_000.0


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """Three questions, one of them with mathematics, code, a table and a picture."""
    root = write_pack(
        tmp_path / "sample",
        {"one": render_question(ask="Why square the error?", sections={"Answer": ANSWER}), "two": render_question(ask="What is a margin?"),
         "three": render_question(ask="What is a kernel?")},
    )  # fmt: skip
    (root / "figures").mkdir()
    (root / "figures" / "curve.png").write_bytes(PICTURE)
    return load_catalog([root])


def import_package(folder: Path, *packages: Path) -> Any:
    """A collection of the real Anki with packages imported one after the other."""
    collection = anki_collection.Collection(str(folder / "collection.anki2"))
    for package in packages:
        request = anki_collection.ImportAnkiPackageRequest(package_path=str(package))
        request.options.with_scheduling = True
        collection.import_anki_package(request)
    return collection


def test_notes_fields_tags_and_media_arrive(tmp_path: Path, catalog: Catalog) -> None:
    package = tmp_path / "deck.apkg"
    assert write_package(catalog, catalog.questions, package, NOW) == (3, 1)
    collection = import_package(tmp_path, package)
    try:
        notes = [collection.get_note(key) for key in collection.find_notes("")]
        assert len(notes) == 3
        assert collection.card_count() == 3
        note = next(note for note in notes if note["Id"] == "sample/one")
        assert tuple(note.keys()) == FIELDS
        assert note.guid == note_guid("sample/one")
        assert all(note[name] for name in FIELDS)
        assert "Why square the error?" in note["Question"]
        assert "\\(L = \\frac{1}{n}\\sum_i (y_i - \\hat{y}_i)^2\\)" in note["Answer"]
        assert "\\(a &lt; b\\)" in note["Answer"]
        assert "\\[\\nabla L = 0\\]" in note["Answer"]
        assert "<pre><code" in note["Answer"]
        assert "print(1 &lt; 2)" in note["Answer"]
        assert "<table>" in note["Answer"]
        assert "sample::overfitting" in note.tags
        assert "tip-06" in note.tags
        media = list(Path(collection.media.dir()).iterdir())
        assert [path.read_bytes() for path in media] == [PICTURE]
        assert f'src="{media[0].name}"' in note["Answer"]
        assert "none.png" not in note["Answer"]
        card = note.cards()[0]
        assert "Full answer" in card.answer()
        assert "{{c1::" not in note["Answer"]
        assert "[sound:" not in note["Answer"]
        assert collection.decks.name(card.did).startswith("prep-tracker::")
    finally:
        collection.close()


def test_second_import_updates_instead_of_doubling(tmp_path: Path, catalog: Catalog) -> None:
    first, second = tmp_path / "first.apkg", tmp_path / "second.apkg"
    write_package(catalog, catalog.questions, first, NOW)
    write_pack(tmp_path / "sample", {"two": render_question(ask="What does a margin buy you?")})
    write_package(
        load_catalog([tmp_path / "sample"]),
        load_catalog([tmp_path / "sample"]).questions,
        second,
        NOW + 86_400,
    )
    collection = import_package(tmp_path, first, second)
    try:
        notes = [collection.get_note(key) for key in collection.find_notes("")]
        assert len(notes) == 3
        asks = {note["Id"]: note["Question"] for note in notes}
        assert "What does a margin buy you?" in asks["sample/two"]
    finally:
        collection.close()


def answer_all(collection: Any) -> int:
    """Answer every card good, once; how many."""
    done = 0
    for key in collection.find_cards(""):
        card = collection.get_card(key)
        collection.decks.select(card.did)
        queued = collection.sched.get_queued_cards(fetch_limit=1).cards
        if not queued:
            continue
        from anki.scheduler.v3 import CardAnswer

        card = collection.get_card(queued[0].card.id)
        card.start_timer()
        answer = collection.sched.build_answer(
            card=card, states=queued[0].states, rating=CardAnswer.GOOD
        )
        collection.sched.answer_card(answer)
        done += 1
    return done


@pytest.mark.parametrize("legacy", [True, False])
def test_reviews_come_back_once(tmp_path: Path, catalog: Catalog, legacy: bool) -> None:
    package = tmp_path / "deck.apkg"
    write_package(catalog, catalog.questions, package, NOW)
    collection = import_package(tmp_path, package)
    out = tmp_path / "back.apkg"
    try:
        done = answer_all(collection)
        assert done >= 2
        options = anki_collection.ExportAnkiPackageOptions(
            with_scheduling=True, with_media=False, with_deck_configs=True, legacy=legacy
        )
        collection.export_anki_package(out_path=str(out), options=options, limit=None)
    finally:
        collection.close()
    reading = read_foreign(out)
    assert reading.problems == []
    assert len(reading.events) == done
    assert {event.item for event in reading.events} <= {"sample/one", "sample/two", "sample/three"}
    assert {int(event.rating or 0) for event in reading.events} == {3}
    again = read_foreign(out)
    assert [event.id for event in again.events] == [event.id for event in reading.events]


def pack_up(collection: bytes, name: str = "collection.anki2") -> bytes:
    """A package with any bytes as its collection."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(name, collection)
    return stream.getvalue()


def hostile_database(tmp_path: Path, *statements: str) -> bytes:
    """A SQLite file."""
    path = tmp_path / "hostile.sqlite"
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path.read_bytes()


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 1 AS nid, '' AS flds, '' AS guid FROM n"


def test_hostile_packages_are_refused(tmp_path: Path) -> None:
    cases = {
        "empty.apkg": b"",
        "torn.apkg": pack_up(b"x" * 100)[:60],
        "no-collection.apkg": pack_up(b"x", "media"),
        "not-sqlite.apkg": pack_up(b"x" * 5000),
        "no-tables.apkg": pack_up(hostile_database(tmp_path, "CREATE TABLE a (b)")),
        "bad-zstd.apkg": pack_up(b"x" * 50, "collection.anki21b"),
    }
    view = tmp_path / "views"
    view.mkdir()
    cases["views.apkg"] = pack_up(
        hostile_database(
            view, *(f"CREATE VIEW {table} AS {ENDLESS}" for table in ("notes", "cards", "revlog"))
        )
    )
    for name, content in cases.items():
        path = tmp_path / name
        path.write_bytes(content)
        try:
            reading = read_foreign(path)
        except InputError as error:
            assert error.hint, name  # noqa: PT017 - either is right: a refusal with a hint, or nothing read
        else:
            assert reading.events == [], name


def test_a_journal_is_not_opened_as_a_foreign_file(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(hostile_database(tmp_path, "CREATE TABLE events (id TEXT)"))
    with pytest.raises(InputError, match="is a database"):
        read_foreign(path)
