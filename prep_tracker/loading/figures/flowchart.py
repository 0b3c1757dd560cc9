"""Read a flowchart in our subset of Mermaid: nodes of four shapes, solid and dashed arrows, labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from prep_tracker.loading.figures.fault import Fault

MOST_NODES = 60
MOST_ARROWS = 120
MOST_LETTERS = 120


class Shape(StrEnum):
    """Outline of a node."""

    BOX = "box"
    ROUND = "round"
    DECISION = "decision"
    STORE = "store"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node: its name in the text, what it says, its outline."""

    id: str
    text: str
    shape: Shape = Shape.BOX


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """One arrow between two nodes, by their names."""

    source: str
    target: str
    label: str = ""
    is_dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flowchart:
    """A flowchart as written.

    Attributes:
        is_across: `LR`; otherwise `TD`.
        nodes: In the order in which they were first named.
        arrows: As written.
    """

    is_across: bool
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


_HEAD = re.compile(r"(?:flowchart|graph)[ \t]+(LR|TD|TB)[ \t]*;?")
_NODE = re.compile(
    r"(?P<id>[A-Za-z][\w-]*?)(?=[\s\[({]|$|--|-\.)[ \t]*"
    r"(?:\[\((?P<store>[^\[\]]*?)\)\]|\[(?P<box>[^\[\]]*)\]|\((?P<round>[^()]*(?:\([^()]*\)[^()]*)*)\)|\{(?P<decision>[^{}]*)\})?"
)
_ARROW = re.compile(r"[ \t]*(?P<line>-->|-\.->)(?:\|(?P<label>[^|]*)\|)?[ \t]*")
_HINT = "write `A[Text] --> B(Text)`, `A -.-> B` or `A -->|label| B`, one chain a line"
_REFUSED = re.compile(r"(?:subgraph|end|style|classDef|class|click|linkStyle|direction)\b")


class _Reader:
    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.arrows: list[Arrow] = []

    def read_chain(self, text: str) -> str:
        """Read one line; gives what is wrong, or nothing."""
        place, source, arrow = 0, "", None
        while True:
            node = _NODE.match(text, place)
            if node is None:
                return f"no node is named at {text[place : place + 20]!r}"
            fault = self.keep(node)
            if fault:
                return fault
            if arrow is not None:
                label = _plain(arrow["label"] or "")
                self.arrows.append(
                    Arrow(
                        source=source,
                        target=node["id"],
                        label=label,
                        is_dashed=arrow["line"] == "-.->",
                    )
                )
            source, place = node["id"], node.end()
            if place == len(text.rstrip()):
                return ""
            arrow = _ARROW.match(text, place)
            if arrow is None:
                return f"no arrow is drawn at {text[place : place + 20].strip()!r}"
            place = arrow.end()

    def keep(self, found: re.Match[str]) -> str:
        name = found["id"]
        shape = next((shape for shape in Shape if found[shape.value] is not None), None)
        if shape is None:
            self.nodes.setdefault(name, Node(id=name, text=name))
            return ""
        text = _plain(found[shape.value])
        if not text or len(text) > MOST_LETTERS:
            return f"the text of node {name} has {len(text)} characters; 1 to {MOST_LETTERS} are possible"
        known = self.nodes.get(name)
        if known is not None and known.text not in {name, text}:
            return f"node {name} says two things: {known.text!r} and {text!r}"
        self.nodes[name] = (
            replace(known, text=text, shape=shape)
            if known
            else Node(id=name, text=text, shape=shape)
        )
        return ""


def read_flowchart(text: str) -> Flowchart | Fault:
    """The flowchart, or what is wrong with it and where."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line and not line.startswith("%%")]
    head = _HEAD.fullmatch(lines[0][1]) if lines else None
    if head is None:
        return Fault(
            message="the first line is not `flowchart LR` or `flowchart TD`",
            line=lines[0][0] if lines else 1,
            hint="only flowcharts are drawn",
        )
    reader = _Reader()
    for number, line in lines[1:]:
        if _REFUSED.match(line):
            return Fault(
                message=f"`{line.split()[0]}` is outside our subset", line=number, hint=_HINT
            )
        fault = reader.read_chain(line.rstrip(";").rstrip())
        if fault:
            return Fault(message=fault, line=number, hint=_HINT)
    if not reader.nodes:
        return Fault(message="the flowchart has no node", hint=_HINT)
    if len(reader.nodes) > MOST_NODES or len(reader.arrows) > MOST_ARROWS:
        return Fault(
            message=f"the flowchart has {len(reader.nodes)} nodes and {len(reader.arrows)} arrows",
            hint=f"at most {MOST_NODES} nodes and {MOST_ARROWS} arrows can be read; draw two",
        )
    return Flowchart(
        is_across=head[1] == "LR", nodes=tuple(reader.nodes.values()), arrows=tuple(reader.arrows)
    )


def _plain(text: str) -> str:
    """Text of a node or label: quotation marks around it go, `<br>` becomes a space."""
    text = re.sub(r"<br\s*/?>", " ", text.strip())
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    return " ".join(text.split())
