"""Take typed values out of a YAML mapping, and name every value that is not what it must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from prep_tracker.loading.ids import find_id_fault
from prep_tracker.loading.report import Report
from prep_tracker.loading.tree import Mapping, Node, Scalar, Sequence, find_implicit_type

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
MAX_FIELD_CHARACTERS = 40_000
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,8})")


class Fields:
    """The fields of one mapping.

    Reading a field that is missing or wrong adds a problem and gives a value of the right type,
    so that all problems of a file are found in one go; `is_sound` says whether there were any.
    """

    __slots__ = ("is_sound", "known", "node", "report", "where")

    def __init__(self, node: Mapping, report: Report, where: str = "") -> None:
        self.node = node
        self.report = report
        self.where = where
        self.known: set[str] = set()
        self.is_sound = True

    def fail(self, code: str, message: str, at: Node | tuple[int, int], hint: str) -> None:
        """Note a problem and mark the fields unsound."""
        line, column = at if isinstance(at, tuple) else (at.line, at.column)
        self.is_sound = False
        self.report.add(code, message, line=line, column=column, hint=hint)

    def find(self, name: str, *, required: bool = True) -> Node | None:
        """The node of a field; a missing required one is a problem."""
        self.known.add(name)
        node = self.node.items.get(name)
        if node is None and required:
            self.fail(
                "missing-field",
                f"the field {self.where}{name} is missing",
                self.node,
                f"add `{name}:`",
            )
        return node

    def scalar(self, name: str, node: Node) -> Scalar | None:
        """The node as a scalar, or None with a problem."""
        if isinstance(node, Scalar):
            return node
        self.fail(
            "wrong-type",
            f"{self.where}{name} must be one value, not a list or a mapping",
            node,
            "write one",
        )
        return None

    def as_text(self, name: str, node: Node) -> str:
        """The node as text."""
        scalar = self.scalar(name, node)
        if scalar is None:
            return ""
        kind = find_implicit_type(scalar)
        if kind:
            shown = scalar.text[:40] or "nothing"
            message = f"{self.where}{name} must be text, and {shown} is read as {kind}"
            self.fail("quote-it", message, node, "put it in quotes")
            return ""
        if len(scalar.text) > MAX_FIELD_CHARACTERS:
            message = f"{self.where}{name} has {len(scalar.text)} characters; {MAX_FIELD_CHARACTERS} are allowed"
            self.fail("field-too-long", message, node, "shorten it")
            return ""
        value = scalar.text.strip()
        if not value:
            self.fail(
                "empty-field",
                f"{self.where}{name} is empty",
                node,
                "write it; an optional field may be left out",
            )
        return value

    def text(self, name: str, *, required: bool = True) -> str:
        """A text field; empty when it is optional and missing."""
        node = self.find(name, required=required)
        return self.as_text(name, node) if node is not None else ""

    def identifier(self, name: str, *, required: bool = True) -> str:
        """An id: `[a-z0-9-]{1,80}`, no name that Windows reserves."""
        node = self.find(name, required=required)
        if node is None:
            return ""
        value = self.as_text(name, node)
        fault = find_id_fault(value) if value else ""
        if fault:
            self.fail(
                "bad-id",
                f"{self.where}{name} is {value[:90]!r}: {fault}",
                node,
                "choose another id",
            )
        return value

    def integer(self, name: str, low: int, high: int, *, default: int | None = None) -> int:
        """A whole number in a range; `default` makes the field optional."""
        node = self.find(name, required=default is None)
        if node is None:
            return low if default is None else default
        scalar = self.scalar(name, node)
        if scalar is None:
            return low
        if not scalar.plain or not _INTEGER.fullmatch(scalar.text):
            self.fail(
                "wrong-type",
                f"{self.where}{name} must be a whole number",
                node,
                "write digits without quotes",
            )
            return low
        value = int(scalar.text)
        if not low <= value <= high:
            self.fail(
                "out-of-range",
                f"{self.where}{name} is {value}",
                node,
                f"give a number from {low} to {high}",
            )
        return value

    def number(self, name: str, node: Node) -> float:
        """A positive number below a million."""
        scalar = self.scalar(name, node)
        if scalar is None:
            return 1.0
        if (
            scalar.plain
            and re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", scalar.text)
            and float(scalar.text) > 0
        ):
            return float(scalar.text)
        self.fail(
            "wrong-type",
            f"{self.where}{name} must be a positive number",
            node,
            "write e.g. 3 or 1.5",
        )
        return 1.0

    def day(self, name: str, *, required: bool = False) -> date | None:
        """A date, YYYY-MM-DD."""
        node = self.find(name, required=required)
        scalar = self.scalar(name, node) if node is not None else None
        if scalar is None or node is None:
            return None
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", scalar.text, re.ASCII):
                raise ValueError  # noqa: TRY301 - one path for both ways to be wrong
            return date.fromisoformat(scalar.text)
        except ValueError:
            self.fail("wrong-type", f"{self.where}{name} is not a date", node, "write YYYY-MM-DD")
            return None

    def word(self, name: str, words: type[E]) -> E:
        """One word of a fixed vocabulary."""
        node = self.find(name)
        value = self.as_text(name, node) if node is not None else ""
        return self.as_word(name, value, node, words)

    def as_word(self, name: str, value: str, node: Node | None, words: type[E]) -> E:
        """The text as a word of the vocabulary; any other is a problem that names the nearest."""
        try:
            return words(value)
        except ValueError:
            if node is not None and value:
                allowed = [word.value for word in words]
                near = get_close_matches(value, allowed, 1)
                hint = f"did you mean {near[0]}?" if near else f"use one of: {', '.join(allowed)}"
                self.fail("unknown-word", f"{self.where}{name} is {value[:80]!r}", node, hint)
            return next(iter(words))

    def sequence(self, name: str, *, required: bool = True) -> list[Node]:
        """The nodes of a list field."""
        node = self.find(name, required=required)
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self.fail(
                "wrong-type", f"{self.where}{name} must be a list", node, f"write `{name}: [...]`"
            )
            return []
        if required and not node.items:
            self.fail(
                "empty-field", f"{self.where}{name} is an empty list", node, "name at least one"
            )
        return node.items

    def texts(self, name: str, *, required: bool = True) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(
            self.as_text(f"an item of {name}", node)
            for node in self.sequence(name, required=required)
        )

    def placed_texts(
        self, name: str, *, required: bool = False
    ) -> tuple[tuple[str, int, int], ...]:
        """A list of texts, each with its line and column."""
        nodes = self.sequence(name, required=required)
        return tuple(
            (self.as_text(f"an item of {name}", node), node.line, node.column) for node in nodes
        )

    def words(self, name: str, words: type[E]) -> tuple[E, ...]:
        """A list of different words of a fixed vocabulary."""
        found: list[E] = []
        for node in self.sequence(name):
            word = self.as_word(name, self.as_text(name, node), node, words)
            if word in found and self.is_sound:
                self.fail(
                    "duplicate-item", f"{self.where}{name} names {word} twice", node, "delete one"
                )
            found.append(word)
        return tuple(found)

    def mappings(self, name: str, *, required: bool = True) -> Iterable[Fields]:
        """The mappings of a list field, as fields of their own."""
        for number, node in enumerate(self.sequence(name, required=required), 1):
            if isinstance(node, Mapping):
                yield Fields(node, self.report, f"{name}[{number}].")
            else:
                self.fail(
                    "wrong-type",
                    f"{self.where}{name}[{number}] must be a mapping",
                    node,
                    "write `name: value`",
                )

    def pairs(self, name: str) -> Iterable[tuple[str, Node, tuple[int, int]]]:
        """Key, node and the key's place of a mapping field; nothing when it is missing."""
        node = self.find(name, required=False)
        if node is None:
            return
        if not isinstance(node, Mapping):
            self.fail(
                "wrong-type",
                f"{self.where}{name} must be a mapping",
                node,
                "write `key: value` lines below it",
            )
            return
        for key, value in node.items.items():
            yield key, value, node.places[key]

    def each(
        self, name: str, decode: Callable[[Fields], T], *, required: bool = True
    ) -> tuple[T, ...]:
        """Decode every mapping of a list; what is wrong in one makes the whole unsound."""
        values = []
        for fields in self.mappings(name, required=required):
            values.append(decode(fields))
            fields.refuse_unknown()
            self.is_sound = self.is_sound and fields.is_sound
        return tuple(values)

    def refuse_unknown(self) -> None:
        """Report every key that was not asked for."""
        for key in self.node.items:
            if key not in self.known:
                near = get_close_matches(key, sorted(self.known), 1)
                hint = (
                    f"did you mean {near[0]}?"
                    if near
                    else f"known here: {', '.join(sorted(self.known))}"
                )
                self.fail(
                    "unknown-field",
                    f"the field {self.where}{key[:80]} is not known",
                    self.node.places[key],
                    hint,
                )
