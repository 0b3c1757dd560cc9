"""The learner's own page under `site serve`: made on request, of this computer only, in no built site."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path

import pytest

from prep_tracker.cli.context import Context
from prep_tracker.cli.site_me import read_personal
from prep_tracker.loading import load_catalog
from prep_tracker.site.build import BuildOptions, build_site
from prep_tracker.site.serve.news import News
from prep_tracker.site.serve.run import Desk, make_server
from prep_tracker.site.serve.server import SiteServer
from tests.builders import render_question, write_pack
from tests.workbench import Workbench

HOSTILE = "</td><script>alert(1)</script><img src=x onerror=alert(2)>"
COMPANY = "<script>alert(3)</script>"
TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
DATE = (TODAY + timedelta(days=20)).date().isoformat()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    text: str


class Served:
    """A small site that is being served, beside a workspace."""

    def __init__(self, folder: Path, server: SiteServer) -> None:
        self.workspace = folder / "workspace"
        self.out = folder / "out"
        self.bench = Workbench(folder / "bench").setenv(
            PREP_TRACKER_HOME=str(self.workspace), PREP_TRACKER_NOW=TODAY.isoformat()
        )
        self._server = server

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Send one request; underscores in names of headers stand for hyphens."""
        connection = HTTPConnection("127.0.0.1", self._server.server_port, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode())
        finally:
            connection.close()

    def init(self) -> None:
        """Make the workspace, with one hostile question of the learner's own among the packs."""
        self.bench.run(
            "init", "--yes", "--date", DATE, "--minutes", "60", "--companies", COMPANY
        ).expect(0)
        self.write_pack()

    def write_pack(self) -> Path:
        """The learner's own pack; the served site shows it too."""
        questions = {
            "hostile": render_question(ask=HOSTILE),
            "plain": render_question(ask="Why does a fit on `n` points fail?"),
        }
        return write_pack(self.workspace / "pack", questions, pack="mine")


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keeps the theme between the tests."""
    return tmp_path_factory.mktemp("me") / "work"


@pytest.fixture
def served(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setenv("PREP_TRACKER_PLUGINS", "nothing")
    packs = write_pack(tmp_path / "packs", {"hostile": render_question(ask=HOSTILE)}, pack="mine")
    options = BuildOptions(out=tmp_path / "out", work=work)
    catalog = load_catalog([packs])
    build_site(catalog, options)
    desk = Desk(
        catalog=catalog,
        options=options,
        reload=lambda: (catalog, options),
        news=News("start"),
        say=lambda _: None,
    )
    environ = {
        "PREP_TRACKER_HOME": str(tmp_path / "workspace"),
        "PREP_TRACKER_NOW": TODAY.isoformat(),
        "PREP_TRACKER_PLUGINS": "nothing",
    }
    server = make_server(desk, lambda: read_personal(Context(environ=environ, cwd=tmp_path)), 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Served(tmp_path, server)
    server.shutdown()
    server.server_close()


def article(text: str) -> str:
    """The part of a page that is ours."""
    found = re.search(r'<div class="pt-page.*</article>', text, re.DOTALL)
    assert found, text
    return found[0]


def test_without_a_workspace_it_says_how_to_make_one_and_finds_it_at_once(served: Served) -> None:
    before = served.ask("/me.html")
    assert before.status == 200
    assert "prep-tracker init" in before.text
    served.init()
    after = article(served.ask("/me.html").text)
    assert "prep-tracker init" not in after
    assert f"The interview is in 20 days, on Sat {DATE}." in after


def test_it_shows_the_plan_with_links_a_plot_and_the_numbers(served: Served) -> None:
    served.init()
    plan = (
        served.bench.setenv(PREP_TRACKER_PLUGINS="nothing").run("plan", "--json").expect(0).json()
    )
    text = article(served.ask("/me.html").text)
    assert {task["id"] for task in plan["days"][0]["tasks"]} >= {"mine/hostile", "mine/plain"}
    assert text.index('id="today"') < text.index('href="questions/mine/hostile.html"')
    assert "Why does a fit on <code>n</code> points fail?" in text
    assert '<svg class="pt-plot" role="img"' in text
    assert text.count('<path class="s" d="M6') == 2
    rows = re.findall(r"<td>(\d+%)</td><td>(\d+%)</td></tr>", text)
    course, drift = plan["readiness"]["course"], plan["readiness"]["drift"]
    shown = [(f"{planned:.0%}", f"{idle:.0%}") for planned, idle in zip(course, drift, strict=True)]
    assert rows[: len(shown)] == shown
    assert f"<td>on the day, with the plan</td><td>{plan['readiness']['planned']:.0%}</td>" in text
    assert 'id="tips"' in text
    later = [day["date"] for day in plan["days"][1:] if day["tasks"]]
    assert later
    assert [day for day in later if f'id="day-{day}"' not in text] == []


def test_what_somebody_else_wrote_stays_text(served: Served) -> None:
    served.init()
    answer = served.ask("/me.html")
    text = article(answer.text)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;" in text
    assert "&lt;script&gt;alert(3)&lt;/script&gt;" in text
    assert "<script" not in text
    assert "<img" not in text
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', answer.text)
    assert policy
    assert "'unsafe-inline'" not in policy[1].partition(";")[0]


def test_it_is_never_kept_and_in_no_folder(served: Served) -> None:
    served.init()
    files = sorted(served.out.rglob("*"))
    answer = served.ask("/me.html?again")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert DATE in answer.text
    assert sorted(served.out.rglob("*")) == files
    kept = [path for path in files if path.is_file() and DATE.encode() in path.read_bytes()]
    assert kept == []


def test_served_pages_lead_to_it_and_built_ones_do_not(served: Served) -> None:
    served.init()
    assert 'href="/me.html"' in served.ask("/index.html").text
    assert 'href="/me.html"' in served.ask("/questions/mine/hostile.html").text
    assert not (served.out / "me.html").exists()
    leading = [
        path.name
        for path in served.out.rglob("*")
        if path.suffix in {".html", ".js", ".json"}
        and b"me.html" in path.read_bytes()
        and b'"/me.html"' in path.read_bytes()
    ]
    assert leading == []


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", {"Host": "evil.example"}, 421),
        ("GET", {"Origin": "http://evil.example"}, 403),
        ("GET", {"Sec_Fetch_Site": "cross-site"}, 403),
        ("POST", {}, 405),
    ],
)
def test_other_sites_do_not_get_it(
    served: Served, method: str, headers: dict[str, str], status: int
) -> None:
    served.init()
    answer = served.ask("/me.html", method, **headers)
    assert answer.status == status
    assert DATE not in answer.text


def test_a_broken_profile_is_told_on_the_page(served: Served) -> None:
    served.init()
    (served.workspace / "profile.yml").write_text("minutes_per_day: [<b>\n", "utf-8")
    answer = served.ask("/me.html")
    assert answer.status == 200
    text = article(answer.text)
    assert "Your plan cannot be shown" in text
    assert "<b>" not in text


def test_a_public_build_beside_a_workspace_has_nothing_of_it(served: Served) -> None:
    served.init()
    served.bench.setenv(PREP_TRACKER_PLUGINS="nothing")
    pack = write_pack(served.bench.folder / "public")
    served.bench.run("site", "build", "--quiet", "--out", "site", "--pack", str(pack)).expect(0)
    site = served.bench.folder / "site"
    assert (site / "index.html").is_file()
    assert not (site / "me.html").exists()
    personal = [
        path.name
        for path in site.rglob("*")
        if path.is_file()
        and (DATE.encode() in path.read_bytes() or b"alert(3)" in path.read_bytes())
    ]
    assert personal == []


def test_the_today_page_gets_the_same_plan_and_nobody_else_does(served: Served) -> None:
    assert json.loads(served.ask("/-/plan.json").text) == {}
    served.init()
    answer = served.ask("/-/plan.json")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "<" not in answer.text
    given = json.loads(answer.text)
    assert given["interview"] == DATE
    plan = (
        served.bench.setenv(PREP_TRACKER_PLUGINS="nothing").run("plan", "--json").expect(0).json()
    )
    wanted = [(day["date"], [task["id"] for task in day["tasks"]]) for day in plan["days"]]
    assert [(day["date"], [task["id"] for task in day["tasks"]]) for day in given["days"]] == wanted
    assert given["readiness"]["planned"] == plan["readiness"]["course"][-1]
    for headers in ({"Origin": "https://evil.example"}, {"Sec_Fetch_Site": "cross-site"}):
        assert served.ask("/-/plan.json", **headers).status == 403
    assert not (served.out / "-").exists()
