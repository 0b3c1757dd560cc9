"""The checklist as a document: two printed pages, escaped, and from the learner's own template."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from prep_tracker.errors import PrepTrackerError, TemplateError
from prep_tracker.loading import load_catalog
from prep_tracker.model.checklist import ChecklistItem, Reference
from prep_tracker.model.profile import Profile
from prep_tracker.plan.checklist import ChecklistFacts, Ranking, compose_checklist
from prep_tracker.plan.checklist.rank import rank_content
from prep_tracker.render.checklist import DAY_BEFORE_SECTIONS, render_checklist
from prep_tracker.render.documents import read_template
from prep_tracker.render.pdf import write_pdf

HOSTILE = Reference(id="p/q", title="<img src=x onerror=alert(1)> & \x1b[31mred\n\n# heading")
FACTS = ChecklistFacts(
    profile=Profile(interview_date=date(2026, 12, 1)),
    today=date(2026, 11, 22),
    ranking=Ranking(overall=(HOSTILE,)),
    company_name="<b>Acme</b>",
)


def test_foreign_titles_are_text_in_html_and_one_line_in_markdown() -> None:
    items = compose_checklist(FACTS)
    html = render_checklist("html", FACTS, items)
    assert "<img" not in html
    assert "<b>Acme" not in html
    assert "&lt;img src=x" in html
    assert "\x1b" not in html
    markdown = render_checklist("md", FACTS, items)
    assert "\n# heading" not in markdown
    assert "\x1b" not in markdown


def test_html_asks_for_nothing_from_elsewhere() -> None:
    facts = replace(FACTS, ranking=Ranking())
    html = render_checklist("html", facts, compose_checklist(facts))
    assert not re.findall(r"(?:src|href)=|https?://|@import|url\(", html)
    assert "default-src 'none'" in html


def test_the_learners_own_template_wins_and_a_hostile_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "checklist.md.j2").write_text("{{ title }}: {{ sections | length }}", "utf-8")
    assert (
        render_checklist("md", FACTS, compose_checklist(FACTS), folders=(tmp_path,))
        == "Your interview at <b>Acme</b>: checklist: 5\n"
    )
    (tmp_path / "checklist.md.j2").write_text("{{ title.__class__ }}", "utf-8")
    with pytest.raises(TemplateError, match="__class__"):
        render_checklist("md", FACTS, compose_checklist(FACTS), folders=(tmp_path,))


def test_a_link_is_not_followed_out_of_the_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", "utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "checklist.md.j2").symlink_to(secret)
    assert read_template("checklist.md.j2", (folder,)) != "secret"


def stretch_titles(checklist: tuple[ChecklistItem, ...]) -> tuple[ChecklistItem, ...]:
    """The same list with every question as long as interviewers' questions get."""
    return tuple(
        replace(
            item,
            references=tuple(replace(r, title=f"{r.title} " * 9) for r in item.references),
        )
        for item in checklist
    )


@pytest.mark.browser
@pytest.mark.parametrize("longest", [False, True], ids=["our-questions", "longest-titles"])
def test_the_day_before_fits_two_printed_pages(tmp_path: Path, longest: bool) -> None:
    profile = Profile(interview_date=date(2026, 11, 23))
    ranking = rank_content(load_catalog(), profile, lambda _: 1.0, lambda _: 0.0)
    stories = tuple(
        Reference(
            id=f"story/{n}",
            title=f"A story with a rather long title, number {n}",
            minutes=2,
            command=f"prep-tracker story show s{n}",
        )
        for n in range(2)
    )
    facts = ChecklistFacts(
        profile=profile,
        today=date(2026, 11, 22),
        ranking=ranking,
        stories=stories,
        company_name="Northwind",
    )
    checklist = compose_checklist(facts)
    if longest:
        checklist = stretch_titles(checklist)
    html = render_checklist("html", facts, checklist, only=DAY_BEFORE_SECTIONS)
    write_pdf(html, tmp_path / "c.pdf")
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", (tmp_path / "c.pdf").read_bytes()))
    assert 1 <= pages <= 2


def test_without_a_printing_program_the_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("chromium") is None
    with pytest.raises(PrepTrackerError, match="neither is here") as caught:
        write_pdf("<p>x", tmp_path / "x.pdf")
    assert "--html" in caught.value.hint
    with pytest.raises(FileNotFoundError):
        subprocess.run(["chromium"], check=False)
