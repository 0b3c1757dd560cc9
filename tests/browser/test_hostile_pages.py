"""Payloads in every text field of every kind: no script runs and nothing leaves, with both layers and with each alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hostile.faults import find_faults
from tests.hostile.opening import open_pages, serve, visit_pages
from tests.hostile.packs import read_payloads
from tests.hostile.sites import (
    build_hostile_site,
    build_plain_site,
    build_without_markup_layer,
    list_pages,
)

pytestmark = pytest.mark.browser
PAYLOADS = read_payloads()


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile-work")


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, work: Path) -> Path:
    return build_hostile_site(tmp_path_factory.mktemp("hostile"), work)


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) >= 70


def test_no_page_holds_what_could_run(hostile_site: Path) -> None:
    faults = []
    pages = list_pages(hostile_site, whole=True)
    for name in pages:
        text = (hostile_site / name).read_text("utf-8")
        _, found, ours = text.partition('<div class="pt-page')
        if found:
            faults += [f"{name}: {one}" for one in find_faults(ours.partition("</article>")[0])]
    assert len(pages) > 10 * len(PAYLOADS)
    assert faults == []


def test_both_layers(browser: Browser, hostile_site: Path) -> None:
    with serve(hostile_site) as address:
        names = list_pages(hostile_site, whole=False)[::3]
        seen = open_pages(browser, address, names)
    assert seen.pages == len(names) > len(PAYLOADS)
    assert (seen.ran, seen.left, seen.kept) == (set(), set(), [])


def test_without_the_policy(browser: Browser, hostile_site: Path) -> None:
    with serve(hostile_site, has_policy=False) as address:
        seen = open_pages(browser, address, list_pages(hostile_site, whole=False))
    assert seen.pages > 3 * len(PAYLOADS)
    assert (seen.ran, seen.left, seen.kept) == (set(), set(), [])


def test_without_the_markup_layer(
    browser: Browser, tmp_path: Path, hostile_site: Path, work: Path
) -> None:
    site = build_without_markup_layer(tmp_path, work)
    page = site / "questions" / "p000" / "concept.html"
    assert page.read_text("utf-8").count("<script>P(0)</script>") > 20
    names = [
        f"questions/{payload.pack}/{kind}.html"
        for payload, kind in zip(PAYLOADS, ["concept", "case", "behavioral"] * 99, strict=False)
    ]
    with serve(site) as address:
        seen = visit_pages(browser, address, names)
    assert seen.pages == len(PAYLOADS)
    assert seen.ran == set()


def test_on_a_plain_site_they_fire(browser: Browser, tmp_path: Path) -> None:
    site = build_plain_site(tmp_path, PAYLOADS)
    with serve(site) as address:
        seen = visit_pages(browser, address, [f"{payload.pack}.html" for payload in PAYLOADS])
    print(
        f"plain Material: {len(seen.ran)} of {len(PAYLOADS)} ran, {len(seen.left)} addresses elsewhere"
    )
    assert len(seen.ran) > 50
    assert len(seen.left) > 20
