"""The rating that ticked key points propose; the learner decides."""

from __future__ import annotations

from prep_tracker.model.event import Rating

ENOUGH = 0.6
"""Share of the key points from which an answer was not a failure."""

QUICK = 0.5
"""Share of the question's minutes within which a complete answer is an easy one."""


def propose_rating(said: int, total: int, *, seconds: float, minutes: float, last: int) -> Rating:
    """The rating that an answer deserves by its key points.

    Args:
        said: Key points that were said.
        total: Key points in all; 0 proposes good.
        seconds: Time taken until the answer was shown.
        minutes: Minutes that the question allows.
        last: The rating before, 0 for a new question; easy needs good or easy before.
    """
    share = said / total if total else 1.0
    if share < ENOUGH:
        return Rating.AGAIN
    if share < 1:
        return Rating.HARD
    is_quick = 0 < seconds <= minutes * 60 * QUICK
    return Rating.EASY if is_quick and last >= Rating.GOOD else Rating.GOOD
