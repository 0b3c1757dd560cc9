"""Make `own.json`: what the terminal says of stories, weights, checklists and e-mails, for the page to say the same.

Run `python -m tests.vectors.make_own` after a change of a rule, and read the difference.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from prep_tracker.model.checklist import Reference
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.interview import AskedQuestion, Interview, Person
from prep_tracker.model.profile import Profile
from prep_tracker.model.question import Question
from prep_tracker.model.story import Story
from prep_tracker.model.words import Competency, Level, Role, Round
from prep_tracker.plan.checklist import ChecklistFacts, compose_checklist
from prep_tracker.plan.checklist.rank import rank_content
from prep_tracker.plan.stories.check import JARGON, check_story, seconds_aloud
from prep_tracker.plan.weights import Aim, weigh_items
from prep_tracker.site.aims import make_aims
from prep_tracker.site.papers import make_checklist_table, make_story_rules
from tests.vectors.small_catalog import make_small_catalog

FILE = Path(__file__).with_name("own.json")

STAR = {
    "Situation": "Two data teams shared one pipeline.",
    "Task": "I was asked to halve its cost.",
    "Action": "I measured each step, then I moved the joins to the night. I asked our platform lead to review it.",
    "Result": "Cost fell from 900 to 420 euros a month within six weeks.",
    "Learned": "Measure first.",
}


def list_stories() -> tuple[Story, ...]:
    """Stories that between them meet every rule, and its edges."""
    good = Story(
        id="good", title="Good", competencies=(Competency.IMPACT,), parts=tuple(STAR.items())
    )

    def change(key: str, **parts: str) -> Story:
        return replace(good, id=key, parts=tuple((STAR | parts).items()))

    jargon = [
        change(
            f"jargon-{place}",
            Learned=" ",
            Situation=f"We met {', '.join(JARGON[place : place + 6])} there.",
        )
        for place in range(0, len(JARGON), 6)
    ]
    return (
        good,
        Story(id="empty", title="Empty"),
        replace(good, id="project", project="Lake"),
        change("we", Action="We did. Our team did, and we won; us all. WE."),
        change("we-and-i", Action="We did, our team did, we won. I'd do it; I've done it; my way, me."),
        change("long", Action=" ".join(["I counted"] * 150)),
        change("long-situation", Situation=" ".join(["word"] * 60)),
        change("no-number", Result="It became much better for everyone, often."),
        change("number-word", Result="It took a third of the time."),
        change("letters", Result="Überall besser, naïvely", Action="Ich und we\u00efrd öur ours_"),
        change("accents", Situation="Le PCA\u00e9 and RAGs and (RAG) met x-API gateway."),
        *jargon,
    )  # fmt: skip


def list_aims() -> tuple[tuple[Aim, dict[str, Any]], ...]:
    """Aims, each with the same as the page has it."""
    catalog = make_small_catalog()
    made = []
    for role, level, rounds, company, went in (
        (Role.MLE, Level.MID, tuple(Round), "", None),
        (Role.GENAI, Level.STAFF, (Round.CODING, Round.ML_DEPTH), "", 1),
        (Role.DS, Level.JUNIOR, (Round.BEHAVIORAL,), catalog.companies[0].id, 3),
        (Role.RESEARCH, Level.SENIOR, (), catalog.companies[0].id, 0),
    ):
        key = catalog.questions[1].id
        log = () if went is None else (Interview(
            id="i", company="C", role="R", asked=(AskedQuestion(text="t", question_id=key, went=went),)),)  # fmt: skip
        profile = Profile(role=role, level=level, rounds=rounds)
        found = next((one for one in catalog.companies if one.id == company), None)
        page = {
            "role": role.value, "level": level.value, "rounds": [one.value for one in rounds], "company": company,
            "asked": {} if went is None else {key: went},
        }  # fmt: skip
        made.append((Aim(profile=profile, company=found, interviews=log), page))
    return tuple(made)


def list_checklist(aim: Aim, page: dict[str, Any]) -> dict[str, Any]:
    """The terminal's checklist for an aim: each task with its place, tip and the things it names."""
    catalog = make_small_catalog()
    weights = weigh_items(catalog, aim, (*catalog.questions, *catalog.exercises))
    told = aim.profile.level is Level.STAFF
    ranking = rank_content(catalog, aim.profile, lambda item: weights[item.id].value, lambda _: 0.0)
    facts = ChecklistFacts(
        profile=aim.profile, today=date(2026, 11, 22), ranking=ranking, company_name="Acme",
        stories=(Reference(id="story/s", title="S"),) if told else (), story_gaps=("impact",),
        interview=Interview(id="i", company="Acme", role="R", format="video", people=(Person(name="Aiko Tanaka"),)) if told else None,
    )  # fmt: skip
    return {
        "aim": page,
        "told": told,
        "items": [
            [item.id.partition("--")[0], item.when.value, item.tip, [one.id for one in item.references], item.text]
            for item in compose_checklist(facts)
        ],
    }  # fmt: skip


def make_vectors() -> dict[str, Any]:
    """All of them."""
    catalog = make_small_catalog()
    items: tuple[Question | Exercise, ...] = (*catalog.questions, *catalog.exercises)
    return {
        "rules": make_story_rules(),
        "stories": [
            {
                "story": {"id": one.id, "title": one.title, "competencies": one.competencies, "project": one.project,
                          "parts": dict(one.parts)},
                "speed": speed,
                "seconds": seconds_aloud(one, speed),
                "remarks": [[remark.code, remark.message, remark.why] for remark in check_story(one, speed)],
            }
            for one in list_stories() for speed in (120, 140)
        ],
        "aims": make_aims(catalog),
        "weights": [
            {"aim": page, "weights": {key: weight.value for key, weight in weigh_items(catalog, aim, items).items()}}
            for aim, page in list_aims()
        ],
        "table": make_checklist_table(),
        "checklists": [list_checklist(aim, page) for aim, page in list_aims()],
    }  # fmt: skip


def render_vectors() -> str:
    """The file's text."""
    return json.dumps(make_vectors(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(render_vectors(), encoding="utf-8")
