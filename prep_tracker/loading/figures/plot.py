"""Read a `plot` block: lines, dots or bars, from YAML."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from prep_tracker.loading.fields import Fields
from prep_tracker.loading.figures.fault import Fault
from prep_tracker.loading.report import Report
from prep_tracker.loading.tree import Mapping, Node, Scalar, Sequence, read_tree

MOST_SERIES = 6
MOST_POINTS = 400
MOST_BARS = 40
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A named row of points."""

    name: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar."""

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A plot: lines and dots share the axes; bars stand alone.

    Attributes:
        title: What it shows.
        x: What the horizontal axis counts.
        y: What the vertical axis counts.
        lines: Joined points.
        dots: Loose points.
        bars: Bars, when there are neither lines nor dots.
    """

    title: str
    x: str
    y: str
    lines: tuple[Series, ...] = ()
    dots: tuple[Series, ...] = ()
    bars: tuple[Bar, ...] = ()


def read_plot(text: str) -> Plot | Fault:
    """The plot, or the first thing that is wrong with it and where."""
    report = Report("", "")
    node = read_tree(text, report)
    plot = None
    if isinstance(node, Mapping):
        plot = _decode(Fields(node, report))
    elif not report.problems:
        return Fault(
            message="the plot is not a mapping",
            hint="write `title: …`, `x: …`, `y: …` and `lines:`",
        )
    if report.problems:
        first = min(report.problems, key=lambda problem: problem.line)
        return Fault(message=first.message, line=max(first.line, 1), hint=first.hint)
    if plot is None or not (plot.lines or plot.dots or plot.bars):
        return Fault(message="the plot shows nothing", hint="give `lines`, `dots` or `bars`")
    if plot.bars and (plot.lines or plot.dots):
        return Fault(message="bars stand alone", hint="draw lines or dots in a plot of their own")
    return plot


def _decode(fields: Fields) -> Plot:
    plot = Plot(
        title=fields.text("title"),
        x=fields.text("x"),
        y=fields.text("y"),
        lines=fields.each("lines", _decode_series, required=False),
        dots=fields.each("dots", _decode_series, required=False),
        bars=fields.each("bars", _decode_bar, required=False),
    )
    fields.refuse_unknown()
    too_many = (
        len(plot.lines) + len(plot.dots) > MOST_SERIES
        or len(plot.bars) > MOST_BARS
        or any(len(series.points) > MOST_POINTS for series in (*plot.lines, *plot.dots))
    )
    if too_many:
        hint = f"at most {MOST_SERIES} series, {MOST_POINTS} points in each, {MOST_BARS} bars"
        fields.fail(
            "too-large",
            "the plot holds more than can be read",
            (fields.node.line, fields.node.column),
            hint,
        )
    return plot


def _decode_series(fields: Fields) -> Series:
    name = fields.text("name")
    points = tuple(_decode_point(fields, node) for node in fields.sequence("points"))
    return Series(name=name, points=points)


def _decode_point(fields: Fields, node: Node) -> tuple[float, float]:
    if isinstance(node, Sequence) and len(node.items) == 2:  # noqa: PLR2004 - x and y
        return (_decode_number(fields, node.items[0]), _decode_number(fields, node.items[1]))
    fields.fail("wrong-type", "a point is not two numbers", node, "write `[1, 0.5]`")
    return (0.0, 0.0)


def _decode_bar(fields: Fields) -> Bar:
    name = fields.text("name")
    node = fields.find("value")
    return Bar(name=name, value=_decode_number(fields, node) if node is not None else 0.0)


def _decode_number(fields: Fields, node: Node) -> float:
    if (
        isinstance(node, Scalar)
        and node.plain
        and _NUMBER.fullmatch(node.text)
        and math.isfinite(float(node.text))
    ):
        return float(node.text)
    fields.fail("wrong-type", "this is not a number", node, "write e.g. 3, 0.25 or 1e-4")
    return 0.0
