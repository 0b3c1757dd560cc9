"""Images are the pack's own, and are described."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, tokens_of
from prep_tracker.model.pack import Pack

_FIGURE = re.compile(r"figures/[A-Za-z0-9_-]{1,80}\.(png|jpg|gif|webp)")


def check(pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look at every image's address."""
    for token, line in tokens_of(entry):
        if token.kind != "image":
            continue
        if not _FIGURE.fullmatch(token.text):
            hint = (
                "put it into figures/ as png, jpg, gif or webp, or draw a `mermaid` or `plot` block"
            )
        elif token.text not in pack.figures:
            hint = "the pack has no such file"
        else:
            continue
        message = f"the image is {token.text[:80]!r}"
        yield Finding(message=message, line=line, column=token.column, hint=hint)


RULE = Rule(
    name="image-file",
    sentence="An image is a file below the pack's own `figures/`.",
    good="See the table below.\n",
    bad="![a curve](https://example.org/curve.png)\n",
    check=check,
    sample="question text",
)
