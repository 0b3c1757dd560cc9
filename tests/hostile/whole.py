"""Every page of every payload, in Chromium, under both layers and under the markup layer alone: `python -m tests.hostile.whole`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.hostile.opening import open_pages, serve, visit_pages
from tests.hostile.packs import read_payloads
from tests.hostile.sites import (
    build_hostile_site,
    build_plain_site,
    build_without_markup_layer,
    list_pages,
)


def main() -> None:
    """Build, open, count, print."""
    folder = Path(tempfile.mkdtemp(prefix="whole-"))
    payloads = read_payloads()
    ours = build_hostile_site(folder / "ours", folder / "work")
    bare = build_without_markup_layer(folder / "bare", folder / "work")
    plain = build_plain_site(folder / "plain", payloads)
    questions = [name for name in list_pages(bare, whole=True) if name.startswith("questions/p")]
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for title, site, has_policy in (
            ("both layers", ours, True),
            ("markup layer alone (no policy)", ours, False),
        ):
            with serve(site, has_policy=has_policy) as address:
                seen = open_pages(browser, address, list_pages(site, whole=True))
            print(title, f"{seen.pages} pages", f"{len(seen.ran)} ran", f"{len(seen.left)} left", seen.kept[:5])  # fmt: skip
        with serve(bare) as address:
            seen = visit_pages(browser, address, questions)
        print("policy alone", f"{seen.pages} pages", f"{len(seen.ran)} ran", seen.ran)
        with serve(plain) as address:
            seen = visit_pages(browser, address, [f"{payload.pack}.html" for payload in payloads])
        print("plain Material", f"{seen.pages} pages", f"{len(seen.ran)} ran", f"{len(seen.left)} addresses elsewhere")  # fmt: skip
        browser.close()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
