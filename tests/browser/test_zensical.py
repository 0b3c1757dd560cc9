"""The same pages built by Zensical: rate, search, review, and what is there for every eye."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from prep_tracker.loading import load_catalog
from prep_tracker.site.build import BuildOptions, build_site
from prep_tracker.site.builder import Builder
from tests.browser.conftest import Quiet, Site

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/learning-rate-on-a-quadratic.html"
ITEM = "fundamentals/learning-rate-on-a-quadratic"
PATIENCE = 30_000


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("zensical")
    root = folder / "site"
    options = BuildOptions(out=root, work=folder / "work", builder=Builder.ZENSICAL)
    build_site(load_catalog(), options)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(root=root, address=f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


def test_rate_search_and_review(page: Page, zensical: Site) -> None:
    expect.set_options(timeout=PATIENCE)
    page.goto(zensical.url(QUESTION))
    assert "zensical" in page.content().lower()
    page.get_by_role("button", name="Good").click()
    expect(page.locator(".pt-rating__state")).to_contain_text("Rated once.")
    expect(page.locator(".pt-rating")).to_have_count(1)
    page.goto(zensical.url("topics/fundamentals/calculus.html"))
    expect(page.locator(f"[data-pt-id='{ITEM}'] .pt-badge")).to_have_text("Learning")
    page.keyboard.press("/")
    page.fill(".pt-search__field", "three runs of gradient descent learning rates plot")
    expect(page.locator(f"[data-pt-status='{ITEM}'] .pt-badge")).to_have_text("Learning")
    page.goto(zensical.url("review.html"))
    expect(page.locator(".pt-review__start")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".pt-sitting__place")).to_contain_text("Question 1 of")
    page.keyboard.press("Space")
    page.keyboard.press("4")
    expect(page.locator(".pt-sitting__place")).to_contain_text("Question 2 of")
    page.keyboard.press("q")
    expect(page.locator(".pt-review__summary")).to_contain_text("1 question rated")
    expect.set_options(timeout=5_000)


@pytest.mark.parametrize("path", ["today.html", "mock.html", "desk.html", "settings.html"])
def test_tools_are_there_and_fit(page: Page, zensical: Site, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(zensical.url(path))
    tool = page.locator(".pt-own__body, .pt-mock__box, .pt-settings__part").first
    expect(tool).to_be_visible(timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    assert zensical.find_violations(page, ".pt-page") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
