"""At least one source, with an address."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, place_of
from prep_tracker.model.company import Company
from prep_tracker.model.pack import Pack
from prep_tracker.model.question import Question


def is_web_address(url: str) -> bool:
    """Whether the text is an http(s) address with a host and nothing odd in it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    plain = not any(character.isspace() or character in '<>"`\\{}|^' for character in url)
    return parts.scheme in {"http", "https"} and "." in host and plain and "@" not in parts.netloc


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Count the sources and look at their addresses."""
    item = entry.item
    sources = item.sources if hasattr(item, "sources") and item is not None else ()
    if isinstance(item, (Question, Company)) and not sources:
        hint = "name a paper, a standard, official documentation or a textbook chapter: title, by, year, url"
        yield Finding(message="there is no source", hint=hint, **place_of(entry, "sources"))
    for source in sources:
        if not is_web_address(source.url):
            message = f"the address {source.url[:80]!r} is not usable"
            yield Finding(
                message=message, hint="write an http(s) address", **place_of(entry, "sources")
            )


RULE = Rule(
    name="sources",
    sentence="There is at least one source, and every source has an http or https address.",
    good='sources:\n  - {title: "A paper", by: "Author", year: 2014, url: "https://example.org/paper"}\n',
    bad='sources:\n  - {title: "A paper", by: "Author", year: 2014, url: "example.org/paper"}\n',
    check=check,
    sample="question field",
)
