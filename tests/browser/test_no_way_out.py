"""Nothing is asked of any other place, in any flow: whatever is not this machine goes to a door that only counts."""

from __future__ import annotations

import re
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser.conftest import FLAGS, Site, find_chromium

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/learning-rate-on-a-quadratic.html"
PURE = "exercises/coding/reservoir-sampling.html"
PATIENCE = 60_000
CHROMIUMS_OWN = re.compile(r"(^|[./ ])(google|googleapis|gstatic|gvt1)\.com[:/]")
"""The browser asks its maker of itself, on a blank page too; what pages and workers ask is seen twice."""


@dataclass(slots=True)
class Door:
    """Stands where every way to another machine begins.

    Attributes:
        address: For the browser's proxy setting.
        asked: First lines of what came.
    """

    address: str = ""
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def door() -> Iterator[Door]:
    door = Door()

    class Count(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            line = self.rfile.readline(2000).decode("latin-1").strip()
            if not CHROMIUMS_OWN.search(line):
                door.asked.append(line)
            self.wfile.write(b"HTTP/1.1 502 No way out\r\nContent-Length: 0\r\n\r\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Count) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        door.address = f"http://127.0.0.1:{server.server_address[1]}"
        yield door
        server.shutdown()


@pytest.fixture
def reader(playwright: Playwright, door: Door) -> Iterator[BrowserContext]:
    """A browser of its own, since only a whole browser can be sent through the door; workers too."""
    browser = playwright.chromium.launch(
        executable_path=find_chromium(), args=[*FLAGS, f"--proxy-server={door.address}"]
    )
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    yield context
    browser.close()


def read(page: Page, site: Site) -> None:
    for path in (
        "index.html",
        QUESTION,
        "syllabus.html",
        "companies/company-questions/google.html",
    ):
        page.goto(site.url(path))
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.wait_for_load_state("networkidle")


def search(page: Page, site: Site) -> None:
    page.goto(site.url("index.html"))
    page.keyboard.press("/")
    page.locator(".pt-search__field").fill("gradiant descent")
    expect(page.locator(".pt-search__result").first).to_be_visible()
    page.keyboard.press("Escape")


def rate_and_note(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    page.get_by_role("button", name="Good").click()
    page.get_by_role("button", name="Bookmark").click()
    page.get_by_role("button", name="Write a note").click()
    page.locator(".pt-note textarea").fill(
        "![seen](http://elsewhere.example/a.png) [there](http://elsewhere.example/b)"
    )
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".pt-note__said")).to_have_text("Saved.")


def review(page: Page, site: Site) -> None:
    page.goto(site.url("review.html"))
    page.locator(".pt-review__start").click()
    page.locator(".pt-sitting__reveal").click()
    place = page.locator(".pt-sitting__place")
    expect(place).to_contain_text("Question 1 of")
    page.locator(".pt-rating__button[data-rating='2']").click()
    expect(place).to_contain_text("Question 2 of")
    page.keyboard.press("q")
    expect(page.locator(".pt-review__summary")).to_be_visible()


def plan(page: Page, site: Site) -> None:
    page.goto(site.url("today.html"))
    page.get_by_label("Day of the interview").fill("2099-12-31")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".pt-own__days")).to_be_visible()


def hold_mock(page: Page, site: Site) -> None:
    page.goto(site.url("mock.html"))
    page.get_by_label("Record my answers").check()
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".pt-mock__recording")).to_contain_text("Recording")
    page.get_by_role("button", name="End the interview here").click()
    for name in ("clarity", "structure", "depth"):
        page.locator(f"input[name='pt-mock-{name}'][value='3']").check()
    page.get_by_role("button", name="Save, and on").click()
    expect(page.locator(".pt-mock__told")).to_be_visible()


def exercise(page: Page, site: Site) -> None:
    page.goto(site.url(PURE))
    page.locator("#pt-code").fill("def anything():\n    return 1\n")
    page.get_by_role("button", name="Run the tests").click()
    expect(page.locator(".pt-write__said[data-verdict]")).to_be_visible(timeout=90_000)


def write(page: Page, site: Site) -> None:
    page.goto(site.url("desk.html#stories"))
    page.get_by_role("link", name="Write a story").click()
    page.get_by_label("Title", exact=True).fill("A story")
    page.get_by_role("button", name="Save the story").click()
    expect(page).to_have_url(re.compile("#stories/a-story"))
    page.goto(site.url("desk.html#emails"))
    page.get_by_role("link", name="Thank you to one interviewer").first.click()
    expect(page.get_by_label("Text of the e-mail")).to_be_visible()


def settle(page: Page, site: Site) -> None:
    page.goto(site.url("settings.html"))
    page.get_by_role("button", name="Download everything").click()
    expect(page.locator(".pt-offline [role=status]")).to_contain_text(
        "Everything is on this device", timeout=90_000
    )
    with page.expect_download():
        page.get_by_role("button", name="Export my progress").click()
    page.context.set_offline(True)
    page.goto(site.url("questions/fundamentals/svd-best-low-rank.html"))
    expect(page.locator(".pt-rating__button")).to_have_count(4)


FLOWS = (read, search, rate_and_note, review, plan, hold_mock, exercise, write, settle)


def test_no_flow_asks_any_other_place(reader: BrowserContext, site: Site, door: Door) -> None:
    page = reader.new_page()
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    for flow in FLOWS:
        before = len(door.asked)
        flow(page, site)
        assert (flow.__name__, door.asked[before:]) == (flow.__name__, [])
    known = (site.address, "data:", "blob:")
    assert len(asked) > 100
    assert [url for url in asked if not url.startswith(known)] == []


def test_the_door_counts(reader: BrowserContext, door: Door) -> None:
    """A page without our policy that asks for something elsewhere is seen at the door."""
    page = reader.new_page()
    before = len(door.asked)
    page.set_content("<img src='http://elsewhere.example/seen.png'>")
    page.wait_for_load_state("networkidle")
    assert any("elsewhere.example/seen.png" in line for line in door.asked[before:])
