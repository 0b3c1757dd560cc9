"""Five items of rubric, one for each thing a whiteboard reviewer looks at."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule
from prep_tracker.model.exercise import Exercise
from prep_tracker.model.pack import Pack

LOOKS_AT = ("Clarity", "Edge cases", "Complexity", "Numerics", "Talk")


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Compare the names of the items."""
    exercise = entry.item
    if not isinstance(exercise, Exercise):
        return
    section = next((section for section in exercise.sections if section.title == "Rubric"), None)
    names = tuple(item.partition(":")[0].strip("* ") for item in exercise.rubric)
    if section is not None and section.text and names != LOOKS_AT:
        hint = f"write five items, in this order: {', '.join(f'**{name}:**' for name in LOOKS_AT)}"
        yield Finding(
            message="the rubric does not have its five items", line=section.line, hint=hint
        )


_ITEMS = "".join(f"- **{name}:** Looked at.\n" for name in LOOKS_AT)

RULE = Rule(
    name="exercise-rubric",
    sentence="An exercise's rubric has five items: clarity, edge cases, complexity, numerics, talk.",
    good=f"## Rubric\n\n{_ITEMS}",
    bad="## Rubric\n\n- **Clarity:** Looked at.\n- **Talk:** Looked at.\n",
    sample="exercise section",
    check=check,
)
