"""Fields that take too long to render are problems with file and line."""

from __future__ import annotations

from pathlib import Path

from prep_tracker.cli.slow_fields import find_slow_fields
from prep_tracker.loading import load_catalog
from tests.builders import render_question, write_pack

SLOW = "| a | b |\n|---|---|\n" + "| *a* | `b` $c_1$ |\n" * 1500


def test_a_slow_field_is_named_and_the_rest_is_tried(tmp_path: Path) -> None:
    root = write_pack(
        tmp_path / "pack",
        {
            "a-quick": render_question(sections={"Answer": "Words and more. " * 300}),
            "b-slow": render_question(sections={"Answer": SLOW, "Common mistake": SLOW}),
            "c-slow": render_question(sections={"Common mistake": SLOW}),
        },
    )
    catalog = load_catalog([root])
    assert len(catalog.questions) == 3
    found = find_slow_fields(catalog, seconds=0.001)
    assert [(problem.path.rpartition("/")[2], problem.code) for problem in found][-2:] == [
        ("b-slow.md", "slow-field"),
        ("c-slow.md", "slow-field"),
    ]
    assert all(problem.line > 10 and problem.hint for problem in found)
    assert find_slow_fields(catalog) == ()
