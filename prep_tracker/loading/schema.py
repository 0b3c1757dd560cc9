"""JSON Schema of front matter, generated from the model, for editors."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from prep_tracker.loading.emails import AFTER, TO
from prep_tracker.model.kinds import KINDS
from prep_tracker.model.pack import SCHEMA_VERSION
from prep_tracker.model.words import Asked, Competency, Level, Listener, Role, Round

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {"type": "string", "pattern": "\\S", "maxLength": 40_000}
_ID: dict[str, Any] = {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"}
_REFERENCE: dict[str, Any] = {"type": "string", "pattern": "^([a-z0-9-]{1,80}/)?[a-z0-9-]{1,80}$"}
_DAY: dict[str, Any] = {"type": "string", "format": "date"}


def _word(words: type[StrEnum]) -> dict[str, Any]:
    return {"enum": [word.value for word in words]}


def _list(items: dict[str, Any], *, least: int = 1) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": True}


def _number(low: int, high: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": low, "maximum": high}


def _object(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": required,
    }


def _sources() -> dict[str, Any]:
    url = {"type": "string", "pattern": "^https?://"}
    return _list(_object({"title": _TEXT, "by": _TEXT, "year": _number(1000, 2100), "url": url}))


def _asked() -> dict[str, Any]:
    """Fields that questions and exercises share."""
    return {
        "ask": _TEXT,
        "topic": _ID,
        "level": _word(Level),
        "roles": _list(_word(Role)),
        "rounds": _list(_word(Round)),
        "asked": _word(Asked),
        "covers": {**_list(_TEXT, least=0), "maxItems": 3},
        "replaces": _REFERENCE,
        "sources": _sources(),
    }


def _question() -> dict[str, Any]:
    fields = {
        **_asked(),
        "kind": {"enum": list(KINDS), "default": "concept"},
        "minutes": _number(1, 45),
        "needs": _list(_REFERENCE, least=0),
        "checked": _DAY,
        "competencies": _list(_word(Competency)),
        "listeners": _list(_word(Listener)),
        "learn": _TEXT,
    }
    extra = [
        {
            "if": {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]},
            "then": {"required": list(kind.fields)},
        }
        for kind in KINDS.values()
        if kind.fields
    ]
    own = ("competencies", "listeners", "learn")
    return {
        **_object(fields, "kind", "covers", "needs", "replaces", "checked", *own),
        "allOf": extra,
    }


def _exercise() -> dict[str, Any]:
    fields = {
        **_asked(),
        "title": _TEXT,
        "minutes": _number(1, 120),
        "signature": _TEXT,
        "requires": _list(_TEXT, least=0),
        "oracles": _list(_TEXT, least=0),
        "time": _TEXT,
        "memory": _TEXT,
    }
    return _object(fields, "covers", "replaces", "requires", "oracles", "sources")


def _pack() -> dict[str, Any]:
    topic = _object(
        {"id": _ID, "title": _TEXT, "tips": _list(_number(1, 20)), "summary": _TEXT}, "summary"
    )
    return _object(
        {
            "id": _ID,
            "title": _TEXT,
            "summary": _TEXT,
            "licence": _TEXT,
            "authors": _list(_TEXT),
            "schema": _number(1, SCHEMA_VERSION),
            "topics": _list(topic),
        }
    )


def _company() -> dict[str, Any]:
    step = {
        "round": _word(Round),
        "title": _TEXT,
        "minutes": _number(0, 480),
        "basis": {"enum": ["published", "reported", "general"]},
        "note": _TEXT,
        "weights": {
            "type": "object",
            "additionalProperties": {
                "type": "number",
                "exclusiveMinimum": 0,
                "exclusiveMaximum": 1_000_000,
            },
        },
    }
    value = _object({"title": _TEXT, "note": _TEXT})
    fields = {
        "title": _TEXT,
        "summary": _TEXT,
        "caution": _TEXT,
        "checked": _DAY,
        "rounds": _list(_object(step, "weights")),
        "values": _list(value, least=0),
        "sources": _sources(),
    }
    return _object(fields, "values")


def _email() -> dict[str, Any]:
    fields = {
        "title": _TEXT,
        "purpose": _TEXT,
        "when": _TEXT,
        "after": {"enum": list(AFTER)},
        "hours": _number(0, 24 * 366),
        "to": {"enum": list(TO)},
        "needs": _list(_TEXT),
        "covers": {**_list(_TEXT, least=0), "maxItems": 3},
        "subject": _TEXT,
        "example": {"type": "object", "additionalProperties": _TEXT},
    }
    return _object(fields, "covers", "example")


_MAKERS = {
    "question": _question,
    "exercise": _exercise,
    "pack": _pack,
    "company": _company,
    "email": _email,
}


def make_schema(kind: str) -> dict[str, Any]:
    """The schema of one kind of file: `question`, `exercise`, `pack`, `company` or `email`."""
    return {
        "$schema": _DIALECT,
        "title": f"prep-tracker {kind}, format {SCHEMA_VERSION}",
        **_MAKERS[kind](),
    }
