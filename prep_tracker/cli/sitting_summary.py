"""What a sitting came to, in one line."""

from __future__ import annotations

from prep_tracker.cli.output import talk
from prep_tracker.cli.sitting import NAMES, Sitting


def summarize(sitting: Sitting) -> None:
    """Say how many answers were saved, with which ratings, in how many minutes."""
    ratings = [int(one.event.rating) for one in sitting.done if one.event.rating is not None]
    if not ratings:
        talk("Saved." if sitting.done else "No answers this time; nothing was changed.")
        return
    counts = ", ".join(
        f"{ratings.count(value)} {name}" for value, name in NAMES.items() if ratings.count(value)
    )
    plural = "s" if len(ratings) > 1 else ""
    sitting.screen.say(
        f"\n{len(ratings)} answer{plural} saved ({counts}), {sitting.minutes_used():.0f} minutes."
    )
