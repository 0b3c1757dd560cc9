"""The allow-list: what may be in HTML that came from a pack's text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import nh3

TAGS = frozenset(
    (
        "p",
        "br",
        "hr",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "a",
        "img",
        "span",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    )
)
LANGUAGES = (
    "bash", "c", "console", "cpp", "css", "csv", "diff", "docker", "dockerfile", "go", "html", "ini", "java",
    "javascript", "js", "json", "julia", "latex", "makefile", "markdown", "mermaid", "plot", "protobuf", "py",
    "pycon", "python", "r", "rust", "scala", "sh", "shell", "sql", "text", "toml", "ts", "typescript", "txt",
    "xml", "yaml", "yml",
)  # fmt: skip
SCHEMES = frozenset({"http", "https", "mailto"})


@cache
def make_cleaner() -> nh3.Cleaner:
    """The one sanitizer; it keeps no id, name, style, data or event attribute at all."""
    import nh3

    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags={"script", "style", "svg", "math", "iframe", "template", "noscript"},
        attributes={
            "a": {"href", "title"},
            "img": {"src", "alt", "title"},
            "ol": {"start"},
        },
        tag_attribute_values={
            cell: {"style": {f"text-align: {side}" for side in ("left", "center", "right")}}
            for cell in ("th", "td")
        },
        allowed_classes={
            "code": {f"language-{name}" for name in LANGUAGES},
            "span": {"math", "math-inline", "math-display"},
        },
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
        id_prefix="pack-",
        strip_comments=True,
    )


def clean(html: str) -> str:
    """`html` with everything outside the allow-list removed."""
    return make_cleaner().clean(html)
