"""The pages of exercises: the task first, hints one by one, solution and tests folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.page import (
    Cell,
    Chip,
    Chips,
    Code,
    Fold,
    Heading,
    Page,
    Prose,
    Steps,
    Table,
    Words,
)
from prep_tracker.site.pages.count import count_of
from prep_tracker.site.pages.facts import list_crumbs, list_facts
from prep_tracker.site.pages.question import list_sources, make_anchor
from prep_tracker.site.pages.suggest import make_suggestion
from prep_tracker.site.pages.topic import list_exercises

if TYPE_CHECKING:
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.site.library import Library
    from prep_tracker.site.page import Block

_OPEN_SECTIONS = frozenset({"Task", "Example", "Examples", "Input", "Output", "Constraints"})
_WITHOUT = "Writing and running it in the page needs scripts: allow JavaScript, or use the terminal as below."
_OWN_PLACE = frozenset({"Hints", "Probes", "Rubric"})


def make_exercises_page(library: Library) -> Page:
    """All exercises."""
    exercises = library.catalog.exercises
    return Page(
        url=urls.EXERCISES,
        title="Coding exercises",
        description="Coding tasks of machine-learning interviews, judged by tests that are tested themselves.",
        blocks=(
            Words(
                text=f"{count_of(len(exercises), 'task')} of machine-learning coding rounds. Each is judged by tests, and "
                "the tests are tested: they catch known-wrong versions of the solution.",
                style="pt-lead",
            ),
            list_exercises(exercises),
        ),
        nav="exercises",
        style="pt-exercises",
    )


def make_exercise_page(
    library: Library, exercise: Exercise, *, before: Exercise | None, after: Exercise | None
) -> Page:
    """The page of one exercise."""
    blocks: list[Block] = [
        Words(text=exercise.ask, style="pt-lead"),
        Chips(items=(*list_facts(exercise), *_own_facts(exercise))),
        *(
            _make_section(title=s.title, text=s.text)
            for s in exercise.sections
            if s.title not in _OWN_PLACE
        ),
        Heading(text="Write it here", anchor="write"),
        Words(text=_WITHOUT, style="pt-write__without"),
        Heading(text="In a terminal", anchor="starter"),
        Words(text="With your own editor, and judged as you go:"),
        Code(text=_list_commands(exercise), language="sh"),
        Code(text=exercise.starter, language="python"),
    ]
    blocks.extend(
        Fold(
            title=f"Hint {n}", anchor=f"hint-{n}", blocks=(Prose(text=hint),), style="pt-fold--hint"
        )
        for n, hint in enumerate(exercise.hints, 1)
    )
    blocks.append(_fold_code("Solution", exercise.solution))
    blocks.append(_fold_code("Tests", exercise.tests))
    blocks.extend(_list_rubric(exercise))
    blocks.extend(_list_probes(exercise))
    blocks.extend(_list_mutants(exercise))
    blocks.extend(list_sources(exercise.sources))
    blocks.append(make_suggestion(library, exercise.pack, exercise.path))
    if before or after:
        blocks.append(Steps(previous=_step(before), next=_step(after)))
    return Page(
        url=urls.exercise_url(exercise.id),
        title=exercise.title,
        description=exercise.ask,
        blocks=tuple(blocks),
        crumbs=(
            Cell(text="Exercises", url=urls.EXERCISES),
            *list_crumbs(library, exercise.pack, exercise.topic)[1:],
        ),
        nav="exercises",
        style="pt-exercise",
        id=exercise.id,
    )


def _list_commands(exercise: Exercise) -> str:
    """What starts it in the terminal, checks it, and takes it on as at a whiteboard."""
    return (
        f"prep-tracker code start {exercise.slug}\n"
        f"prep-tracker code check {exercise.slug}\n"
        f"prep-tracker code whiteboard {exercise.slug} --minutes {exercise.minutes}\n"
    )


def _own_facts(exercise: Exercise) -> tuple[Chip, ...]:
    facts = (
        ("Write", exercise.signature, "signature"),
        ("In time", exercise.time, "time"),
        ("In memory", exercise.memory, "memory"),
        ("Needs", ", ".join(exercise.requires), "requires"),
    )
    return tuple(Chip(label=label, text=text, name=name) for label, text, name in facts if text)


def _make_section(*, title: str, text: str) -> Fold:
    return Fold(
        title=title,
        anchor=make_anchor(title),
        blocks=(Prose(text=text),),
        is_open=title in _OPEN_SECTIONS,
    )


def _fold_code(title: str, code: str) -> Fold:
    return Fold(title=title, anchor=title.lower(), blocks=(Code(text=code, language="python"),))


def _list_rubric(exercise: Exercise) -> tuple[Block, ...]:
    if not exercise.rubric:
        return ()
    text = "\n".join(f"- {point}" for point in exercise.rubric)
    return (Fold(title="What a reviewer looks for", anchor="rubric", blocks=(Prose(text=text),)),)


def _list_probes(exercise: Exercise) -> tuple[Block, ...]:
    if not exercise.probes:
        return ()
    folds = tuple(
        Fold(
            title=p.ask,
            anchor=f"probe-{n}",
            blocks=(Prose(text=p.answer),),
            is_minor=True,
            style="pt-fold--probe",
        )
        for n, p in enumerate(exercise.probes, 1)
    )
    return (Fold(title="Probes", anchor="probes", blocks=folds),)


def _list_mutants(exercise: Exercise) -> tuple[Block, ...]:
    if not exercise.mutants:
        return ()
    rows = tuple((Cell(text=mutant.name), Cell(text=mutant.why)) for mutant in exercise.mutants)
    table = Table(header=("Wrong version", "What is wrong in it"), rows=rows)
    return (Fold(title="What the tests catch", anchor="mutants", blocks=(table,)),)


def _step(exercise: Exercise | None) -> Cell | None:
    return Cell(text=exercise.title, url=urls.exercise_url(exercise.id)) if exercise else None
