"""Widgets stand on a page once: going back and forth, mounting twice, and under Material's instant navigation."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Quiet, Site

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/learning-rate-on-a-quadratic.html"
ONCE = (".pt-rating", ".pt-mine", ".pt-rating__undo", ".pt-keeping")
FEATURES = '"features": ['
PATIENCE = 30_000


def check_once(page: Page) -> None:
    """The widgets of a question, each once; a box before each key point, once."""
    expect(page.locator(".pt-rating__button")).to_have_count(4, timeout=PATIENCE)
    for widget in ONCE:
        expect(page.locator(widget)).to_have_count(1)
    assert page.locator(".pt-tick").count() == page.locator("#key-points li").count() > 0


def rate(page: Page, told: str) -> None:
    page.get_by_role("button", name="Good").click()
    expect(page.locator(".pt-rating__state")).to_contain_text(told, timeout=PATIENCE)


def test_back_and_forth_keeps_one_of_each_and_what_was_rated_since(page: Page, site: Site) -> None:
    page.goto(site.url(QUESTION))
    check_once(page)
    rate(page, "Rated once.")
    page.locator(".pt-step--next").click()
    page.wait_for_url(lambda url: not url.endswith(QUESTION))
    check_once(page)
    rate(page, "Rated once.")
    page.go_back()
    check_once(page)
    expect(page.locator(".pt-rating__state")).to_contain_text("Rated once.")
    rate(page, "Rated 2 times.")
    page.go_forward()
    check_once(page)
    expect(page.locator(".pt-rating__state")).to_contain_text("Rated once.")


TWICE = {
    QUESTION: ("progress", ".pt-rating", ".pt-mine"),
    "topics/fundamentals/linear-algebra.html": ("filters", ".pt-filters", ".pt-filters button, .pt-filters"),
    "review.html": ("progress", ".pt-review__box", ".pt-review__start"),
    "today.html": ("progress", ".pt-own__body", ".pt-own__head"),
    "desk.html": ("progress", ".pt-own__body", ".pt-own__tabs"),
    "mock.html": ("mock", ".pt-mock__box", ".pt-mock__main"),
    "exercises/coding/reservoir-sampling.html": ("exercise", "#pt-code", ".pt-write__run"),
}  # fmt: skip


@pytest.mark.parametrize("path", TWICE)
def test_mounting_twice_gives_one(page: Page, site: Site, path: str) -> None:
    part, *widgets = TWICE[path]
    page.goto(site.url(path))
    for widget in widgets:
        expect(page.locator(widget).first).to_be_visible(timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    before = [page.locator(widget).count() for widget in widgets]
    page.evaluate("async part => { await window.prepTracker.parts[part](); }", part)
    page.wait_for_load_state("networkidle")
    assert [page.locator(widget).count() for widget in widgets] == before
    assert before[0] == 1


def test_our_pages_load_one_by_one(site: Site) -> None:
    """Instant navigation is off: each page has its own policy, and a reader's browser keeps the last ones itself."""
    for path in ("index.html", QUESTION, "404.html"):
        text = (site.root / path).read_text(encoding="utf-8")
        assert FEATURES in text
        assert "navigation.instant" not in text


@pytest.fixture
def instant(site: Site, tmp_path: Path) -> Iterator[Site]:
    """The same site as its owner would have it with instant navigation switched on."""
    root = tmp_path / "site"
    ignored = shutil.ignore_patterns("search", "pyodide", "emails", "exercises", "tutorials")
    shutil.copytree(site.root, root, ignore=ignored)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        places = []
        for path in root.rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(FEATURES, f'{FEATURES}"navigation.instant", ', 1), "utf-8")
            places.append(f"<url><loc>{address}/{path.relative_to(root).as_posix()}</loc></url>")
        head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        (root / "sitemap.xml").write_text(f"{head}{''.join(places)}</urlset>", encoding="utf-8")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(root=root, address=address)
        server.shutdown()


def test_instant_navigation_mounts_once(page: Page, instant: Site) -> None:
    page.goto(instant.url(QUESTION))
    check_once(page)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.isSame = true")
    rate(page, "Rated once.")
    page.locator(".pt-step--next").click()
    page.wait_for_url(lambda url: not url.endswith(QUESTION))
    expect(page.locator(".pt-rating__state")).to_contain_text("not rated", timeout=PATIENCE)
    check_once(page)
    rate(page, "Rated once.")
    page.go_back()
    page.wait_for_url(instant.url(QUESTION))
    check_once(page)
    rate(page, "Rated 2 times.")
    page.go_forward()
    check_once(page)
    expect(page.locator(".pt-rating__state")).to_contain_text("Rated once.")
    assert page.evaluate("window.isSame") is True
