"""The catalog as search documents: questions of every kind, exercises, companies, e-mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.model.words import ROUND_TITLES
from prep_tracker.site.search.document import Facets, SearchDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prep_tracker.model.company import Company
    from prep_tracker.model.email import EmailTemplate
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.pack import Pack
    from prep_tracker.model.question import Question

_OWN_FIELD = frozenset({"Key points", "Probes", "Proof", "Diagram"})
_KIND_NAMES = {"concept": "question"}


def catalog_documents(packs: Iterable[Pack]) -> Iterator[SearchDocument]:
    """Documents of all packs, pack by pack and topic by topic, so that neighbours are about the same thing."""
    for pack in packs:
        titles = {topic.id: topic.title for topic in pack.topics}
        order = {topic.id: place for place, topic in enumerate(pack.topics)}
        for question in sorted(
            pack.questions, key=lambda q: (order.get(q.topic, len(order)), q.slug)
        ):
            yield question_document(
                question, f"{titles.get(question.topic, question.topic)} {pack.title}"
            )
        for exercise in pack.exercises:
            yield exercise_document(
                exercise, f"{titles.get(exercise.topic, exercise.topic)} {pack.title}"
            )
        yield from (company_document(company) for company in pack.companies)
        yield from (email_document(email) for email in pack.emails)


def question_document(question: Question, topic: str) -> SearchDocument:
    """A question: its answer is every section that is not a field of its own."""
    tags = [topic, *(line.replace("-", " ") for line in question.covers), *question.competencies]
    return SearchDocument(
        id=question.id,
        kind=_KIND_NAMES.get(question.kind, question.kind),
        title=question.ask,
        url=urls.question_url(question.id),
        fields=(
            question.ask,
            " ".join(tags),
            " ".join(question.key_points),
            "\n\n".join(part.text for part in question.sections if part.title not in _OWN_FIELD),
            "\n\n".join(f"{probe.ask}\n\n{probe.answer}" for probe in question.probes),
        ),
        facets=Facets(
            level=question.level,
            roles=question.roles,
            rounds=question.rounds,
            minutes=question.minutes,
        ),
    )


def exercise_document(exercise: Exercise, topic: str) -> SearchDocument:
    """An exercise: its task is the answer field; the solution's code is not searched."""
    return SearchDocument(
        id=exercise.id,
        kind="exercise",
        title=exercise.title,
        url=urls.exercise_url(exercise.id),
        fields=(
            f"{exercise.title} {exercise.signature}",
            f"coding exercise implement {topic} {' '.join(exercise.requires)}",
            exercise.ask,
            "\n\n".join(part.text for part in exercise.sections),
            "\n\n".join(probe.ask for probe in exercise.probes),
        ),
        facets=Facets(
            level=exercise.level,
            roles=exercise.roles,
            rounds=exercise.rounds,
            minutes=exercise.minutes,
        ),
    )


def company_document(company: Company) -> SearchDocument:
    """A company profile: found by its name, its rounds and its values."""
    rounds = tuple(dict.fromkeys(step.round for step in company.rounds))
    return SearchDocument(
        id=company.id,
        kind="company",
        title=company.title,
        url=urls.company_url(company.id),
        fields=(
            company.title,
            f"company interview process rounds {' '.join(ROUND_TITLES[name] for name in rounds)}",
            company.summary,
            "\n\n".join(
                [
                    *(f"{step.title} {step.note}" for step in company.rounds),
                    *(f"{value.title} {value.note}" for value in company.values),
                ]
            ),
        ),
        facets=Facets(rounds=rounds),
    )


def email_document(email: EmailTemplate) -> SearchDocument:
    """An e-mail template: found by what it is for and when it is sent."""
    return SearchDocument(
        id=email.id,
        kind="email",
        title=email.title,
        url=urls.email_url(email.id),
        fields=(
            email.title,
            f"e-mail template follow-up {email.to}",
            f"{email.purpose} {email.when}",
            email.bodies[0][1],
        ),
    )
