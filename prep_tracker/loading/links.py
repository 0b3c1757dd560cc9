"""Links of a Markdown text that stay inside the catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.markdown import Token, find_tokens

_ITEM = re.compile(r"[a-z0-9-]{1,80}/[a-z0-9-]{1,80}")


def find_links(text: str) -> Iterator[Token]:
    """Links whose address is a `pack/slug`; text without brackets is not parsed at all."""
    if "](" not in text and "]:" not in text:
        return
    for token in find_tokens(text):
        if token.kind == "link" and _ITEM.fullmatch(token.text):
            yield token
