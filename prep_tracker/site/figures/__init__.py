"""Figures of packs as SVG, drawn when the site is built."""

from __future__ import annotations


def draw_figure(language: str, text: str) -> str:
    """SVG of a `mermaid` or `plot` block; empty when it cannot be read."""
    return ""
