"""The Today page: set an aim, get a list, see how ready one is; from a server and from a plain folder."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

LOCAL_TODAY = "() => { const d = new Date(Date.now() - 4 * 3600e3); return new Date(d - d.getTimezoneOffset() * 60e3).toISOString().slice(0, 10) }"


@pytest.fixture(params=["http", "file"])
def today(request: pytest.FixtureRequest, site: Site) -> str:
    is_served = request.param == "http"
    return site.url("today.html") if is_served else (site.root / "today.html").as_uri()


def add_events(page: Page, *events: dict[str, Any]) -> None:
    """Put events into the journal of the page, past ones too."""
    whole = [
        {"v": 1, "id": f"seeded-{number:06d}", "offset": 0, "rating": None, "seconds": 0, "origin": "browser", "data": {}, **event}
        for number, event in enumerate(events)
    ]  # fmt: skip
    page.wait_for_function("() => window.prepTracker?.parts.journal")
    page.evaluate(
        "async events => (await window.prepTracker.parts.journal()).journal.add(events)", whole
    )


def ago(page: Page, days: float) -> str:
    """An instant so many days before now, by the browser's clock."""
    return str(page.evaluate("days => new Date(Date.now() - days * 86400e3).toISOString()", days))


def set_aim(page: Page, days: int, minutes: int = 60) -> str:
    date = page.evaluate(f"({LOCAL_TODAY})()")
    day = (datetime.fromisoformat(date) + timedelta(days=days)).date().isoformat()
    page.get_by_label("Day of the interview").fill(day)
    page.get_by_label("Minutes a day").fill(str(minutes))
    page.get_by_role("button", name="Save", exact=True).click()
    return day


def test_from_the_first_visit_to_the_first_question(page: Page, today: str) -> None:
    page.goto(today)
    tasks = page.locator(".pt-own__tasks > li")
    expect(tasks.first).to_be_visible()
    page.get_by_label("Job").select_option("genai")
    page.get_by_label("Level", exact=True).select_option("senior")
    set_aim(page, 23)
    expect(page.locator(".pt-own__days")).to_have_text("23")
    expect(page.locator(".pt-own__head .pt-chip").first).to_have_text("Generative-AI engineer")
    page.reload()
    expect(page.locator(".pt-own__days")).to_have_text("23")
    first = tasks.first.locator("a").inner_text()
    page.get_by_role("button", name="Start:").click()
    expect(page.locator(".pt-sitting__place")).to_contain_text("Question 1 of")
    assert page.inner_text("h1") == first


def test_the_aim_changes_what_is_asked(page: Page, site: Site) -> None:
    def titles() -> list[str]:
        return page.locator(".pt-own__tasks a").all_inner_texts()

    page.goto(site.url("today.html"))
    set_aim(page, 30, 120)
    expect(page.get_by_role("button", name="Change")).to_be_visible()
    engineer = titles()
    page.get_by_role("button", name="Change").click()
    page.get_by_label("Job").select_option("research")
    page.get_by_label("Level", exact=True).select_option("staff")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".pt-own__head .pt-chip").first).to_contain_text("Research")
    assert titles() != engineer
    page.get_by_role("button", name="Change").click()
    for box in ("Coding", "System design", "Behavioral", "Project deep dive"):
        page.get_by_label(box, exact=True).uncheck()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".pt-own__why", has_text="exercise")).to_have_count(0)


def test_what_was_done_shows_in_minutes_readiness_habit_and_leeches(page: Page, site: Site) -> None:
    page.goto(site.url("today.html"))
    set_aim(page, 20)
    items = page.locator(".pt-own__tasks a[href*='questions/']")
    ids = [str(items.nth(n).get_attribute("href")).split("questions/")[1][:-5] for n in range(3)]
    reviews = [
        {"kind": "review", "item": ids[0], "at": ago(page, days), "rating": 1, "seconds": 60}
        for days in (9, 8, 7, 6, 5)
    ]
    reviews += [
        {"kind": "review", "item": ids[1], "at": ago(page, days), "rating": 3, "seconds": 300}
        for days in (2, 1)
    ]
    before = page.locator(".pt-own__figure strong").first.inner_text()
    add_events(
        page,
        *reviews,
        {"kind": "review", "item": ids[2], "at": ago(page, 0), "rating": 4, "seconds": 600},
    )
    expect(page.locator(".pt-own__minutes").first).to_contain_text("10 of 60 minutes")
    assert page.locator(".pt-own__figure strong").first.inner_text() != before
    expect(page.locator(".pt-own__figure").nth(3)).to_contain_text("3 days in a row")
    expect(page.locator("#pt-leeches")).to_have_text("Forgotten four times or more")
    expect(page.locator(".pt-own__tasks").get_by_text("due").first).to_be_visible()
    page.get_by_text("Readiness by tip as a table").click()
    expect(
        page.get_by_role("group", name="Readiness by tip as a table").locator("tbody tr")
    ).to_have_count(20)
    page.get_by_text("Minutes by day as a table").click()
    expect(
        page.get_by_role("group", name="Minutes by day as a table").locator("tbody tr")
    ).to_have_count(8)


def test_the_eve_the_day_and_the_time_after(page: Page, site: Site) -> None:
    page.goto(site.url("today.html"))
    set_aim(page, 1)
    expect(page.locator(".pt-own__countdown")).to_contain_text("The interview is tomorrow.")
    expect(page.locator(".pt-own__tasks")).to_contain_text("The checklist for the day before")
    expect(page.locator(".pt-own__why", has_text="new")).to_have_count(0)
    page.get_by_role("button", name="Change").click()
    set_aim(page, 0)
    expect(page.locator(".pt-own__countdown")).to_contain_text("The interview is today.")
    page.get_by_role("button", name="Change").click()
    set_aim(page, -2)
    expect(page.locator(".pt-own__countdown")).to_contain_text("The interview was on")
    expect(page.locator(".pt-own__tasks")).to_have_count(0)


def test_a_plan_file_is_followed_until_it_is_forgotten(
    page: Page, site: Site, tmp_path: Path
) -> None:
    page.goto(site.url("today.html"))
    set_aim(page, 20)
    link = page.locator(".pt-own__tasks a[href*='questions/']").nth(4)
    title, href = link.inner_text(), str(link.get_attribute("href"))
    item = href.split("questions/")[1][:-5]
    date = page.evaluate(f"({LOCAL_TODAY})()")
    task = {"id": item, "kind": "new", "minutes": 7, "title": "t", "command": "c"}
    plan = {
        "interview": date,
        "days": [{"date": date, "minutes": 7, "tasks": [task]}],
        "readiness": {"planned": 0.61},
    }
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan))
    page.get_by_label("File of a plan").set_input_files(file)
    expect(page.locator(".pt-own__tasks a")).to_have_text([title])
    expect(page.locator(".pt-own__plan")).to_contain_text("a readiness of 61 %")
    page.reload()
    expect(page.locator(".pt-own__tasks a")).to_have_text([title])
    add_events(
        page, {"kind": "review", "item": item, "at": ago(page, 0), "rating": 3, "seconds": 60}
    )
    expect(page.locator(".pt-own__tasks")).to_contain_text("done")
    file.write_text("{}")
    page.get_by_label("File of a plan").set_input_files(file)
    expect(page.locator(".pt-own__said")).to_contain_text("That is no plan")
    page.get_by_role("button", name="Forget the plan").click()
    expect(page.locator(".pt-own__plan")).to_contain_text("By a simple rule")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_in_the_way_of_anyone(page: Page, site: Site, scheme: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(site.url("today.html"))
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()
    assert site.find_violations(page) == []
    set_aim(page, 20)
    item = str(page.locator(".pt-own__tasks a").first.get_attribute("href")).split("questions/")[1][
        :-5
    ]
    add_events(
        page,
        *(
            {"kind": "review", "item": item, "at": ago(page, n), "rating": 1, "seconds": 90}
            for n in range(9, 3, -1)
        ),
    )
    expect(page.locator("#pt-leeches")).to_be_visible()
    for fold in page.locator(".pt-own details > summary").all():
        fold.click()
    assert site.find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
