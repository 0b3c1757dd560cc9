"""The Review page: a sitting by keys and by touch, from a server and from a plain folder."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

PLACE = ".pt-sitting__place"


@pytest.fixture(params=["http", "file"])
def review(request: pytest.FixtureRequest, site: Site) -> str:
    is_served = request.param == "http"
    return site.url("review.html") if is_served else (site.root / "review.html").as_uri()


def start(page: Page, review: str) -> None:
    page.goto(review)
    expect(page.locator(".pt-review__start")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(PLACE)).to_contain_text("Question 1 of")


def test_first_question_comes_with_one_key_on_the_first_visit(page: Page, review: str) -> None:
    start(page, review)
    assert "/questions/" in page.url
    assert page.locator("details.pt-fold[open]").count() == 0


def test_sitting_goes_by_keys_to_its_summary(page: Page, review: str) -> None:
    start(page, review)
    first = page.inner_text("h1")
    page.keyboard.press("3")
    expect(page.locator(PLACE)).to_contain_text("Question 1 of")
    page.keyboard.press("Space")
    expect(page.locator("details.pt-fold").first).to_have_attribute("open", "")
    page.keyboard.press("y")
    expect(page.locator(".pt-tick").first).to_be_checked()
    page.keyboard.press("3")
    expect(page.locator(PLACE)).to_contain_text("Question 2 of")
    page.keyboard.press("u")
    expect(page.locator(PLACE)).to_contain_text("Question 1 of")
    assert page.inner_text("h1") == first
    expect(page.locator(".pt-rating__state")).to_have_text("You have not rated this yet.")
    page.keyboard.press("Space")
    page.keyboard.press("4")
    expect(page.locator(PLACE)).to_contain_text("Question 2 of")
    page.keyboard.press("s")
    expect(page.locator(PLACE)).to_contain_text("Question 3 of")
    page.keyboard.press("q")
    summary = page.locator(".pt-review__summary")
    expect(page.locator(".pt-review__start")).to_contain_text("Start")
    expect(summary).to_contain_text(
        "1 question rated in less than a minute, 1 of them known; 1 put aside."
    )
    expect(summary.locator("li").first).to_contain_text("easy, back in")
    page.get_by_text("Put aside: 1").click()
    page.get_by_role("button", name="Bring back").click()
    expect(page.get_by_text("Put aside: 1")).to_have_count(0)


def test_key_points_propose_and_enter_takes_the_proposal(page: Page, site: Site) -> None:
    start(page, site.url("review.html"))
    page.keyboard.press("Space")
    for _ in range(page.locator(".pt-tick").count()):
        page.keyboard.press("y")
    expect(page.locator("[data-proposed]")).to_have_attribute("data-rating", "3")
    expect(page.locator("[data-proposed]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(PLACE)).to_contain_text("Question 2 of")
    page.keyboard.press("q")
    expect(page.locator(".pt-review__summary li")).to_contain_text("good, back in")


def test_minutes_end_the_sitting_and_are_remembered(page: Page, site: Site) -> None:
    page.goto(site.url("review.html"))
    page.get_by_label("Time for this sitting").select_option("5")
    page.reload()
    expect(page.get_by_label("Time for this sitting")).to_have_value("5")
    page.locator(".pt-review__start").click()
    for _ in range(5):
        expect(page.locator(".pt-sitting__reveal, .pt-review__summary").first).to_be_visible()
        if "review.html" in page.url:
            break
        page.locator(".pt-sitting__reveal").click()
        place = page.inner_text(PLACE)
        page.locator(".pt-rating__button[data-rating='2']").click()
        expect(page.locator(PLACE).filter(has_text=place)).to_have_count(0)
    expect(page.locator(".pt-review__summary")).to_contain_text("rated in")


def test_another_question_says_that_a_sitting_waits(page: Page, site: Site) -> None:
    start(page, site.url("review.html"))
    wanted = page.url
    page.goto(site.url("questions/fundamentals/svd-best-low-rank.html"))
    page.get_by_role("link", name="Back to it").click()
    expect(page).to_have_url(wanted)


def test_typing_in_the_search_rates_nothing(page: Page, site: Site) -> None:
    start(page, site.url("review.html"))
    page.keyboard.press("Space")
    page.keyboard.press("/")
    page.keyboard.type("4 sums q")
    expect(page.locator(".pt-search__field")).to_have_value("4 sums q")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(PLACE)).to_contain_text("Question 1 of")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_axe_violation_before_within_and_after(
    page: Page, site: Site, scheme: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    start(page, site.url("review.html"))
    page.keyboard.press("Space")
    page.evaluate("document.querySelectorAll('.pt-sitting details').forEach(d => d.open = true)")
    assert site.find_violations(page, ".pt-page") == []
    page.keyboard.press("1")
    expect(page.locator(PLACE)).to_contain_text("Question 2 of")
    page.keyboard.press("q")
    expect(page.locator(".pt-review__summary")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert site.find_violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
