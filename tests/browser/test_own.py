"""What is the reader's own on the site: bookmarks, notes, settings, codes for the other device."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/learning-rate-on-a-quadratic.html"
ITEM = "fundamentals/learning-rate-on-a-quadratic"
TOPIC = "topics/fundamentals/calculus.html"
STATE = ".pt-rating__state"
NOTE = "Say *why* first: <b>the curvature</b>\n\n- bounded by 2/L"


def write_note(page: Page, text: str) -> None:
    page.get_by_role("button", name="Write a note").first.click()
    page.locator(".pt-note textarea").fill(text)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".pt-note__said")).to_have_text("Saved.")


@pytest.mark.parametrize("where", ["http", "file"])
def test_bookmark_and_note_are_kept_marked_and_filtered(page: Page, site: Site, where: str) -> None:
    def url(path: str) -> str:
        return site.url(path) if where == "http" else (site.root / path).as_uri()

    page.goto(url(QUESTION))
    page.get_by_role("button", name="Bookmark").click()
    expect(page.get_by_role("button", name="Bookmarked")).to_have_attribute("aria-pressed", "true")
    write_note(page, NOTE)
    shown = page.locator(".pt-note__text")
    expect(shown.locator("em")).to_have_text("why")
    expect(shown.locator("b")).to_have_count(0)
    expect(shown.locator("li")).to_have_text("bounded by 2/L")
    page.reload()
    expect(page.locator(".pt-fold--note")).not_to_have_attribute("open", "")
    page.goto(url(TOPIC))
    entry = page.locator(f".pt-entry[data-pt-id='{ITEM}']")
    expect(entry.get_by_role("img", name="bookmarked")).to_be_visible()
    expect(entry.get_by_role("img", name="with your note")).to_be_visible()
    page.get_by_label("Yours").select_option("note")
    expect(page.locator(".pt-filters__said")).to_contain_text(re.compile(r"^1 of \d+ shown"))


def test_note_that_was_not_saved_is_there_again(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    page.get_by_role("button", name="Write a note").click()
    page.locator(".pt-note textarea").press_sequentially("half a thou")
    page.reload()
    page.locator(".pt-fold--note > summary").click()
    expect(page.locator(".pt-note textarea")).to_have_value("half a thou")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".pt-note__text")).to_have_text("half a thou")
    page.get_by_role("button", name="Edit the note").click()
    page.get_by_role("button", name="Remove the note").click()
    expect(page.locator(".pt-note__said")).to_have_text("Removed.")
    page.reload()
    expect(page.locator(".pt-fold--note")).to_have_count(0)


def test_note_opens_with_the_answer_of_a_review(page: Page, site: Site) -> None:
    page.goto(site.url("review.html"))
    page.locator(".pt-review__start").click()
    expect(page.locator(".pt-sitting__place")).to_be_visible()
    write_note(page, "mine")
    page.reload()
    expect(page.locator(".pt-sitting__reveal")).to_be_visible()
    expect(page.locator(".pt-note")).to_have_count(0)
    page.keyboard.press("Space")
    expect(page.locator(".pt-note__text")).to_have_text("mine")


def test_review_page_lists_what_was_marked(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    title = page.inner_text("h1").strip().removesuffix("¶").strip()
    page.get_by_role("button", name="Bookmark").click()
    expect(page.get_by_role("button", name="Bookmarked")).to_be_visible()
    page.goto(site.url("review.html"))
    page.get_by_text("Bookmarks: 1").click()
    expect(page.get_by_role("link", name=title)).to_be_visible()


def test_rings_tell_how_much_is_known(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    page.get_by_role("button", name="Good").click()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    page.goto(site.url("index.html"))
    begun = page.locator(".pt-card .pt-ring", has_text="0 known, 1 begun")
    expect(begun.first).to_be_visible()
    page.goto(site.url("companies.html"))
    expect(page.locator(".pt-card .pt-ring").first).to_be_visible()
    page.locator(".pt-card > a").first.click()
    expect(page.locator("h1 + .pt-ring")).to_contain_text("known")
    page.goto(site.url("syllabus.html"))
    expect(page.locator(".pt-ring").first).to_contain_text("known")
    assert page.locator("h2 + .pt-ring").count() > 5


def test_settings_hold_on_every_page(page: Page, site: Site) -> None:
    page.goto(site.url("index.html"))
    usual = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
    page.get_by_role("link", name="Settings").first.click()
    page.get_by_label("130 %").check()
    page.get_by_label("none", exact=True).check()
    page.get_by_label("hidden, so that nothing is given away").check()
    page.locator(".pt-settings").get_by_label("Dark").check()
    page.goto(site.url(TOPIC))
    size = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert round(size / usual, 2) == 1.3
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator(".md-header")).to_have_css("transition-duration", "0s")
    page.keyboard.press("/")
    page.fill(".pt-search__field", "gradient")
    expect(page.locator(".pt-search__results a").first).to_be_visible()
    expect(page.locator(".pt-search__snippet").first).to_be_hidden()
    page.goto(site.url("settings.html"))
    expect(page.get_by_label("130 %")).to_be_checked()
    expect(page.locator(".pt-settings").get_by_label("Dark")).to_be_checked()


def test_latest_events_go_to_another_device_by_code(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    page.get_by_role("button", name="Good").click()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    page.goto(site.url("settings.html"))
    page.get_by_text("To another device by camera").click()
    page.evaluate(
        "() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }"
    )
    page.get_by_role("button", name="Show the last day").click()
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    page.get_by_role("button", name="Copy the link").click()
    link = page.evaluate("() => window.copied")
    assert link.startswith(site.url("settings.html#take="))
    assert page.context.browser is not None
    other = page.context.browser.new_context(service_workers="block").new_page()
    other.goto(link)
    expect(other.locator(".pt-carry__taken")).to_contain_text("brings 1 review from another device")
    other.get_by_role("button", name="Bring it in").click()
    expect(other.locator(".pt-carry__taken")).to_contain_text("1 new event (1 review), 0 known")
    assert other.url == site.url("settings.html")
    other.goto(site.url(QUESTION))
    expect(other.locator(STATE)).to_contain_text("Rated once.")
    other.context.close()


def test_file_that_is_dropped_is_imported(page: Page, site: Site) -> None:
    page.goto(site.url("settings.html"))
    expect(page.get_by_role("button", name="Export my progress")).to_be_visible()
    page.evaluate(
        """item => {
            const line = JSON.stringify({ v: 1, id: "0".repeat(32), kind: "bookmark", item, at: "2026-01-01T10:00:00.000Z",
                offset: 0, rating: null, seconds: 0, origin: "browser", data: { on: true } });
            const data = new DataTransfer();
            data.items.add(new File([line], "phone.jsonl"));
            document.querySelector(".pt-settings").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        ITEM,
    )
    expect(page.locator(".pt-keeping__said")).to_have_text(
        "1 new event (1 bookmark), 0 known already."
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_own_things_have_no_axe_violation(
    page: Page, site: Site, scheme: str, width: int, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.goto(site.url(QUESTION))
    write_note(page, NOTE)
    assert site.find_violations(page, ".pt-page") == []
    page.get_by_role("button", name="Edit the note").click()
    assert site.find_violations(page, ".pt-page") == []
    page.goto(site.url("settings.html"))
    page.get_by_text("To another device by camera").click()
    page.get_by_role("button", name="Show the last day").click()
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    assert site.find_violations(page, ".pt-page") == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    page.goto(site.url("index.html"))
    assert site.find_violations(page, "body") == []
