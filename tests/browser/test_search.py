"""The search dialog, in real Chromium, from a server and from a plain folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

FIELD = ".pt-search__field"
RESULT = ".pt-search__result"


def open_search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.fill(FIELD, text)


@pytest.fixture(params=["http", "file"])
def home(request: pytest.FixtureRequest, site: Site) -> str:
    return (
        site.url("index.html") if request.param == "http" else (site.root / "index.html").as_uri()
    )


def test_sentence_finds_the_question_and_enter_opens_it(page: Page, home: str) -> None:
    page.goto(home)
    open_search(page, "three runs of gradient descent with different learning rates")
    expect(page.locator(RESULT).first).to_contain_text("learning rate")
    assert page.locator(f"{RESULT} mark").count() > 0
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"{RESULT}[aria-selected=true]")
    expect(chosen).to_have_id(str(page.get_attribute(FIELD, "aria-activedescendant")))
    wanted = chosen.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)
    assert Path(page.url.partition("?")[0]).suffix == ".html"


def test_typo_is_answered_with_did_you_mean(page: Page, home: str) -> None:
    page.goto(home)
    open_search(page, "gradiant descent")
    expect(page.locator(".pt-search__status")).to_contain_text("Did you mean gradient descent?")
    page.click(".pt-search__meant")
    expect(page.locator(FIELD)).to_have_value("gradient descent")
    expect(page.locator(".pt-search__status")).not_to_contain_text("Did you mean")


def test_nothing_is_said_when_there_is_nothing(page: Page, site: Site) -> None:
    page.goto(site.url("index.html"))
    open_search(page, "opera tickets in vienna")
    expect(page.locator(".pt-search__status")).to_have_text("Nothing found.")
    expect(page.locator(RESULT)).to_have_count(0)
    assert page.get_attribute(FIELD, "aria-expanded") == "false"


def test_link_with_a_query_opens_the_same_search(page: Page, site: Site) -> None:
    page.goto(site.url("index.html?q=gradient&kind=exercise"))
    expect(page.locator(FIELD)).to_have_value("gradient")
    expect(page.locator(".pt-search select").first).to_have_value("exercise")
    expect(page.locator(f"{RESULT} .pt-search__facts").first).to_contain_text("Exercise")
    page.keyboard.press("Escape")
    expect(page.locator(".pt-search")).not_to_be_visible()
    page.wait_for_url(site.url("index.html"))


def test_going_back_brings_the_results_back(page: Page, site: Site) -> None:
    page.goto(site.url("index.html"))
    open_search(page, "gradient descent")
    page.locator(RESULT).first.click()
    page.wait_for_url("**/*.html")
    expect(page.locator("dialog.pt-search[open]")).to_have_count(0)
    page.go_back()
    expect(page.locator(FIELD)).to_have_value("gradient descent")


def test_page_that_does_not_search_loads_no_part_of_it(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url("index.html"), wait_until="networkidle")
    assert not [url for url in asked if "search" in url]
    assert not [url for url in asked if not url.startswith(site.address)]
    open_search(page, "gradient")
    expect(page.locator(RESULT).first).to_be_visible()
    assert not [url for url in asked if not url.startswith(site.address)]


def test_focus_stays_in_the_dialog_and_goes_back_to_the_button(page: Page, site: Site) -> None:
    page.goto(site.url("index.html"))
    page.locator("[data-pt-search]").click()
    expect(page.locator(FIELD)).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "() => document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert inside
    page.keyboard.press("Escape")
    expect(page.locator("[data-pt-search]")).to_be_focused()


def test_slash_in_a_field_is_a_slash(page: Page, site: Site) -> None:
    page.goto(site.url("index.html"))
    page.keyboard.press("/")
    page.keyboard.type("a/b test")
    expect(page.locator(FIELD)).to_have_value("a/b test")


def test_markup_in_a_query_is_only_text(page: Page, site: Site) -> None:
    page.goto(site.url("index.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"))
    expect(page.locator(FIELD)).to_have_value("<img src=x onerror=alert(1)>")
    assert page.locator(".pt-search img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_dialog_has_no_axe_violation(page: Page, site: Site, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.goto(site.url("index.html"))
    open_search(page, "gradiant descent")
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert site.find_violations(page, ".pt-search") == []
    width_used = page.evaluate("() => document.documentElement.scrollWidth")
    assert width_used <= width
