"""The built-in packs as a site, built once by each builder."""

from __future__ import annotations

from pathlib import Path

import pytest

from prep_tracker.catalog import Catalog
from prep_tracker.loading import load_catalog
from prep_tracker.site.build import BuildOptions, build_site
from prep_tracker.site.builder import Builder


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="session")
def sites(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> dict[Builder, Path]:
    """The site's folder by builder; all three are development dependencies, so that none is passed over."""
    folder = tmp_path_factory.mktemp("sites")
    built = {}
    for builder in Builder:
        options = BuildOptions(
            out=folder / builder, work=folder / f"work-{builder}", builder=builder
        )
        built[builder] = build_site(catalog, options).out
    return built


@pytest.fixture(scope="session")
def site(sites: dict[Builder, Path]) -> Path:
    return sites[Builder.MATERIAL]
