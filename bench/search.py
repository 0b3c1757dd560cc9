"""The search measured: index time and size, bytes and processor time to the first result in Chromium, next letters.

`python -m bench.search [COUNT ...]` uses the made-up corpus; `python -m bench.search --packs` the built-in packs.
"""

from __future__ import annotations

import gzip
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

from prep_tracker.catalog import Catalog
from prep_tracker.loading import load_catalog
from prep_tracker.site.search.documents import catalog_documents
from prep_tracker.site.search.shards import stage_search

STATIC = Path(__file__).parents[1] / "prep_tracker" / "site" / "static"
QUERIES = (
    "dropout overfitting",
    "how does dropout prevent overfitting",
    "why can't I use accuracy on imbalanced data",
    "gradiant boosting",
    "k-means clustering",
)
LETTERS = "how does batch normalization"
PAGE = '<!doctype html><meta charset="utf-8"><title>bench</title><script src="assets/app.js" defer></script>'


class Handler(SimpleHTTPRequestHandler):
    """Serves compressed, and counts what it sent."""

    sent = 0
    files = 0

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        data = gzip.compress(path.read_bytes(), 6, mtime=0) if path.is_file() else b""
        self.send_response(200 if data else 404)
        kind = {".js": "text/javascript", ".css": "text/css"}.get(path.suffix, "text/html")
        for name, value in (
            ("Content-Type", kind),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(data))),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)
        type(self).sent += len(data)
        type(self).files += 1

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


def make_index(catalog: Catalog, folder: Path) -> None:
    """Index a catalog and say what it costs."""
    documents = list(catalog_documents(catalog.packs))
    start = time.process_time()
    stage_search(documents, catalog.synonyms, folder)
    seconds = time.process_time() - start
    sizes = [path.stat().st_size for path in folder.iterdir()]
    packed = sum(len(gzip.compress(path.read_bytes(), 6)) for path in folder.iterdir())
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(documents):6} documents  index {seconds:5.2f} CPU s  {len(sizes)} files  "
        f"{sum(sizes) / 1e6:.2f} MB ({packed / 1e6:.2f} gz)  peak {peak:.0f} MB"
    )


def measure(root: Path, queries: Iterable[str]) -> None:
    """Ask in a fresh Chromium profile each time."""
    from playwright.sync_api import sync_playwright

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/index.html"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for query in queries:
            context = browser.new_context()
            page = context.new_page()
            session = context.new_cdp_session(page)
            session.send("Performance.enable")
            page.goto(address)
            Handler.sent = Handler.files = 0
            before = _cpu(session)
            start = time.perf_counter()
            page.keyboard.press("/")
            page.wait_for_selector(".pt-search__field")
            page.fill(".pt-search__field", query)
            page.locator(".pt-search__status", has_text=re.compile("result|Nothing")).wait_for(
                timeout=60_000
            )
            wall = time.perf_counter() - start
            print(
                f"  {query!r}: {Handler.sent / 1000:.0f} KB in {Handler.files} files, "
                f"{_cpu(session) - before:.2f} CPU s, {wall:.2f} s wall, {page.inner_text('.pt-search__status')}"
            )
            context.close()
        _measure_letters(browser, address)
        browser.close()
    server.shutdown()


def _cpu(session: Any) -> float:
    metrics = {
        row["name"]: row["value"] for row in session.send("Performance.getMetrics")["metrics"]
    }
    return float(metrics["TaskDuration"])


def _measure_letters(browser: Any, address: str) -> None:
    """CPU of each further letter, everything loaded before and not."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(address)
    page.keyboard.press("/")
    page.wait_for_selector(".pt-search__field")
    for turn in ("cold", "warm"):
        page.fill(".pt-search__field", "")
        spent = []
        for letter in LETTERS:
            before = _cpu(session)
            page.keyboard.type(letter)
            page.wait_for_timeout(150)
            spent.append((_cpu(session) - before) * 1000)
        print(
            f"  letters {turn}: median {statistics.median(spent):.0f} ms, most {max(spent):.0f} ms of CPU each"
        )


def run(catalog: Catalog) -> None:
    """One catalog, index and browser."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "index.html").write_text(PAGE, encoding="utf-8")
        (root / "assets").mkdir()
        for path in STATIC.iterdir():
            (root / "assets" / path.name).write_bytes(path.read_bytes())
        make_index(catalog, root / "assets" / "search")
        measure(root, QUERIES)


def main() -> None:
    """Measure what the command line asks for."""
    if "--packs" in sys.argv:
        run(load_catalog())
        return
    from bench.corpus import write_packs

    for count in map(int, sys.argv[1:] or ("600", "10000")):
        with tempfile.TemporaryDirectory() as folder:
            run(load_catalog(write_packs(Path(folder), count)))


if __name__ == "__main__":
    main()
