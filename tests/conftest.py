"""What every test shares: a cache folder of its own, and no deadline for properties."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep what is remembered out of the real cache folder."""
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("PREP_TRACKER_CACHE", str(folder))
    return folder
