"""Filters above the questions of a topic, kept in the address."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

TOPIC = "topics/fundamentals/linear-algebra.html"
ENTRY = ".pt-entries--filtered > .pt-entry:visible"


@pytest.fixture(params=["http", "file"])
def topic(request: pytest.FixtureRequest, site: Site) -> str:
    return site.url(TOPIC) if request.param == "http" else (site.root / TOPIC).as_uri()


def test_filters_narrow_the_list_and_the_address_brings_them_back(page: Page, topic: str) -> None:
    page.goto(topic)
    expect(page.locator(".pt-filters")).to_contain_text("in all")
    everything = page.locator(ENTRY).count()
    page.get_by_label("Level").select_option("junior")
    expect(page.get_by_label("Level")).to_be_focused()
    fewer = page.locator(ENTRY).count()
    assert 0 < fewer < everything
    assert set(page.locator(f"{ENTRY} .pt-chip--level").all_text_contents()) == {"Level: junior"}
    expect(page.locator(".pt-filters")).to_contain_text(f"{fewer} of {everything} shown")
    page.reload()
    expect(page.get_by_label("Level")).to_have_value("junior")
    assert page.locator(ENTRY).count() == fewer
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(ENTRY)).to_have_count(everything)
    assert "only-" not in page.url


def test_status_is_a_filter_once_something_is_rated(page: Page, site: Site) -> None:
    page.goto(site.url(TOPIC))
    expect(page.get_by_label("Level")).to_be_visible()
    expect(page.get_by_label("Status")).to_have_count(0)
    title = page.locator(f"{ENTRY} .pt-entry__title").nth(1).inner_text()
    page.locator(f"{ENTRY} .pt-entry__title a").nth(1).click()
    page.locator(".pt-rating__button[data-rating='3']").click()
    expect(page.locator(".pt-rating__undo")).to_be_visible()
    page.goto(site.url(f"{TOPIC}?only-status=learning"))
    expect(page.locator(ENTRY)).to_have_count(1)
    assert page.locator(f"{ENTRY} .pt-entry__title").inner_text() == title


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_filters_have_no_axe_violation(page: Page, site: Site, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.goto(site.url(f"{TOPIC}?only-level=junior"))
    expect(page.locator(".pt-filters button")).to_be_visible()
    assert site.find_violations(page, ".pt-page") == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_rings_show_how_much_of_a_topic_is_begun(page: Page, site: Site) -> None:
    page.goto(site.url("questions/fundamentals/svd-best-low-rank.html"))
    page.locator(".pt-rating__button[data-rating='3']").click()
    expect(page.locator(".pt-rating__undo")).to_be_visible()
    for path in (TOPIC, "packs/fundamentals.html", "tips/01-master-the-fundamentals.html"):
        page.goto(site.url(path))
        ring = page.locator(".pt-ring", has_text="1 begun")
        expect(ring.first).to_contain_text("0 known, 1 begun, of")
        assert site.find_violations(page, ".pt-page") == []


def test_question_mark_lists_the_keys(page: Page, site: Site) -> None:
    page.goto(site.url("index.html"))
    page.keyboard.press("?")
    expect(page.locator(".pt-help")).to_contain_text("show the answer")
    assert site.find_violations(page, ".pt-help") == []
    page.keyboard.press("Escape")
    expect(page.locator(".pt-help")).to_have_count(0)
