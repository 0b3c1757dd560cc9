"""Links go to the web, to a mail address or to an item of the catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, tokens_of
from prep_tracker.loading.rules.sources import is_web_address
from prep_tracker.model.pack import Pack

_ITEM = re.compile(r"[a-z0-9-]{1,80}/[a-z0-9-]{1,80}")
_MAIL = re.compile(r"mailto:[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}")


def is_allowed(address: str, link_type: str) -> bool:
    """Whether a link may go there."""
    if link_type == "Email":
        address = f"mailto:{address}"
    return is_web_address(address) or bool(_ITEM.fullmatch(address) or _MAIL.fullmatch(address))


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look at every link's address."""
    for token, line in tokens_of(entry):
        if token.kind == "link" and not is_allowed(token.text, token.info):
            hint = "link to https://…, mailto:… or pack/slug"
            message = f"the link goes to {token.text[:80]!r}"
            yield Finding(message=message, line=line, column=token.column, hint=hint)


RULE = Rule(
    name="link-address",
    sentence="A link goes to an http(s) or mailto address, or to an item of the catalog (`pack/slug`).",
    good="See [the paper](https://example.org/paper).\n",
    bad="See [the paper](javascript:alert(1)).\n",
    check=check,
    sample="question text",
)
