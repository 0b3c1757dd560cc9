"""`site build --plain`: every page as ordinary Markdown, with a `mkdocs.yml`, for any builder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.errors import BuildError
from prep_tracker.model import urls
from prep_tracker.site.keys import KeyMaker
from prep_tracker.site.library import Library
from prep_tracker.site.markdown import MarkdownWriter
from prep_tracker.site.published import read_published
from prep_tracker.site.recipes import list_recipes
from prep_tracker.site.staging import MENU, find_pages, find_source

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.site.build import BuildOptions

OWN_MARK = ".prep-tracker-plain"
_EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "pymdownx.tilde",
)


def stage_plain(catalog: Catalog, folder: Path, options: BuildOptions) -> int:
    """Write all pages as Markdown; gives how many.

    Args:
        catalog: All packs.
        folder: Where to; it must be new, empty, or made by this before.
        options: Of the build: the hand-written part, proofs, pages of plugins.

    Raises:
        BuildError: The folder holds something else, or cannot be written.
    """
    source = find_source(options.config)
    try:
        if folder.exists() and any(folder.iterdir()) and not (folder / OWN_MARK).is_file():
            raise BuildError(f"{folder} holds something else", "Name a new or empty folder.")
        docs = folder / "docs"
        shutil.rmtree(docs, ignore_errors=True)
        shutil.copytree(source.docs, docs, ignore=shutil.ignore_patterns("_theme"))
        (folder / OWN_MARK).touch()
        _copy_pictures(catalog, docs)
        library = Library(
            catalog=catalog,
            proofs=options.proofs,
            extras=options.extras,
            suggest=read_published(source).suggest,
        )
        count = _write_pages(library, docs)
        _write_settings(source.config, folder)
    except OSError as error:
        raise BuildError(
            f"{error.filename} cannot be written: {error.strerror}", "Choose another folder."
        ) from error
    return count


def _copy_pictures(catalog: Catalog, docs: Path) -> None:
    for pack in catalog.packs:
        for figure in pack.figures:
            target = docs / urls.picture_url(pack.id, figure)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(pack.root) / figure, target)


def _write_pages(library: Library, docs: Path) -> int:
    writer = MarkdownWriter(library.find_url)
    count = 0
    for recipe in list_recipes(library, KeyMaker(library, "")):
        path = docs / recipe.url.replace(".html", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(writer.write(recipe.make()), encoding="utf-8")
        count += 1
    return count


def _write_settings(config: Path, folder: Path) -> None:
    import yaml

    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    docs = [{title: list(names)} for title, names in find_pages(folder / "docs")]
    menu = [{title: url.replace(".html", ".md")} for title, url in MENU]
    glossary = {"Glossary": urls.GLOSSARY.replace(".html", ".md")}
    plain = {
        "site_name": settings["site_name"],
        "site_description": settings.get("site_description", ""),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "plugins": [],
        "markdown_extensions": [*_EXTENSIONS, {"pymdownx.arithmatex": {"generic": True}}],
        "nav": [*menu, glossary, {"Documentation": docs}],
        "not_in_nav": "*\n",
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, sort_keys=False), encoding="utf-8")
