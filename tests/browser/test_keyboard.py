"""The whole site by keyboard: every stop is in order, on screen and seen, and nothing is a trap."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/learning-rate-on-a-quadratic.html"
PAGES = {
    "index.html": ".pt-card",
    "topics/fundamentals/linear-algebra.html": ".pt-filters select",
    QUESTION: ".pt-rating__button",
    "review.html": ".pt-review__start",
    "today.html": ".pt-own__body input",
    "mock.html": ".pt-mock__main",
    "desk.html": ".pt-own__tabs a",
    "settings.html": ".pt-settings__part fieldset",
    "exercises/coding/softmax.html": ".pt-write__code",
}
"""Pages, each with what is there when its widgets are."""
MOST_STOPS = 250
LOOK = """() => {
    const one = document.activeElement;
    if (one === document.body || one === document.documentElement) return null;
    const seen = one.matches("input.md-option") ? one.nextElementSibling : one;
    const box = seen.getBoundingClientRect();
    const style = getComputedStyle(seen);
    const date = one.matches("input[type=date]");
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    window.stops ??= [];
    const last = window.stops.findLast((stop) => stop !== one);
    window.stops.push(one);
    return {
        name: `${one.tagName} ${one.className} ${(one.innerText || one.getAttribute("aria-label") || one.name || "").trim().slice(0, 40)}`,
        faults: [
            box.width < 2 || box.height < 2 ? "no size" : "",
            box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth ? "not on screen" : "",
            ring || style.boxShadow !== "none" || date ? "" : "no ring",
            one.tabIndex > 0 ? "jumps the queue" : "",
            last && last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING ? "out of order" : "",
        ].filter(Boolean),
        field: one.matches("textarea"),
        done: one.matches(".md-top"),
    };
}"""
MISSED = """() => [...document.querySelectorAll("main :is(a[href], button, summary, input, select, textarea)")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0)
    .filter((one) => !(one.type === "radio" && !one.checked) && !one.matches(".headerlink, .md-top"))
    .filter((one) => !window.stops.includes(one))
    .map((one) => one.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("path", PAGES)
def test_every_stop_is_seen_and_in_order(page: Page, site: Site, path: str) -> None:
    page.goto(site.url(path))
    expect(page.locator(PAGES[path]).first).to_be_visible(timeout=30_000)
    page.wait_for_load_state("networkidle")
    faults: list[str] = []
    names: list[str] = []
    while len(names) < MOST_STOPS:
        page.keyboard.press("Tab")
        stop: dict[str, Any] | None = page.evaluate(LOOK)
        if stop is None:
            break
        names.append(stop["name"])
        faults += [f"{stop['name']}: {fault}" for fault in stop["faults"]]
        if stop["field"]:
            page.keyboard.press("Escape")
        if stop["done"]:
            break
    assert "Skip to content" in names[0]
    assert len(names) < MOST_STOPS
    assert faults == []
    assert page.evaluate(MISSED) == []


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus."""
    for _ in range(MOST_STOPS):
        if wanted.count() and wanted.first.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"never reached {wanted}")


def test_skip_link_leaves_the_menus(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main .md-content') !== null")


def test_question_is_rated_and_noted_by_keyboard(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    expect(page.locator(".pt-rating__button")).to_have_count(4)
    tab_to(page, page.get_by_role("button", name="Bookmark"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Bookmarked")).to_be_focused()
    tab_to(page, page.locator("details:has(#key-points) > summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".pt-tick"))
    page.keyboard.press("Space")
    expect(page.locator(".pt-tick").first).to_be_checked()
    tab_to(page, page.locator(".pt-rating__button[data-rating='3']"))
    page.keyboard.press("Enter")
    expect(page.locator(".pt-rating__state")).to_contain_text("Rated once.")
    expect(page.locator(".pt-rating__button[data-rating='3']")).to_be_focused()
    tab_to(page, page.locator(".pt-rating__undo"))
    page.keyboard.press("Enter")
    expect(page.locator(".pt-rating__state")).to_contain_text("You have not rated this yet.")


def test_aim_mock_and_story_by_keyboard(page: Page, site: Site) -> None:
    page.goto(site.url("today.html"))
    day = page.get_by_label("Day of the interview")
    expect(day).to_be_visible()
    tab_to(page, day)
    page.keyboard.type("12312099")
    tab_to(page, page.get_by_role("button", name="Save", exact=True))
    page.keyboard.press("Enter")
    expect(page.locator(".pt-own__days")).to_be_visible()
    page.goto(site.url("mock.html"))
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Begin"))
    page.keyboard.press("Enter")
    expect(page.locator(".pt-mock__ask")).to_be_visible()
    page.goto(site.url("desk.html"))
    expect(page.get_by_role("link", name="Write a story")).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Write a story"))
    page.keyboard.press("Enter")
    title = page.get_by_label("Title", exact=True)
    expect(title).to_be_visible()
    tab_to(page, title)
    page.keyboard.type("A story by keyboard")
    tab_to(page, page.get_by_role("button", name="Save the story"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.url("desk.html#stories/a-story-by-keyboard"))
