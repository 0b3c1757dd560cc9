"""What the page needs for stories, interview log, checklist and e-mails: prompts, rules, tasks, templates."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from prep_tracker.model.checklist import WHEN_TITLES, ChecklistItem, Reference, When
from prep_tracker.model.interview import Interview, Person, Status
from prep_tracker.model.profile import Profile
from prep_tracker.model.story import PROJECT_PARTS, PROMPTS, STAR_PARTS
from prep_tracker.model.words import Level, Role, Round
from prep_tracker.plan.checklist import ChecklistFacts, Ranking, compose_checklist
from prep_tracker.plan.checklist.day_before import REMOTE_WORDS
from prep_tracker.plan.stories import check

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.model.email import EmailTemplate

PAPERS: Final = "assets/papers.js"
NAMED: Final = 6
"""More things of one sort than any item of the checklist names."""
TIPS: Final = range(1, 21)
TODAY: Final = date(2000, 1, 1)
"""Any day: what the page takes from the checklist does not depend on it."""
PLAIN: Final = re.compile(r"\{\{ *[a-z_]+(?:\.[a-z_]+)* *(?:\| *(?:title|trim|upper|lower) *)*\}\}")
"""What the page can fill in a template: a field, and filters without arguments."""


def render_papers(catalog: Catalog) -> bytes:
    """`prepPapers("…")` with `make_papers` as JSON: a classic script, since pages from a folder may not fetch."""
    text = json.dumps(make_papers(catalog), separators=(",", ":"), ensure_ascii=True)
    return f"prepPapers({json.dumps(text)});\n".encode("ascii")


def make_papers(catalog: Catalog) -> dict[str, Any]:
    """All of it, from the terminal's own rules and texts."""
    return {
        "story": make_story_rules(),
        "checklist": make_checklist_table(),
        "statuses": [one.value for one in Status],
        "emails": [record_email(email) for email in catalog.emails if can_fill(email)],
    }


def make_story_rules() -> dict[str, Any]:
    """What a story should say, and what its check looks for."""
    return {
        "star": STAR_PARTS,
        "project": PROJECT_PARTS,
        "prompts": PROMPTS,
        "jargon": check.JARGON,
        "numbers": check.NUMBER_WORDS,
        "we": check.WE_WORDS,
        "mine": check.I_WORDS,
        "fewestWe": check.FEWEST_WE,
        "mostSeconds": check.MOST_SECONDS,
        "whys": check.WHYS,
    }


def can_fill(email: EmailTemplate) -> bool:
    """Whether the page can fill the template; one with conditions or loops is left to the terminal."""
    texts = (email.subject, *(body for _, body in email.bodies))
    return not any(re.search(r"\{[{%#]", PLAIN.sub("", text)) for text in texts)


def record_email(email: EmailTemplate) -> dict[str, Any]:
    """A template as plain values."""
    return {
        "id": email.id, "title": email.title, "purpose": email.purpose, "when": email.when, "to": email.to,
        "needs": email.needs, "subject": email.subject, "bodies": email.bodies, "example": dict(email.example),
    }  # fmt: skip


def make_checklist_table() -> dict[str, Any]:
    """The tasks of the checklist by role and level, with places for names where the terminal puts them.

    References are places in a ranking: `tip-5:0` is the question of tip 5 that would pay most. A task that
    says something else once an interview or stories are known has that text as well.
    """
    pool: dict[str, int] = {}
    lists = {
        f"{role.value}/{level.value}": [_keep(pool, item) for item in _compose(role, level)]
        for role in Role
        for level in Level
    }
    rounds = {one.value: _list_of_round(one) for one in Round}
    return {
        "whens": [[when.value, WHEN_TITLES[when]] for when in When],
        "remote": REMOTE_WORDS,
        "lists": lists,
        "items": [json.loads(text) for text in pool],
        "rounds": rounds,
    }


def _keep(pool: dict[str, int], item: dict[str, Any]) -> int:
    return pool.setdefault(json.dumps(item), len(pool))


def _compose(role: Role, level: Level) -> list[dict[str, Any]]:
    """The tasks that do not belong to a round, in the order of the terminal."""
    profile = Profile(role=role, level=level, rounds=tuple(Round))
    bare = ChecklistFacts(
        profile=profile, today=TODAY, ranking=_rank_places(), company_name="{company}"
    )
    met = replace(
        bare, stories=_places("story"), story_gaps=("{gaps}",), interview=_suppose_interview()
    )
    known = {_task(item): item for item in compose_checklist(met)}
    rows = [_record(item, known.get(_task(item))) for item in compose_checklist(bare)]
    for row in rows:
        if row["task"] not in known:
            row["needs"] = "no-stories"
    tasks = {row["task"] for row in rows}
    told = [_record(item, None) for task, item in known.items() if task not in tasks]
    own = {row["task"] for one in Round for row in _list_of_round(one)}
    return [
        row
        for row in (*rows, *(row | {"needs": "stories"} for row in told))
        if row["task"] not in own
    ]


def _list_of_round(one: Round) -> list[dict[str, Any]]:
    """What the checklist adds for a round: a mock, a warm-up, and how to split the minutes."""
    facts = ChecklistFacts(
        profile=Profile(rounds=(one,)),
        today=TODAY,
        ranking=_rank_places(),
        company_name="{company}",
    )
    names = {f"warm-up-{one.value}", f"minutes-{one.value}", "mock"}
    return [_record(item, None) for item in compose_checklist(facts) if item.id in names]


def _record(item: ChecklistItem, known: ChecklistItem | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "task": _task(item), "tip": item.tip, "when": item.when.value, "text": item.text,
        "names": [reference.id for reference in item.references],
    }  # fmt: skip
    if known is not None and known.text != item.text:
        row["known"] = known.text
    return row


def _task(item: ChecklistItem) -> str:
    return item.id.partition("--")[0]


def _suppose_interview() -> Interview:
    return Interview(
        id="{interview}",
        company="{company}",
        role="{role}",
        people=(Person(name="{people}"),),
        fields=(("promised", "{promised}"),),
    )


def _rank_places() -> Ranking:
    return Ranking(
        overall=_places("any"),
        by_tip={tip: _places(f"tip-{tip}") for tip in TIPS},
        cases=_places("case"),
        exercises=_places("exercise"),
        to_ask=_places("ask"),
        explain=_places("explain"),
    )


def _places(name: str) -> tuple[Reference, ...]:
    return tuple(Reference(id=f"{name}:{place}", title="") for place in range(NAMED))
