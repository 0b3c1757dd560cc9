"""What was done in a sitting, and the wish to stop it."""

from __future__ import annotations

from dataclasses import dataclass

from prep_tracker.model.card import Card
from prep_tracker.model.event import Event


class StopSitting(Exception):  # noqa: N818 - not an error
    """The learner wants to stop."""


@dataclass(slots=True, kw_only=True)
class Done:
    """One thing done in this sitting, so that it can be undone: the event, and the card before."""

    event: Event
    before: Card | None
