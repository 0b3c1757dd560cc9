"""The short list of questions, made from all packs and the learner's aim."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.storage.shelf import Row, Shelf

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.model.profile import Profile
    from prep_tracker.model.question import Question
    from prep_tracker.storage.workspace import Workspace

SPOKEN_KINDS = ("concept", "explain", "behavioral")
"""Kinds that a sitting brings by itself; cases and questions to ask come by `--topic` or `--pack`."""


def make_shelf(catalog: Catalog, profile: Profile, workspace: Workspace) -> Shelf:
    """All questions in short, weighted for the learner's aim."""
    weights = read_weights(catalog, profile, workspace)
    rows = tuple(
        Row(
            id=question.id,
            kind=str(question.kind),
            ask=question.ask,
            topic=f"{question.pack}/{question.topic}",
            tips=catalog.tips_of(question),
            rounds=tuple(str(one) for one in question.rounds),
            covers=question.covers,
            minutes=float(question.minutes),
            weight=weights.get(question.id, 0.0),
            root=pack.root,
            path=question.path,
        )
        for pack in catalog.packs
        for question in pack.questions
    )
    return Shelf(
        rows=rows,
        topics={topic.key: topic.title for topic in catalog.topics},
        tips={tip.number: tip.title for tip in catalog.tips},
        aliases=catalog.replaced_by(),
        roots=tuple(pack.root for pack in catalog.packs),
    )


def read_weights(catalog: Catalog, profile: Profile, workspace: Workspace) -> Mapping[str, float]:
    """How likely each question is to be asked, for this aim, after these interviews."""
    from prep_tracker.plan.weights import Aim, weigh_items
    from prep_tracker.storage.interviews import list_interviews

    wanted = {name.strip().casefold() for name in profile.companies}
    company = next(
        (
            one
            for one in catalog.companies
            if not wanted.isdisjoint({one.id, one.slug, one.title.casefold()})
        ),
        None,
    )
    interviews, _ = list_interviews(workspace)
    weights = weigh_items(
        catalog, Aim(profile=profile, company=company, interviews=interviews), catalog.questions
    )
    return {item: weight.value for item, weight in weights.items()}


def read_row(row: Row) -> Question | None:
    """The question of a row, from its file; None when it cannot be read."""
    from prep_tracker.loading.questions import read_question
    from prep_tracker.loading.report import Report
    from prep_tracker.loading.text import decode_text, read_bytes
    from prep_tracker.model.question import Question

    pack, _, slug = row.id.partition("/")
    report = Report(pack, row.path)
    content = read_bytes(Path(row.root) / row.path, report)
    text = decode_text(content, report) if content is not None else None
    entry = read_question(text, pack, slug, report) if text is not None else None
    return entry.item if entry is not None and isinstance(entry.item, Question) else None
