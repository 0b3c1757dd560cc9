"""The folder that the site builder gets: the hand-written pages, the theme, and empty shells."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prep_tracker.errors import BuildError
from prep_tracker.model import urls
from prep_tracker.site.shell import DESCRIPTION, TITLE

SHELLS = ("shells/one.html", "shells/a/two.html")
"""Shells of pages one and two folders deep; the pages of the menu are shells of their own."""

MENU: tuple[tuple[str, str], ...] = (
    ("Home", urls.HOME),
    ("Today", urls.TODAY),
    ("Questions", urls.PACKS),
    ("Review", urls.REVIEW),
    ("Mock", urls.MOCK),
    ("Cases", urls.CASES),
    ("Exercises", urls.EXERCISES),
    ("Companies", urls.COMPANIES),
    ("E-mails", urls.EMAILS),
    ("My desk", urls.DESK),
    ("Syllabus", urls.SYLLABUS),
    ("Proofs", urls.PROOFS),
    ("Settings", urls.SETTINGS),
)
"""The pages in the menu that we render."""

_FOLDERS = ("tutorials", "how-to", "reference", "explanation", "contributing")
_SHELL = f"---\ntitle: '{TITLE}'\ndescription: '{DESCRIPTION}'\nshell: true\n---\n\n# {TITLE}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSource:
    """Where the hand-written part is.

    Attributes:
        config: The `mkdocs.yml`.
        docs: The folder of its pages.
    """

    config: Path
    docs: Path


def find_source(config: Path | None = None) -> SiteSource:
    """The hand-written part: beside `config`, else the one of this program.

    Raises:
        BuildError: There is none.
    """
    package = Path(__file__).resolve().parent.parent
    places = (
        [config] if config else [package / "_data" / "mkdocs.yml", package.parent / "mkdocs.yml"]
    )
    for place in places:
        if place.is_file():
            docs = place.parent / "site_src"
            if docs.is_dir():
                return SiteSource(config=place, docs=docs)
    raise BuildError(
        "there is no mkdocs.yml with a site_src folder beside it", "Install prep-tracker again."
    )


def stage_shells(source: SiteSource, stage: Path) -> None:
    """Write the folder that the site builder gets.

    Args:
        source: The hand-written part.
        stage: Folder to fill; what is in it is removed first.
    """
    import yaml

    shutil.rmtree(stage, ignore_errors=True)
    docs = stage / "docs"
    shutil.copytree(source.docs, docs, ignore=shutil.ignore_patterns("_theme"))
    shutil.copytree(source.docs / "_theme", stage / "theme")
    for url in (*SHELLS, *(url for _, url in MENU)):
        path = docs / url.replace(".html", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_SHELL, encoding="utf-8")
    settings = yaml.safe_load(source.config.read_text(encoding="utf-8"))
    settings = adapt_settings(settings, find_pages(docs))
    (stage / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


def find_pages(docs: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The hand-written pages by heading of the menu, each group in name order with its index first."""
    groups = []
    for folder in _FOLDERS:
        found = sorted(
            (path.relative_to(docs).as_posix() for path in (docs / folder).glob("**/*.md")),
            key=lambda name: (not name.endswith("/index.md"), name),
        )
        if found:
            groups.append((folder.replace("-", " ").capitalize(), tuple(found)))
    return tuple(groups)


def adapt_settings(
    settings: dict[str, Any], pages: tuple[tuple[str, tuple[str, ...]], ...]
) -> dict[str, Any]:
    """The settings of `mkdocs.yml` for the staged folder: its own paths, our menu, no plugin, no hook.

    The repository is left out: the theme would ask its host for stars. Our pages link it themselves.
    """
    docs: list[Any] = [{title: list(names)} for title, names in pages]
    menu: list[Any] = [{title: url.replace(".html", ".md")} for title, url in MENU]
    menu.append({"Glossary": urls.GLOSSARY.replace(".html", ".md")})
    changed = {
        key: value
        for key, value in settings.items()
        if key not in {"hooks", "exclude_docs", "nav", "repo_url", "repo_name", "edit_uri"}
    }
    changed |= {
        "docs_dir": "docs",
        "site_dir": "out",
        "use_directory_urls": False,
        "plugins": [],
        "nav": [*menu, {"Documentation": docs}],
        "not_in_nav": "/shells/\n",
    }
    changed["theme"] = {**settings["theme"], "custom_dir": "theme", "font": False}
    return changed
