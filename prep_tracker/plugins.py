"""Find and call plugins one by one; a failing one is reported, never fatal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prep_tracker.model.failure import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSource:
    """Where a pack is, and who says so.

    Attributes:
        root: Folder that holds `pack.yml`.
        plugin: Name of the entry point, or empty for a plain folder.
        distribution: Name of the installed distribution.
        version: Its version.
    """

    root: Path
    plugin: str = ""
    distribution: str = ""
    version: str = ""


@dataclass(slots=True, kw_only=True)
class Plugins:
    """The plugins that were found, and what went wrong with them so far."""

    failures: list[Failure] = field(default_factory=list)
    sources: list[PackSource] = field(default_factory=list)

    def pack_sources(self) -> list[PackSource]:
        """Packs of all plugins, built-in ones first."""
        return self.sources

    def rules(self) -> tuple[Any, ...]:
        """Rules of all plugins."""
        return ()


def find_plugins(environ: Mapping[str, str] | None = None) -> Plugins:
    """The installed plugins; `PREP_TRACKER_PLUGINS=a,b` takes only these."""
    from prep_tracker.builtin import prep_packs

    return Plugins(sources=[PackSource(root=root, plugin="builtin", distribution="prep-tracker") for root in prep_packs()])
