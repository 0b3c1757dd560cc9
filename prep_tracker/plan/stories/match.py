"""Rank stories for a prompt, and say which competencies have none."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from prep_tracker.model.question import Question
from prep_tracker.model.story import Story
from prep_tracker.model.words import Competency

CUES: dict[Competency, tuple[str, ...]] = {
    Competency.PROBLEM_SOLVING: (
        "problem",
        "solve",
        "hard",
        "difficult",
        "challenging",
        "stuck",
        "debug",
    ),
    Competency.OWNERSHIP: ("ownership", "responsible", "initiative", "beyond", "unasked"),
    Competency.CONFLICT: (
        "conflict",
        "disagree",
        "disagreement",
        "argue",
        "difficult colleague",
        "pushback",
    ),
    Competency.FAILURE: ("fail", "failure", "mistake", "wrong", "regret", "broke"),
    Competency.LEARNING: ("learn", "new technology", "quickly", "unfamiliar", "study"),
    Competency.PRIORITIZATION: (
        "prioritize",
        "priority",
        "deadline",
        "multiple projects",
        "trade-off",
        "busy",
    ),
    Competency.AMBIGUITY: ("ambiguous", "ambiguity", "unclear", "vague", "incomplete information"),
    Competency.COLLABORATION: ("team", "together", "cross-functional", "colleague", "collaborate"),
    Competency.INFLUENCE: ("influence", "convince", "persuade", "without authority", "buy-in"),
    Competency.LEADERSHIP: ("lead", "led", "leadership", "direction", "vision"),
    Competency.MENTORING: ("mentor", "coach", "teach", "junior", "grow"),
    Competency.COMMUNICATION: ("explain", "communicate", "non-technical", "present", "stakeholder"),
    Competency.IMPACT: ("impact", "proud", "proudest", "accomplishment", "achievement", "result"),
    Competency.ETHICS: ("ethical", "ethics", "bias", "privacy", "integrity", "right thing"),
    Competency.FEEDBACK: ("feedback", "criticism", "review", "critical"),
    Competency.MOTIVATION: ("why", "motivate", "motivation", "career", "passion"),
}
"""Words of a prompt that point at a competency."""

COMPETENCY_POINTS = 3.0
ANSWERS_POINTS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How well a story fits a prompt, and why."""

    story: Story
    score: float
    why: str


def find_competencies(prompt: str) -> tuple[Competency, ...]:
    """Competencies whose cue words the prompt has, most cues first."""
    text = prompt.casefold()
    counts = {name: sum(cue in text for cue in cues) for name, cues in CUES.items()}
    found = [name for name, count in counts.items() if count]
    return tuple(sorted(found, key=lambda name: -counts[name]))


def rank_stories(
    prompt: str,
    stories: tuple[Story, ...],
    stem: Callable[[str], str],
    question: Question | None = None,
) -> tuple[Match, ...]:
    """Stories for a prompt, best first; those that share nothing with it are left out.

    The score adds points for a shared competency, for naming the prompt, and a TF-IDF overlap of
    stemmed words.

    Args:
        prompt: The interviewer's words.
        stories: The learner's stories.
        stem: Reduces a word to its stem.
        question: Our question with this prompt, when it is one.
    """
    wanted = question.competencies if question else find_competencies(prompt)
    words = {story.id: Counter(_stems(_text(story), stem)) for story in stories}
    asked = set(_stems(prompt, stem))
    matches = []
    for story in stories:
        shared = [name for name in wanted if name in story.competencies]
        overlap = _overlap(asked, words[story.id], words)
        named = bool(question and question.id in story.answers)
        score = COMPETENCY_POINTS * len(shared) + ANSWERS_POINTS * named + overlap
        if score > 0:
            matches.append(
                Match(story=story, score=round(score, 3), why=_say_why(shared, named, overlap))
            )
    return tuple(sorted(matches, key=lambda match: (-match.score, match.story.id)))


def _overlap(asked: set[str], words: Counter[str], everyone: dict[str, Counter[str]]) -> float:
    total = 0.0
    for word in asked & set(words):
        holders = sum(word in other for other in everyone.values())
        total += math.log(1 + len(everyone) / holders) * words[word] / (words[word] + 1)
    return total


def _say_why(shared: list[Competency], named: bool, overlap: float) -> str:
    reasons = [f"shows {name.value}" for name in shared]
    if named:
        reasons.insert(0, "you named this prompt")
    if overlap:
        reasons.append("shares words with it")
    return "; ".join(reasons)


def _text(story: Story) -> str:
    return " ".join((story.title, story.project, *(text for _, text in story.parts)))


STOP = frozenset(
    [
        "a",
        "about",
        "all",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "how",
        "i",
        "in",
        "into",
        "is",
        "it",
        "its",
        "me",
        "my",
        "of",
        "on",
        "one",
        "or",
        "our",
        "so",
        "some",
        "tell",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "time",
        "to",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "describe",
        "give",
        "example",
        "situation",
    ]
)


def _stems(text: str, stem: Callable[[str], str]) -> list[str]:
    return [stem(word) for word in re.findall(r"[^\W_]+", text.casefold()) if word not in STOP]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How well a competency is covered: its stories and the prompts that ask for it."""

    competency: Competency
    stories: tuple[str, ...]
    prompts: tuple[str, ...]

    @property
    def state(self) -> str:
        """`covered` (two stories or more), `thin` (one) or `none`."""
        return ("none", "thin", "covered")[min(len(self.stories), 2)]


def list_coverage(
    stories: tuple[Story, ...], prompts: tuple[Question, ...]
) -> tuple[Coverage, ...]:
    """The competency matrix: stories and prompts of each competency."""
    return tuple(
        Coverage(
            competency=name,
            stories=tuple(story.id for story in stories if name in story.competencies),
            prompts=tuple(question.id for question in prompts if name in question.competencies),
        )
        for name in Competency
    )


def list_untold(stories: tuple[Story, ...], prompts: tuple[Question, ...]) -> tuple[Question, ...]:
    """Prompts for which no story names them or shares a competency."""
    named = {prompt for story in stories for prompt in story.answers}
    shown = {name for story in stories for name in story.competencies}
    return tuple(
        question for question in prompts
        if question.competencies and question.id not in named and not shown & set(question.competencies)
    )  # fmt: skip
