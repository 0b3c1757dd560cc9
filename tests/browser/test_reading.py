"""Reading the site in real Chromium: folds, keyboard, print, phones, both color schemes, and no way out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

QUESTION = "questions/fundamentals/svd-best-low-rank.html"
CASE = "questions/system-design/payment-fraud.html"
PAGES = ("index.html", QUESTION, CASE, "topics/fundamentals/linear-algebra.html", "syllabus.html", "tips/01-master-the-fundamentals.html",
         "exercises/coding/softmax.html", "emails/follow-up/decline.html", "packs.html", "proofs.html", "glossary.html")  # fmt: skip

KINDS = (*PAGES, "companies/company-questions/amazon.html", "companies.html", "rounds/ml-breadth.html", "cases.html", "exercises.html",
         "packs/fundamentals.html", "settings.html", "emails.html", "explanation/planning.html", "reference/commands.html")  # fmt: skip
"""One page of each kind; the tools in our pages (Today, Mock, My desk, Review) have their own tests."""
WIDE = "exercises/coding/conv2d.html"
"""A page with a formula in a line that is wider than a phone."""


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Site) -> str:
    return site.address if request.param == "http" else site.root.as_uri()


def test_the_prompt_comes_first_and_every_answer_is_folded(page: Page, base: str) -> None:
    page.goto(f"{base}/{QUESTION}")
    assert "singular values" in page.inner_text("h1")
    assert page.locator("details[open]").count() == 0
    titles = page.locator("details.pt-fold:not(details details) > summary").all_inner_texts()
    assert titles == [
        "In 30 seconds",
        "Answer",
        "Key points",
        "Weak, good, great",
        "Common mistake",
        "Probes",
        "Proof",
        "Sources",
    ]
    assert page.locator(".pt-fold--probe").count() == 2


def test_a_fold_opens_and_closes_by_keyboard_with_a_focus_one_can_see(
    page: Page, base: str
) -> None:
    page.goto(f"{base}/{QUESTION}")
    first = page.locator("details > summary").first
    first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert first.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    page.keyboard.press("Space")
    assert page.locator("details[open]").count() == 0


def test_a_link_to_a_section_opens_its_fold(page: Page, base: str) -> None:
    page.goto(f"{base}/{QUESTION}#key-points")
    page.wait_for_selector("details.pt-fold--points[open]")
    assert page.locator("details[open]").count() == 1


def test_print_shows_every_answer(page: Page, base: str) -> None:
    page.goto(f"{base}/{QUESTION}")
    page.emulate_media(media="print")
    heights = page.eval_on_selector_all(
        ".pt-fold__body", "bodies => bodies.map(b => b.getBoundingClientRect().height)"
    )
    assert len(heights) == 10
    assert min(heights) > 10
    assert not page.locator(".md-header").is_visible()


def test_previous_and_next_lead_through_the_topic(page: Page, base: str) -> None:
    page.goto(f"{base}/{QUESTION}")
    title = page.inner_text("h1")
    page.click("a[rel=next]")
    assert page.inner_text("h1") != title
    page.click("a[rel=prev]")
    assert page.inner_text("h1") == title


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        (QUESTION, "Questions"),
        (CASE, "Cases"),
        ("topics/fundamentals/linear-algebra.html", "Questions"),
        ("exercises/coding/softmax.html", "Exercises"),
        ("emails/follow-up/decline.html", "E-mails"),
        ("companies/company-questions/amazon.html", "Companies"),
        ("tips/01-master-the-fundamentals.html", "Home"),
        ("syllabus.html", "Syllabus"),
    ],
)
def test_the_tab_says_where_one_is(page: Page, site: Site, path: str, tab: str) -> None:
    page.goto(site.url(path))
    active = page.locator(".md-tabs__item--active")
    assert [text.strip() for text in active.all_inner_texts()] == [tab]


def test_code_is_copied_as_it_stands(browser: Browser, base: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{base}/{QUESTION}#proof")
    page.locator(".pt-fold--proof .pt-copy").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    shown = page.locator(".pt-fold--proof pre code").inner_text()
    context.close()
    assert "import numpy" in copied
    assert copied.strip() == shown.strip()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_asked_of_another_origin(page: Page, base: str, path: str) -> None:
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(f"{base}/{path}")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.wait_for_load_state("networkidle")
    origin = base if base.startswith("file:") else re.match(r"https?://[^/]+", base)[0]  # type: ignore[index]
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []
    assert failed == []


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("path", [*PAGES, WIDE])
def test_no_page_is_wider_than_the_phone(page: Page, site: Site, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.url(path))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_with_every_fold_open(
    browser: Browser, site: Site, path: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site.url(path))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.wait_for_load_state("networkidle")
    found = site.find_violations(page)
    context.close()
    assert found == []


PAYLOAD = """<script>window.fired = 'inline'</script><img src=x onerror="window.fired = 'handler'">
<svg onload="window.fired = 'svg'"></svg><script src="data:text/javascript,window.fired='data'"></script>
<iframe srcdoc="<script>parent.fired = 'frame'</script>"></iframe><a id=go href="javascript:void(window.fired='link')">go</a>
<details open ontoggle="window.fired = 'toggle'"><summary>x</summary></details>
<script src="https://elsewhere.example/x.js"></script><base href="https://elsewhere.example/">"""


@pytest.mark.parametrize("has_policy", [True, False])
def test_the_policy_alone_stops_every_script(
    browser: Browser, site: Site, tmp_path: Path, has_policy: bool
) -> None:
    """The page as if nothing had been sanitized; without the policy the same page runs them."""
    text = (site.root / QUESTION).read_text("utf-8")
    text = text.replace('<h1 id="top">', f'{PAYLOAD}<h1 id="top">', 1)
    if not has_policy:
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    target = site.root / f"payload-{has_policy}.html"
    target.write_text(text, "utf-8")
    context = browser.new_context()
    page = context.new_page()
    reached: list[str] = []
    refusals: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            refusals.append(message.text)

    def see(request: Request) -> None:
        if "elsewhere.example" in request.url:
            reached.append(request.url)

    page.on("console", note)
    page.on("requestfinished", see)
    page.goto(site.url(target.name))
    page.evaluate("document.getElementById('go').click()")
    page.wait_for_timeout(300)
    fired = page.evaluate("window.fired ?? ''")
    context.close()
    target.unlink()
    assert bool(fired) is not has_policy
    assert bool(refusals) is has_policy
    assert reached == []
