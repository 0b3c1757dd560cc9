"""The desk: stories checked while one writes, an interview log, a checklist with ticks, e-mails; and out to the terminal."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.workbench import Workbench

pytestmark = pytest.mark.browser


@pytest.fixture(params=["http", "file"])
def desk(request: pytest.FixtureRequest, site: Site) -> str:
    is_served = request.param == "http"
    return site.url("desk.html") if is_served else (site.root / "desk.html").as_uri()


def write_story(page: Page, address: str) -> None:
    page.goto(f"{address}#stories")
    page.get_by_role("link", name="Write a story").click()
    page.get_by_label("Title", exact=True).fill("The model that forgot weekends")
    page.get_by_label("Failure").check()
    page.get_by_label("Situation").fill("Our demand model ran for a chain of bakeries.")
    page.get_by_label("Task", exact=True).fill("I owned the forecast.")
    page.get_by_label("Action").fill(
        "I looked at the errors by weekday and I found that weekends were dropped."
    )
    page.get_by_label("Result", exact=True).fill("It became better.")


def write_interview(page: Page, address: str) -> None:
    page.goto(f"{address}#interviews")
    page.get_by_role("link", name="Add an interview").click()
    page.get_by_label("Company").fill("Northwind")
    page.get_by_label("Job").fill("machine-learning engineer")
    page.get_by_label("Day", exact=True).fill("2026-11-16")
    page.get_by_label("Time", exact=True).fill("14:00")
    page.get_by_label("Interviewers").fill("Aiko Tanaka <aiko@example.org>, staff engineer")
    page.get_by_label("Question 1", exact=True).fill("Why does dropout help?")
    page.get_by_label("How question 1 went").select_option("2")
    page.get_by_label("What you promised").fill("the notebook")
    page.get_by_role("button", name="Save the interview").click()
    page.get_by_label("You talked about").fill("retraining when labels arrive late")
    page.get_by_label("You learned").fill("how you score on early labels")
    page.get_by_role("button", name="Save the interview").click()
    expect(page.locator(".pt-own__said").last).to_have_text("")


def test_a_story_is_checked_while_it_is_written_and_kept(page: Page, desk: str) -> None:
    write_story(page, desk)
    remarks = page.locator(".pt-own__remarks")
    expect(remarks).to_contain_text("The result has no number.")
    expect(remarks).to_contain_text("what the interviewer writes down")
    page.get_by_label("Result", exact=True).fill("The error fell from 18 to 11 % in two weeks.")
    expect(remarks).not_to_contain_text("no number")
    page.reload()
    expect(page.get_by_label("Title", exact=True)).to_have_value("The model that forgot weekends")
    expect(page.locator(".pt-own__said").last).to_contain_text("not saved yet")
    page.get_by_role("button", name="Save the story").click()
    expect(page).to_have_url(re.compile("#stories/the-model-that-forgot-weekends$"))
    page.goto(f"{desk}#stories")
    expect(page.locator(".pt-own__cards")).to_contain_text("The model that forgot weekends")
    row = page.locator("tr", has_text="Failure")
    expect(row).to_contain_text("one")
    expect(page.locator("tr", has_text="Ownership")).to_contain_text("none")
    page.get_by_role("link", name="The model that forgot weekends").click()
    page.get_by_role("button", name="Delete…").click()
    page.get_by_role("button", name="Delete this story").click()
    expect(page.get_by_text("No story is written yet.")).to_be_visible()


def test_an_interview_fills_an_e_mail(page: Page, site: Site, tmp_path: Path) -> None:
    write_interview(page, site.url("desk.html"))
    page.get_by_role("link", name="Write an e-mail").click()
    page.get_by_role("link", name="Thank you to one interviewer").click()
    body = page.get_by_label("Text of the e-mail")
    expect(body).to_have_value(
        re.compile(
            "Hi Aiko,.*retraining when labels arrive late.*how you score on early labels", re.DOTALL
        )
    )
    expect(page.locator(".pt-own__said").last).to_have_text("Still empty: link to work, your name.")
    page.get_by_label("Link to work").fill("I built such a thing")
    page.get_by_label("Your name").fill("Søren Ålund")
    expect(page.locator(".pt-own__said").last).to_have_text("")
    page.get_by_label("Tone").select_option("brief")
    expect(body).to_have_value(re.compile("^Hi Aiko,"))
    link = urlsplit(
        str(page.get_by_role("link", name="Open in the mail program").get_attribute("href"))
    )
    assert (link.scheme, link.path) == ("mailto", "aiko@example.org")
    assert "Søren Ålund" in parse_qs(link.query)["body"][0]
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as .eml").click()
    file = tmp_path / "draft.eml"
    download.value.save_as(file)
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (
        str(mail["To"]) == '"Aiko Tanaka" <aiko@example.org>'
        or str(mail["To"]) == "Aiko Tanaka <aiko@example.org>"
    )
    assert mail["Subject"] == "Thank you for today's conversation — machine-learning engineer"
    assert "Søren Ålund" in mail.get_content()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".pt-own__said").last).to_contain_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == body.input_value()
    page.get_by_role("button", name="It went out").click()
    expect(page.locator(".pt-own__said").last).to_contain_text("Noted: sent to Aiko Tanaka today.")


def test_ticks_of_the_checklist_stay(page: Page, desk: str) -> None:
    page.goto(f"{desk}#checklist")
    boxes = page.locator(".pt-own__ticks > li > label > input")
    expect(boxes.first).to_be_visible()
    total = boxes.count()
    tips = {text.split()[-1] for text in page.locator(".pt-own__tip").all_inner_texts()}
    assert tips == {str(number) for number in range(1, 21)}
    boxes.nth(0).check()
    boxes.nth(3).check()
    expect(page.locator(".pt-own__minutes")).to_have_text(f"2 of {total} done")
    boxes.nth(3).uncheck()
    expect(page.locator(".pt-own__minutes")).to_have_text(f"1 of {total} done")
    page.wait_for_timeout(300)
    page.reload()
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(3)).not_to_be_checked()


def test_all_of_it_comes_to_the_terminal_by_the_export(
    page: Page, site: Site, tmp_path: Path
) -> None:
    write_story(page, site.url("desk.html"))
    page.get_by_role("button", name="Save the story").click()
    expect(page).to_have_url(re.compile("#stories/the-model"))
    write_interview(page, site.url("desk.html"))
    page.goto(site.url("today.html"))
    page.get_by_label("Job").select_option("ds")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("button", name="Change")).to_be_visible()
    page.get_by_text("Where is this kept?").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export", exact=False).first.click()
    download.value.save_as(tmp_path / "page.jsonl")
    bench = Workbench(tmp_path / "bench").setenv(PREP_TRACKER_HOME=str(tmp_path / "own"))
    bench.run("init", "--yes").expect(0)
    run = bench.run("progress", "import", str(tmp_path / "page.jsonl")).expect(0)
    run.expect_text("the-model-that-forgot-weekends.md", "northwind-2026-11-16.yml", "profile")
    bench.run("story", "check", "the-model-that-forgot-weekends").expect(0).expect_text(
        "The result has no number."
    )
    shown = bench.run("interview", "show", "northwind", "--json").expect(0).json()
    assert shown["starts"].startswith("2026-11-16T14:00")
    assert shown["people"][0]["name"] == "Aiko Tanaka"
    bench.run("progress", "desk", "--take", "profile").expect(0)
    assert "role: ds" in (tmp_path / "own" / "profile.yml").read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_in_the_way_of_anyone(page: Page, site: Site, scheme: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    write_story(page, site.url("desk.html"))
    page.get_by_text("It is a project").click()
    assert site.find_violations(page) == []
    page.get_by_role("button", name="Save the story").click()
    expect(page).to_have_url(re.compile("#stories/the-model"))
    write_interview(page, site.url("desk.html"))
    assert site.find_violations(page) == []
    for place in (
        "stories",
        "interviews",
        "checklist",
        "emails",
        "emails/follow-up%2Frepair-weak-answer",
    ):
        page.goto(site.url(f"desk.html#{place}"))
        expect(page.locator(".pt-own__tabs [aria-current]")).to_be_visible()
        page.wait_for_timeout(200)
        assert site.find_violations(page) == [], place
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
