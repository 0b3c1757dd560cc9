"""One built site for each test worker, served on loopback; Debian's Chromium; axe-core."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

ROOT = Path(__file__).parents[2]
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site.

    Attributes:
        root: Its folder.
        address: Where it is served, with a path prefix and without a slash at the end.
    """

    root: Path
    address: str

    def url(self, path: str) -> str:
        """Address of a page."""
        return f"{self.address}/{path}"

    def find_violations(self, page: Page, scope: str = "body") -> list[str]:
        """What axe-core finds wrong inside an element, each as rule and place."""
        assert AXE.is_file(), "axe-core is missing: run `python -m hatch_build packages`"
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("scope => axe.run(scope).then(result => result.violations)", scope)
        return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the base class's name
        """Say nothing."""


def find_chromium() -> str:
    """Path of the browser."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("Chromium is missing: install Debian's package `chromium`.")
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


FLAGS = (
    "--no-sandbox",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
"""The microphone is Chromium's own beeping one, and allowed."""


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a fresh profile; an error in its scripts fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block")
    page = context.new_page()
    page.set_default_timeout(15_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    yield page
    context.close()
    assert errors == []


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    from prep_tracker.loading import load_catalog
    from prep_tracker.site.build import BuildOptions, build_site

    folder = tmp_path_factory.mktemp("browser")
    root = folder / "served" / "below" / "a-prefix"
    root.parent.mkdir(parents=True)
    build_site(load_catalog(), BuildOptions(out=root, work=folder / "work"))
    handler = partial(Quiet, directory=str(folder / "served"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(root=root, address=f"http://127.0.0.1:{server.server_port}/below/a-prefix")
        server.shutdown()
