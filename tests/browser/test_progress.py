"""Ratings on question pages: saved durably in the browser, shown everywhere, carried out and in."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from prep_tracker.storage.lines import decode_line
from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/learning-rate-on-a-quadratic.html"
ITEM = "fundamentals/learning-rate-on-a-quadratic"
STATE = ".pt-rating__state"


def rate(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()
    expect(page.locator(".pt-rating__undo")).to_be_visible()


@pytest.fixture(params=["http", "file"])
def question(request: pytest.FixtureRequest, site: Site) -> str:
    return site.url(QUESTION) if request.param == "http" else (site.root / QUESTION).as_uri()


def test_rating_is_kept_over_a_reload_and_can_be_taken_back(page: Page, question: str) -> None:
    page.goto(question)
    expect(page.locator(STATE)).to_have_text("You have not rated this yet.")
    rate(page, "Good")
    expect(page.locator(STATE)).to_contain_text("Rated once. Back in 2 days.")
    page.reload()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    rate(page, "Easy")
    expect(page.locator(STATE)).to_contain_text("Rated 2 times.")
    page.locator(".pt-rating__undo").click()
    expect(page.locator(STATE)).to_contain_text("Rated once.")


def test_ticked_key_points_propose_a_rating(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    proposed = page.locator("[data-proposed]")
    expect(page.locator(".pt-rating__button")).to_have_count(4)
    expect(proposed).to_have_count(0)
    page.locator("details:has(#key-points) > summary").click()
    ticks = page.locator(".pt-tick")
    ticks.first.check()
    expect(proposed).to_have_attribute("data-rating", "1")
    for place in range(1, ticks.count()):
        ticks.nth(place).check()
    expect(proposed).to_have_attribute("data-rating", "3")


def test_status_is_shown_in_lists_and_in_search(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    rate(page, "Good")
    page.goto(site.url("topics/fundamentals/calculus.html"))
    expect(page.locator(f"[data-pt-id='{ITEM}'] .pt-badge")).to_have_text("Learning")
    page.keyboard.press("/")
    page.fill(".pt-search__field", "three runs of gradient descent learning rates plot")
    expect(page.locator(f"[data-pt-status='{ITEM}'] .pt-badge")).to_have_text("Learning")


def test_reader_who_never_rated_loads_no_progress_on_lists(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url("topics/fundamentals/calculus.html"), wait_until="networkidle")
    assert not [url for url in asked if "progress" in url]


def test_export_is_what_the_terminal_reads_and_import_is_idempotent(
    page: Page, site: Site, tmp_path: Path
) -> None:
    page.goto(site.url(QUESTION))
    rate(page, "Hard")
    page.locator(".pt-keeping > summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export my progress").click()
    target = tmp_path / download.value.suggested_filename
    download.value.save_as(target)
    events = [
        event
        for line in target.read_text(encoding="utf-8").splitlines()
        if (event := decode_line(line))
    ]
    assert [(event.item, event.rating, event.origin) for event in events] == [(ITEM, 2, "browser")]
    page.locator(".pt-keeping input[type=file]").set_input_files(target)
    expect(page.locator(".pt-keeping__said")).to_have_text("0 new events, 1 known already.")


def test_bad_lines_are_named_and_the_good_ones_come_in(
    page: Page, site: Site, tmp_path: Path
) -> None:
    row = {
        "v": 1,
        "id": "0" * 32,
        "kind": "review",
        "item": ITEM,
        "at": "2026-01-01T10:00:00.000Z",
        "offset": 0,
    }
    good = {**row, "rating": 4, "seconds": 3, "origin": "terminal", "data": {}}
    lines = [
        "not json",
        json.dumps({**good, "rating": 9}),
        json.dumps(good),
        json.dumps({**good, "v": 2}),
    ]
    source = tmp_path / "progress.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    page.goto(site.url(QUESTION))
    page.locator(".pt-keeping > summary").click()
    page.locator(".pt-keeping input[type=file]").set_input_files(source)
    said = page.locator(".pt-keeping__said")
    expect(said).to_contain_text(
        "1 new event (1 review), 0 known already. 3 lines could not be used: line 1: not JSON"
    )
    expect(page.locator(STATE)).to_contain_text("Rated once.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_rating_has_no_axe_violation(page: Page, site: Site, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.goto(site.url(QUESTION))
    page.locator("details:has(#key-points) > summary").click()
    page.locator(".pt-tick").first.check()
    rate(page, "Good")
    page.locator(".pt-keeping > summary").click()
    assert site.find_violations(page, ".pt-page") == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_instants_of_the_page_are_utc(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    before = page.evaluate("Date.now()")
    rate(page, "Again")
    rows = page.evaluate(
        """name => new Promise(resolve => {
            indexedDB.open(name).onsuccess = event => {
                event.target.result.transaction("events").objectStore("events").getAll().onsuccess =
                    found => resolve(found.target.result);
            };
        })""",
        "prep-tracker:/below/a-prefix/",
    )
    at = datetime.fromisoformat(rows[0]["at"])
    assert at.utcoffset() == timedelta(0)
    assert before <= at.timestamp() * 1000 <= page.evaluate("Date.now()")


def test_all_data_is_deleted_after_a_question_and_an_export(
    page: Page, site: Site, tmp_path: Path
) -> None:
    page.goto(site.url(QUESTION))
    rate(page, "Good")
    page.locator(".pt-keeping > summary").click()
    page.get_by_role("button", name="Delete all my data").click()
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    page.get_by_role("button", name="Delete all my data").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export, then delete").click()
    target = tmp_path / "kept.jsonl"
    download.value.save_as(target)
    expect(page.locator(STATE)).to_have_text("You have not rated this yet.")
    assert page.evaluate("localStorage.getItem('prep-tracker:rated')") is None
    page.locator(".pt-keeping input[type=file]").set_input_files(target)
    expect(page.locator(STATE)).to_contain_text("Rated once.")
