"""The built-in packs: no problem in any file, and every proof passes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prep_tracker.catalog import Catalog
from prep_tracker.loading import load_catalog
from prep_tracker.proving.prove import prove

pytestmark = pytest.mark.packs


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """All built-in packs, checked."""
    return load_catalog(check=True)


def test_no_problems(catalog: Catalog) -> None:
    assert [f"{problem.pack}/{problem.render_line()}" for problem in catalog.all_problems] == []


def test_no_failures(catalog: Catalog) -> None:
    assert [
        failure for failure in catalog.failures if failure.distribution in {"", "prep-tracker"}
    ] == []


def test_folder_is_named_like_the_pack(catalog: Catalog) -> None:
    assert [pack.id for pack in catalog.packs if not pack.root.endswith(f"/{pack.id}")] == []


def test_every_tip_has_a_topic(catalog: Catalog) -> None:
    assert [tip.number for tip in catalog.tips] == list(range(1, 21))
    assert [tip.number for tip in catalog.tips if not catalog.topics_of_tip(tip.number)] == []


@pytest.mark.slow
def test_every_proof_passes(catalog: Catalog) -> None:
    runs = list(prove(catalog.questions, now=datetime(2026, 1, 1, tzinfo=UTC)))
    assert runs
    assert [
        f"{run.question}:{run.line} {run.message}" for run in runs if run.status != "passed"
    ] == []
