"""Addresses of the site's pages, relative to its root; the one place that knows the scheme."""

from __future__ import annotations

from typing import Final

HOME: Final = "index.html"
SYLLABUS: Final = "syllabus.html"
PROOFS: Final = "proofs.html"
PACKS: Final = "packs.html"
EXERCISES: Final = "exercises.html"
COMPANIES: Final = "companies.html"
EMAILS: Final = "emails.html"
REVIEW: Final = "review.html"
TODAY: Final = "today.html"
DESK: Final = "desk.html"
SETTINGS: Final = "settings.html"
MOCK: Final = "mock.html"
CASES: Final = "cases.html"
GLOSSARY: Final = "glossary.html"


def question_url(question_id: str) -> str:
    """Page of a question of any kind, from its `pack/slug`."""
    return f"questions/{question_id}.html"


def topic_url(topic_key: str) -> str:
    """Page of a topic, from its `pack/topic`."""
    return f"topics/{topic_key}.html"


def pack_url(pack_id: str) -> str:
    """Page of a pack."""
    return f"packs/{pack_id}.html"


def tip_url(number: int, slug: str) -> str:
    """Page of one of the twenty tips, e.g. `tips/01-master-the-fundamentals.html`."""
    return f"tips/{number:02d}-{slug}.html"


def exercise_url(exercise_id: str) -> str:
    """Page of an exercise, from its `pack/slug`."""
    return f"exercises/{exercise_id}.html"


def company_url(company_id: str) -> str:
    """Page of a company profile, from its `pack/slug`."""
    return f"companies/{company_id}.html"


def email_url(email_id: str) -> str:
    """Page of an e-mail template, from its `pack/slug`."""
    return f"emails/{email_id}.html"


def round_url(round_name: str) -> str:
    """Page of a kind of interview round."""
    return f"rounds/{round_name}.html"


def plugin_page_url(plugin: str, slug: str) -> str:
    """Page that a plugin adds, from its name and the page's slug."""
    return f"pages/{plugin}/{slug}.html"


def rubrics_url(topic_key: str) -> str:
    """Script with the key points and probes of a topic's questions, from its `pack/topic`."""
    return f"assets/rubrics/{topic_key}.js"


def picture_url(pack: str, figure: str) -> str:
    """A pack's picture, from its path in the pack (`figures/x.png`)."""
    return f"assets/packs/{pack}/{figure.removeprefix('figures/')}"


def relative_url(target: str, page: str) -> str:
    """`target` as seen from `page`, both relative to the site's root.

    A fragment or query on `target` stays. The result works below any path prefix and from a plain folder.

    >>> relative_url("tips/01-a.html#x", "questions/p/q.html")
    '../../tips/01-a.html#x'
    """
    return "../" * page.count("/") + target
