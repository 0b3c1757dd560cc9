"""Hostile templates neither read, run, nor hang; good ones print their fields."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from prep_tracker.errors import TemplateError
from prep_tracker.render.sandbox import render_sandboxed

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "hostile" / "templates" / "templates.yml").read_text("utf-8")
)
DATA = {"company": "Northwind", "people": ["Aiko", "Tomasz"], "interviewer": {"first_name": "Aiko"}}


def test_fields_loops_and_filters_work() -> None:
    template = "{{ company | upper }}: {% for p in people %}{{ loop.index }} {{ p }}{% if not loop.last %}, {% endif %}{% endfor %}"
    assert render_sandboxed(template, DATA) == "NORTHWIND: 1 Aiko, 2 Tomasz"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_hostile_template_is_refused_with_a_sentence(case: dict[str, str]) -> None:
    with pytest.raises(TemplateError) as caught:
        render_sandboxed(case["template"] * int(case.get("times", 1)), DATA)
    assert case["says"] in caught.value.message
    assert caught.value.hint


def test_missing_field_is_named() -> None:
    with pytest.raises(TemplateError, match=r"not there: last_name"):
        render_sandboxed("{{ interviewer.last_name }}", DATA)


def test_html_is_escaped() -> None:
    assert "<b>" not in render_sandboxed("{{ x }}", {"x": "<b>"}, autoescape=True)


def test_child_leaves_no_process_behind() -> None:
    before = find_children()
    with pytest.raises(TemplateError):
        render_sandboxed("{% for a in x %}" * 9 + "{% endfor %}" * 9, {"x": "aaaaaaaaaaaa"})
    assert find_children() <= before


def find_children() -> set[str]:
    """Process ids of our children, zombies too; a browser of another test may be among them."""
    tasks = Path("/proc/self/task").iterdir()
    return {pid for task in tasks for pid in (task / "children").read_text("utf-8").split()}
