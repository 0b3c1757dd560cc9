"""What was rated lasts: a killed browser, two tabs, no room, no storage, damage, a wrong clock, newer data."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, expect

from tests.browser.conftest import Site, find_chromium

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/learning-rate-on-a-quadratic.html"
ITEM = "fundamentals/learning-rate-on-a-quadratic"
STATE = ".pt-rating__state"
DATABASE = "prep-tracker:/below/a-prefix/"
PATIENCE = 30_000
RUN = """([name, body]) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const transaction = opening.result.transaction("events", "readwrite");
        const store = transaction.objectStore("events");
        const asked = body === null ? store.getAll() : store.put(body);
        transaction.oncomplete = () => { opening.result.close(); resolve(asked.result); };
        transaction.onerror = () => reject(transaction.error);
    };
})"""


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Other work on this machine must not fail a test."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


def rate(page: Page, name: str, told: str) -> None:
    page.get_by_role("button", name=name).click()
    expect(page.locator(STATE)).to_contain_text(told)


def read_rows(page: Page) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = page.evaluate(RUN, [DATABASE, None])
    return rows


@pytest.mark.slow
def test_twenty_killed_browsers_lose_no_rating(
    playwright: Playwright, site: Site, tmp_path: Path
) -> None:
    """The browser gets `kill -9` from within the event that says a rating was saved."""
    profile = tmp_path / "profile"

    def open_page() -> tuple[BrowserContext, Page]:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=find_chromium(),
            args=["--no-sandbox"],
            service_workers="block",
        )
        context.set_default_timeout(PATIENCE)
        context.pages[0].goto(site.url(QUESTION))
        return context, context.pages[0]

    def kill() -> None:
        # Chromium writes `host-process` where its lock points to.
        os.kill(int((profile / "SingletonLock").readlink().name.rpartition("-")[2]), signal.SIGKILL)

    for number in range(20):
        context, page = open_page()
        told = {0: "You have not rated this yet.", 1: "Rated once."}
        expect(page.locator(STATE)).to_contain_text(told.get(number, f"Rated {number} times."))
        page.expose_function("killBrowser", kill)
        page.evaluate(
            "document.querySelector('.pt-question').addEventListener('prep-tracker:rated', () => killBrowser())"
        )
        with context.expect_event("close"), suppress(Error):
            page.locator(".pt-rating__button[data-rating='3']").click()
    context, page = open_page()
    expect(page.locator(STATE)).to_contain_text("Rated 20 times.")
    context.close()


def test_two_tabs_rating_at_once_lose_nothing(browser: Browser, site: Site) -> None:
    context = browser.new_context(service_workers="block")
    one, two = context.new_page(), context.new_page()
    for tab in (one, two):
        tab.goto(site.url(QUESTION))
        expect(tab.locator(".pt-rating__button")).to_have_count(4)
    # Each click is only begun here, so that the twenty are under way in both tabs at the same time.
    click = (
        "rating => setTimeout(() => document.querySelector(`[data-rating='${rating}']`).click())"
    )
    for number in range(20):
        (one, two)[number % 2].evaluate(click, 1 + number % 4)
    for tab in (one, two):
        expect(tab.locator(STATE)).to_contain_text("Rated 20 times.")
    rows = read_rows(one)
    assert len(rows) == len({row["id"] for row in rows}) == 20
    assert (
        sorted(str(row["rating"]) for row in rows) == ["1"] * 5 + ["2"] * 5 + ["3"] * 5 + ["4"] * 5
    )
    context.close()


FILL = """async () => {
    const { journal } = await window.prepTracker.parts.journal();
    let kept = 0;
    for (const size of [100_000, 10_000, 1_000, 100]) {
        for (;;) {
            const id = crypto.randomUUID();
            const at = new Date().toISOString();
            const text = Array.from({ length: size }, () => String.fromCharCode(97 + Math.random() * 26)).join("");
            const rest = { v: 1, offset: 0, rating: null, seconds: 0, origin: "browser", data: { body: { text } } };
            if (!(await journal.add([{ ...rest, id, kind: "document", item: `story/${id}`, at }]))) break;
            kept += 1;
        }
    }
    return kept;
}"""


def test_no_room_left_is_said_and_what_was_there_stays(page: Page, site: Site) -> None:
    # Chromium asks for the room that is left at the first write, then counts for half a minute by itself.
    session = page.context.new_cdp_session(page)
    origin = site.address.removesuffix("/below/a-prefix")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 500_000})
    page.goto(site.url(QUESTION))
    rate(page, "Good", "Rated once.")
    kept = page.evaluate(FILL)
    assert kept > 0
    rate(page, "Easy", "The browser has no room left: this was not saved.")
    expect(page.locator(STATE)).to_contain_text("Export your progress, then free some space.")
    assert len(read_rows(page)) == kept + 1
    page.locator(".pt-keeping > summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export my progress").click()
    assert f'"kind":"review","item":"{ITEM}"' in download.value.path().read_text(encoding="utf-8")
    page.reload()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    rate(page, "Easy", "Rated 2 times.")
    assert len(read_rows(page)) == kept + 2


REFUSALS = {
    "throws": "indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); }",
    "fails": """IDBFactory.prototype.open = () => {
        const asked = new EventTarget();
        asked.error = new DOMException('no', 'InvalidStateError');
        setTimeout(() => asked.dispatchEvent(new Event('error')));
        return asked;
    }""",
    "absent": "Object.defineProperty(window, 'indexedDB', { value: undefined })",
}


@pytest.mark.parametrize("how", REFUSALS)
def test_refused_storage_is_said_and_the_page_still_reads(page: Page, site: Site, how: str) -> None:
    page.add_init_script(REFUSALS[how])
    page.goto(site.url(QUESTION))
    said = "This browser does not let the page keep data (a private window, perhaps). Ratings are not saved."
    expect(page.locator(STATE)).to_contain_text(said)
    rate(page, "Good", said)
    page.locator("details:has(#key-points) > summary").click()
    expect(page.locator(".pt-tick").first).to_be_visible()
    for path in ("review.html", "today.html", "desk.html"):
        page.goto(site.url(path))
        expect(page.get_by_text("does not let the page keep data").first).to_be_visible()


DAMAGE = [
    {"id": "0" * 32, "kind": "review", "item": ITEM, "at": "yesterday", "rating": 9},
    {"id": "1" * 32},
    {"id": "2" * 32, "v": 99, "kind": "dream", "item": "", "data": None},
]


def test_damaged_records_are_passed_over_and_kept(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    rate(page, "Good", "Rated once.")
    page.evaluate(RUN, [DATABASE, DAMAGE[0]])
    page.reload()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    expect(page.locator(STATE)).to_contain_text("1 saved record is damaged and was passed over")
    for record in DAMAGE[1:]:
        page.evaluate(RUN, [DATABASE, record])
    page.reload()
    expect(page.locator(STATE)).to_contain_text("3 saved records are damaged")
    rate(page, "Easy", "Rated 2 times.")
    assert len(read_rows(page)) == 5
    page.goto(site.url("review.html"))
    expect(page.locator(".pt-review__said")).to_contain_text("3 saved records are damaged")
    expect(page.locator(".pt-review__start")).to_be_visible()


def test_spoiled_files_are_said_and_the_page_goes_on(
    playwright: Playwright, site: Site, tmp_path: Path
) -> None:
    """Every file of the browser's own store overwritten: it gives up what was there, and the page says so."""

    def open_page() -> tuple[BrowserContext, Page]:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=find_chromium(),
            args=["--no-sandbox"],
            service_workers="block",
        )
        context.set_default_timeout(PATIENCE)
        context.pages[0].goto(site.url(QUESTION))
        return context, context.pages[0]

    context, page = open_page()
    rate(page, "Good", "Rated once.")
    context.close()
    files = [
        path for path in tmp_path.glob("profile/Default/IndexedDB/**/*") if path.stat().st_size
    ]
    spoiled = [path for path in files if path.is_file()]
    assert spoiled
    for path in spoiled:
        path.write_bytes(b"\xde\xad" * (path.stat().st_size // 2 + 1))
    context, page = open_page()
    expect(page.locator(STATE)).to_contain_text("Import your last export to bring it back.")
    rate(page, "Good", "Rated once.")
    expect(page.locator(STATE)).not_to_contain_text("export")
    context.close()


def test_clock_that_goes_back_a_day_is_said_and_later_deeds_count(page: Page, site: Site) -> None:
    now = datetime(2026, 11, 22, 10, tzinfo=UTC)
    page.clock.set_fixed_time(now)
    page.goto(site.url(QUESTION))
    rate(page, "Good", "Rated once.")
    page.get_by_role("button", name="Bookmark").click()
    expect(page.get_by_role("button", name="Bookmarked")).to_have_attribute("aria-pressed", "true")
    page.clock.set_fixed_time(now - timedelta(days=1))
    page.reload()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    expect(page.locator(STATE)).to_contain_text("Your clock is 24 hours behind your newest answer")
    rate(page, "Hard", "Rated 2 times.")
    page.get_by_role("button", name="Bookmarked").click()
    expect(page.locator(".pt-mine__button").first).to_have_attribute("aria-pressed", "false")
    page.locator(".pt-rating__undo").click()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    page.clock.set_fixed_time(now + timedelta(minutes=1))
    page.reload()
    expect(page.locator(STATE)).to_have_text("Rated once. Back in 2 days.")
    expect(page.locator(".pt-mine__button").first).to_have_attribute("aria-pressed", "false")
    assert len(read_rows(page)) == 5


def test_newer_data_is_left_alone(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    rate(page, "Good", "Rated once.")
    version = page.evaluate(
        """name => new Promise((resolve, reject) => {
            const opening = indexedDB.open(name, 99);
            opening.onupgradeneeded = () => opening.result.createObjectStore("later");
            opening.onsuccess = () => { opening.result.close(); resolve(opening.result.version); };
            opening.onerror = reject;
        })""",
        DATABASE,
    )
    assert version == 99
    rate(page, "Easy", "Reload the page.")
    page.reload()
    rate(page, "Easy", "Your progress was written by a newer version of this site.")
    kept = "name => indexedDB.databases().then(all => all.find(one => one.name === name).version)"
    assert page.evaluate(kept, DATABASE) == 99
    assert [row["rating"] for row in read_rows(page)] == [3]
