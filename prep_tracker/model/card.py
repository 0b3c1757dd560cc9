"""A card: what the journal says of the learner's memory of one question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MATURE_DAYS = 21.0
"""Days of stability from which a card counts as mature."""

LEECH_LAPSES = 4
"""Failed reviews (of something learned before) from which a card is a leech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The learner's state for one question, recomputed from events.

    Attributes:
        item: Id of the question (`pack/slug`), its newest one where packs say `replaces:`.
        stability: Days until recall falls to 0.9 (FSRS); 0 before the first review.
        difficulty: 1-10 (FSRS); 0 before the first review.
        due: The instant at which it is to come back, UTC; None before the first review.
        last: The instant of the last review, UTC; None before the first review.
        rating: The last rating, 0 before the first review.
        reviews: How many reviews count (undone ones do not).
        lapses: How many times it was rated *again* after the first review.
        seconds: Time taken by all reviews together.
        suspended: The learner has put it aside.
        marks: One number for each review that a prediction was made for: predicted recall in
            thousandths, times two, plus one when it was remembered.
    """

    item: str
    stability: float = 0.0
    difficulty: float = 0.0
    due: datetime | None = None
    last: datetime | None = None
    rating: int = 0
    reviews: int = 0
    lapses: int = 0
    seconds: float = 0.0
    suspended: bool = False
    marks: tuple[int, ...] = ()

    @property
    def is_learned(self) -> bool:
        """Whether it was ever reviewed."""
        return self.reviews > 0

    @property
    def is_mature(self) -> bool:
        """Whether its memory lasts three weeks or more."""
        return self.stability >= MATURE_DAYS

    @property
    def is_leech(self) -> bool:
        """Whether it was forgotten so often that reviewing alone does not help."""
        return self.lapses >= LEECH_LAPSES

    def is_due(self, now: datetime) -> bool:
        """Whether it should be reviewed by `now`."""
        return self.due is not None and self.due <= now and not self.suspended
