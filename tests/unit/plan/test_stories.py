"""Checks of stories see what they should, and nothing in a good one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from snowballstemmer import stemmer

from prep_tracker.loading import load_catalog
from prep_tracker.model.story import Story
from prep_tracker.model.words import Competency
from prep_tracker.plan.stories.check import check_story, seconds_aloud
from prep_tracker.plan.stories.match import (
    find_competencies,
    list_coverage,
    list_untold,
    rank_stories,
)

GOOD = Story(
    id="weekends",
    title="The model that forgot weekends",
    competencies=(Competency.FAILURE, Competency.LEARNING),
    parts=(
        ("Situation", "Our demand forecast missed every Sunday, and shops threw food away."),
        ("Task", "I had two weeks to find out why and to stop the waste."),
        ("Action", ("I split the error by weekday, saw that holidays were coded as Sundays, wrote a test for the calendar, "
                   "and asked the shops which days they trusted us least. I then retrained with the mended calendar.")),
        ("Result", "Waste on Sundays fell from 9 to 4 percent within a month, measured on 40 shops."),
        ("Learned", "I check the calendar before the model."),
    ),
)  # fmt: skip


def with_part(title: str, text: str) -> Story:
    return replace(
        GOOD, parts=tuple((name, text if name == title else old) for name, old in GOOD.parts)
    )


def codes(story: Story, speed: int = 140) -> set[str]:
    return {remark.code for remark in check_story(story, speed)}


def test_a_good_story_has_no_remark() -> None:
    assert codes(GOOD) == set()


@pytest.mark.parametrize(
    ("story", "code"),
    [
        (with_part("Result", ""), "no-result"),
        (with_part("Result", "It went much better afterwards."), "no-number"),
        (with_part("Action", "We split it, we looked at our data, then we mended our calendar, and we told the shops and we trained."), "we-not-i"),
        (with_part("Situation", "word " * 80), "long-situation"),
        (with_part("Action", "I did it. " * 120), "too-long"),
        (with_part("Action", GOOD.part("Action") + " I tuned XGBoost for AUC."), "jargon"),
        (with_part("Learned", " "), "empty-part"),
        (replace(GOOD, competencies=()), "no-competency"),
        (replace(GOOD, project="Forecast"), "empty-part"),
    ],
)  # fmt: skip
def test_each_rule_sees_its_fault(story: Story, code: str) -> None:
    assert code in codes(story)


def test_every_remark_says_why() -> None:
    for story in (with_part("Result", ""), replace(GOOD, competencies=())):
        assert all(remark.why.endswith(".") for remark in check_story(story, 140))


def test_seconds_follow_the_speed() -> None:
    assert seconds_aloud(GOOD, 100) == pytest.approx(2 * seconds_aloud(GOOD, 200), abs=1)


def test_the_fitting_story_comes_first() -> None:
    other = replace(GOOD, id="quiet", title="The quiet colleague", competencies=(Competency.CONFLICT,),
                    parts=(("Situation", "A colleague and I disagreed about deadlines."),))  # fmt: skip
    stem = stemmer("english").stemWord
    assert (
        rank_stories("Tell me about a time you failed", (other, GOOD), stem)[0].story.id
        == "weekends"
    )
    assert (
        rank_stories("Tell me about a disagreement with a colleague", (GOOD, other), stem)[
            0
        ].story.id
        == "quiet"
    )
    assert rank_stories("zzz", (GOOD, other), stem) == ()


def test_gaps_and_untold_prompts() -> None:
    prompts = tuple(question for question in load_catalog().questions if question.competencies)
    rows = {row.competency: row for row in list_coverage((GOOD,), prompts)}
    assert rows[Competency.FAILURE].state == "thin"
    assert rows[Competency.CONFLICT].state == "none"
    assert all(
        not {Competency.FAILURE, Competency.LEARNING} & set(question.competencies)
        for question in list_untold((GOOD,), prompts)
    )
    assert find_competencies("How do you prioritize with a deadline?") == (
        Competency.PRIORITIZATION,
    )
