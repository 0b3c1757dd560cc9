"""Questions as an Anki package: notes with stable ids, mathematics, code and pictures."""

from __future__ import annotations

import hashlib
import html
import re
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prep_tracker.errors import PrepTrackerError
from prep_tracker.loading.bounds import find_deep_line
from prep_tracker.memory import anki_ids

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.model.question import Question

CSS = """
.card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.5; max-width: 42em; margin: auto; padding: 8px; text-align: left; }
pre { overflow-x: auto; padding: 8px; border: 1px solid #8886; border-radius: 4px; font-size: 15px; }
code { font-family: ui-monospace, monospace; }
table { border-collapse: collapse; } td, th { border: 1px solid #8886; padding: 4px 8px; }
h3 { font-size: 17px; margin: 18px 0 4px; } .topic { font-size: 14px; opacity: .75; } img { max-width: 100%; }
"""
FRONT = '<div class="topic">{{Topic}}</div><p>{{Question}}</p>'
BACK = """{{FrontSide}}<hr id="answer">
<h3>In 30 seconds</h3>{{In 30 seconds}}
{{#Key points}}<h3>Key points</h3>{{Key points}}{{/Key points}}
{{#Answer}}<details><summary>Full answer</summary>{{Answer}}</details>{{/Answer}}
{{#Common mistake}}<details><summary>Common mistake</summary>{{Common mistake}}</details>{{/Common mistake}}
{{#Probes}}<details><summary>Probes</summary>{{Probes}}</details>{{/Probes}}"""
TAGS = frozenset(
    [
        "p",
        "br",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "s",
        "del",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "blockquote",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "span",
        "div",
        "a",
        "sup",
        "sub",
    ]
)
ATTRIBUTES = {
    "img": {"src", "alt"},
    "a": {"href"},
    "span": {"class"},
    "code": {"class"},
    "ol": {"start"},
}
MATHS = re.compile(r'<span class="math math-(inline|display)">(.*?)</span>', re.DOTALL)
PICTURE = re.compile(r'<img src="([^"]*)"')
OTHER_SECTIONS = frozenset({"In 30 seconds", "Key points", "Common mistake", "Probes", "Proof"})


def render_field(markdown: str) -> str:
    """Markdown as the safe HTML of a field; mathematics as Anki's own marks.

    Args:
        markdown: From a pack: nothing of it can become a script, a style or a request elsewhere.
    """
    import nh3
    import pyromark

    if find_deep_line(markdown):
        return f"<pre>{html.escape(markdown, quote=False)}</pre>"
    options = (
        pyromark.Options.ENABLE_TABLES
        | pyromark.Options.ENABLE_STRIKETHROUGH
        | pyromark.Options.ENABLE_MATH
    )
    raw = pyromark.html(markdown, options=options)
    safe = nh3.clean(
        raw,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes={"https", "http"},
    )
    return MATHS.sub(_mathjax, safe).strip()


def _mathjax(match: re.Match[str]) -> str:
    """A formula in Anki's marks; what would end the marks or start a field is taken apart."""
    formula = html.unescape(match[2]).strip().replace("{{", "{ {").replace("}}", "} }")
    text = html.escape(formula, quote=False)
    return f"\\({text}\\)" if match[1] == "inline" else f"\\[{text}\\]"


def _defuse(field: str) -> str:
    """A field without marks that Anki would run: cloze and sounds."""
    return (
        field.replace("[sound:", "[sound&#58;")
        .replace("{{", "{&#123;")
        .replace("[latex]", "[&#108;atex]")
        .replace("[$", "[&#36;")
    )


class _Media:
    """Pictures of a package: taken from the packs, named by their content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, Path] = {}

    def place(self, field: str, root: str, figures: tuple[str, ...]) -> str:
        """The field with its pictures renamed; one that the pack does not have becomes its text."""

        def rename(match: re.Match[str]) -> str:
            path = html.unescape(match[1]).removeprefix("../../").removeprefix("./")
            with suppress(OSError):
                if path in figures:
                    return f'<img src="{self._take(Path(root) / path)}"'
            return '<img src=""'

        return re.sub(
            r'<img src=""[^>]*?(?:alt="([^"]*)")?[^>]*>', r"\1", PICTURE.sub(rename, field)
        )

    def _take(self, path: Path) -> str:
        """The name of a picture in the package."""
        content = path.read_bytes()
        name = f"pt-{hashlib.sha256(content).hexdigest()[:16]}{path.suffix}"
        if name not in self.files:
            target = self.folder / name
            target.write_bytes(content)
            self.files[name] = target
        return name


def make_fields(question: Question) -> tuple[str, ...]:
    """The fields of a question's note, in the order of `FIELDS`, before its pictures are placed."""
    answer = "\n\n".join(
        section.text if section.title == "Answer" else f"### {section.title}\n\n{section.text}"
        for section in question.sections
        if section.title not in OTHER_SECTIONS
    )
    probes = "\n\n".join(f"### {probe.ask}\n\n{probe.answer}" for probe in question.probes)
    points = "\n".join(f"- {point}" for point in question.key_points)
    texts = (question.ask, question.section_text("In 30 seconds"), points, answer,
             question.section_text("Common mistake"), probes)  # fmt: skip
    topic = html.escape(f"{question.pack}/{question.topic}")
    return (*(_defuse(render_field(text)) for text in texts), topic, html.escape(question.id))


def make_tags(catalog: Catalog, question: Question) -> list[str]:
    """Tags of a note: topic, pack, tips, level, rounds; no blanks."""
    tips = [f"tip-{number:02d}" for number in catalog.tips_of(question)]
    rounds = [f"round-{name}" for name in question.rounds]
    return [f"{question.pack}::{question.topic}", *tips, f"level-{question.level}", *rounds]


def write_package(
    catalog: Catalog, questions: Iterable[Question], path: Path, now: float
) -> tuple[int, int]:
    """Write an Anki package; importing it again updates the notes that are there.

    Args:
        catalog: All packs.
        questions: Those to write.
        path: The file.
        now: Seconds since 1970 UTC, for Anki's times.

    Returns:
        The number of notes and of pictures.

    Raises:
        PrepTrackerError: The file cannot be written.
    """
    import genanki

    fields = [{"name": name} for name in anki_ids.FIELDS]
    model = genanki.Model(anki_ids.MODEL, "prep-tracker question", fields=fields,
                          templates=[{"name": "Question", "qfmt": FRONT, "afmt": BACK}], css=CSS)  # fmt: skip
    decks: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="prep-tracker-") as folder:
        media, count = _Media(Path(folder)), 0
        for question in questions:
            pack, key = catalog.find_pack(question.pack), f"{question.pack}/{question.topic}"
            topic = catalog.find_topic(key)
            if key not in decks:
                name = f"prep-tracker::{pack.title if pack else question.pack}::{topic.title if topic else question.topic}"
                decks[key] = genanki.Deck(anki_ids.deck_id(key), name)
            texts = make_fields(question)
            placed = [
                media.place(text, pack.root, pack.figures) if pack else text for text in texts
            ]
            note = genanki.Note(
                model,
                placed,
                guid=anki_ids.note_guid(question.id),
                tags=make_tags(catalog, question),
            )
            decks[key].add_note(note)
            count += 1
        package = genanki.Package(
            list(decks.values()), media_files=[str(one) for one in media.files.values()]
        )
        _write_whole(package, path, Path(folder), now)
        return count, len(media.files)


def _write_whole(package: Any, path: Path, folder: Path, now: float) -> None:
    """Write the package beside its place, then put it there."""
    import shutil

    made = folder / "deck.apkg"
    partial = path.with_name(f".{path.name}.partial")
    try:
        package.write_to_file(str(made), timestamp=now)
        shutil.copyfile(made, partial)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise PrepTrackerError(
            f"{path} cannot be written: {error.strerror or error}.",
            "Check the folder and the space on the disk.",
        ) from error
