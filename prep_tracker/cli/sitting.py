"""A review sitting: question, reveal, key points, rating; every answer is safe before the next one comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from prep_tracker.cli.keys import QUIT, read_key
from prep_tracker.cli.sitting_done import Done, StopSitting
from prep_tracker.memory import replay, schedule
from prep_tracker.memory.proposal import propose_rating
from prep_tracker.model.card import LEECH_LAPSES, Card
from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.render.terminal import plain_formulas

if TYPE_CHECKING:
    from prep_tracker.cli.context import Context
    from prep_tracker.memory.queue import Turn
    from prep_tracker.model.question import Question
    from prep_tracker.render.terminal import Screen
    from prep_tracker.storage.journal import Journal
    from prep_tracker.storage.shelf import Row

WHY = {"due": "due", "new": "new", "ahead": "ahead of a full day"}
NAMES = {1: "again", 2: "hard", 3: "good", 4: "easy"}
LONGEST_FACTOR = 4.0
"""A question left open longer than so many times its minutes counts as that."""

ASIDE = frozenset({"In 30 seconds", "Key points", "Probes", "Proof"})
HELP = "space answer · o open in the site · s suspend · u undo · q quit"
POINT_HELP = "y said it · n not · 1-4 rate at once · e full answer · p probes"
RATE_HELP = (
    "Enter takes the proposal · e full answer · p probes · o open · s suspend · u undo · q quit"
)


@dataclass(slots=True, kw_only=True)
class Sitting:
    """A sitting under way.

    Attributes:
        context: Clock and ids.
        journal: Open.
        screen: Where it is shown.
        rows: Questions in short.
        cards: The learner's cards; kept up to date.
        retention: Desired recall.
        minutes: When so many are used, the sitting ends.
        notes: The learner's own, by question; shown with the answer.
        timer: Show the seconds while the learner thinks.
        done: What was done, oldest first.
    """

    context: Context
    journal: Journal
    screen: Screen
    rows: Mapping[str, Row]
    cards: dict[str, Card]
    retention: float
    minutes: float
    notes: Mapping[str, str] = field(default_factory=dict)
    timer: bool = False
    done: list[Done] = field(default_factory=list)

    def run(self, turns: tuple[Turn, ...]) -> None:
        """Go through the questions until they, the minutes or the learner's wish to go on end."""
        total = sum(turn.minutes for turn in turns)
        counts = {why: sum(turn.why == why for turn in turns) for why in ("due", "ahead", "new")}
        parts = ", ".join(f"{count} {WHY[why]}" for why, count in counts.items() if count)
        self.screen.say(f"{len(turns)} questions ({parts}), about {max(1, round(total))} minutes.")
        waiting = list(enumerate(turns, 1))
        while waiting:
            if self.done and self.minutes_used() >= self.minutes:
                self.screen.say(
                    f"\nYour {self.minutes:.0f} minutes are up; {len(waiting)} questions wait."
                )
                return
            number, turn = waiting[0]
            try:
                back = self._ask(turn, number, len(turns))
            except StopSitting:
                return
            if back is None:
                waiting.pop(0)
            else:
                place = next((n for n, one in enumerate(turns, 1) if one.id == back), None)
                if place is not None:
                    waiting = list(enumerate(turns, 1))[place - 1 :]

    def minutes_used(self) -> float:
        """Minutes of this sitting so far."""
        return sum(one.event.seconds for one in self.done) / 60

    def _ask(self, turn: Turn, number: int, total: int) -> str | None:
        """One question; the id of the one to go back to after an undo, else None."""
        row = self.rows[turn.id]
        minutes = f"{row.minutes:.0f} min"
        self.screen.say(
            f"\nQuestion {number} of {total} · {row.topic} · {minutes} · {WHY[turn.why]}"
        )
        self.screen.say(f"\n{plain_formulas(row.ask)}", strong=True)
        self.screen.say(f"\nThink aloud. {HELP}")
        start = self.context.now()
        key = self._think(row)
        if key in {"u", "s"}:
            return self._set_aside(key, row)
        return self._answer(row, start)

    def _think(self, row: Row) -> str:
        """Wait for the key that ends thinking: space, s or u."""
        from prep_tracker.cli.stopwatch import Stopwatch

        while True:
            with Stopwatch(shown=self.timer, minutes=row.minutes):
                key = read_key()
            if key == QUIT:
                raise StopSitting
            if key == "o":
                self._open(row)
            elif key in {" ", "s", "u", "e"}:
                return " " if key == "e" else key
            else:
                self.screen.say(HELP)

    def _answer(self, row: Row, start: datetime) -> str | None:
        """Show the answer, tick the key points, take the rating."""
        from prep_tracker.cli.shelf import read_row

        question = read_row(row)
        thought = (self.context.now() - start).total_seconds()
        if question is None:
            self.screen.say(
                f"The text of this question cannot be read any more: {row.path}. Rate it or skip it with q."
            )
        else:
            self._show("In 30 seconds", question.section_text("In 30 seconds"))
        if row.id in self.notes:
            self._show("Your note", self.notes[row.id])
        points = question.key_points if question else ()
        said, key = self._tick(row, question, points)
        if key in {"u", "s"}:
            return self._set_aside(key, row)
        last = self.cards[row.id].rating if row.id in self.cards else 0
        proposal = propose_rating(
            len(said), len(points), seconds=thought, minutes=row.minutes, last=last
        )
        if key not in {"1", "2", "3", "4"}:
            key = self._rate(row, question, proposal, f"{len(said)} of {len(points)} key points")
        if key in {"u", "s"}:
            return self._set_aside(key, row)
        self._keep(row, Rating(int(key)), start, said)
        return None

    def _tick(
        self, row: Row, question: Question | None, points: tuple[str, ...]
    ) -> tuple[tuple[int, ...], str]:
        """Ask for each key point whether it was said; numbers of those that were, and a key that ended it early."""
        said: list[int] = []
        if points:
            self.screen.say(f"\nKey points: did you say it? {POINT_HELP}")
        for number, point in enumerate(points, 1):
            self.screen.say(f"  {number}/{len(points)} {plain_formulas(point)}", indent="      ")
            while (key := read_key()) not in {"y", "n", " ", "1", "2", "3", "4", "u", "s"}:
                self._other(key, row, question)
            if key not in {"y", "n", " "}:
                return tuple(said), key
            if key != "n":
                said.append(number)
            self.screen.say("      said" if key != "n" else "      not said")
        return tuple(said), ""

    def _rate(self, row: Row, question: Question | None, proposal: Rating, why: str) -> str:
        """The learner's rating as a key 1-4, or u or s."""
        card, now = self.cards.get(row.id), replay.to_milliseconds(self.context.now())
        dates = schedule.next_dates(replay.memory_of(card) if card else None, now, self.retention)
        self.screen.say(f"\n{why}: {NAMES[int(proposal)]} is proposed. How was it?")
        for rating, due in dates.items():
            mark = " (proposed)" if rating == proposal else ""
            self.screen.say(f"  {rating} {NAMES[rating]}, next {self._when(due)}{mark}")
        self.screen.say(RATE_HELP)
        while (key := read_key()) not in {"1", "2", "3", "4", "u", "s", " "}:
            self._other(key, row, question)
        return str(int(proposal)) if key == " " else key

    def _when(self, due: int) -> str:
        """A due instant as a local day."""
        day = replay.from_milliseconds(due).astimezone().date()
        days = (day - self.context.now().astimezone().date()).days
        name = "tomorrow" if days == 1 else f"in {days} days"
        return f"{name} ({day:%Y-%m-%d})"

    def _other(self, key: str, row: Row, question: Question | None) -> None:
        """What a key does that neither ticks nor rates."""
        if key == QUIT:
            raise StopSitting
        if key == "o":
            self._open(row)
        elif key == "e" and question:
            for section in question.sections:
                if section.title not in ASIDE:
                    self._show(section.title, section.text)
        elif key == "p" and question:
            for probe in question.probes:
                self._show(probe.ask, probe.answer)
        else:
            self.screen.say(RATE_HELP)

    def _show(self, title: str, markdown: str) -> None:
        """A titled piece of Markdown."""
        self.screen.say(f"\n{plain_formulas(title)}", strong=True)
        self.screen.show(markdown)

    def _open(self, row: Row) -> None:
        """Open the question's page, and say its address for those who have no browser here."""
        from prep_tracker.cli.browser import open_page

        self.screen.say(open_page(self.context, row.id))

    def _keep(self, row: Row, rating: Rating, start: datetime, said: tuple[int, ...]) -> None:
        """Write the review down, then say so."""
        now = self.context.now()
        longest = max(row.minutes * LONGEST_FACTOR, 10.0) * 60
        seconds = min(max((now - start).total_seconds(), 0.0), longest)
        event = self._event(
            EventKind.REVIEW, row.id, rating=rating, seconds=seconds, data={"points": list(said)}
        )
        self._write(event)
        card = self.cards[row.id]
        due = self._when(replay.to_milliseconds(card.due)) if card.due else ""
        self.screen.say(f"Saved: {NAMES[int(rating)]}, next {due}.")
        if rating is Rating.AGAIN and card.lapses >= LEECH_LAPSES:
            self.screen.say(
                f"You forgot this {card.lapses} times. Reviewing alone does not help here: read the full answer (e), "
                "write it down in your own words, work through the proof, or suspend it (s)."
            )

    def _event(self, kind: EventKind, item: str, **more: Any) -> Event:
        """A new event of this moment."""
        return Event(
            id=self.context.draw_id(),
            kind=kind,
            item=item,
            at=self.context.now(),
            offset=self.context.offset(),
            origin="terminal",
            **more,
        )

    def _write(self, event: Event) -> None:
        """Append an event; only when it is safe, bring the card up to date."""
        before = self.cards.get(event.item)
        self.journal.append(event)
        self.done.append(Done(event=event, before=before))
        self._refresh(event.item)

    def _refresh(self, item: str) -> None:
        """The card of a question as the journal has it now."""
        old = self.cards.get(item)
        if (
            self.done
            and self.done[-1].event.kind is EventKind.REVIEW
            and self.done[-1].event.item == item
        ):
            event = self.done[-1].event
            step = (replay.to_milliseconds(event.at), int(event.rating or 0))
            self.cards[item] = replay.add_review(old, item, step, event.seconds, self.retention)

    def _set_aside(self, key: str, row: Row) -> str | None:
        """Undo or suspend, as the key says; the id of the question to go back to, else None."""
        if key == "u":
            return self._undo()
        self._suspend(row)
        return None

    def _suspend(self, row: Row) -> None:
        """Put a question aside."""
        self._write(self._event(EventKind.SUSPENSION, row.id, data={"suspended": True}))
        self.screen.say(
            f"Suspended; it will not come again. To bring it back: prep-tracker progress resume {row.id}"
        )

    def _undo(self) -> str | None:
        """Take back the last thing of this sitting; the id of its question, which comes again."""
        if not self.done:
            self.screen.say("There is nothing to undo in this sitting.")
            return ""
        last = self.done[-1]
        self.journal.append(
            self._event(EventKind.UNDO, last.event.item, data={"undoes": last.event.id})
        )
        self.done.pop()
        if last.before is None:
            self.cards.pop(last.event.item, None)
        else:
            self.cards[last.event.item] = last.before
        self.screen.say(f"Undone: {last.event.kind} of {last.event.item}.")
        return last.event.item
