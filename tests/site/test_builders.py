"""The same site from three builders, and the same words from plain Markdown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from prep_tracker.catalog import Catalog
from prep_tracker.errors import BuildError
from prep_tracker.site.build import BuildOptions
from prep_tracker.site.builder import Builder
from prep_tracker.site.plain import stage_plain
from tests.site.reading import list_pages, read_page

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("builder", [Builder.PROPERDOCS, Builder.ZENSICAL])
def test_every_builder_makes_the_same_pages_with_the_same_words(
    sites: dict[Builder, Path], builder: Builder
) -> None:
    site, other = sites[Builder.MATERIAL], sites[builder]
    pages = list_pages(site)
    assert len(pages) > 150
    assert list_pages(other) == pages
    differing = [
        page for page in pages if read_page(site / page).words != read_page(other / page).words
    ]
    assert differing == []


def test_plain_markdown_built_by_material_says_the_same(
    catalog: Catalog, site: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "plain"
    stage_plain(catalog, plain, BuildOptions(out=tmp_path / "unused", work=tmp_path / "work"))
    run_builder("mkdocs", plain)
    pages = list_pages(plain / "site")
    assert set(list_pages(site)) - set(pages) == set()
    differing = [
        page
        for page in pages
        if page != "404.html"
        and read_page(site / page).words != read_page(plain / "site" / page).words
    ]
    assert differing == []


def test_plain_refuses_a_folder_that_holds_something_else(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine", "utf-8")
    with pytest.raises(BuildError, match="holds something else"):
        stage_plain(
            catalog, tmp_path, BuildOptions(out=tmp_path / "unused", work=tmp_path / "work")
        )
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]


@pytest.mark.parametrize("module", ["mkdocs", "properdocs"])
def test_a_plain_build_at_the_top_makes_the_hand_written_part(tmp_path: Path, module: str) -> None:
    run_builder(module, ROOT, "--site-dir", str(tmp_path / "site"))
    home = read_page(tmp_path / "site" / "index.html")
    assert "prep tracker site build" in " ".join(home.words)
    assert not list((tmp_path / "site").rglob("main.html"))


def run_builder(module: str, folder: Path, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", module, "build", "--quiet", *arguments],
        cwd=folder, env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
