"""The JSON Schema for editors says of front matter what the reader says, by the word of a real validator."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from prep_tracker.loading import load_catalog
from prep_tracker.loading.rules.samples import (
    EXERCISE_FILES,
    SOUND_EMAIL,
    SOUND_QUESTION,
    SOUND_TASK,
)
from prep_tracker.loading.schema import make_schema

PACKS = Path(__file__).parents[2] / "packs"
COMPANY = """\
title: Northwind
summary: A shop.
caution: Loops change.
checked: "2026-01-31"
rounds:
  - {round: coding, title: Call, minutes: 30, basis: general, note: A talk., weights: {pack/overfitting: 2.5}}
values:
  - {title: Care, note: They look twice.}
sources:
  - {title: Careers, by: Northwind, year: 2026, url: "https://example.org/jobs"}
"""
PACK = """\
id: pack
title: A pack
summary: For a test.
licence: CC-BY-4.0
authors: [somebody]
schema: 1
topics:
  - {id: overfitting, title: Overfitting, tips: [6], summary: Gaps.}
"""
FILES = {
    "question": ("questions/overfitting/one.md", SOUND_QUESTION),
    "exercise": ("exercises/one/task.md", SOUND_TASK),
    "email": ("emails/one.md.j2", SOUND_EMAIL),
    "company": ("companies/one.yml", COMPANY),
    "pack": ("pack.yml", PACK),
}
KINDS = tuple(FILES)
PLACES = {
    "question": "*/questions/*/*.md",
    "exercise": "*/exercises/*/task.md",
    "email": "*/emails/*.md.j2",
    "company": "*/companies/*.yml",
    "pack": "*/pack.yml",
}
NOTHING = object()
STRANGE: tuple[Any, ...] = (
    NOTHING, None, True, "", " ", "no such word", 0, -1, 7, 10**7, 2.5, [], ["no such word"], [7], {}, {"a": "b"}, [{}],
)  # fmt: skip
BEYOND = {
    *(
        "unknown-topic",
        "unknown-syllabus-line",
        "unknown-question",
        "unknown-link",
        "replaced-still-there",
    ),
    *("ask-one-question", "exercise-signature", "email-fields"),
}
"""What only the catalog, or a rule that reads several parts of the file, can tell."""


class _Words(yaml.SafeLoader):
    """Reads dates as words, as editors do."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def cut(text: str) -> tuple[str, str]:
    """Front matter and the rest; a file that is YAML only has no rest."""
    found = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    return (found[1], text[found.end() :]) if found else (text, "")


def read_front(text: str) -> Any:
    return yaml.load(cut(text)[0], _Words)


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def validator(kind: str) -> Draft202012Validator:
    schema = make_schema(kind)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_every_built_in_file_holds(kind: str, validator: Draft202012Validator) -> None:
    paths = sorted(PACKS.glob(PLACES[kind]))
    assert paths
    wrong = {
        path.relative_to(PACKS).as_posix(): error.message
        for path in paths
        for error in validator.iter_errors(read_front(path.read_text(encoding="utf-8")))
    }
    assert wrong == {}


def test_the_sample_holds(kind: str, validator: Draft202012Validator, tmp_path: Path) -> None:
    front = read_front(FILES[kind][1])
    assert list(validator.iter_errors(front)) == []
    assert read_codes(tmp_path, kind, front) == set()


def read_codes(root: Path, kind: str, front: Any) -> set[str]:
    """Codes of what the reader finds wrong with the front matter."""
    name, text = FILES[kind]
    body = cut(text)[1]
    written = yaml.safe_dump(front, sort_keys=False, allow_unicode=True)
    files = {"pack.yml": PACK, name: f"---\n{written}---\n{body}" if body else written}
    if kind == "exercise":
        files |= {f"exercises/one/{other}": code for other, code in EXERCISE_FILES.items()}
    for path, content in files.items():
        place = root / "pack" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
    catalog = load_catalog([root / "pack"], check=True, with_installed=False)
    return {problem.code for problem in catalog.all_problems} - BEYOND


def list_places(value: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place inside a value; of a list the first item stands for all."""
    if place:
        yield place
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from list_places(inner, (*place, key))
    elif isinstance(value, list) and value:
        yield from list_places(value[0], (*place, 0))


def change(front: Any, place: tuple[str | int, ...], value: Any) -> Any:
    """A copy with another value at the place, or without the place."""
    changed = copy.deepcopy(front)
    inner = changed
    for step in place[:-1]:
        inner = inner[step]
    if value is NOTHING:
        del inner[place[-1]]
    else:
        inner[place[-1]] = value
    return changed


def list_changes(front: Any) -> Iterator[tuple[str, Any]]:
    """The front matter with one thing made strange, with words for it."""
    for place in list_places(front):
        for value in STRANGE:
            shown = "missing" if value is NOTHING else repr(value)
            yield f"{'.'.join(map(str, place))} {shown}", change(front, place, value)
    yield "another field", {**front, "another": "field"}


def test_schema_and_reader_refuse_the_same(
    kind: str, validator: Draft202012Validator, tmp_path: Path
) -> None:
    differ = []
    for number, (words, front) in enumerate(list_changes(read_front(FILES[kind][1]))):
        codes = read_codes(tmp_path / str(number), kind, front)
        errors = [error.message[:100] for error in validator.iter_errors(front)]
        if bool(codes) != bool(errors):
            differ.append(f"{words}: the reader says {sorted(codes)}, the schema {errors}")
    assert differ == []
