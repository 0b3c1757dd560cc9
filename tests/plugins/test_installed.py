"""Community packs installed with real pip beside our wheel: seen, guarded, and gone when uninstalled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.plugins.conftest import Venv

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("installed")]


def listed(venv: Venv) -> dict[str, Any]:
    """What `packs list --json` says, by id."""
    records = venv.bench.run("packs", "list", "--json").expect(0).json()["packs"]
    return {record["id"]: record for record in records}


def test_packs_are_listed_with_their_distribution(community: Venv) -> None:
    found = listed(community)
    for name in ("data-pack", "hook-pack"):
        record = found[name]
        assert (record["distribution"], record["version"]) == (f"prep-pack-{name}", "0.1.0")
        assert (record["questions"], record["proofs"], record["failure"]) == (1, 1, "")
    assert found["fundamentals"]["distribution"] == "prep-tracker"
    assert "RuntimeError: broken on purpose" in found["broken-pack"]["failure"]


def test_the_broken_one_is_one_warning_line(community: Venv) -> None:
    run = community.bench.run("packs", "list").expect(0)
    warnings = [line for line in run.stderr.splitlines() if line.startswith("warning:")]
    assert len(warnings) == 1
    assert all(
        part in warnings[0]
        for part in ("broken-pack", "prep-pack-broken-pack", "0.1.0", "RuntimeError")
    )


def test_strict_packs_ends_with_two(community: Venv) -> None:
    community.bench.run("--strict-packs", "packs", "list").expect(2)


def test_only_the_named_plugins(community: Venv) -> None:
    bench = community.bench
    bench.environ["PREP_TRACKER_PLUGINS"] = "data-pack"
    try:
        assert list(listed(community)) == ["data-pack"]
    finally:
        del bench.environ["PREP_TRACKER_PLUGINS"]


def test_skeleton_is_clean_and_proved(community: Venv) -> None:
    bench = community.bench
    bench.run("packs", "check", "data-pack").expect(0)
    run = bench.run("packs", "prove", "data-pack", "--json").expect(0)
    assert run.json()["totals"] == {"proofs": 1, "passed": 1, "failed": 0}
    again = bench.run("packs", "prove", "data-pack", "--json").expect(0)
    assert again.json()["proofs"][0]["cached"] is True


def test_doctor_names_the_broken_one(community: Venv) -> None:
    community.bench.run("doctor").expect(1).expect_text("broken-pack", "RuntimeError")


def test_uninstalled_pack_is_gone(community: Venv) -> None:
    community.pip("uninstall", "-y", "prep-pack-data-pack")
    try:
        assert "data-pack" not in listed(community)
    finally:
        community.install(community.bench.folder / "data-pack")


@pytest.fixture(scope="session")
def built(community: Venv) -> Path:
    """The site, built by the installed wheel in a folder of its own, with neither Node nor repository."""
    bench = community.bench
    path = bench.environ["PATH"]
    bench.environ["PATH"] = str(community.folder / "bin")
    try:
        bench.run("site", "build", "--out", "site").expect(0).expect_text("index.html")
    finally:
        bench.environ["PATH"] = path
    return bench.folder / "site"


def test_the_wheel_alone_builds_the_site(built: Path) -> None:
    assert (built / "questions" / "fundamentals").is_dir()
    assert (built / "assets").is_dir()
    assert any((built / "assets").glob("app*.js"))


def test_community_packs_are_in_the_site(built: Path) -> None:
    for name, word in (("data-pack", "quokka"), ("hook-pack", "wombat")):
        page = built / "questions" / name / "gap-between-training-and-production.html"
        assert word in page.read_text("utf-8")
        assert f"packs/{name}.html" in (built / "packs.html").read_text("utf-8")
    pages = [path.read_text("utf-8") for path in (built / "pages").rglob("*.html")]
    assert any("zebrafinch" in text for text in pages)


def test_community_packs_are_found_by_search(community: Venv) -> None:
    for name, word in (("data-pack", "quokka"), ("hook-pack", "wombat")):
        found = community.bench.run("search", word, "--json").expect(0).json()
        assert found[0]["id"] == f"{name}/gap-between-training-and-production"


def test_a_community_pack_is_in_the_checklist(community: Venv) -> None:
    bench = community.bench
    bench.environ["PREP_TRACKER_PLUGINS"] = "data-pack"
    try:
        items = bench.run("checklist", "--json").expect(0).json()["items"]
    finally:
        del bench.environ["PREP_TRACKER_PLUGINS"]
    named = {reference["id"] for item in items for reference in item["references"]}
    assert "data-pack/gap-between-training-and-production" in named
    assert {item["tip"] for item in items} == set(range(1, 21))
