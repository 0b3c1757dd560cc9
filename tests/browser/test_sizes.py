"""How much a first visit loads, in bytes as they travel; nothing here is timed."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

KIB = 1024
MATHS = "questions/fundamentals/learning-rate-on-a-quadratic.html"
PACKED = ("font/woff2", "image/png", "image/jpeg", "application/wasm")


def load(page: Page, site: Site, path: str) -> dict[str, int]:
    """Every file of a first visit with its size after gzip, as a host sends it."""
    found: dict[str, Response] = {}

    def note(response: Response) -> None:
        found.setdefault(response.url, response)

    page.on("response", note)
    page.goto(site.url(path), wait_until="networkidle")
    sizes = {}
    for url, response in list(found.items()):
        if not url.startswith("http"):
            continue
        body = response.body()
        is_packed = response.headers.get("content-type", "") in PACKED
        sizes[url.removeprefix(site.address)] = len(body if is_packed else gzip.compress(body, 9))
    print(path, sum(sizes.values()), sizes)
    return sizes


def own_scripts(sizes: dict[str, int]) -> int:
    return sum(
        size
        for url, size in sizes.items()
        if ".js" in url and url.startswith("/assets/") and "javascripts" not in url
    )


def test_question_with_mathematics(page: Page, site: Site) -> None:
    sizes = load(page, site, MATHS)
    expect(page.locator(".pt-rating__button")).to_have_count(4)
    expect(page.locator("math").first).to_be_attached()
    assert any("math" in url for url in sizes)
    assert own_scripts(sizes) <= 15 * KIB
    assert sum(sizes.values()) <= 200 * KIB


@pytest.mark.parametrize("path", ["index.html", "topics/fundamentals/linear-algebra.html"])
def test_pages_without_mathematics(page: Page, site: Site, path: str) -> None:
    sizes = load(page, site, path)
    assert own_scripts(sizes) <= 15 * KIB
    assert sum(sizes.values()) <= 100 * KIB


@pytest.mark.parametrize("path", ["review.html", "today.html", "mock.html", "desk.html"])
def test_tools_load_little(page: Page, site: Site, path: str) -> None:
    sizes = load(page, site, path)
    assert sum(sizes.values()) <= 200 * KIB


def test_every_page_has_the_one_small_script(site: Site) -> None:
    script = gzip.compress((site.root / "assets" / "app.js").read_bytes(), 9)
    assert len(script) <= 15 * KIB
    for path in sorted(site.root.rglob("*.html"))[::40]:
        text = path.read_text(encoding="utf-8")
        assert text.count("assets/app.js") <= 1
        assert "assets/search.js" not in text
