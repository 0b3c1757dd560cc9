"""Checks of a story, by rules that say what they saw and why it matters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prep_tracker.model.story import PROJECT_PARTS, STAR_PARTS, Story

MOST_SECONDS = 120
SPOKEN_PARTS = STAR_PARTS[:4]
FEWEST_WE = 3
WE_WORDS = ("we", "our", "us", "ours")
I_WORDS = ("I", "my", "me", "mine", "I'm", "I'd", "I've")
NUMBER_WORDS = (
    "half", "halved", "doubled", "tripled", "twice", "third", "quarter", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "dozen", "hundred", "thousand", "million",
)  # fmt: skip
WE = re.compile(rf"\b({'|'.join(WE_WORDS)})\b", re.IGNORECASE)
I_DID = re.compile(rf"\b({'|'.join(I_WORDS)})\b")
NUMBER = re.compile(rf"\d|\b({'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
JARGON = (
    "AUC", "ROC", "F1", "NDCG", "embedding", "embeddings", "hyperparameter", "hyperparameters", "regularization",
    "gradient", "backpropagation", "transformer", "attention head", "logits", "softmax", "cross-entropy", "XGBoost",
    "Kubernetes", "Airflow", "Spark", "ETL", "DAG", "latency p99", "p99", "sharding", "CI/CD", "API gateway", "microservice",
    "feature store", "quantization", "LoRA", "RLHF", "RAG", "vector database", "bagging", "boosting", "PCA", "t-SNE",
)  # fmt: skip
"""Words a listener from outside the field does not know; each needs a plain word beside it."""


WHYS = {
    "empty-part": "The listener fills the gap with a guess, and the guess is rarely kind.",
    "no-result": "A story without an outcome is an anecdote; say what changed, even if it was small or bad.",
    "no-number": "A number (before and after, over how long, measured how) is what the interviewer writes down.",
    "we-not-i": "They hire you, not the team: say what was yours, and credit the others by name of role.",
    "long-situation": "The action is what is judged; two sentences of background are enough.",
    "too-long": "After two minutes people stop listening; leave the detail for their next question.",
    "jargon": "A recruiter or manager hears this story too; keep the word only with a plain one beside it.",
    "no-competency": "Without one the story cannot be matched to a prompt.",
}
"""Why it matters, by the name of the check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing a check saw: its name, what, and why it matters."""

    code: str
    message: str
    why: str


def _remark(code: str, message: str) -> Remark:
    return Remark(code=code, message=message, why=WHYS[code])


def word_count(text: str) -> int:
    """Number of words in a text."""
    return len(re.findall(r"[\w'\u2019-]+", text))


def seconds_aloud(story: Story, words_per_minute: int) -> int:
    """Seconds it takes to tell the story's situation, task, action and result."""
    words = sum(word_count(story.part(part)) for part in SPOKEN_PARTS)
    return round(words * 60 / words_per_minute)


def check_story(story: Story, words_per_minute: int) -> tuple[Remark, ...]:
    """All remarks on a story; none means that no rule objects, not that the story is good.

    Args:
        story: The story.
        words_per_minute: How fast the learner speaks.
    """
    remarks = (
        *_check_parts(story),
        *_check_result(story),
        *_check_we(story),
        *_check_balance(story),
        *_check_length(story, words_per_minute),
        *_check_jargon(story),
        *_check_competencies(story),
    )
    return tuple(remarks)


def _check_parts(story: Story) -> list[Remark]:
    wanted = [*STAR_PARTS, *(PROJECT_PARTS if story.project else ())]
    return [
        _remark("empty-part", f"'{part}' is empty.")
        for part in wanted
        if not story.part(part).strip() and part != "Result"
    ]


def _check_result(story: Story) -> list[Remark]:
    result = story.part("Result").strip()
    if not result:
        return [_remark("no-result", "There is no result.")]
    if NUMBER.search(result):
        return []
    return [_remark("no-number", "The result has no number.")]


def _check_we(story: Story) -> list[Remark]:
    action = story.part("Action")
    we, mine = len(WE.findall(action)), len(I_DID.findall(action))
    if we < FEWEST_WE or we <= mine:
        return []
    return [_remark("we-not-i", f"The action says 'we' {we} times and 'I' {mine} times.")]


def _check_balance(story: Story) -> list[Remark]:
    situation = word_count(story.part("Situation")) + word_count(story.part("Task"))
    action = word_count(story.part("Action"))
    if not action or situation <= action:
        return []
    return [
        _remark(
            "long-situation", f"Situation and task take {situation} words, the action {action}."
        )
    ]


def _check_length(story: Story, words_per_minute: int) -> list[Remark]:
    seconds = seconds_aloud(story, words_per_minute)
    if seconds <= MOST_SECONDS:
        return []
    return [
        _remark(
            "too-long",
            f"Told aloud it takes about {seconds // 60}:{seconds % 60:02d} minutes at {words_per_minute} words a minute.",
        )
    ]


def _check_jargon(story: Story) -> list[Remark]:
    text = " ".join(story.part(part) for part in SPOKEN_PARTS)
    found = [word for word in JARGON if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    if not found:
        return []
    return [_remark("jargon", f"Words from inside the field: {', '.join(found[:6])}.")]


def _check_competencies(story: Story) -> list[Remark]:
    if story.competencies:
        return []
    return [_remark("no-competency", "No competency is named.")]
