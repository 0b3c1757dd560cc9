"""Pages that hold something of the reader: axe, 200 % zoom, larger text, less motion."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/learning-rate-on-a-quadratic.html"
COMPANY = "companies/company-questions/google.html"
EXERCISE = "exercises/coding/reservoir-sampling.html"
RATED = (
    "fundamentals/learning-rate-on-a-quadratic",
    "fundamentals/svd-best-low-rank",
    "fundamentals/stuck-at-a-plateau",
)
ALL = {
    "index.html": ".pt-ring",
    "topics/fundamentals/linear-algebra.html": ".pt-badge",
    QUESTION: ".pt-rating__button",
    COMPANY: ".pt-company",
    "syllabus.html": ".pt-ring",
    "review.html": ".pt-review__start",
    "today.html": ".pt-own__head form",
    "mock.html": ".pt-mock__main",
    "desk.html": ".pt-own__tabs a",
    "settings.html": ".pt-settings__part fieldset",
    EXERCISE: ".pt-write__code",
}
"""Pages, each with what is there when its widgets are."""
WITH_AXE = (
    "index.html",
    "topics/fundamentals/linear-algebra.html",
    QUESTION,
    COMPANY,
    "settings.html",
)
"""The other pages have theirs beside their own walks."""
SEED = """async items => {
    const { journal } = await window.prepTracker.parts.journal();
    const made = (kind, item, days, number, rest) => ({
        v: 1, id: `seeded-${kind}-${number}`, kind, item, at: new Date(Date.now() - days * 864e5).toISOString(),
        offset: 0, rating: null, seconds: 60, origin: "browser", data: {}, ...rest,
    });
    const events = items.flatMap((item, number) => [40, 20, 5].map((days, time) =>
        made("review", item, days, `${number}-${time}`, { rating: 1 + ((number + time) % 4) })));
    events.push(made("bookmark", items[0], 1, 0, { data: { on: true } }), made("note", items[0], 1, 1, { data: { text: "**Begin** with `x`.\\n\\n- one\\n- two" } }));
    return journal.add(events);
}"""
OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
WIDER = """() => [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    const scrolls = one.closest("pre, .pt-table, .md-typeset__table, .md-typeset__scrollwrap, svg, math, .md-tabs, .md-nav, .md-sidebar, .md-skip, .md-overlay, .md-search");
    return box.width > 1 && box.height > 1 && !scrolls && getComputedStyle(one).visibility === "visible" && (box.right > innerWidth + 1 || box.left < -1);
}).map((one) => one.outerHTML.slice(0, 120))"""
# What is cut to some lines on purpose, at any size, is the title of a link to the whole.
CUT = """() => [...document.querySelectorAll(".md-content *")].filter((one) => {
    const style = getComputedStyle(one);
    const isHidden = style.overflowX === "hidden" || style.overflowX === "clip" || style.overflowY === "hidden" || style.overflowY === "clip";
    const isSeen = one.clientWidth > 2 && one.clientHeight > 2 && one.checkVisibility({ visibilityProperty: true });
    return isHidden && isSeen && style.webkitLineClamp === "none" && one.innerText && (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2);
}).map((one) => `${one.scrollWidth}>${one.clientWidth} ${one.scrollHeight}>${one.clientHeight} ${one.outerHTML.slice(0, 120)}`)"""
MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    const long = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.02);
    return long(style.transitionDuration) || (style.animationName !== "none" && long(style.animationDuration)) || style.scrollBehavior === "smooth";
}).map((one) => one.outerHTML.slice(0, 100))"""


def seed(page: Page, site: Site) -> None:
    """A reader with forty days behind them."""
    page.goto(site.url(QUESTION))
    page.wait_for_function("() => window.prepTracker?.parts.journal")
    assert page.evaluate(SEED, RATED)


def visit(page: Page, site: Site, path: str) -> None:
    """Open a page, wait for its widgets, open its folds."""
    page.goto(site.url(path))
    expect(page.locator(ALL[path]).first).to_be_visible(timeout=30_000)
    page.evaluate(OPEN)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_something_is_kept(page: Page, site: Site, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    seed(page, site)
    found: list[str] = []
    for path in WITH_AXE:
        visit(page, site, path)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{path} {width} {one}" for one in site.find_violations(page)]
    page.goto(site.url("index.html"))
    page.keyboard.press("/")
    page.fill(".pt-search__field", "three runs of gradient descent learning rates plot")
    expect(page.locator(".pt-search .pt-badge").first).to_be_visible(timeout=30_000)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"search {width} {one}" for one in site.find_violations(page, ".pt-search")]
    assert found == []


@pytest.mark.parametrize("size", [100, 150])
def test_nothing_is_cut_at_twice_the_size(page: Page, site: Site, size: int) -> None:
    """A window of 1280 at 200 % is one of 640; at a text size of 150 per cent, too."""
    page.set_viewport_size({"width": 640, "height": 400})
    seed(page, site)
    page.evaluate(
        "size => localStorage.setItem('prep-tracker:choices', JSON.stringify({ text: size }))", size
    )
    found: list[str] = []
    for path in ALL:
        visit(page, site, path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{path} scrolls sideways")
        found += [f"{path} wider: {one}" for one in page.evaluate(WIDER)]
        found += [f"{path} cut: {one}" for one in page.evaluate(CUT)]
        page.evaluate("scrollTo(0, 2000)")
        bars = page.evaluate(
            """() => [...document.querySelectorAll("body *")]
                .filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position) && one.checkVisibility({ visibilityProperty: true }))
                .map((one) => one.getBoundingClientRect())
                .filter((box) => box.width > innerWidth / 2 && box.top < innerHeight && box.bottom > 0 && box.height < innerHeight)
                .reduce((sum, box) => sum + box.height, 0)"""
        )
        if bars > 160:
            found.append(f"{path}: {bars} of 400 px are bars")
    assert found == []


@pytest.mark.parametrize("how", ["system", "setting"])
def test_nothing_moves_when_less_motion_is_asked_for(page: Page, site: Site, how: str) -> None:
    page.goto(site.url(QUESTION))
    assert page.evaluate(MOVING) != []
    if how == "system":
        page.emulate_media(reduced_motion="reduce")
    else:
        page.goto(site.url("settings.html"))
        page.locator("input[name='pt-motion'][value='less']").check()
    for path in (QUESTION, "review.html", "today.html", "mock.html"):
        visit(page, site, path)
        assert page.evaluate(MOVING) == [], path
    page.keyboard.press("/")
    expect(page.locator(".pt-search__field")).to_be_visible()
    assert page.evaluate(MOVING) == []
