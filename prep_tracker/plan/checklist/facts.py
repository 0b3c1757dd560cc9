"""What a checklist is made from: profile, ranked content, stories, interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from prep_tracker.model.checklist import Reference
from prep_tracker.model.company import Company
from prep_tracker.model.interview import Interview
from prep_tracker.model.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Content in the order in which it would pay most to go over it: weighty and weak first.

    Attributes:
        overall: Questions of all tips.
        by_tip: Questions of each tip.
        cases: System-design cases.
        exercises: Coding exercises.
        to_ask: Questions to ask, those for the expected listener first.
        explain: Concepts to explain simply.
    """

    overall: tuple[Reference, ...] = ()
    by_tip: Mapping[int, tuple[Reference, ...]] = field(default_factory=dict)
    cases: tuple[Reference, ...] = ()
    exercises: tuple[Reference, ...] = ()
    to_ask: tuple[Reference, ...] = ()
    explain: tuple[Reference, ...] = ()

    def of_tip(self, tip: int, count: int) -> tuple[Reference, ...]:
        """The first `count` questions of a tip."""
        return self.by_tip.get(tip, ())[:count]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistFacts:
    """Everything the checklist may depend on.

    Attributes:
        profile: The learner's aim.
        today: The learner's local day.
        ranking: Content, most useful first.
        stories: The learner's stories, those that fit the rounds first, with minutes aloud.
        story_gaps: Names of competencies without a story.
        company: Profile of the company, or None.
        company_name: The company's name; empty when not known.
        interview: The interview from the log, or None.
    """

    profile: Profile
    today: date
    ranking: Ranking
    stories: tuple[Reference, ...] = ()
    story_gaps: tuple[str, ...] = ()
    company: Company | None = None
    company_name: str = ""
    interview: Interview | None = None

    @property
    def interview_date(self) -> date | None:
        """Day of the interview: of the log, else of the profile."""
        if self.interview and self.interview.starts:
            return self.interview.starts.date()
        return self.profile.interview_date

    @property
    def days_left(self) -> int | None:
        """Days until the interview; None when there is no date."""
        return (self.interview_date - self.today).days if self.interview_date else None

    @property
    def where(self) -> str:
        """The company in a sentence."""
        return self.company_name or "the company"
