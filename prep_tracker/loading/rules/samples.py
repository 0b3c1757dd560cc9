"""Sound files to put the samples of rules into; `packs new` starts authors from the question."""

from __future__ import annotations

import re

SOUND_QUESTION = """\
---
ask: "Your model does well in training and badly on new data. How do you find out why, and what do you do?"
kind: concept
topic: overfitting
level: junior
roles: [mle, ds]
rounds: [ml-breadth]
minutes: 4
asked: often
sources:
  - title: "The Elements of Statistical Learning, second edition, chapter 7"
    by: "Hastie, Tibshirani, Friedman"
    year: 2009
    url: "https://hastie.su.domains/ElemStatLearn/"
---

## In 30 seconds

The gap between training and validation error says that the model fits noise. I first make sure that the gap is real: the split, leakage, the same preparation on both sides. Then I take capacity away, add data or regularization, and choose by validation error.

## Answer

Overfitting means that a model has fitted what is particular to its sample. It shows as a low training error beside a much higher error on data that it has not seen.

Make sure first that the gap is what it seems. A split that mixes users or days, a preparation step fitted on all rows, or a production population that differs from the sample all look alike at first sight. Compare training, validation and production error on the same metric.

Then look at the learning curve. If validation error still falls as rows are added, more data helps. If training error is already as bad as validation error, the model is too simple, and regularization makes it worse.

The remedies take freedom away. With $n$ points, a polynomial of degree $n - 1$ passes through all of them, whatever the noise, so its training error is zero. A penalty $\\lambda \\lVert w \\rVert^2$, fewer features, early stopping, or averaging over many models all trade a little bias for less variance.

| seen | meaning | next step |
|---|---|---|
| low training, high validation error | variance | regularize, more data |
| both high | bias | richer model, better features |

## Key points

- Overfitting is a gap between training error and error on unseen data.
- The split and leakage are checked before the model is blamed.
- The learning curve says whether more data can help.
- Remedies reduce variance at the price of some bias, and validation error chooses among them.

## Weak, good, great

- **Weak:** "It is overfitting, so I add dropout."
- **Good:** Names the gap, how to measure it, and two remedies.
- **Great:** Rules out a wrong split and a changed population first, and reads the learning curve to choose a remedy.

## Common mistake

Adding regularization when both errors are high. The model is then too simple, and a penalty makes it worse.

## Probes

### Training and validation error are both low, and production is bad. What now?

The production data differ: look for a changed population, a feature computed otherwise at serving time, or a label that leaked into the sample.

### How do you choose the strength of a penalty?

By cross-validation on a logarithmic grid, inside the training part only, with preparation steps inside each fold.

## Proof

```python
import numpy as np

rng = np.random.default_rng(0)
x = np.linspace(0, 1, 8)
y = x + rng.normal(0, 0.1, 8)
new_x = np.linspace(0.05, 0.95, 50)


def errors(degree):
    fit = np.polynomial.Polynomial.fit(x, y, degree)
    return np.mean((fit(x) - y) ** 2), np.mean((fit(new_x) - new_x) ** 2)


train_line, new_line = errors(1)
train_full, new_full = errors(7)
assert train_full < 1e-20 < train_line
assert new_full > new_line
```
"""
SOUND_CASE_PARTS = {
    "Clarifying questions": "How many users, and how fast must an answer be?",
    "Framing": "A ranking of items for each user.",
    "Numbers": "One million users a day make about 12 requests a second.",
    "Data and features": "Logs of clicks.",
    "Model": "Two stages.",
    "Metrics": "Recall offline, retention online.",
    "Experiment": "An A/B test by user.",
    "Serving": "A cache before the model.",
    "Monitoring": "Drift of the inputs.",
    "Failure modes": "A feedback loop.",
    "Privacy and fairness": "No names in the logs.",
    "Diagram": "```mermaid\nflowchart LR\n  a[Logs] --> b[Features]\n```",
    "Time budget": "| phase | minutes |\n|---|---|\n| ask | 10 |\n| design | 35 |",
}
_BY_LEVEL = (
    "- **Mid:** Builds it.\n- **Senior:** Chooses it.\n- **Staff:** Decides whether to build it."
)
_THIRD_PROBE = "### What breaks first?\n\nThe cache, when the key is too fine.\n"


SOUND_EMAIL = """\
---
title: "Thank you"
purpose: "Thanks, and your interest."
when: "The same evening."
after: interview
hours: 24
to: interviewer
needs: [interviewer.first_name]
subject: "Thank you"
example:
  interviewer.first_name: "Aiko"
---

## warm

Thank you, {{ interviewer.first_name }}.

## formal

Dear {{ interviewer.first_name }}, thank you.

## brief

Thanks, {{ interviewer.first_name }}.
"""
SOUND_TASK = """\
---
title: "Sum"
ask: "Add up the numbers of a list, without the built-in."
topic: overfitting
level: junior
roles: [mle]
rounds: [coding]
minutes: 10
asked: rare
signature: "total(values)"
time: "O(n)"
memory: "O(1)"
---

## Task

Write `total(values)`.

## Hints

1. Add them.
2. With a loop.
3. Begin at zero.

## Approach

One pass.

## Rubric

- **Clarity:** One loop.
- **Edge cases:** The empty list.
- **Complexity:** Linear.
- **Numerics:** Order of adding.
- **Talk:** Says what it does.

## Probes

### What of floats?

Compensated summation loses less.

### What of an empty list?

Zero.
"""
_TOTAL = "def total(values):\n    result = 0\n    for value in values:\n        result += value\n    return result\n"
_TESTS = "".join(
    f"def test_{n}():\n    assert total(list(range({n}))) == {n * (n - 1) // 2}\n\n\n"
    for n in range(8)
)
EXERCISE_FILES = {
    "starter.py": "def total(values):\n    raise NotImplementedError\n",
    "solution.py": _TOTAL,
    "tests.py": f"from solution import total\n\n\n{_TESTS}".rstrip() + "\n",
    "mutants/skips_last.py": '"""Leaves the last one out."""\n\n\n'
    + _TOTAL.replace("in values", "in values[:-1]"),
}
"""The files of a sound exercise beside its `task.md`."""


def set_section(text: str, title: str, body: str, *, before: str = "Proof") -> str:
    """The file with a section replaced, or put in before another."""
    block = f"## {title}\n\n{body.strip()}\n\n"
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if pattern.search(text):
        return pattern.sub(lambda _: block, text, count=1)
    return text.replace(f"## {before}\n", f"{block}## {before}\n")


def drop_section(text: str, title: str) -> str:
    """The file without a section."""
    return re.sub(
        rf"^## {re.escape(title)}\n.*?(?=^## |\Z)",
        "",
        text,
        count=1,
        flags=re.MULTILINE | re.DOTALL,
    )


def make_case() -> str:
    """A sound system-design case."""
    text = SOUND_QUESTION.replace("kind: concept", "kind: case").replace(
        "minutes: 4", "minutes: 45"
    )
    text = drop_section(drop_section(text, "Answer"), "Weak, good, great")
    for title, body in SOUND_CASE_PARTS.items():
        text = set_section(text, title, body, before="Key points")
    text = set_section(text, "By level", _BY_LEVEL, before="Common mistake")
    return text.replace("## Proof\n", f"{_THIRD_PROBE}\n## Proof\n")


def render_sample(sample: str, part: str) -> str:
    """A whole file with a rule's sample in it.

    Args:
        sample: `question`, `case`, `exercise` or `email`, and `field`, `section` or `text`, as `Rule.sample` says.
        part: The rule's good or bad sample.
    """
    kind, _, place = sample.partition(" ")
    if kind == "email":
        return SOUND_EMAIL.replace("Thanks, {{ interviewer.first_name }}.\n", part)
    text = {"case": make_case(), "exercise": SOUND_TASK}.get(kind, SOUND_QUESTION)
    if place == "field":
        name = part.partition(":")[0]
        pattern = re.compile(rf"^{name}:.*?(?=^\w|^---)", re.MULTILINE | re.DOTALL)
        return pattern.sub(lambda _: part, text, count=1)
    if place == "section":
        title, _, body = part.removeprefix("## ").partition("\n")
        return set_section(text, title, body)
    return text.replace("## Key points\n", f"{part}\n## Key points\n", 1)
