"""Progress as text for any terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from prep_tracker.memory.habit import weeks

if TYPE_CHECKING:
    from prep_tracker.memory.calibration import Calibration
    from prep_tracker.memory.kept import Kept
    from prep_tracker.memory.progress import Progress, Scene
    from prep_tracker.memory.readiness import Share
    from prep_tracker.render.terminal import Screen
    from prep_tracker.storage.shelf import Shelf

SHADES = ".-=+#"
"""Minutes of a day from none to a full one; signs, so that nothing is told by color alone."""

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MOST_ROWS = 20


def make_record(
    scene: Scene, stock: Progress, shelf: Shelf, interview: date, events: int
) -> dict[str, object]:
    """What `progress --json` gives."""
    return {
        "due": stock.due,
        "learned": stock.learned,
        "mature": stock.mature,
        "suspended": stock.suspended,
        "missing": stock.missing,
        "total": stock.total,
        "events": events,
        "retention": _calibration_record(stock.calibration, scene.profile.retention),
        "streak": stock.streak,
        "days": [
            {"date": day.isoformat(), "events": done.events, "minutes": round(done.minutes, 2)}
            for day, done in sorted(scene.days.items())
        ],
        "strength": {
            "tips": {
                str(number): share_record(share)
                for number, share in stock.readiness_now.by_tip.items()
            },
            "topics": {
                topic: share_record(share) for topic, share in stock.readiness_now.by_topic.items()
            },
        },
        "leeches": list(stock.leeches),
        "forecast": [
            {"reviews": count, "minutes": round(minutes, 2)} for count, minutes in stock.forecast
        ],
        "readiness": {
            "date": interview.isoformat(),
            "now": round(stock.readiness_now.overall.right, 4),
            "overall": round(stock.readiness.overall.right, 4),
            "by_tip": {
                str(number): round(share.right, 4)
                for number, share in stock.readiness.by_tip.items()
            },
            "by_round": {
                name: round(share.right, 4) for name, share in stock.readiness.by_round.items()
            },
            "raise_most": [
                {
                    "topic": gain.topic,
                    "title": shelf.topics.get(gain.topic, gain.topic),
                    "gain": round(gain.gain, 4),
                    "minutes": round(gain.minutes, 1),
                }
                for gain in stock.gains
            ],
        },
    }


def make_kept_record(kept: Kept) -> dict[str, object]:
    """Bookmarks, notes and the names of documents, for `progress --json`."""
    return {
        "bookmarks": list(kept.bookmarks),
        "notes": [{"item": item, "text": text} for item, text in kept.notes.items()],
        "documents": list(kept.documents),
    }


def share_record(share: Share) -> dict[str, object]:
    """A share as JSON."""
    return {"right": round(share.right, 4), "learned": share.learned, "total": share.total}


def _calibration_record(calibration: Calibration, target: float) -> dict[str, object]:
    """Calibration as JSON."""
    return {
        "target": target,
        "reviews": calibration.reviews,
        "predicted": round(calibration.predicted, 4),
        "measured": round(calibration.measured, 4),
        "error": round(calibration.error, 4),
        "bins": [
            {
                "low": one.low,
                "high": one.high,
                "reviews": one.reviews,
                "predicted": round(one.predicted, 4),
                "measured": round(one.measured, 4),
            }
            for one in calibration.bins
        ],
    }


def render_progress(
    screen: Screen, scene: Scene, stock: Progress, shelf: Shelf, interview: date, today: date
) -> None:
    """Print where the learner stands."""
    screen.say("Questions", strong=True)
    screen.say(
        f"  {stock.due} due today, {stock.learned} of {stock.total} learned, {stock.mature} mature"
        + (f", {stock.suspended} suspended" if stock.suspended else "")
        + (f", {stock.missing} no longer in any pack (history kept)" if stock.missing else ""),
        indent="  ",
    )
    _render_readiness(
        screen, stock, shelf, interview, is_set=scene.profile.interview_date is not None
    )
    _render_habit(screen, scene, stock, today)
    _render_calibration(screen, stock.calibration, scene.profile.retention)
    _render_strength(screen, stock, shelf)
    _render_leeches(screen, stock, shelf)


def _render_readiness(
    screen: Screen, stock: Progress, shelf: Shelf, interview: date, *, is_set: bool
) -> None:
    """Readiness overall, by round, and what would raise it."""
    when = f"on {interview:%Y-%m-%d}" + (
        "" if is_set else " (no interview date is set: prep-tracker init --date)"
    )
    screen.say("\nReadiness", strong=True)
    screen.say(
        f"  {stock.readiness.overall.right:.0%} of what is likely asked {when}, if nothing more is learned; "
        f"{stock.readiness_now.overall.right:.0%} today",
        indent="  ",
    )
    for name, share in stock.readiness.by_round.items():
        screen.say(f"  {_bar(share.right)} {share.right:4.0%} {name}")
    if stock.gains:
        screen.say("  Going through these topics well today would add most:", indent="  ")
    for gain in stock.gains:
        title = shelf.topics.get(gain.topic, gain.topic)
        screen.say(
            f"  +{gain.gain * 100:.1f} points, {gain.minutes:.0f} min: {title} ({gain.topic})",
            indent="    ",
        )


def _bar(share: float) -> str:
    """A share as ten signs."""
    full = round(share * 10)
    return "[" + "#" * full + "." * (10 - full) + "]"


def _render_habit(screen: Screen, scene: Scene, stock: Progress, today: date) -> None:
    """Minutes by day, and the streak."""
    count = max(4, min(26, (screen.width - 8) // 2))
    target = max(scene.profile.minutes_per_day, 1)
    screen.say("\nMinutes by day", strong=True)
    streak = f"{stock.streak} day{'s' if stock.streak != 1 else ''} in a row"
    screen.say(
        f"  {streak}; today {stock.today_minutes:.0f} of {scene.profile.minutes_on(today)} minutes"
    )
    for name, row in zip(DAY_NAMES, weeks(scene.days, today, count), strict=True):
        screen.say(
            f"  {name} "
            + " ".join(" " if minutes is None else _shade(minutes / target) for minutes in row)
        )
    screen.say(
        f"  {SHADES[0]} none, then {' '.join(SHADES[1:])} up to {target} minutes and more; last week right",
        indent="  ",
    )


def _shade(share: float) -> str:
    """The sign for a share of a full day."""
    if share <= 0:
        return SHADES[0]
    return (
        SHADES[min(len(SHADES) - 1, 1 + int(share * (len(SHADES) - 1)))]
        if share < 1
        else SHADES[-1]
    )


def _render_calibration(screen: Screen, calibration: Calibration, target: float) -> None:
    """What was predicted, and what was remembered."""
    screen.say("\nRecall", strong=True)
    if not calibration.reviews:
        screen.say(
            "  Nothing to measure yet: it needs reviews on another day than the first.", indent="  "
        )
        return
    screen.say(
        f"  {calibration.measured:.0%} remembered, {calibration.predicted:.0%} predicted, {target:.0%} aimed at "
        f"({calibration.reviews} reviews; mean error {calibration.error * 100:.1f} points)",
        indent="  ",
    )
    for one in calibration.bins:
        screen.say(
            f"  predicted {one.low:.0%}-{one.high:.0%}: {one.predicted:.0%}, remembered {one.measured:.0%} ({one.reviews})",
            indent="    ",
        )


def _render_strength(screen: Screen, stock: Progress, shelf: Shelf) -> None:
    """Strength by tip, and the weakest topics begun."""
    screen.say("\nStrength by tip", strong=True)
    for number, share in stock.readiness_now.by_tip.items():
        _render_share(screen, share, f"{number} {shelf.tips.get(number, '')}")
    begun = {topic: share for topic, share in stock.readiness_now.by_topic.items() if share.learned}
    if begun:
        screen.say("\nStrength by topic, weakest first", strong=True)
    for topic, share in _weakest(begun):
        _render_share(screen, share, shelf.topics.get(topic, topic))
    if len(begun) > MOST_ROWS:
        screen.say(f"  and {len(begun) - MOST_ROWS} more: prep-tracker progress --json")


def _weakest(shares: Mapping[str, Share]) -> list[tuple[str, Share]]:
    """The weakest topics."""
    return sorted(shares.items(), key=lambda pair: (pair[1].right, pair[0]))[:MOST_ROWS]


def _render_share(screen: Screen, share: Share, title: str) -> None:
    """One row: bar, share, learned of all, title."""
    screen.say(
        f"  {_bar(share.right)} {share.right:4.0%} {share.learned:>4}/{share.total:<4} {title}",
        indent=" " * 30,
    )


def _render_leeches(screen: Screen, stock: Progress, shelf: Shelf) -> None:
    """Questions that fail again and again, and what to do."""
    if not stock.leeches:
        return
    asks = {row.id: row.ask for row in shelf.rows}
    screen.say("\nForgotten four times or more", strong=True)
    for item in stock.leeches[:MOST_ROWS]:
        screen.say(f"  {item}: {asks.get(item, '')}", indent="    ")
    screen.say(
        "  Reviewing alone does not help with these. Read the full answer once more (e in a review), write it down "
        "in your own words, run its proof, or suspend it (s).",
        indent="  ",
    )


def render_kept(screen: Screen, kept: Kept) -> None:
    """How many bookmarks, notes and documents there are; nothing when there is none."""
    parts = [
        f"{count} {noun}{'' if count == 1 else 's'}"
        for count, noun in (
            (len(kept.bookmarks), "bookmark"),
            (len(kept.notes), "note"),
            (len(kept.documents), "document"),
        )
        if count
    ]
    if parts:
        screen.say("\nKept in the page", strong=True)
        screen.say(f"  {', '.join(parts)}; all of it: prep-tracker progress --json", indent="  ")
