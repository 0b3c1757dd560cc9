"""A made-up corpus: packs of questions of 150 to 300 words, a third with code, a third with mathematics."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

IN_PACK = 500
IN_TOPIC = 50

SUBJECTS = [
    "dropout",
    "batch normalization",
    "gradient boosting",
    "a random forest",
    "logistic regression",
    "the learning rate",
    "early stopping",
    "cross validation",
    "feature scaling",
    "one-hot encoding",
    "the attention layer",
    "a convolution",
    "the confusion matrix",
    "the ROC curve",
    "calibration",
    "class imbalance",
    "data leakage",
    "the embedding table",
    "a decision tree",
    "the kernel trick",
    "principal components",
    "k-means clustering",
    "the bias of an estimator",
    "variance reduction",
    "weight decay",
    "a recurrent network",
    "beam search",
    "the validation split",
    "a feature store",
    "concept drift",
    "an ablation",
    "the softmax temperature",
    "label smoothing",
    "a baseline model",
]
VERBS = [
    "reduces",
    "increases",
    "hides",
    "reveals",
    "needs",
    "replaces",
    "limits",
    "improves",
    "breaks",
    "stabilizes",
    "explains",
    "delays",
    "shifts",
    "bounds",
    "approximates",
]
OBJECTS = [
    "the training loss",
    "generalization error",
    "the gradient norm",
    "the margin",
    "precision at a fixed recall",
    "the latency budget",
    "the cost of labels",
    "memory during training",
    "the calibration error",
    "the effective sample size",
    "the rank of the matrix",
    "the number of parameters",
    "the signal in rare classes",
    "the noise of the estimate",
    "the throughput of the service",
]
TAILS = [
    "when the data set is small",
    "after the first epoch",
    "because the features are correlated",
    "under covariate shift",
    "if the labels are noisy",
    "as the model grows",
    "without touching the test set",
    "in a streaming setting",
    "on skewed targets",
    "for a fixed compute budget",
    "while the optimizer warms up",
    "once the cache is warm",
    "given enough negatives",
]
FORMULAS = (
    r"\hat{\beta} = (X^\top X)^{-1} X^\top y",
    r"\mathcal{L} = -\sum_{i=1}^{n} y_i \log p_i",
    r"\sigma(z) = \frac{1}{1 + e^{-z}}",
    r"\nabla_\theta J(\theta) = \mathbb{E}\left[ r \nabla_\theta \log \pi_\theta \right]",
    r"\mathrm{Var}(\bar{x}) = \frac{\sigma^2}{n}",
    r"\operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}",
    r"\lVert w \rVert_2^2 \le \lambda",
)
LEVELS = ("junior", "mid", "senior", "staff")
ROUNDS = ("ml-breadth", "ml-depth", "coding", "system-design")
CODE = '''import numpy as np


def {name}(x, scale={scale}):
    """Rescale the rows of x and keep what is above the threshold."""
    norms = np.linalg.norm(x, axis=1, keepdims=True)
    kept = x / np.maximum(norms, 1e-{digits})
    return scale * kept[kept.mean(axis=1) > {threshold}]
'''


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One made-up question."""

    number: int
    ask: str
    short: str
    answer: str
    points: tuple[str, ...]
    probes: tuple[tuple[str, str], ...]
    level: str
    round: str

    @property
    def pack(self) -> str:
        """Id of its pack."""
        return f"pack-{self.number // IN_PACK:03d}"

    @property
    def topic(self) -> str:
        """Id of its topic."""
        return f"topic-{self.number // IN_TOPIC:04d}"

    @property
    def slug(self) -> str:
        """Name of its file."""
        return f"question-{self.number:05d}"


def draw_samples(count: int, seed: int = 7) -> Iterator[Sample]:
    """The same questions for the same seed."""
    for number in range(count):
        yield _draw_sample(number, random.Random(seed * 1_000_003 + number))


def _draw_sample(number: int, rng: random.Random) -> Sample:
    parts = [_draw_sentences(rng, 60)]
    if number % 3 == 1:
        code = CODE.format(
            name=f"step_{number}",
            scale=rng.randint(2, 9),
            digits=rng.randint(6, 12),
            threshold=rng.random(),
        )
        parts.append(f"```python\n{code}```")
    if number % 3 == 2:
        parts.append(
            f"It follows that $n > {rng.randint(2, 99)}$ and\n\n$$\n{rng.choice(FORMULAS)}\n$$"
        )
    parts += [
        _draw_sentences(rng, 20),
        "\n".join(f"- **{rng.choice(SUBJECTS)}**: {_draw_sentence(rng)}" for _ in range(3)),
    ]
    return Sample(
        number=number,
        ask=f"Why does {rng.choice(SUBJECTS)} help where {rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)}? ({number})",
        short=_draw_sentences(rng, 35),
        answer="\n\n".join(parts),
        points=tuple(_draw_sentence(rng) for _ in range(4)),
        probes=tuple(
            (f"And what if {rng.choice(SUBJECTS)} is missing?", _draw_sentences(rng, 25))
            for _ in range(2)
        ),
        level=rng.choice(LEVELS),
        round=rng.choice(ROUNDS),
    )


def _draw_sentence(rng: random.Random) -> str:
    subject = rng.choice(SUBJECTS)
    return f"{subject[0].upper()}{subject[1:]} {rng.choice(VERBS)} {rng.choice(OBJECTS)} {rng.choice(TAILS)}."


def _draw_sentences(rng: random.Random, words: int) -> str:
    text: list[str] = []
    while sum(len(sentence.split()) for sentence in text) < words:
        text.append(_draw_sentence(rng))
    return " ".join(text)


def render_sections(sample: Sample) -> str:
    """The sections of a question, as every candidate gets them."""
    points = "\n".join(f"- {point}" for point in sample.points)
    probes = "\n\n".join(f"### {ask}\n\n{answer}" for ask, answer in sample.probes)
    grades = "- **Weak:** Names it.\n- **Good:** Says why.\n- **Great:** Says when it fails."
    return (
        f"## In 30 seconds\n\n{sample.short}\n\n## Answer\n\n{sample.answer}\n\n## Key points\n\n{points}\n\n"
        f"## Weak, good, great\n\n{grades}\n\n## Common mistake\n\n{sample.points[0]}\n\n## Probes\n\n{probes}\n"
    )


def write_packs(folder: Path, count: int) -> list[Path]:
    """Write the corpus as packs; gives their folders."""
    topics: dict[str, list[str]] = {}
    for sample in draw_samples(count):
        known = topics.setdefault(sample.pack, [])
        if sample.topic not in known:
            known.append(sample.topic)
        path = folder / sample.pack / "questions" / sample.topic / f"{sample.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = (
            f'---\nask: "{sample.ask}"\ntopic: {sample.topic}\nlevel: {sample.level}\nroles: [mle, ds]\n'
            f"rounds: [{sample.round}]\nminutes: 5\nasked: often\nsources:\n"
            f'  - {{title: "A paper", by: "Somebody", year: 2020, url: "https://example.org/{sample.number}"}}\n---\n\n'
        )
        path.write_text(front + render_sections(sample), encoding="utf-8")
    for pack, names in topics.items():
        lines = "".join(
            f"  - {{id: {name}, title: Topic {name[6:]}, tips: [{int(name[6:]) % 20 + 1}]}}\n"
            for name in names
        )
        (folder / pack / "pack.yml").write_text(
            f"id: {pack}\ntitle: Pack {pack[5:]}\nsummary: Made-up questions.\nlicence: CC0-1.0\n"
            f"authors: [nobody]\nschema: 1\ntopics:\n{lines}",
            encoding="utf-8",
        )
    return [folder / pack for pack in topics]
