"""Bad pack files: each gives problems that name file and line, and never anything worse."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from prep_tracker.loading import load_catalog
from prep_tracker.loading.text import MAX_FILE_BYTES
from prep_tracker.model.problem import Problem
from tests.builders import render_question, write_pack

SOUND = render_question()


def problems_of(root: Path) -> tuple[Problem, ...]:
    """Everything wrong with one pack's folder."""
    return load_catalog([root], check=True).all_problems


def front(extra: str) -> str:
    """A sound question with more lines in the front matter."""
    return render_question(front=extra)


BAD = {
    "utf-16": (SOUND.encode("utf-16"), "not-utf-8", 1),
    "latin-1": (SOUND.replace("noise", "bru\xeet", 1).encode("latin-1"), "not-utf-8", 19),
    "nul": (SOUND.replace("noise", "noi\0se", 1).encode(), "hidden-character", 19),
    "escape": (SOUND.replace("noise", "noi\x1b[31mse", 1).encode(), "hidden-character", 19),
    "c1": (SOUND.replace("noise", "noi\x9bse", 1).encode(), "hidden-character", 19),
    "bidi": (SOUND.replace("noise", "noi\u202ese", 1).encode(), "hidden-character", 19),
    "zero width": (SOUND.replace("noise", "noi\u200bse", 1).encode(), "hidden-character", 19),
    "tag": (SOUND.replace("noise", "noi\U000e0041se", 1).encode(), "hidden-character", 19),
    "lone CR": (SOUND.replace("noise", "noi\rse", 1).encode(), "hidden-character", 19),
    "second BOM": (SOUND.replace("noise", "noi\ufeffse", 1).encode(), "hidden-character", 19),
    "empty": (b"", "no-front-matter", 1),
    "no front matter": (b"Hello\n", "no-front-matter", 1),
    "front matter not closed": (b"---\nask: x\n", "no-front-matter", 1),
    "front matter a list": (b"---\n- a\n---\n", "no-front-matter", 2),
    "front matter empty": (b"---\n---\n", "no-front-matter", 2),
    "anchor": (front("checked: &a 2026-01-01").encode(), "yaml-anchor", 10),
    "alias": (b"---\nask: *a\n---\n", "yaml-anchor", 2),
    "billion laughs": (b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n", "yaml-anchor", 2),
    "tag object": (b'---\nask: !!python/object/apply:os.system ["echo"]\n---\n', "yaml-tag", 2),
    "tag own": (b"---\nask: !x y\n---\n", "yaml-tag", 2),
    "merge": (b"---\n<<: {a: b}\n---\n", "yaml-merge", 2),
    "directive": (b"---\n%YAML 1.1\n--- \nask: x\n---\n", "", 0),
    "duplicate key": (front("level: mid").encode(), "duplicate-key", 10),
    "complex key": (b"---\n? [a]\n: b\n---\n", "complex-key", 2),
    "deep": (("---\nask: " + "[" * 5000 + "]" * 5000 + "\n---\n").encode(), "too-deep", 2),
    "deep, not closed": (("---\nask: " + "{a: " * 50_000 + "\n---\n").encode(), "too-deep", 2),
    "many values": (("---\nask: [" + "a," * 250_000 + "]\n---\n").encode(), "too-many-values", 2),
    "not YAML": (b"---\nask: 'x\n---\n", "yaml-syntax", 0),
    "tab": (b"---\nask:\n\t- x\n---\n", "yaml-syntax", 3),
    "too large": (SOUND.encode() + b"x" * MAX_FILE_BYTES, "irregular-file", 0),
    "field too long": (front("learn: " + "x" * 40_001).encode(), "unknown-field", 10),
    "long ask": (SOUND.replace("Your model does", "x" * 41_000, 1).encode(), "field-too-long", 2),
    "long section": (
        render_question(sections={"Answer": "word " * 9000}).encode(),
        "field-too-long",
        21,
    ),
    "number as text": (SOUND.replace('title: "The', "title: 2009 #", 1).encode(), "quote-it", 11),
    "yes as text": (SOUND.replace("level: junior", "level: yes", 1).encode(), "quote-it", 5),
    "date as text": (SOUND.replace('by: "Hastie', "by: 2009-01-01 #", 1).encode(), "quote-it", 12),
    "null as text": (SOUND.replace("level: junior", "level:", 1).encode(), "quote-it", 5),
    "unknown level": (
        SOUND.replace("level: junior", "level: junoir", 1).encode(),
        "unknown-word",
        5,
    ),
    "unknown kind": (SOUND.replace("kind: concept", "kind: poem", 1).encode(), "unknown-kind", 3),
    "unknown field": (front("colour: red").encode(), "unknown-field", 10),
    "missing field": (SOUND.replace("minutes: 4\n", "", 1).encode(), "missing-field", 2),
    "minutes text": (SOUND.replace("minutes: 4", 'minutes: "4"', 1).encode(), "wrong-type", 8),
    "minutes huge": (
        SOUND.replace("minutes: 4", "minutes: 99999999999999999999", 1).encode(),
        "wrong-type",
        8,
    ),
    "minutes too many": (SOUND.replace("minutes: 4", "minutes: 46", 1).encode(), "out-of-range", 8),
    "minutes infinite": (SOUND.replace("minutes: 4", "minutes: .inf", 1).encode(), "wrong-type", 8),
    "roles text": (SOUND.replace("roles: [mle, ds]", "roles: mle", 1).encode(), "wrong-type", 6),
    "roles twice": (
        SOUND.replace("roles: [mle, ds]", "roles: [mle, mle]", 1).encode(),
        "duplicate-item",
        6,
    ),
    "topic path": (
        SOUND.replace("topic: overfitting", "topic: ../../etc", 1).encode(),
        "bad-id",
        4,
    ),
    "topic unknown": (
        SOUND.replace("topic: overfitting", "topic: weather", 1).encode(),
        "unknown-topic",
        4,
    ),
    "covers unknown": (front("covers: [no-such-line]").encode(), "unknown-syllabus-line", 10),
    "needs unknown": (front("needs: [nothing]").encode(), "unknown-question", 10),
    "needs itself": (front("needs: [one]").encode(), "needs-cycle", 10),
    "replaces nonsense": (front('replaces: "a b"').encode(), "bad-id", 10),
    "replaces itself": (front("replaces: pack/one").encode(), "replaced-still-there", 10),
    "date wrong": (front("checked: 2026-13-45").encode(), "wrong-type", 10),
    "source text": (SOUND.replace("  - title:", "  - x\n  - title:", 1).encode(), "wrong-type", 11),
    "link unknown": (
        render_question(sections={"Common mistake": "See [x](pack/nothing)."}).encode(),
        "unknown-link",
        0,
    ),
    "stray text": (
        SOUND.replace("## In 30 seconds", "Hello\n\n## In 30 seconds", 1).encode(),
        "stray-text",
        17,
    ),
    "empty probe": (
        SOUND.replace("### How do you choose the strength of a penalty?", "###  ", 1).encode(),
        "",
        0,
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_question_is_a_problem_with_its_line(tmp_path: Path, name: str) -> None:
    data, code, line = BAD[name]
    root = write_pack(
        tmp_path / "pack", {"good": render_question(ask="What is good about this one?")}
    )
    (root / "questions" / "overfitting" / "one.md").write_bytes(data)
    catalog = load_catalog([root], check=True)
    found = catalog.all_problems
    assert found, "nothing was found"
    assert all(problem.path == "questions/overfitting/one.md" and problem.hint for problem in found)
    if code:
        first = next(problem for problem in found if problem.code == code)
        assert not line or first.line == line
    assert catalog.find_question("pack/good") is not None


def test_all_problems_of_a_file_at_once(tmp_path: Path) -> None:
    text = (
        SOUND.replace("level: junior", "level: x")
        .replace("minutes: 4", "minutes: 400")
        .replace("asked: often\n", "")
    )
    codes = {problem.code for problem in problems_of(write_pack(tmp_path / "pack", {"one": text}))}
    assert codes == {"unknown-word", "out-of-range", "missing-field"}


def test_byte_order_mark_and_crlf_are_fine(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack", {})
    data = b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()
    (root / "questions" / "overfitting" / "one.md").write_bytes(data)
    catalog = load_catalog([root], check=True)
    assert catalog.all_problems == ()
    assert "\r" not in catalog.get_question("one").section_text("Answer")


def test_joiner_stays(tmp_path: Path) -> None:
    text = SOUND.replace("noise", "a family \U0001f468\u200d\U0001f469\u200d\U0001f467", 1)
    assert problems_of(write_pack(tmp_path / "pack", {"one": text})) == ()


@pytest.mark.parametrize(
    "name", ["con.md", "nul.md", "Upper.md", "sp ace.md", "umläut.md", "x" * 81 + ".md", "one.txt"]
)
def test_bad_file_names(tmp_path: Path, name: str) -> None:
    root = write_pack(tmp_path / "pack")
    (root / "questions" / "overfitting" / name).write_text(SOUND, encoding="utf-8")
    found = problems_of(root)
    assert [problem.code for problem in found] in (["bad-id"], ["misplaced-file"])


def test_links_fifos_and_folders_are_not_opened(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    folder = root / "questions" / "overfitting"
    secret = tmp_path / "secret.md"
    secret.write_text(SOUND, encoding="utf-8")
    (folder / "linked.md").symlink_to(secret)
    (folder / "broken.md").symlink_to(tmp_path / "nowhere")
    (root / "questions" / "elsewhere").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.md")
    (folder / "folder.md").mkdir()
    catalog = load_catalog([root], check=True)
    assert [problem.code for problem in catalog.all_problems] == ["irregular-file"] * 4
    assert [question.slug for question in catalog.questions] == ["one"]


def test_linked_content_folder_is_refused(tmp_path: Path) -> None:
    other = write_pack(tmp_path / "other")
    root = tmp_path / "pack"
    write_pack(root, {}).joinpath("questions", "overfitting").rmdir()
    (root / "questions").rmdir()
    (root / "questions").symlink_to(other / "questions")
    catalog = load_catalog([root], check=True)
    assert catalog.questions == ()
    assert [problem.code for problem in catalog.all_problems] == ["irregular-file"]


def test_same_slug_in_two_topics(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    (root / "questions" / "again").mkdir()
    (root / "questions" / "again" / "one.md").write_text(SOUND, encoding="utf-8")
    catalog = load_catalog([root], check=True)
    assert [problem.code for problem in catalog.all_problems] == ["duplicate-id"]
    assert len(catalog.questions) == 1


def test_newer_format_is_a_named_failure(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    manifest = root / "pack.yml"
    manifest.write_text(manifest.read_text().replace("schema: 1", "schema: 2"), encoding="utf-8")
    catalog = load_catalog(
        [root, write_pack(tmp_path / "other", {"two": render_question()})], check=True
    )
    assert [pack.id for pack in catalog.packs] == ["other"]
    assert "newer-schema" in catalog.failures[0].cause


def test_double_pack_id_is_a_named_failure(tmp_path: Path) -> None:
    first = write_pack(tmp_path / "a", pack="same")
    second = write_pack(tmp_path / "b", pack="same")
    catalog = load_catalog([first, second])
    assert [pack.root for pack in catalog.packs] == [str(first)]
    assert "already taken" in catalog.failures[0].cause


@pytest.mark.parametrize(
    ("name", "data", "is_sound"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n....", True),
        ("a.jpg", b"\xff\xd8\xff\xe0....", True),
        ("a.webp", b"RIFF....WEBPVP8 ", True),
        ("a.png", b"<svg onload=alert(1)>", False),
        ("a.svg", b"<svg/>", False),
        ("a.html", b"<script>", False),
        ("..a.png", b"\x89PNG\r\n\x1a\n", False),
    ],
)
def test_figures_by_name_and_first_bytes(
    tmp_path: Path, name: str, data: bytes, *, is_sound: bool
) -> None:
    root = write_pack(tmp_path / "pack")
    (root / "figures").mkdir()
    (root / "figures" / name).write_bytes(data)
    catalog = load_catalog([root], check=True)
    assert (catalog.packs[0].figures == (f"figures/{name}",)) is is_sound
    assert bool(catalog.all_problems) is not is_sound
