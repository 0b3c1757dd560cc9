"""A site that knows where it is published: canonical addresses, a map for search engines, the way to the sources."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from prep_tracker.loading import load_catalog
from prep_tracker.site.build import BuildOptions, build_site
from prep_tracker.site.published import read_published
from prep_tracker.site.staging import SiteSource
from tests.builders import write_pack
from tests.site.reading import list_pages

ROOT = Path(__file__).parents[2]
ADDRESS = "https://example.org/prep"
QUESTION = "questions/sample/one.html"


def make_source(folder: Path, settings: str) -> Path:
    """A copy of our hand-written part with more settings; gives its `mkdocs.yml`."""
    folder.mkdir()
    shutil.copytree(ROOT / "site_src", folder / "site_src")
    config = folder / "mkdocs.yml"
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config.write_text(f"{settings}\n{text}", encoding="utf-8")
    return config


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    config = make_source(
        folder / "source",
        f"site_url: {ADDRESS}\nrepo_url: https://example.org/r\nedit_uri: edit/main/site_src/",
    )
    catalog = load_catalog([write_pack(folder / "sample")])
    out = folder / "site"
    build_site(catalog, BuildOptions(out=out, work=folder / "work", config=config))
    return out


def test_the_map_names_every_page_as_the_page_names_itself(published: Path) -> None:
    tree = ET.parse(published / "sitemap.xml")
    named = [str(element.text) for element in tree.iter() if element.tag.endswith("}loc")]
    pages = [page for page in list_pages(published) if page != "404.html"]
    canonical = []
    for page in pages:
        html = (published / page).read_text(encoding="utf-8")
        found = re.search(r"""<link rel=["']?canonical["']? href=["']?([^"'\s>]+)""", html)
        canonical.append(found[1] if found else f"none in {page}")
    assert sorted(canonical) == sorted(named)
    assert f"{ADDRESS}/{QUESTION}" in named
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (published / "robots.txt").read_text("utf-8")


def test_the_pages_lead_to_their_sources_and_ask_no_host_for_stars(published: Path) -> None:
    html = (published / QUESTION).read_text(encoding="utf-8")
    link = 'href="https://example.org/r/edit/main/packs/sample/questions/overfitting/one.md"'
    assert link in html
    assert 'data-md-component="source"' not in html


@pytest.mark.parametrize(
    ("settings", "suggest"),
    [
        ("", ""),
        ("repo_url: https://example.org/r", ""),
        ("repo_url: 'javascript:alert(1)'\nedit_uri: x", ""),
        ("extra: {suggest: 'javascript:alert(1)'}", ""),
        ("extra: {suggest: 'https://e.org/{pack}/{path}'}", "https://e.org/{pack}/{path}"),
        (
            "repo_url: https://e.org/r/\nedit_uri: /edit/main/site_src",
            "https://e.org/r/edit/main/packs/{pack}/{path}",
        ),
    ],
)
def test_only_web_addresses_lead_away(tmp_path: Path, settings: str, suggest: str) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"site_name: x\n{settings}\n", encoding="utf-8")
    assert read_published(SiteSource(config=config, docs=tmp_path)).suggest == suggest


def test_a_site_that_is_published_nowhere_has_no_map(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build_site(
        load_catalog([write_pack(tmp_path / "sample")]),
        BuildOptions(out=out, work=tmp_path / "work"),
    )
    assert not (out / "sitemap.xml").exists()
    assert not (out / "robots.txt").exists()
