"""Without a network: the installed site, the whole of it on request, a new version announced and never mixed."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Quiet, Site

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/learning-rate-on-a-quadratic.html"
UNREAD = "questions/fundamentals/stuck-at-a-plateau.html"
SECONDS_60 = 60_000


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose browser may keep the site."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(SECONDS_60)
    yield context
    context.close()


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    """A page of theirs; an error in its scripts fails the test."""
    page = reader.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


def install(page: Page, site: Site) -> None:
    """Open the site once, until it is kept."""
    page.goto(site.url("index.html"))
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")


def test_app_can_be_installed(page: Page, site: Site) -> None:
    install(page, site)
    manifest = json.loads((site.root / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert [icon["sizes"] for icon in manifest["icons"]] == ["any", "192x192", "512x512", "512x512"]
    assert all((site.root / icon["src"]).is_file() for icon in manifest["icons"])
    session = page.context.new_cdp_session(page)
    assert session.send("Page.getAppManifest")["errors"] == []
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in found] in ([], ["in-incognito"])


def test_pages_of_the_menu_and_what_was_read_work_offline(page: Page, site: Site) -> None:
    install(page, site)
    page.goto(site.url(QUESTION))
    expect(page.locator(".pt-rating__button")).to_have_count(4)
    page.wait_for_function(
        "async url => (await caches.match(url)) !== undefined", arg=site.url(QUESTION)
    )
    page.context.set_offline(True)
    page.reload()
    page.get_by_role("button", name="Good").click()
    expect(page.locator(".pt-rating__state")).to_contain_text("Rated once.")
    page.goto(site.url("review.html"))
    expect(page.locator(".pt-review__start")).to_be_visible()
    page.goto(site.url(UNREAD))
    expect(page.locator("h1")).to_have_text("This page is not on this device")
    page.get_by_role("link", name="Home").click()
    expect(page.locator(".pt-home h1")).to_be_visible()


def test_everything_is_downloaded_on_request(page: Page, site: Site) -> None:
    install(page, site)
    page.goto(site.url("settings.html"))
    start = page.get_by_role("button", name="Download everything")
    expect(start).to_contain_text("MB")
    start.click()
    expect(page.locator(".pt-offline [role=status]")).to_contain_text(
        "Everything is on this device", timeout=SECONDS_60
    )
    page.context.set_offline(True)
    page.goto(site.url(UNREAD))
    expect(page.locator("h1")).not_to_have_text("This page is not on this device")
    page.goto(site.url("index.html"))
    page.keyboard.press("/")
    page.fill(".pt-search__field", "learning rate")
    expect(page.locator(".pt-search__results a").first).to_be_visible()


@pytest.fixture
def changing(site: Site, tmp_path: Path) -> Iterator[Site]:
    """A small site that is published twice."""
    root = tmp_path / "site"
    shutil.copytree(site.root, root, ignore=shutil.ignore_patterns("questions", "search", "topics"))
    handler = partial(Quiet, directory=str(root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        publish(root, "one")
        yield Site(root=root, address=f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


def publish(root: Path, name: str) -> None:
    """Publish another version: its home page and its script say its name."""
    from prep_tracker.site.assemble import Assembly
    from prep_tracker.site.offline import stage_offline

    home = root / "index.html"
    text = re.sub(
        r"( edition \w+)?</h1>", f" edition {name}</h1>", home.read_text(encoding="utf-8")
    )
    home.write_text(text, encoding="utf-8")
    assembly = Assembly(root.with_name("other"))
    assembly.discard()
    assembly.root = root
    stage_offline(assembly)


def test_new_version_is_announced_and_taken_when_asked(page: Page, changing: Site) -> None:
    install(page, changing)
    publish(changing.root, "two")
    page.goto(changing.url("index.html"))
    expect(page.locator("h1")).to_contain_text("edition two")
    page.evaluate("() => navigator.serviceWorker.getRegistration().then(one => one.update())")
    news = page.locator(".pt-news")
    expect(news).to_contain_text("A new version of this site is ready.")
    page.wait_for_function("async () => (await caches.keys()).length === 2")
    with page.expect_navigation():
        news.get_by_role("button", name="Use it now").click()
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_contain_text("edition two")


def test_page_of_a_newer_version_is_not_kept_with_the_older(page: Page, changing: Site) -> None:
    install(page, changing)
    worker = changing.root / "sw.js"
    old = worker.read_bytes()
    publish(changing.root, "two")
    worker.write_bytes(old)  # the host still hands out the old worker
    page.goto(changing.url("index.html"))
    expect(page.locator("h1")).to_contain_text("edition two")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_contain_text("edition one")


def test_exercise_that_ran_once_runs_offline(page: Page, site: Site) -> None:
    install(page, site)
    page.goto(site.url("exercises/coding/ab-test-sample-size.html"))
    for is_offline in (False, True):
        page.context.set_offline(is_offline)
        page.reload()
        page.locator("#pt-code").fill("x = 1\n")
        page.get_by_role("button", name="Run the tests").click()
        expect(page.locator(".pt-write__tests li").first).to_be_visible(timeout=3 * SECONDS_60)
        page.wait_for_function(
            "async url => (await caches.match(url)) !== undefined",
            arg=site.url("assets/pyodide/pyodide.asm.wasm"),
        )
