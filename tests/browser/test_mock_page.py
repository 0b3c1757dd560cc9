"""The Mock page: drawn as in the terminal, timed, recorded on the device, marked, reported, kept."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page, expect

from prep_tracker.loading import load_catalog
from prep_tracker.model.event import Event, EventKind
from prep_tracker.model.profile import Profile
from prep_tracker.model.words import Level, Role, Round
from prep_tracker.plan.mock import draw_mock
from prep_tracker.plan.weights import Aim, weigh_items
from prep_tracker.storage.lines import decode_line
from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

ASK = ".pt-mock__ask"
READ_EVENTS = """async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name).filter((name) => /^prep-tracker:/.test(name));
  const opened = indexedDB.open(names[0]);
  await new Promise((done) => (opened.onsuccess = done));
  const all = opened.result.transaction("events").objectStore("events").getAll();
  await new Promise((done) => (all.onsuccess = done));
  opened.result.close();
  return all.result.map((event) => JSON.stringify(event));
}"""


def begin(page: Page, address: str, *, minutes: str = "15", seed: str = "7", **more: str) -> None:
    page.goto(address)
    page.get_by_label("Length").select_option(minutes)
    page.get_by_label("Seed").fill(seed)
    for label, value in more.items():
        page.get_by_label(label).select_option(value)
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(ASK)).to_be_visible()


def mark(page: Page, value: int, *, points: int = 0) -> None:
    for number in range(points):
        page.locator(".pt-mock__tick").nth(number).check()
    for name in ("clarity", "structure", "depth"):
        page.locator(f"input[name='pt-mock-{name}'][value='{value}']").check()
    page.get_by_role("button", name="Save, and on").click()


def read_events(page: Page) -> list[Event]:
    events = [decode_line(line) for line in page.evaluate(READ_EVENTS)]
    return sorted(
        (event for event in events if event), key=lambda event: (event.kind, event.rating or 0)
    )


@pytest.fixture(params=["http", "file"])
def mock(request: pytest.FixtureRequest, site: Site) -> str:
    is_served = request.param == "http"
    return site.url("mock.html") if is_served else (site.root / "mock.html").as_uri()


def test_draw_is_the_terminals_for_the_same_seed(page: Page, site: Site) -> None:
    catalog = load_catalog()
    company = next(one for one in catalog.companies if one.slug == "google")
    profile = Profile(role=Role.GENAI, level=Level.SENIOR)
    weights = weigh_items(catalog, Aim(profile=profile, company=company), catalog.questions)
    plan = draw_mock(
        catalog.questions, lambda question: weights[question.id].value * 1.2,
        name=Round.ML_DEPTH, level=Level.SENIOR, minutes=45, rng=Random(2026),
    )  # fmt: skip
    begin(
        page, site.url("mock.html"), minutes="45", seed="2026",
        Round="ml-depth", Role="genai", Level="senior", Company=company.id,
    )  # fmt: skip
    asked = []
    for _ in plan.questions:
        asked.append(page.inner_text(ASK))
        page.keyboard.press("n")
    shown = [q.ask.strip('"').replace("`", "") for q in plan.questions]
    assert [ask.strip('"') for ask in asked] == shown
    expect(page.locator(".pt-mock__marking")).to_be_visible()


def test_mock_goes_from_the_draw_to_the_report(page: Page, mock: str, tmp_path: Path) -> None:
    begin(page, mock)
    assert page.locator("[role=timer]").inner_text() in {"15:00", "14:59", "14:58"}
    first = page.inner_text(ASK)
    assert page.locator(".pt-mock__probes li").count() == 0
    page.keyboard.press("p")
    expect(page.locator(".pt-mock__probes li")).to_have_count(1)
    page.get_by_label("Notes to yourself").fill("Late with the short answer.")
    page.get_by_role("button", name="Next question").click()
    expect(page.locator(ASK)).not_to_have_text(first)
    page.get_by_role("button", name="End the interview here").click()
    expect(page.locator(ASK)).to_have_text(first)
    expect(page.get_by_label("Notes to yourself")).to_have_value("Late with the short answer.")
    expect(page.get_by_role("button", name="Save, and on")).to_be_disabled()
    mark(page, 1, points=1)
    expect(page.locator(ASK)).not_to_have_text(first)
    mark(page, 4, points=page.locator(".pt-mock__tick").count())
    expect(page.locator(".pt-mock__told")).to_contain_text("Saved: your marks count as reviews")
    expect(page.locator(".pt-mock__told tbody tr")).to_have_count(2)
    expect(page.locator(".pt-mock__told")).to_contain_text("Study first: " + first)

    document, told, weak, strong = read_events(page)
    assert [document.kind, told.kind] == [EventKind.DOCUMENT, EventKind.MOCK]
    assert [weak.kind, strong.kind] == [EventKind.REVIEW, EventKind.REVIEW]
    assert [weak.rating, strong.rating, weak.origin] == [1, 4, "mock"]
    assert weak.data["points"] in ((1,), [1])
    assert told.item == document.item
    assert told.data["seed"] == 7

    with page.expect_download() as download:
        page.get_by_role("button", name="Export as Markdown").click()
    download.value.save_as(tmp_path / "report.md")
    written = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert written.startswith("# Mock: ml-breadth, 15 minutes\n\nScore ")
    assert "Late with the short answer." in written

    page.get_by_role("button", name="Another mock").click()
    page.reload()
    page.locator(".pt-mock__earlier a").click()
    expect(page.locator(".pt-mock__told")).to_contain_text("Late with the short answer.")


def test_mock_under_way_survives_a_reload(page: Page, site: Site) -> None:
    begin(page, site.url("mock.html"))
    page.keyboard.press("n")
    second = page.inner_text(ASK)
    page.keyboard.press("p")
    page.get_by_label("Notes to yourself").fill("Half a thought")
    page.wait_for_timeout(700)
    page.reload()
    page.get_by_role("button", name="Go on with it").click()
    expect(page.locator(ASK)).to_have_text(second)
    expect(page.locator(".pt-mock__probes li")).to_have_count(1)
    expect(page.get_by_label("Notes to yourself")).to_have_value("Half a thought")
    page.reload()
    page.get_by_role("button", name="Throw it away").click()
    expect(page.get_by_role("button", name="Go on with it")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    expect(page.get_by_role("button", name="Go on with it")).to_have_count(0)


def test_clock_says_the_phase_the_half_and_the_end(page: Page, site: Site) -> None:
    page.clock.install()
    begin(page, site.url("mock.html"))
    now = page.locator(".pt-mock__phases li[data-now]")
    expect(now).to_have_text("answers of two minutes each")
    page.clock.run_for(7 * 60_000 + 1_000)
    expect(page.locator(".pt-mock__nudge")).to_have_text("8 minutes left")
    page.clock.run_for(7 * 60_000)
    expect(now).to_have_text("your questions")
    page.clock.run_for(90_000)
    expect(page.locator(".pt-mock__nudge")).to_contain_text("Time is up")
    expect(page.locator("[role=timer]")).to_contain_text("+0:")


def test_answers_are_recorded_here_played_and_deleted(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url("mock.html"))
    page.get_by_label("Record my answers").check()
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".pt-mock__recording")).to_contain_text("Recording this answer")
    page.wait_for_timeout(1_500)
    page.keyboard.press("n")
    page.wait_for_timeout(1_000)
    page.get_by_role("button", name="End the interview here").click()
    audio = page.locator("audio")
    expect(audio).to_have_count(1)
    played = audio.evaluate(
        "audio => new Promise((done) => { audio.ontimeupdate = () => audio.currentTime > 0 && done(true); audio.play(); })"
    )
    assert played
    mark(page, 3)
    mark(page, 3)
    expect(page.locator(".pt-mock__told audio")).to_have_count(2)
    page.get_by_role("button", name="Delete the recording").first.click()
    expect(page.locator(".pt-mock__told audio")).to_have_count(1)
    page.get_by_role("button", name="Another mock").click()
    expect(page.locator(".pt-mock__box")).to_contain_text("1 recording on this device")
    page.get_by_role("button", name="Delete all recordings").click()
    expect(page.locator(".pt-mock__box")).not_to_contain_text("on this device (")
    assert all(url.startswith((site.address, "blob:" + site.address[:17])) for url in asked)


def test_mock_goes_on_without_a_microphone(page: Page, site: Site) -> None:
    page.add_init_script(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"
    )
    page.goto(site.url("mock.html"))
    page.get_by_label("Record my answers").check()
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".pt-mock__recording")).to_contain_text("The microphone was not allowed")
    page.keyboard.press("n")
    expect(page.locator(".pt-mock__place")).to_contain_text("Question 2 of")


def test_marks_become_reviews_of_the_questions(page: Page, site: Site) -> None:
    begin(page, site.url("mock.html"))
    page.get_by_role("button", name="End the interview here").click()
    mark(page, 4, points=page.locator(".pt-mock__tick").count())
    page.locator(".pt-mock__told tbody a").click()
    expect(page.locator(".pt-rating__state")).to_contain_text("Rated once.")


def test_nothing_marked_writes_nothing(page: Page, site: Site) -> None:
    begin(page, site.url("mock.html"))
    page.get_by_role("button", name="End the interview here").click()
    page.get_by_role("button", name="Leave this one out").click()
    expect(page.locator(".pt-mock__trouble")).to_contain_text("Nothing was marked")
    assert json.dumps(page.evaluate(READ_EVENTS)) == "[]"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_axe_violation_on_any_screen(page: Page, site: Site, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.goto(site.url("mock.html"))
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    found = site.find_violations(page)
    page.get_by_label("Record my answers").check()
    page.get_by_role("button", name="Begin").click()
    page.keyboard.press("p")
    expect(page.locator(".pt-mock__recording")).to_contain_text("Recording")
    found += site.find_violations(page, ".pt-page")
    page.get_by_role("button", name="End the interview here").click()
    expect(page.locator(".pt-mock__marking audio")).to_be_visible()
    found += site.find_violations(page, ".pt-page")
    mark(page, 2)
    expect(page.locator(".pt-mock__told audio")).to_be_visible()
    found += site.find_violations(page, ".pt-page")
    page.get_by_role("button", name="Another mock").click()
    expect(page.locator(".pt-mock__earlier")).to_be_visible()
    found += site.find_violations(page, ".pt-page")
    assert found == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
