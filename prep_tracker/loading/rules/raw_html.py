"""No raw HTML in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, tokens_of
from prep_tracker.model.pack import Pack


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Name the first piece of HTML on each line."""
    seen: set[int] = set()
    for token, line in tokens_of(entry):
        if token.kind == "html" and line not in seen:
            seen.add(line)
            hint = "use Markdown; write a literal < as \\< or put code in backticks"
            shown = token.text.strip().split("\n")[0][:60]
            yield Finding(
                message=f"raw HTML is not allowed: {shown}",
                line=line,
                column=token.column,
                hint=hint,
            )


RULE = Rule(
    name="raw-html",
    sentence="Markdown holds no raw HTML.",
    good="Accuracy is `<b>`old, and 1 \\< 2.\n",
    bad="Accuracy is <b>bold</b>.\n",
    check=check,
    sample="question text",
)
