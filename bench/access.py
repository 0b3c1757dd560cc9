"""axe-core and the width of a phone on every page of a built site: `python -m bench.access [SITE]`.

Not a timing, but as long as one. Folds are open while axe looks; pages come from the disk, as a reader may have them.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

AXE = Path(__file__).parents[1] / "web" / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = ((390, "light"), (1280, "dark"))
RUN = "() => axe.run('body', {resultTypes: ['violations']}).then(result => result.violations)"
OPEN = "() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })"


def look_at(page: Page, address: str, axe: str) -> list[str]:
    """What is wrong with a page."""
    page.goto(address)
    page.evaluate(OPEN)
    page.evaluate(axe)
    found = [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in page.evaluate(RUN)
        for node in rule["nodes"]
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
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width, scheme in LOOKS:
            context = browser.new_context(
                viewport={"width": width, "height": 844}, color_scheme=scheme
            )
            page = context.new_page()
            for number, name in enumerate(pages, 1):
                found = look_at(page, (root / name).as_uri(), axe)
                bad += bool(found)
                kinds.update(words.partition(":")[0].partition(" by ")[0] for words in found)
                for words in found[:5]:
                    print(f"{width} {scheme} {name} {words}", flush=True)
                if number % 100 == 0:
                    print(f"{width} {scheme}: {number} of {len(pages)}", flush=True)
            context.close()
        browser.close()
    print(f"{len(pages)} pages in {len(LOOKS)} looks: {bad} with something wrong {dict(kinds)}")


if __name__ == "__main__":
    main()
