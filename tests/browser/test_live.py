"""`site serve`: page and workspace are one; what is done in one shows in the other, and nobody else gets in."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from prep_tracker.cli.context import Context
from prep_tracker.cli.site_journal import WorkspaceLedger
from prep_tracker.cli.site_me import read_personal
from prep_tracker.loading import load_catalog
from prep_tracker.model.event import Event, EventKind, Rating
from prep_tracker.site.build import BuildOptions, build_site
from prep_tracker.site.serve.ledger import watch_ledger
from prep_tracker.site.serve.news import News
from prep_tracker.site.serve.run import Desk, make_server
from prep_tracker.site.serve.server import SiteServer
from tests.builders import render_question, write_pack
from tests.workbench import Workbench

pytestmark = pytest.mark.browser

STATE = ".pt-rating__state"
ITEM = "mine/one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desktop:
    """A workspace, and the server that shows its page."""

    bench: Workbench
    server: SiteServer
    context: Context

    @property
    def question(self) -> str:
        """Address of the question's page."""
        return f"{self.server.url}questions/{ITEM}.html"

    def rate(self, rating: int, number: int) -> None:
        """Rate the question as the terminal does."""
        with self.context.open_journal() as journal:
            journal.append(
                Event(
                    id=f"terminal-{number:04d}",
                    kind=EventKind.REVIEW,
                    item=ITEM,
                    at=self.context.now(),
                    rating=Rating(rating),
                )
            )

    def read(self) -> list[tuple[str, int | None, str]]:
        """Kind, rating and origin of what the workspace's journal holds."""
        with self.context.open_journal() as journal:
            return [(str(one.kind), one.rating, one.origin) for one in journal.read_all()]

    def ask(self, method: str, headers: dict[str, str], body: str | None = None) -> int:
        """Status of a request that no page of ours makes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=30)
        connection.request(method, "/-/journal", body=body, headers=headers)
        status = connection.getresponse().status
        connection.close()
        return status


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keeps the theme between the tests."""
    return tmp_path_factory.mktemp("live") / "work"


@pytest.fixture
def desktop(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.setenv("PREP_TRACKER_PLUGINS", "nothing")
    packs = write_pack(tmp_path / "packs", {"one": render_question()}, pack="mine")
    options = BuildOptions(out=tmp_path / "out", work=work)
    catalog = load_catalog([packs])
    build_site(catalog, options)
    news = News("start")
    desk = Desk(
        catalog=catalog,
        options=options,
        reload=lambda: (catalog, options),
        news=news,
        say=lambda _: None,
    )
    bench = Workbench(tmp_path / "desk").setenv(PREP_TRACKER_PLUGINS="nothing")
    bench.run("init", "ws", "--minutes", "60", "--yes").expect(0)
    environ = {
        "PREP_TRACKER_HOME": str(tmp_path / "desk" / "ws"),
        "PREP_TRACKER_PLUGINS": "nothing",
    }
    context = Context(environ=environ, cwd=tmp_path)
    ledger = WorkspaceLedger(context=context)
    server = make_server(desk, lambda: read_personal(context), 0, ledger)
    stopped = threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(target=watch_ledger, args=(ledger, news, stopped), daemon=True).start()
    yield Desktop(bench=bench, server=server, context=context)
    stopped.set()
    server.shutdown()
    server.server_close()


def wait_for(page: Page, desktop: Desktop, count: int) -> None:
    """Until the workspace holds so many events."""
    for _ in range(300):
        if len(desktop.read()) == count:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{len(desktop.read())} events instead of {count}")


def test_review_in_the_page_is_in_the_workspace_and_back(page: Page, desktop: Desktop) -> None:
    page.goto(desktop.question)
    page.get_by_role("button", name="Good").click()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    wait_for(page, desktop, 1)
    desktop.rate(2, 1)
    expect(page.locator(STATE)).to_contain_text("Rated 2 times.", timeout=30_000)
    assert desktop.read() == [("review", 3, "browser"), ("review", 2, "terminal")]


def test_what_was_done_before_is_brought_together_once(page: Page, desktop: Desktop) -> None:
    desktop.rate(1, 1)
    page.goto(desktop.question)
    expect(page.locator(STATE)).to_contain_text("Rated once.", timeout=30_000)
    page.get_by_role("button", name="Bookmark").click()
    wait_for(page, desktop, 2)
    page.reload()
    expect(page.get_by_role("button", name="Bookmarked")).to_be_visible()
    assert len(desktop.read()) == 2


def test_today_follows_the_plan_and_stories_come_to_the_workspace(
    page: Page, desktop: Desktop
) -> None:
    page.goto(f"{desktop.server.url}today.html")
    expect(page.locator(".pt-own__plan")).to_contain_text("From the plan of your workspace")
    page.goto(f"{desktop.server.url}desk.html#stories/")
    page.get_by_label("Title", exact=True).fill("Late labels")
    page.get_by_role("button", name="Save the story").click()
    wait_for(page, desktop, 1)
    assert desktop.read() == [("document", None, "browser")]
    home = desktop.context.environ["PREP_TRACKER_HOME"]
    bench = desktop.bench.setenv(PREP_TRACKER_HOME=home)
    bench.run("progress", "desk").expect(0).expect_text("story/late-labels: has no file yet")
    bench.run("progress", "desk", "--take", "story/late-labels").expect(0)
    bench.run("story", "show", "late-labels").expect(0).expect_text("Late labels")


def test_both_at_once_lose_nothing(browser: Browser, desktop: Desktop) -> None:
    context = browser.new_context(service_workers="block")
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.set_default_timeout(60_000)
        tab.goto(desktop.question)
        expect(tab.locator(".pt-rating__button")).to_have_count(4)
    writer = threading.Thread(
        target=lambda: [desktop.rate(3, number) for number in range(10)], daemon=True
    )
    writer.start()
    for round_ in range(5):
        for tab in tabs:
            tab.locator(f".pt-rating__button[data-rating='{round_ % 4 + 1}']").click()
    writer.join(60)
    for tab in tabs:
        expect(tab.locator(STATE)).to_contain_text("Rated 20 times.", timeout=60_000)
    wait_for(tabs[0], desktop, 20)
    context.close()


def test_page_that_was_left_at_once_sends_what_it_had(browser: Browser, desktop: Desktop) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(desktop.question)
    expect(page.locator(".pt-rating__button")).to_have_count(4)
    page.route("**/-/journal*", lambda route: route.abort())
    page.get_by_role("button", name="Good").click()
    expect(page.locator(STATE)).to_contain_text("Rated once.")
    page.goto("about:blank")
    page.unroute("**/-/journal*")
    assert desktop.read() == []
    page.goto(desktop.question)
    wait_for(page, desktop, 1)
    context.close()


def test_progress_of_another_workspace_is_not_mixed_unasked(page: Page, desktop: Desktop) -> None:
    page.goto(desktop.question)
    page.get_by_role("button", name="Good").click()
    wait_for(page, desktop, 1)
    page.wait_for_function("() => localStorage.getItem('prep-tracker:served:/') !== null")
    page.goto("about:blank")  # an open page would ask for the journal while there is none
    (Path(desktop.bench.folder) / "ws").rename(Path(desktop.bench.folder) / "old")
    desktop.bench.run("init", "ws", "--minutes", "60", "--yes").expect(0)
    desktop.rate(1, 9)
    page.goto(desktop.question)
    news = page.locator(".pt-news--workspace")
    expect(news).to_contain_text("another workspace", timeout=30_000)
    assert len(desktop.read()) == 1
    news.get_by_role("button", name="Bring both together").click()
    wait_for(page, desktop, 2)
    expect(page.locator(STATE)).to_contain_text("Rated 2 times.")


def test_nobody_else_reads_or_writes(desktop: Desktop, browser: Browser) -> None:
    here = f"http://127.0.0.1:{desktop.server.server_port}"
    sent = {
        "Origin": here,
        "X-Prep-Tracker": "1",
        "Content-Type": "application/x-ndjson",
        "Cookie": f"prep-tracker-{desktop.server.server_port}=guessed",
    }
    assert desktop.ask("GET", {}) == 401
    assert desktop.ask("GET", {"Cookie": "prep-tracker=1"}) == 401
    assert desktop.ask("POST", sent, "{}") == 401
    assert desktop.ask("POST", sent | {"Origin": "http://evil.example"}, "{}") == 403
    assert desktop.ask("POST", sent | {"Content-Type": "text/plain"}, "{}") == 415
    assert desktop.ask("PUT", sent, "{}") == 405
    assert desktop.read() == []
    assert visit_hostile(browser.new_context(), desktop) == "refused"
    assert desktop.read() == []


def visit_hostile(context: BrowserContext, desktop: Desktop) -> str:
    """What a page of another origin gets when it asks, in a browser that holds the cookie."""
    page = context.new_page()
    page.goto(desktop.question)
    assert desktop.ask("GET", {}) == 401
    cookies = {
        cookie["name"]: cookie for cookie in context.cookies(f"{desktop.server.url}-/journal")
    }
    cookie = cookies[f"prep-tracker-{desktop.server.server_port}"]
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/-/")
    page.route(
        "http://evil.example/",
        lambda route: route.fulfill(body="<p>hello</p>", content_type="text/html"),
    )
    page.goto("http://evil.example/")
    line = json.dumps({"v": 1, "id": "f" * 32, "kind": "review", "item": ITEM, "rating": 4,
                       "at": "2026-01-01T10:00:00.000Z", "offset": 0, "seconds": 1,
                       "origin": "browser", "data": {}})  # fmt: skip
    found: str = page.evaluate(
        """async ([url, line]) => {
            const plain = { method: "POST", mode: "no-cors", credentials: "include", body: line };
            await fetch(url, plain).catch(() => undefined);
            const ours = { method: "POST", credentials: "include", body: line,
                headers: { "Content-Type": "application/x-ndjson", "X-Prep-Tracker": "1" } };
            await fetch(url, ours).catch(() => undefined);
            return fetch(url, { credentials: "include" }).then(() => "read", () => "refused");
        }""",
        [f"{desktop.server.url}-/journal", line],
    )
    context.close()
    return found
