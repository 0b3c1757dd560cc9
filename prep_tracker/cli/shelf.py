"""The short list of questions, made from all packs and the learner's aim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from prep_tracker.storage.shelf import Row, Shelf

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.model.profile import Profile

SPOKEN_KINDS = ("concept", "explain", "behavioral")
"""Kinds that a sitting brings by itself; cases and questions to ask come by `--topic` or `--pack`."""

FREQUENCY = {"often": 4.0, "sometimes": 2.0, "rare": 1.0}


def make_shelf(catalog: Catalog, profile: Profile) -> Shelf:
    """All questions in short, weighted for the learner's aim."""
    weights = read_weights(catalog, profile)
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


def read_weights(catalog: Catalog, profile: Profile) -> Mapping[str, float]:
    """How likely each question is to be asked, for this aim."""
    return {question.id: FREQUENCY[question.asked] for question in catalog.questions}
