"""Rubrics by topic for the page's mock interview: key points as HTML and probes, one classic script a topic."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.recipes import Recipe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prep_tracker.model.pack import Topic
    from prep_tracker.model.question import Question
    from prep_tracker.site.keys import KeyMaker
    from prep_tracker.site.library import Library
    from prep_tracker.site.prose.renderer import Renderer

NOT_ASKED = "to-ask"
"""The kind that the candidate asks; no mock draws it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What an interviewer has in hand for the questions of one topic.

    Attributes:
        url: Address of the script.
        topic: Key of the topic.
        questions: Those that a mock may draw.
    """

    url: str
    topic: str
    questions: tuple[Question, ...]


def list_sheets(library: Library, keys: KeyMaker) -> Iterator[Recipe[Sheet]]:
    """A sheet for each topic, made again when the topic's page is."""
    for topic in library.catalog.topics:
        yield Recipe(
            url=urls.rubrics_url(topic.key),
            key=keys.make_topic_key(topic),
            make=partial(_make_sheet, library, topic),
        )


def _make_sheet(library: Library, topic: Topic) -> Sheet:
    asked = tuple(q for q in library.questions_in[topic.key] if q.kind != NOT_ASKED)
    return Sheet(url=urls.rubrics_url(topic.key), topic=topic.key, questions=asked)


def render_sheet(sheet: Sheet, renderer: Renderer) -> bytes:
    """`prepSheet(topic, "…")`: for each question its id, its key points as HTML, what its probes ask.

    A classic script, since pages from a folder may not fetch; links stand as seen from the site's root.
    """
    renderer.pack = sheet.topic.partition("/")[0]
    rows = [
        [
            question.id,
            [renderer.render(point, depth=0).strip() for point in question.key_points],
            [probe.ask for probe in question.probes],
        ]
        for question in sheet.questions
    ]
    text = json.dumps(rows, separators=(",", ":"), ensure_ascii=True)
    return f"prepSheet({json.dumps(sheet.topic)},{json.dumps(text)});\n".encode("ascii")
