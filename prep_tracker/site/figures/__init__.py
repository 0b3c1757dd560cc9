"""Figures of packs as SVG, drawn when the site is built: no script, and the colors of the page."""

from __future__ import annotations

from prep_tracker.loading.figures import Fault, read_flowchart, read_plot
from prep_tracker.site.figures.flowchart import draw_flowchart
from prep_tracker.site.figures.plot import draw_plot


def draw_figure(language: str, text: str) -> str:
    """SVG of a `mermaid` or `plot` block; empty when it cannot be read."""
    if language == "mermaid":
        chart = read_flowchart(text)
        return "" if isinstance(chart, Fault) else draw_flowchart(chart)
    plot = read_plot(text)
    return "" if isinstance(plot, Fault) else draw_plot(plot)
