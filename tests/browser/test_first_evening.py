"""From the first visit to the terminal: a date, ten questions, a note, a mock, the export, and the same numbers there."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.workbench import Workbench

pytestmark = pytest.mark.browser

QUESTIONS = 10
READ = """async () => {
    const { journal } = await window.prepTracker.parts.journal();
    return {
        learned: [...journal.cards.values()].filter((card) => card.reviews > 0).length,
        notes: [...journal.kept.notes.keys()],
        events: (await journal.readAll()).length,
    };
}"""
"""What the page has, asked of its own journal."""


def set_date(page: Page, site: Site) -> None:
    """Say on the Today page when the interview is."""
    page.goto(site.url("index.html"))
    now = datetime.fromisoformat(page.evaluate("() => new Date().toISOString()"))
    day = (now + timedelta(days=21)).date().isoformat()
    page.get_by_role("link", name="Today").first.click()
    page.get_by_label("Day of the interview").fill(day)
    page.get_by_label("Minutes a day").fill("60")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("button", name="Change")).to_be_visible()


def review(page: Page, site: Site) -> None:
    """Rate ten questions by keys, and write a note on the first."""
    page.goto(site.url("review.html"))
    page.get_by_label("Time for this sitting").select_option("60")
    page.keyboard.press("Enter")
    for number in range(QUESTIONS):
        expect(page.locator(".pt-sitting__reveal")).to_be_visible()
        if number == 0:
            page.get_by_role("button", name="Write a note").click()
            page.locator(".pt-note textarea").fill("Begin with the definition.")
            page.get_by_role("button", name="Save").click()
            expect(page.locator(".pt-note__said")).to_have_text("Saved.")
            page.locator("h1").click()
        before = page.url
        page.keyboard.press("Space")
        page.keyboard.press("3" if number % 3 else "2")
        page.wait_for_url(lambda url, before=before: url != before)
    if "/questions/" in page.url:
        expect(page.locator(".pt-sitting__reveal")).to_be_visible()
        page.keyboard.press("q")
    expect(page.locator(".pt-review__summary")).to_contain_text(f"{QUESTIONS} questions rated")


def hold_mock(page: Page, site: Site) -> int:
    """A short mock, ended after the first question; how many answers were marked."""
    page.goto(site.url("mock.html"))
    page.get_by_label("Length").select_option("15")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".pt-mock__ask")).to_be_visible()
    page.get_by_role("button", name="End the interview here").click()
    marked = 0
    while page.get_by_role("button", name="Save, and on").is_visible():
        asked = page.locator(".pt-mock__ask").inner_text()
        for name in ("clarity", "structure", "depth"):
            page.locator(f"input[name='pt-mock-{name}'][value='4']").check()
        page.get_by_role("button", name="Save, and on").click()
        marked += 1
        told = page.locator(".pt-mock__told")
        after = page.locator(".pt-mock__ask").filter(has_not_text=asked)
        expect(told.or_(after).first).to_be_visible()
    expect(page.locator(".pt-mock__told")).to_be_visible()
    return marked


def export(page: Page, site: Site, target: Path) -> None:
    page.goto(site.url("settings.html"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Export my progress").click()
    download.value.save_as(target)


@pytest.mark.slow
def test_first_evening_ends_in_the_terminal(page: Page, site: Site, tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "desk")
    bench.run("init", "ws", "--minutes", "60", "--yes").expect(0)
    bench.setenv(PREP_TRACKER_HOME=str(bench.folder / "ws"))
    set_date(page, site)
    review(page, site)
    marked = hold_mock(page, site)
    export(page, site, bench.folder / "evening.jsonl")
    run = bench.run("progress", "import", "evening.jsonl").expect(0)
    run.expect_text(f"{QUESTIONS + marked} reviews", "1 mock", "1 note")
    found = bench.run("progress", "--json").expect(0).json()
    in_page = page.evaluate(READ)
    assert found["learned"] == in_page["learned"]
    assert [note["item"] for note in found["notes"]] == in_page["notes"]
    assert "profile" in found["documents"]
    assert (found["streak"], found["events"]) == (1, in_page["events"])
    again = bench.run("progress", "import", "evening.jsonl").expect(0)
    again.expect_text("0 new events")
