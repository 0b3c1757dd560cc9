"""axe-core and the width of a phone on every page of a built site: `python -m bench.access [SITE]`.

Not a timing, but as long as one. Folds are open while axe looks. One of axe's findings is left out: a heading of a
table that is a formula has no words for axe, and a screen reader reads the MathML.
"""

from __future__ import annotations

import shutil
import sys
import threading
from collections import Counter
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

AXE = Path(__file__).parents[1] / "web" / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = ((390, "light"), (1280, "dark"))
RUN = "() => axe.run('body', {resultTypes: ['violations']}).then(result => result.violations)"
OPEN = "() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })"


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def look_at(page: Page, address: str, axe: str) -> list[str]:
    """What is wrong with a page."""
    page.goto(address)
    page.evaluate(OPEN)
    page.evaluate(axe)
    found = [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in page.evaluate(RUN)
        for node in rule["nodes"]
        if not (rule["id"] == "empty-table-header" and "<math" in node["html"])
    ]
    wide = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [*found, *([f"wider than the screen by {wide} px"] if wide > 0 else [])]


def main() -> None:
    """Look at every page in two looks."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "site").resolve()
    pages = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.html"))
    axe, kinds, bad = AXE.read_text(encoding="utf-8"), Counter[str](), 0
    chromium = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    )
    handler = partial(Quiet, directory=str(root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width, scheme in LOOKS:
            page = browser.new_page(
                viewport={"width": width, "height": 844},
                color_scheme=scheme,
                service_workers="block",
            )
            for number, name in enumerate(pages, 1):
                found = look_at(page, f"{address}/{name}", axe)
                bad += bool(found)
                kinds.update(words.partition(":")[0].partition(" by ")[0] for words in found)
                for words in found[:5]:
                    print(f"{width} {scheme} {name} {words}", flush=True)
                if number % 100 == 0:
                    print(f"{width} {scheme}: {number} of {len(pages)}", flush=True)
            page.close()
        browser.close()
        server.shutdown()
    print(f"{len(pages)} pages in {len(LOOKS)} looks: {bad} with something wrong {dict(kinds)}")


if __name__ == "__main__":
    main()
