"""Figures: the subset is read with its faults named, and drawn so that nothing overlaps."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep_tracker.loading.figures import (
    Fault,
    Flowchart,
    Plot,
    Shape,
    find_fault,
    read_flowchart,
    read_plot,
)
from prep_tracker.site.figures import draw_figure
from prep_tracker.site.figures.layers import lay_out
from prep_tracker.site.figures.plot import find_ticks


def read(text: str) -> Flowchart:
    chart = read_flowchart(text)
    assert isinstance(chart, Flowchart), chart
    return chart


def test_shapes_arrows_and_labels_are_read() -> None:
    chart = read(
        "flowchart TD\n  a[Box] -->|yes, 90 %| b(Round (soft)) -.-> c{Which?}\n  c --> d[(Store)]\n  d --> a"
    )
    assert [(n.id, n.text, n.shape) for n in chart.nodes] == [
        ("a", "Box", Shape.BOX), ("b", "Round (soft)", Shape.ROUND), ("c", "Which?", Shape.DECISION), ("d", "Store", Shape.STORE),
    ]  # fmt: skip
    assert [(a.source, a.target, a.label, a.is_dashed) for a in chart.arrows] == [
        ("a", "b", "yes, 90 %", False), ("b", "c", "", True), ("c", "d", "", False), ("d", "a", "", False),
    ]  # fmt: skip


def test_a_node_named_before_it_is_described_gets_its_words() -> None:
    chart = read("flowchart LR\n  x --> a[a = x y]\n  x[The input]")
    assert [n.text for n in chart.nodes] == ["The input", "a = x y"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "first line"),
        ("sequenceDiagram\n a->>b: x", 1, "first line"),
        ("flowchart LR\n  a --> b\n  subgraph one", 3, "subgraph"),
        ("flowchart LR\n\n  a ==> b", 3, "no arrow"),
        ("flowchart LR\n  a[One] --> b\n  a[Two] --> b", 3, "two things"),
        ("flowchart LR\n  a --> ", 2, "no node"),
        ("flowchart LR", 1, "no node"),
        ("flowchart LR\n  a[]", 2, "0 characters"),
        ("flowchart LR\n" + "\n".join(f"  a{i} --> b{i}" for i in range(40)), 1, "80 nodes"),
    ],
)
def test_what_is_outside_the_subset_is_named_with_its_line(
    text: str, line: int, words: str
) -> None:
    fault = find_fault("mermaid", text)
    assert isinstance(fault, Fault)
    assert fault.line == line
    assert words in fault.message
    assert draw_figure("mermaid", text) == ""


def parse_svg(figure: str) -> ET.Element:
    found = re.search(r"<svg.*?</svg>", figure, re.DOTALL)
    assert found
    return ET.fromstring(found[0])


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=24),
    st.booleans(),
)
def test_no_two_nodes_overlap_whatever_the_arrows(
    pairs: list[tuple[int, int]], is_across: bool
) -> None:
    names = sorted({str(n) for pair in pairs for n in pair})
    sizes = {name: (30.0 + 7 * int(name), 20.0 + 3 * int(name)) for name in names}
    arrows = [(str(a), str(b)) for a, b in pairs]
    layout = lay_out(sizes, arrows, gap_along=[30.0] * len(arrows), gap_across=10.0)
    boxes = [
        (s.start, s.start + s.along, s.center - s.across / 2, s.center + s.across / 2)
        for s in layout.stops.values()
    ]
    for i, (a1, a2, c1, c2) in enumerate(boxes):
        assert a1 >= -1e-6
        assert c1 >= -1e-6
        assert a2 <= layout.along + 1e-6
        assert c2 <= layout.across + 1e-6
        for b1, b2, d1, d2 in boxes[i + 1 :]:
            assert a2 <= b1 + 1e-6 or b2 <= a1 + 1e-6 or c2 <= d1 + 1e-6 or d2 <= c1 + 1e-6
    text = f"flowchart {'LR' if is_across else 'TD'}\n" + "\n".join(
        f"n{a} --> n{b}" for a, b in pairs
    )
    svg = parse_svg(draw_figure("mermaid", text))
    assert len(svg.findall(".//{*}g[@class='n']")) == len(names)


def test_a_drawing_says_in_words_what_it_shows() -> None:
    svg = parse_svg(draw_figure("mermaid", "flowchart LR\n  a[Logs] -->|daily| b[Features]"))
    assert svg.findtext("{*}title") == "Flowchart"
    assert svg.findtext("{*}desc") == "Logs leads to Features (daily)."


def test_a_flowchart_too_wide_for_a_phone_runs_downwards() -> None:
    chain = "flowchart LR\n  " + " --> ".join(f"n{i}[A long step of it {i}]" for i in range(8))
    svg = parse_svg(draw_figure("mermaid", chain))
    assert float(svg.attrib["width"]) < 300 < float(svg.attrib["height"])


PLOT = (
    "title: Loss\nx: epoch\ny: loss\nlines:\n  - name: training\n    points: [[1, 0.9], [2, 0.6]]\n"
)


def test_a_plot_is_read_and_drawn_with_its_numbers_in_words() -> None:
    plot = read_plot(PLOT)
    assert isinstance(plot, Plot)
    assert plot.lines[0].points == ((1.0, 0.9), (2.0, 0.6))
    svg = parse_svg(draw_figure("plot", PLOT))
    assert svg.findtext("{*}desc") == "loss against epoch. training: (1, 0.9), (2, 0.6)."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- a", "not a mapping"),
        ("title: T\nx: a\ny: b", "shows nothing"),
        (PLOT.replace("0.9", "high"), "not a number"),
        (PLOT.replace("[1, 0.9]", "[1]"), "not two numbers"),
        (PLOT + "colour: red\n", "not known"),
        (PLOT + "bars:\n  - {name: a, value: 1}\n", "stand alone"),
        (PLOT.replace("0.9", "1e400"), "not a number"),
        ("title: T\nx: &a 1\ny: *a", ""),
    ],
)
def test_what_is_wrong_with_a_plot_is_named(text: str, words: str) -> None:
    fault = find_fault("plot", text)
    assert isinstance(fault, Fault)
    assert words in fault.message


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_ticks_cover_the_range_with_few_round_steps(one: float, other: float) -> None:
    low, high = min(one, other), max(one, other)
    ticks = find_ticks(low, high)
    assert 2 <= len(ticks) <= 10
    slack = 1e-6 * max(1.0, high - low)
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
