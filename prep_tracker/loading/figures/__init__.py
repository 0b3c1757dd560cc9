"""Figures written as text: `mermaid` flowcharts in our subset, and `plot` blocks; read, never drawn, here."""

from __future__ import annotations

from prep_tracker.loading.figures.fault import Fault
from prep_tracker.loading.figures.flowchart import Arrow, Flowchart, Node, Shape, read_flowchart
from prep_tracker.loading.figures.plot import Bar, Plot, Series, read_plot

__all__ = [
    "Arrow",
    "Bar",
    "Fault",
    "Flowchart",
    "Node",
    "Plot",
    "Series",
    "Shape",
    "find_fault",
    "read_flowchart",
    "read_plot",
]


def find_fault(language: str, text: str) -> Fault | None:
    """What is wrong with the block of a figure; None when it can be drawn, or is no figure."""
    if language == "mermaid":
        figure: Flowchart | Plot | Fault = read_flowchart(text)
    elif language == "plot":
        figure = read_plot(text)
    else:
        return None
    return figure if isinstance(figure, Fault) else None
