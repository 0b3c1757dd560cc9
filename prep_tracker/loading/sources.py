"""The `sources` list of a content file."""

from __future__ import annotations

from prep_tracker.loading.fields import Fields
from prep_tracker.model.source import Source


def decode_sources(fields: Fields) -> tuple[Source, ...]:
    """Title, by, year and url of each source."""
    return fields.each("sources", _decode_source, required=False)


def _decode_source(fields: Fields) -> Source:
    return Source(
        title=fields.text("title"),
        by=fields.text("by"),
        year=fields.integer("year", 1000, 2100),
        url=fields.text("url"),
    )
