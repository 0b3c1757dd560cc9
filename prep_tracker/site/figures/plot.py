"""Draw a plot as SVG in the colors of the page, with its numbers for those who do not see it."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prep_tracker.loading.figures import Plot, Series

WIDTH, HEIGHT = 560.0, 320.0
LEFT, RIGHT, TOP, BOTTOM = 62.0, 16.0, 14.0, 48.0
TINY = 1e-6
MARKED = 24
"""Up to so many points of a line are marked."""
MARKS = ("circle", "square", "triangle", "diamond")


def draw_plot(plot: Plot) -> str:
    """The plot as a `<figure>` with its title as caption."""
    inner, height = _draw_bars(plot) if plot.bars else (_draw_axes(plot), HEIGHT)
    legend = "" if plot.bars else _draw_legend(plot)
    return (
        f'<figure class="pt-figure" tabindex="0"><svg class="pt-plot" role="img" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {WIDTH:g} {height:g}" width="{WIDTH:g}" height="{height:g}">'
        f"<title>{escape(plot.title, quote=False)}</title><desc>{escape(describe(plot), quote=False)}</desc>"
        f"{inner}</svg><figcaption>{escape(plot.title, quote=False)}{legend}</figcaption></figure>"
    )


def describe(plot: Plot) -> str:
    """The plot in words and numbers."""
    if plot.bars:
        return (
            f"{plot.y} by {plot.x}: "
            + ", ".join(f"{bar.name} {bar.value:g}" for bar in plot.bars)
            + "."
        )
    rows = [
        f"{series.name}: " + ", ".join(f"({x:g}, {y:g})" for x, y in series.points[:40])
        for series in (*plot.lines, *plot.dots)
    ]
    return f"{plot.y} against {plot.x}. " + "; ".join(rows) + "."


def find_ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers that cover the range: steps of 1, 2 or 5 times a power of ten."""
    if high - low <= 1e-9 * max(abs(low), abs(high), 1e-6):
        half = max(abs(low), abs(high)) / 2 if max(abs(low), abs(high)) > TINY else 0.5
        low, high = low - half, high + half
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 12) for number in range(first, last + 1)]


def _draw_axes(plot: Plot) -> str:
    every = [point for series in (*plot.lines, *plot.dots) for point in series.points]
    xs, ys = [x for x, _ in every], [y for _, y in every]
    ticks_x, ticks_y = find_ticks(min(xs), max(xs)), find_ticks(min(ys), max(ys))

    def place(point: tuple[float, float]) -> tuple[float, float]:
        x = LEFT + (point[0] - ticks_x[0]) / (ticks_x[-1] - ticks_x[0]) * (WIDTH - LEFT - RIGHT)
        y = (
            HEIGHT
            - BOTTOM
            - (point[1] - ticks_y[0]) / (ticks_y[-1] - ticks_y[0]) * (HEIGHT - TOP - BOTTOM)
        )
        return x, y

    parts = [_draw_grid_y(plot.y, [(tick, place((ticks_x[0], tick))[1]) for tick in ticks_y])]
    for tick in ticks_x:
        x, y = place((tick, ticks_y[0]))
        parts.append(
            f'<path class="t" d="M{x:.1f} {y:.1f}v5"/><text class="x" x="{x:.1f}" y="{y + 18:.1f}">{tick:g}</text>'
        )
    parts.append(
        f'<text class="x b" x="{(LEFT + WIDTH - RIGHT) / 2:.1f}" y="{HEIGHT - 8:.1f}">{escape(plot.x, quote=False)}</text>'
    )
    for number, series in enumerate(plot.lines):
        parts.append(_draw_series(number, [place(point) for point in series.points], is_line=True))
    for number, series in enumerate(plot.dots, len(plot.lines)):
        parts.append(_draw_series(number, [place(point) for point in series.points], is_line=False))
    return "".join(parts)


def _draw_grid_y(title: str, ticks: list[tuple[float, float]], right: float = WIDTH - RIGHT) -> str:
    lines = "".join(
        f'<path class="g" d="M{LEFT:g} {y:.1f}H{right:g}"/><text class="y" x="{LEFT - 8:g}" y="{y + 4:.1f}">{tick:g}</text>'
        for tick, y in ticks
    )
    middle = (ticks[0][1] + ticks[-1][1]) / 2
    return f'{lines}<text class="x b" transform="translate(14 {middle:.1f}) rotate(-90)">{escape(title, quote=False)}</text>'


def _draw_series(number: int, points: list[tuple[float, float]], *, is_line: bool) -> str:
    color = number % 4 + 1
    line = ""
    if is_line:
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        dash = ' stroke-dasharray="7 4"' if number % 2 else ""
        line = f'<path class="s" d="M{path}"{dash}/>'
    marks = (
        "".join(_draw_mark(number, x, y) for x, y in points)
        if not is_line or len(points) <= MARKED
        else ""
    )
    return f'<g class="s{color}">{line}{marks}</g>'


def _draw_mark(number: int, x: float, y: float) -> str:
    mark = MARKS[number % len(MARKS)]
    if mark == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4"/>'
    if mark == "square":
        return f'<rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6"/>'
    if mark == "triangle":
        return f'<polygon points="{x:.1f},{y - 4:.1f} {x + 4:.1f},{y + 3:.1f} {x - 4:.1f},{y + 3:.1f}"/>'
    return f'<polygon points="{x:.1f},{y - 4.5:.1f} {x + 4.5:.1f},{y:.1f} {x:.1f},{y + 4.5:.1f} {x - 4.5:.1f},{y:.1f}"/>'


def _draw_legend(plot: Plot) -> str:
    rows: tuple[Series, ...] = (*plot.lines, *plot.dots)
    items = "".join(
        f'<span class="pt-legend s{number % 4 + 1}"><svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">'
        f"{_legend_line(number) if number < len(plot.lines) else ''}{_draw_mark(number, 13, 6)}</svg>"
        f"{escape(series.name, quote=False)}</span> "
        for number, series in enumerate(rows)
    )
    return f'<span class="pt-legends">{items}</span>'


def _legend_line(number: int) -> str:
    dash = ' stroke-dasharray="7 4"' if number % 2 else ""
    return f'<path class="s" d="M1 6H25"{dash}/>'


def _draw_bars(plot: Plot) -> tuple[str, float]:
    """Bars that lie: their names have room, on a phone too."""
    row = 28.0
    height = TOP + row * len(plot.bars) + BOTTOM
    left = min(200.0, max(LEFT, max(len(bar.name) for bar in plot.bars) * 6.6 + 16))
    ticks = find_ticks(
        min(0.0, *(bar.value for bar in plot.bars)), max(0.0, *(bar.value for bar in plot.bars))
    )
    scale = (WIDTH - left - RIGHT - 40) / (ticks[-1] - ticks[0])
    zero = left - ticks[0] * scale
    parts = []
    for tick in ticks:
        x = zero + tick * scale
        parts.append(f'<path class="g" d="M{x:.1f} {TOP:g}V{height - BOTTOM:g}"/>')
        parts.append(f'<text class="x" x="{x:.1f}" y="{height - BOTTOM + 16:.1f}">{tick:g}</text>')
    for number, bar in enumerate(plot.bars):
        y = TOP + number * row
        start, size = (
            (zero, bar.value * scale)
            if bar.value >= 0
            else (zero + bar.value * scale, -bar.value * scale)
        )
        parts.append(
            f'<g class="s1"><rect x="{start:.1f}" y="{y + 5:.1f}" width="{max(size, 0.5):.1f}" height="18"/></g>'
            f'<text class="y" x="{left - 8:.1f}" y="{y + 18:.1f}">{escape(bar.name, quote=False)}</text>'
            f'<text class="v" x="{start + size + 5:.1f}" y="{y + 18:.1f}">{bar.value:g}</text>'
        )
    title = f"{plot.y}, by {plot.x}"
    parts.append(
        f'<text class="x b" x="{WIDTH / 2:g}" y="{height - 8:.1f}">{escape(title, quote=False)}</text>'
    )
    return "".join(parts), height
