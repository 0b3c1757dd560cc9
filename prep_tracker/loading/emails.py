"""Read one e-mail template."""

from __future__ import annotations

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.fields import Fields
from prep_tracker.loading.questions import place_ids, read_front_matter
from prep_tracker.loading.report import Report
from prep_tracker.loading.sections import cut_sections, split_front_matter
from prep_tracker.model.email import EmailTemplate
from prep_tracker.model.question import Section

AFTER = ("interview", "promised", "last-mail", "decision", "now")
TO = ("interviewer", "panel", "recruiter", "hiring-manager")
TONES = ("warm", "formal", "brief")


def read_email(text: str, pack: str, slug: str, report: Report) -> Entry:
    """One template file's text as an entry."""
    halves = split_front_matter(text, report)
    fields = read_front_matter(halves, report) if halves is not None else None
    if halves is None or fields is None:
        return Entry(path=report.path, item=None, problems=tuple(report.problems))
    sections = cut_sections(halves, report)
    covers, references = place_ids(fields, "covers", pack)
    template = EmailTemplate(
        id=f"{pack}/{slug}",
        pack=pack,
        slug=slug,
        title=fields.text("title"),
        purpose=fields.text("purpose"),
        when=fields.text("when"),
        after=_choice(fields, "after", AFTER),
        hours=fields.integer("hours", 0, 24 * 366),
        to=_choice(fields, "to", TO),
        needs=fields.texts("needs"),
        subject=fields.text("subject"),
        bodies=_bodies(sections, report),
        covers=covers,
        example=tuple(
            (key, fields.as_text(f"example.{key}", node))
            for key, node, _ in fields.pairs("example")
        ),
        path=report.path,
    )
    fields.refuse_unknown()
    sound = not report.problems
    return Entry(
        path=report.path,
        item=template if sound else None,
        places=fields.node.places,
        references=tuple(references) if sound else (),
        problems=tuple(report.problems),
    )


def _choice(fields: Fields, name: str, words: tuple[str, ...]) -> str:
    value = fields.text(name)
    if value and value not in words:
        message = f"{name} is {value[:40]!r}"
        fields.fail(
            "unknown-word", message, fields.node.items[name], f"use one of: {', '.join(words)}"
        )
    return value


def _bodies(sections: tuple[Section, ...], report: Report) -> tuple[tuple[str, str], ...]:
    titles = [section.title for section in sections]
    if sorted(titles) != sorted(TONES):
        message = f"the tones are {', '.join(titles) or 'missing'}"
        line = sections[0].line if sections else 1
        report.add(
            "wrong-tones", message, line=line, hint=f"one `##` section each: {', '.join(TONES)}"
        )
    for section in sections:
        if not section.text:
            report.add(
                "empty-section",
                f"the tone {section.title!r} is empty",
                line=section.line,
                hint="write it",
            )
    by_title = {section.title: section.text for section in sections}
    return tuple((tone, by_title[tone]) for tone in TONES if tone in by_title)
