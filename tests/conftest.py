"""What every test shares: a cache folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep what is remembered out of the real cache folder."""
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("PREP_TRACKER_CACHE", str(folder))
    return folder
