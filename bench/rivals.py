"""The same corpus for Hugo, Material and Zensical: one page a question, nothing that ours does not have."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import draw_samples, render_sections

LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1>{{ .Content }}<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></body></html>
"""
LIST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
"""
HUGO = """baseURL = "http://localhost/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.highlight]
noClasses = false
"""
MKDOCS = """site_name: bench
use_directory_urls: false
theme: {{name: material, font: false, features: [navigation.prune]}}
plugins: {plugins}
validation: {{nav: {{omitted_files: ignore}}}}
markdown_extensions: [tables, pymdownx.highlight, pymdownx.superfences, {{pymdownx.arithmatex: {{generic: true}}}}]
not_in_nav: "*"
nav: [{{Home: index.md}}]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another way to make the site.

    Attributes:
        name: As printed.
        prepare: Writes its sources for a number of questions into a folder.
        command: Builds there.
        output: Folder that is removed before each run; empty when nothing is.
        after: The rival whose site it takes as it is: its cost is added.
    """

    name: str
    prepare: Callable[[Path, int], None]
    command: tuple[str, ...]
    output: str
    after: str = ""


def write_hugo(folder: Path, count: int) -> None:
    """Content, two bare templates and the settings."""
    for sample in draw_samples(count):
        path = folder / "content" / sample.pack / f"{sample.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f'---\ntitle: "{sample.ask}"\n---\n\n{render_sections(sample)}', encoding="utf-8"
        )
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(LAYOUT, encoding="utf-8")
    (layouts / "list.html").write_text(LIST, encoding="utf-8")
    (folder / "layouts" / "index.html").write_text(LIST, encoding="utf-8")
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")
    (folder / "config.toml").write_text(HUGO, encoding="utf-8")


def write_mkdocs(folder: Path, count: int, plugins: str = "[]") -> None:
    """Pages outside the menu, so that the menu costs as little as it can."""
    docs = folder / "docs"
    for sample in draw_samples(count):
        path = docs / sample.pack / f"{sample.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {sample.ask}\n\n{render_sections(sample)}", encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS.format(plugins=plugins), encoding="utf-8")


def write_searched_mkdocs(folder: Path, count: int) -> None:
    """The same with the built-in search."""
    write_mkdocs(folder, count, "[search]")


PYTHON = (sys.executable, "-W", "ignore", "-m")


PAGEFIND = os.environ.get("BENCH_PAGEFIND", "")
"""A Python that has Pagefind; it is no dependency of ours."""


def write_nothing(folder: Path, count: int) -> None:
    """It takes what is there."""
    del folder, count


def add_pagefind(name: str, site: str) -> list[Rival]:
    """Pagefind's index of the site that another rival has just made."""
    if not PAGEFIND:
        return []
    command = (PAGEFIND, "-m", "pagefind", "--site", f"../{name}/{site}")
    return [
        Rival(
            name=f"{name}+pagefind",
            prepare=write_nothing,
            command=command,
            output="",
            after=name,
        )
    ]


def list_rivals() -> list[Rival]:
    """Those that are installed here."""
    rivals = []
    if shutil.which("hugo"):
        rivals.append(
            Rival(
                name="hugo-bare", prepare=write_hugo, command=("hugo", "--quiet"), output="public"
            )
        )
        rivals += add_pagefind("hugo-bare", "public")
    rivals.append(
        Rival(
            name="material",
            prepare=write_mkdocs,
            command=(*PYTHON, "mkdocs", "build", "-q"),
            output="site",
        )
    )
    rivals += add_pagefind("material", "site")
    try:
        import zensical  # noqa: F401
    except ImportError:
        return rivals
    rivals.append(
        Rival(
            name="zensical",
            prepare=write_searched_mkdocs,
            command=(*PYTHON, "zensical", "build", "-c"),
            output="site",
        )
    )
    return rivals
