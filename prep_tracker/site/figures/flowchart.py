"""Draw a flowchart as SVG in the colors of the page, with its words for those who do not see it."""

from __future__ import annotations

import textwrap
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from prep_tracker.loading.figures import Shape
from prep_tracker.site.figures.layers import Layout, Route, Stop, lay_out

if TYPE_CHECKING:
    from prep_tracker.loading.figures import Arrow, Flowchart, Node

LETTER = 7.0
LINE = 17.0
LABEL_LETTER = 6.2
PAD = 11.0
EDGE = 8.0
WIDEST = 640.0
"""A flowchart that runs across and is wider than this is drawn downwards."""
_EXTRA = {Shape.BOX: 0.0, Shape.ROUND: 6.0, Shape.DECISION: 20.0, Shape.STORE: 0.0}


def draw_flowchart(chart: Flowchart) -> str:
    """The flowchart as a `<figure>`."""
    drawing = _Drawing(chart, is_across=chart.is_across)
    if chart.is_across and drawing.width > WIDEST:
        downwards = _Drawing(chart, is_across=False)
        drawing = min(drawing, downwards, key=lambda one: one.width)
    return drawing.render()


class _Drawing:
    def __init__(self, chart: Flowchart, *, is_across: bool) -> None:
        self.chart = chart
        self.is_across = is_across
        self.lines = {
            node.id: textwrap.wrap(node.text, 22, break_long_words=True) for node in chart.nodes
        }
        self.layout = self._lay_out()
        along, across = self.layout.along, self.layout.across
        self.width = (along if is_across else across) + 2 * EDGE
        self.height = (across if is_across else along) + 2 * EDGE

    def _lay_out(self) -> Layout:
        sizes = {}
        for node in self.chart.nodes:
            lines = self.lines[node.id]
            wide = max(len(line) for line in lines) * LETTER + 2 * PAD + _EXTRA[node.shape]
            high = len(lines) * LINE + 2 * PAD * 0.75 + (10.0 if node.shape is Shape.STORE else 0.0)
            sizes[node.id] = (wide, high) if self.is_across else (high, wide)
        gaps = [self._find_gap(arrow) for arrow in self.chart.arrows]
        pairs = [(arrow.source, arrow.target) for arrow in self.chart.arrows]
        return lay_out(sizes, pairs, gap_along=gaps, gap_across=16.0 if self.is_across else 22.0)

    def _find_gap(self, arrow: Arrow) -> float:
        if self.is_across:
            return max(34.0, len(arrow.label) * LABEL_LETTER + 26.0) if arrow.label else 34.0
        return 44.0 if arrow.label else 30.0

    def point(self, along: float, across: float) -> tuple[float, float]:
        x, y = (along, across) if self.is_across else (across, along)
        return x + EDGE, y + EDGE

    def render(self) -> str:
        parts = [
            self._draw_arrow(arrow, route)
            for arrow, route in zip(self.chart.arrows, self.layout.routes, strict=True)
        ]
        parts += [self._draw_node(node, self.layout.stops[node.id]) for node in self.chart.nodes]
        parts += [
            self._draw_label(arrow, route)
            for arrow, route in zip(self.chart.arrows, self.layout.routes, strict=True)
            if arrow.label and route
        ]
        width, height = round(self.width, 1), round(self.height, 1)
        return (
            f'<figure class="pt-figure" tabindex="0"><svg class="pt-flowchart" role="img" xmlns="http://www.w3.org/2000/svg" '
            f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">'
            f"<title>Flowchart</title><desc>{escape(describe(self.chart))}</desc>{''.join(parts)}</svg></figure>"
        )

    def _draw_node(self, node: Node, stop: Stop) -> str:
        x, y = self.point(stop.start, stop.center - stop.across / 2)
        wide, high = (stop.along, stop.across) if self.is_across else (stop.across, stop.along)
        lines = self.lines[node.id]
        top = (
            y
            + high / 2
            - (len(lines) - 1) * LINE / 2
            + 4.5
            + (4.0 if node.shape is Shape.STORE else 0.0)
        )
        text = "".join(
            f'<tspan x="{x + wide / 2:.1f}" y="{top + i * LINE:.1f}">{escape(line, quote=False)}</tspan>'
            for i, line in enumerate(lines)
        )
        return f'<g class="n">{_outline(node.shape, x, y, wide, high)}<text>{text}</text></g>'

    def _draw_arrow(self, arrow: Arrow, route: Route | None) -> str:
        dashed = " d" if arrow.is_dashed else ""
        if route is None:
            return self._draw_loop(self.layout.stops[arrow.source], dashed)
        ends = self._ends(route)
        path = f"M{ends[0][0]:.1f} {ends[0][1]:.1f}"
        for (x1, y1), (x2, y2) in pairwise(ends):
            if self.is_across:
                middle = (x1 + x2) / 2
                path += f"C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
            else:
                middle = (y1 + y2) / 2
                path += f"C{x1:.1f} {middle:.1f} {x2:.1f} {middle:.1f} {x2:.1f} {y2:.1f}"
        return f'<path class="a{dashed}" d="{path}"/>{self._draw_head(ends[-1], is_back=route.is_back)}'

    def _ends(self, route: Route) -> list[tuple[float, float]]:
        """The points an arrow goes through: out of the source, past the stops, into the target."""
        first, *between, last = route.stops
        if route.is_back:
            start, end = first.start, last.start + last.along + 5.0
        else:
            start, end = first.start + first.along, last.start - 5.0
        inner = [self.point(stop.start, stop.center) for stop in between]
        return [self.point(start, first.center), *inner, self.point(end, last.center)]

    def _draw_head(self, tip: tuple[float, float], *, is_back: bool) -> str:
        x, y = tip
        sign = -1.0 if is_back else 1.0
        if self.is_across:
            points = f"{x - 3 * sign:.1f},{y - 4:.1f} {x + 5 * sign:.1f},{y:.1f} {x - 3 * sign:.1f},{y + 4:.1f}"
        else:
            points = f"{x - 4:.1f},{y - 3 * sign:.1f} {x:.1f},{y + 5 * sign:.1f} {x + 4:.1f},{y - 3 * sign:.1f}"
        return f'<polygon class="h" points="{points}"/>'

    def _draw_loop(self, stop: Stop, dashed: str) -> str:
        x, y = self.point(stop.start + stop.along * 0.7, stop.center - stop.across / 2)
        if not self.is_across:
            x, y = self.point(stop.start, stop.center + stop.across * 0.2)
        return f'<path class="a{dashed}" d="M{x:.1f} {y:.1f}c-4 -14 16 -14 12 0"/>'

    def _draw_label(self, arrow: Arrow, route: Route) -> str:
        ends = self._ends(route)
        number = (len(ends) - 1) // 2
        (x1, y1), (x2, y2) = ends[number], ends[number + 1]
        return (
            f'<text class="l" x="{(x1 + x2) / 2:.1f}" y="{(y1 + y2) / 2 - (3 if self.is_across else -4):.1f}">'
            f"{escape(arrow.label, quote=False)}</text>"
        )


def describe(chart: Flowchart) -> str:
    """The flowchart in words, arrow by arrow."""
    texts = {node.id: node.text for node in chart.nodes}
    arrows = [
        f"{texts[a.source]} leads to {texts[a.target]}{f' ({a.label})' if a.label else ''}"
        for a in chart.arrows
    ]
    return "; ".join(arrows or texts.values()) + "."


def _outline(shape: Shape, x: float, y: float, wide: float, high: float) -> str:
    if shape is Shape.DECISION:
        cut = 12.0
        points = ((x + cut, y), (x + wide - cut, y), (x + wide, y + high / 2), (x + wide - cut, y + high),
                  (x + cut, y + high), (x, y + high / 2))  # fmt: skip
        return f'<polygon points="{" ".join(f"{px:.1f},{py:.1f}" for px, py in points)}"/>'
    if shape is Shape.STORE:
        return (
            f'<path d="M{x:.1f} {y + 6:.1f}a{wide / 2:.1f} 6 0 0 1 {wide:.1f} 0v{high - 12:.1f}'
            f'a{wide / 2:.1f} 6 0 0 1 {-wide:.1f} 0zm0 0a{wide / 2:.1f} 6 0 0 0 {wide:.1f} 0"/>'
        )
    corner = high / 2 if shape is Shape.ROUND else 4.0
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="{min(corner, 16.0):.1f}"/>'
