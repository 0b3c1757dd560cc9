"""What a page depends on, as a short digest: the same digest, the same bytes.

A question's page depends on its own file, on the titles in its topic (sidebar, previous and next), on the
titles of its pack's topics, on the run of its proof, and on the titles and existence of what it names:
questions it needs, syllabus lines it covers, links in its text. A topic's page depends on its questions'
files as well. Everything depends on the theme and on this program.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prep_tracker.model.exercise import Exercise
    from prep_tracker.model.pack import Topic
    from prep_tracker.model.question import Question
    from prep_tracker.site.library import Library

_LINK = re.compile(r"\]\(<?([a-z0-9-]+/[a-z0-9-]+)")
_REFERENCE = re.compile(r"\]:\s*<?([a-z0-9-]+/[a-z0-9-]+)")


def digest_of(*parts: object) -> str:
    """Digest of values that have a faithful `repr`."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def digest_program() -> str:
    """Changes when the code that renders does."""
    here = Path(__file__).parent
    files = sorted(
        [
            *here.glob("*.py"),
            *here.glob("pages/*.py"),
            *here.glob("prose/*.py"),
            *here.glob("figures/*.py"),
        ]
    )
    return digest_of(*((path.name, path.stat().st_mtime_ns) for path in files))


class KeyMaker:
    """Makes the keys of pages that there are many of."""

    def __init__(self, library: Library, base: str) -> None:
        """Sum up what many pages share.

        Args:
            library: All packs.
            base: Digest of theme and program.
        """
        self._library = library
        titles = library.titles
        self._all_packs = digest_of(
            base, library.suggest, [(pack.id, pack.title) for pack in library.catalog.packs]
        )
        self._packs = {
            pack.id: digest_of(
                base,
                library.suggest,
                pack.title,
                pack.figures,
                [(t.id, t.title) for t in pack.topics],
            )
            for pack in library.catalog.packs
        }
        self._topics = {
            key: digest_of(
                self._packs[key.partition("/")[0]], [(q.id, titles[q.id]) for q in questions]
            )
            for key, questions in library.questions_in.items()
        }

    def make_question_key(self, question: Question) -> str:
        """Key of a question's page."""
        library = self._library
        return digest_of(
            self._topics[f"{question.pack}/{question.topic}"],
            _digest_item(question),
            library.proofs.get(question.id),
            [(need, library.titles.get(need)) for need in question.needs],
            [(line, found.title) for line in question.covers if (found := library.lines.get(line))],
            [(link, library.find_url(link)) for link in _list_links(question)],
        )

    def make_exercise_key(
        self, exercise: Exercise, before: Exercise | None, after: Exercise | None
    ) -> str:
        """Key of an exercise's page."""
        library = self._library
        topic = library.catalog.find_topic(f"{exercise.pack}/{exercise.topic}")
        return digest_of(
            self._all_packs,
            _digest_item(exercise),
            topic.title if topic else "",
            [(item.id, item.title) if item else None for item in (before, after)],
            [
                (link, library.find_url(link))
                for section in exercise.sections
                for link in _list_targets(section.text)
            ],
        )

    def make_topic_key(self, topic: Topic) -> str:
        """Key of a topic's page."""
        library = self._library
        questions = library.questions_in[topic.key]
        return digest_of(
            self._topics[topic.key],
            topic,
            [
                (library.tips[n].number, library.tips[n].title)
                for n in topic.tips
                if n in library.tips
            ],
            [_digest_item(question) for question in questions],
            [_digest_item(exercise) for exercise in library.exercises_in[topic.key]],
            [
                (link, library.find_url(link))
                for question in questions
                for link in _list_links(question)
            ],
        )


def _digest_item(item: Question | Exercise) -> str:
    return item.digest or digest_of(item)


def _list_links(question: Question) -> list[str]:
    return [link for section in question.sections for link in _list_targets(section.text)]


def _list_targets(text: str) -> list[str]:
    found: list[str] = _LINK.findall(text) if "](" in text else []
    return found + _REFERENCE.findall(text) if "]:" in text else found
