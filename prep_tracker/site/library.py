"""The catalog as the pages need it: grouped once, so that a page is made without searching."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prep_tracker.model import urls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prep_tracker.catalog import Catalog
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.pack import Pack, Topic
    from prep_tracker.model.question import Question
    from prep_tracker.model.syllabus import SyllabusLine, Tip


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofNote:
    """What is known about the run of one proof.

    Attributes:
        status: `passed` or what went wrong.
        when: Day of the run, ISO.
        versions: `name version` of what it ran with.
        seconds: How long it took.
    """

    status: str
    when: str
    versions: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraPage:
    """A page that a plugin adds.

    Attributes:
        plugin: Name of the plugin, as it stands in addresses.
        slug: Name of the page.
        title: Its heading.
        text: Markdown, untrusted.
    """

    plugin: str
    slug: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The catalog, grouped for the pages.

    Attributes:
        catalog: All packs.
        proofs: What is known about proofs, by question id.
        extras: Pages that plugins add.
        suggest: Where "suggest a change" leads; `{pack}` and `{path}` are replaced. Empty: our own page about it.
        site_url: Where the site is published; empty when that is not said.
        packs: By id.
        questions_in: By topic key.
        exercises_in: By topic key.
        topics_of: By number of the tip.
        tips: By number.
        lines: Syllabus lines by id.
        covering: Ids of what covers a line, by its id.
        addresses: Site address by id of question, exercise, e-mail and company.
        titles: Title by the same ids.
    """

    catalog: Catalog
    proofs: Mapping[str, ProofNote] = field(default_factory=dict)
    extras: tuple[ExtraPage, ...] = ()
    suggest: str = ""
    site_url: str = ""
    packs: dict[str, Pack] = field(init=False)
    questions_in: dict[str, list[Question]] = field(init=False)
    exercises_in: dict[str, list[Exercise]] = field(init=False)
    topics_of: dict[int, list[Topic]] = field(init=False)
    tips: dict[int, Tip] = field(init=False)
    lines: dict[str, SyllabusLine] = field(init=False)
    covering: dict[str, tuple[str, ...]] = field(init=False)
    addresses: dict[str, str] = field(init=False)
    titles: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        catalog = self.catalog
        put = object.__setattr__
        put(self, "packs", {pack.id: pack for pack in catalog.packs})
        put(self, "questions_in", _group_questions(catalog))
        put(self, "exercises_in", _group_exercises(catalog))
        put(
            self,
            "topics_of",
            {tip.number: list(catalog.topics_of_tip(tip.number)) for tip in catalog.tips},
        )
        put(self, "tips", {tip.number: tip for tip in catalog.tips})
        put(self, "lines", {line.id: line for line in catalog.syllabus})
        put(self, "covering", catalog.covered())
        put(self, "addresses", _find_addresses(catalog))
        put(self, "titles", _find_titles(catalog))

    def find_url(self, target: str) -> str:
        """Address of what a link in a pack's text names; empty when there is no such thing."""
        return self.addresses.get(target, "")

    def find_picture(self, pack: str, name: str) -> str:
        """Address of a picture that a pack's text names by its path in the pack; empty when there is none."""
        found = self.packs.get(pack)
        figure = "figures/" + name.rpartition("figures/")[2]
        return urls.picture_url(pack, figure) if found and figure in found.figures else ""

    def questions_of_tip(self, number: int) -> int:
        """How many questions serve the tip."""
        return sum(len(self.questions_in[topic.key]) for topic in self.topics_of[number])

    def exercises_of_tip(self, number: int) -> int:
        """How many exercises serve the tip."""
        return sum(len(self.exercises_in[topic.key]) for topic in self.topics_of[number])


def _group_questions(catalog: Catalog) -> dict[str, list[Question]]:
    groups: dict[str, list[Question]] = {topic.key: [] for topic in catalog.topics}
    for question in catalog.questions:
        groups.setdefault(f"{question.pack}/{question.topic}", []).append(question)
    return groups


def _group_exercises(catalog: Catalog) -> dict[str, list[Exercise]]:
    groups: dict[str, list[Exercise]] = {topic.key: [] for topic in catalog.topics}
    for exercise in catalog.exercises:
        groups.setdefault(f"{exercise.pack}/{exercise.topic}", []).append(exercise)
    return groups


def _find_addresses(catalog: Catalog) -> dict[str, str]:
    return {
        **{company.id: urls.company_url(company.id) for company in catalog.companies},
        **{email.id: urls.email_url(email.id) for email in catalog.emails},
        **{exercise.id: urls.exercise_url(exercise.id) for exercise in catalog.exercises},
        **{question.id: urls.question_url(question.id) for question in catalog.questions},
    }


def _find_titles(catalog: Catalog) -> dict[str, str]:
    return {
        **{company.id: company.title for company in catalog.companies},
        **{email.id: email.title for email in catalog.emails},
        **{exercise.id: exercise.title for exercise in catalog.exercises},
        **{question.id: show_ask(question.ask) for question in catalog.questions},
    }


def show_ask(ask: str) -> str:
    """A prompt as a heading: quotation marks around the whole of it are left out."""
    is_quoted = len(ask) > len('""') and ask[0] == ask[-1] == '"' and '"' not in ask[1:-1]
    return ask[1:-1] if is_quoted else ask
