"""YAML as a tree in which every value knows its place, read from the C parser's events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from prep_tracker.loading.report import Report
from prep_tracker.loading.text import find_hidden

MAX_DEPTH = 12
MAX_NODES = 200_000
_PARSER: Any = getattr(yaml, "CSafeLoader", None)
_RESOLVERS: dict[str, list[tuple[str, Any]]] = yaml.SafeLoader.yaml_implicit_resolvers


@dataclass(slots=True)
class Scalar:
    """Text as written; `plain` when it stands without quotes."""

    text: str
    plain: bool
    line: int
    column: int


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    items: list[Node]
    line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """Keys with their nodes; `places` holds line and column of each key."""

    items: dict[str, Node]
    places: dict[str, tuple[int, int]]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class _Refused(Exception):  # noqa: N818 - a signal inside this module, not an error for others
    def __init__(self, code: str, message: str, event: Any, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.mark = event.start_mark
        self.hint = hint


def find_implicit_type(node: Scalar) -> str:
    """What YAML would read a plain scalar as (`int`, `bool`, `timestamp`, ...), or empty for text."""
    if not node.plain:
        return ""
    for tag, pattern in _RESOLVERS.get(node.text[:1], ()):
        if pattern.match(node.text):
            return tag.rpartition(":")[2]
    return ""


class _Reader:
    """Builds one document from events and refuses what a pack never needs."""

    def __init__(self, text: str, offset: int) -> None:
        self.loader = _PARSER(text)
        self.offset = offset
        self.count = 0

    def read(self) -> Node | None:
        event = self.next()
        while isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
                raise _Refused(
                    "yaml-directive", "a % directive is not allowed", event, "delete the line"
                )
            event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        node = self.build(event, 1)
        self.next()
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _Refused(
                "second-document",
                "the file holds a second YAML document",
                after,
                "keep one; delete the second `---`",
            )
        return node

    def next(self) -> Any:
        return self.loader.get_event()

    def build(self, event: Any, depth: int) -> Node:
        self.check(event, depth)
        line, column = event.start_mark.line + 1 + self.offset, event.start_mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, not event.style, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.build_sequence(depth, line, column)
        return self.build_mapping(depth, line, column)

    def check(self, event: Any, depth: int) -> None:
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _Refused(
                "yaml-anchor",
                "anchors (&) and aliases (*) are not allowed",
                event,
                "write the value out",
            )
        if event.tag is not None:
            raise _Refused(
                "yaml-tag", f"the tag {event.tag} is not allowed", event, "delete the tag"
            )
        if isinstance(event, yaml.ScalarEvent) and event.style == '"' and find_hidden(event.value):
            raise _Refused(
                "hidden-character",
                f"an escape stands for the character U+{ord(find_hidden(event.value)):04X}, which is not allowed",
                event,
                "delete the escape: control, bidirectional and invisible characters can hide what a text says",
            )
        if depth > MAX_DEPTH:
            raise _Refused(
                "too-deep", f"nested more than {MAX_DEPTH} levels deep", event, "make it flatter"
            )
        if self.count > MAX_NODES:
            raise _Refused(
                "too-many-values", f"more than {MAX_NODES} values", event, "split the file"
            )

    def build_sequence(self, depth: int, line: int, column: int) -> Sequence:
        items: list[Node] = []
        event = self.next()
        while not isinstance(event, yaml.SequenceEndEvent):
            items.append(self.build(event, depth + 1))
            event = self.next()
        return Sequence(items, line, column)

    def build_mapping(self, depth: int, line: int, column: int) -> Mapping:
        items: dict[str, Node] = {}
        places: dict[str, tuple[int, int]] = {}
        event = self.next()
        while not isinstance(event, yaml.MappingEndEvent):
            key = self.build_key(event, items, depth)
            places[key] = (event.start_mark.line + 1 + self.offset, event.start_mark.column + 1)
            items[key] = self.build(self.next(), depth + 1)
            event = self.next()
        return Mapping(items, places, line, column)

    def build_key(self, event: Any, items: dict[str, Node], depth: int) -> str:
        self.check(event, depth)
        if not isinstance(event, yaml.ScalarEvent):
            raise _Refused("complex-key", "a key must be a word", event, "write `name: value`")
        key: str = event.value
        if key == "<<" and not event.style:
            raise _Refused(
                "yaml-merge", "the merge key << is not allowed", event, "write the values out"
            )
        if key in items:
            raise _Refused(
                "duplicate-key", f"the key {key!r} stands twice", event, "delete one of the two"
            )
        return key


def read_tree(text: str, report: Report, *, offset: int = 0) -> Node | None:
    """The YAML text as a tree, or None with a problem in the report (or when it is empty).

    Args:
        text: One YAML document.
        report: Where problems go.
        offset: Lines of the file before the text, so that places are those of the file.
    """
    if _PARSER is None:
        report.add(
            "no-libyaml", "this Python has no fast YAML parser", hint="install PyYAML from a wheel"
        )
        return None
    reader = None
    try:
        reader = _Reader(text, offset)
        return reader.read()
    except _Refused as refused:
        mark = refused.mark
        report.add(
            refused.code,
            refused.message,
            line=mark.line + 1 + offset,
            column=mark.column + 1,
            hint=refused.hint,
        )
    except yaml.YAMLError as error:
        _report_syntax(error, report, offset)
    finally:
        if reader is not None:
            reader.loader.dispose()
    return None


def _report_syntax(error: yaml.YAMLError, report: Report, offset: int) -> None:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or "cannot be read"
    report.add(
        "yaml-syntax",
        f"this is not YAML: {said}",
        line=mark.line + 1 + offset if mark else 1 + offset,
        column=mark.column + 1 if mark else 1,
        hint="put text that holds a colon, a quote or # in double quotes; indent with spaces",
    )
