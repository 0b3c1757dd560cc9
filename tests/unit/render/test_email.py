"""E-mails: filled, safe in headers, one per person, and never with a hole."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from urllib.parse import parse_qs, urlsplit

import pytest

from prep_tracker.errors import InputError
from prep_tracker.loading import load_catalog
from prep_tracker.model.email import EmailTemplate
from prep_tracker.render.email import (
    Draft,
    find_missing_fields,
    find_near_copies,
    render_draft,
    render_eml,
    render_mailto,
)

TEMPLATES = load_catalog().emails


def full_fields(template: EmailTemplate) -> dict[str, str]:
    return dict(template.example)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.slug)
def test_every_template_renders_in_every_tone_with_a_full_log(template: EmailTemplate) -> None:
    for tone, _ in template.bodies:
        draft = render_draft(template, full_fields(template), tone)
        assert draft.subject
        assert "{{" not in draft.body
        assert "None" not in draft.body
        assert "  " not in draft.subject


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.slug)
def test_every_template_names_every_missing_field(template: EmailTemplate) -> None:
    assert find_missing_fields(template, {}) == template.needs
    with pytest.raises(InputError) as caught:
        render_draft(template, dict.fromkeys(template.needs, " \n"))
    for name in template.needs:
        assert name in caught.value.message


def test_there_are_at_least_twelve_templates_with_three_tones() -> None:
    assert len(TEMPLATES) >= 12
    assert all(
        {tone for tone, _ in template.bodies} == {"warm", "formal", "brief"}
        for template in TEMPLATES
    )


def thanks(**changes: str) -> Draft:
    template = next(one for one in TEMPLATES if one.slug == "thank-you-interviewer")
    return render_draft(template, full_fields(template) | changes)


@pytest.mark.parametrize(
    "name",
    [
        "Aiko\nBcc: evil@example.org",
        "Aiko\r\n\r\nbody",
        'Aiko "Quote", Tanaka',
        "田中 愛子",
        "عائشة",
        "Zoë, Müller",
        "a\x00b\x1b[31m",
    ],
)
def test_names_cannot_break_out_of_headers(name: str) -> None:
    draft = thanks(
        **{
            "interviewer.name": name,
            "interviewer.email": "aiko@example.org",
            "interviewer.first_name": name,
        }
    )
    message = message_from_bytes(render_eml(draft), policy=policy.default)
    assert set(message.keys()) == {
        "To",
        "Subject",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    }
    assert message["To"].addresses[0].addr_spec == "aiko@example.org"
    assert "\x1b" not in message.get_content()
    assert "\x00" not in message.get_content()


def test_eml_round_trips_unicode() -> None:
    draft = thanks(
        **{
            "interviewer.first_name": "田中",
            "interviewer.name": "田中 愛子",
            "interviewer.email": "t@example.jp",
        }
    )
    message = message_from_bytes(render_eml(draft), policy=policy.default)
    assert "田中" in message.get_content()
    assert message["To"].addresses[0].display_name == "田中 愛子"
    assert all(len(line) <= 998 for line in render_eml(draft).split(b"\r\n"))


def test_address_that_is_none_is_refused() -> None:
    draft = replace(thanks(), to_address="not an address")
    with pytest.raises(InputError, match="not an e-mail address"):
        render_eml(draft)


def test_mailto_carries_subject_and_body() -> None:
    draft = replace(
        thanks(),
        to_address="a@example.org",
        subject="50% & more?",
        body="Line 1\nLine 2 + ümlaut\n",
    )
    link = urlsplit(render_mailto(draft))
    query = parse_qs(link.query)
    assert link.path == "a@example.org"
    assert query["subject"] == ["50% & more?"]
    assert query["body"] == ["Line 1\r\nLine 2 + ümlaut\r\n"]


def test_nearly_equal_mails_to_two_people_are_found() -> None:
    first = thanks(**{"interviewer.first_name": "Aiko"})
    second = thanks(**{"interviewer.first_name": "Tomasz"})
    other = thanks(**{"interviewer.first_name": "Ines", "discussed": "how far the feature store may lag behind the stream before prices drift",
                      "learned": "that stale prices cost more than missing ones because customers notice and complain in public",
                      "link_to_work": "my thesis measured exactly this on two years of grocery prices and I can share its tables"})  # fmt: skip
    assert [pair[:2] for pair in find_near_copies((first, second))] == [(first, second)]
    assert find_near_copies((first, replace(other, body="Completely different words here."))) == ()
