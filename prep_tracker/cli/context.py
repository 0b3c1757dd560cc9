"""The one place that makes clock, random source, paths and catalog for commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prep_tracker.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from prep_tracker.catalog import Catalog
    from prep_tracker.model.card import Card
    from prep_tracker.model.profile import Profile
    from prep_tracker.plugins import Plugins
    from prep_tracker.storage.journal import Journal
    from prep_tracker.storage.shelf import Shelf
    from prep_tracker.storage.workspace import Workspace

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Events outside these years are refused by the journal: a clock that says another one is wrong."""
DAY_STARTS_AT = timedelta(hours=4)
"""The learner's day rolls over at 04:00 local time."""


@dataclass(kw_only=True)
class Context:
    """What a command needs from the world.

    Attributes:
        environ: Environment variables.
        cwd: Current folder.
        folder: What `--workspace` says, or None.
    """

    environ: dict[str, str] = field(default_factory=lambda: dict(os.environ))
    cwd: Path = field(default_factory=Path.cwd)
    folder: Path | None = None

    def now(self) -> datetime:
        """This instant, UTC; `PREP_TRACKER_NOW` (ISO 8601) stands in for the clock in tests."""
        fixed = self.environ.get("PREP_TRACKER_NOW", "")
        now = datetime.fromisoformat(fixed).astimezone(UTC) if fixed else datetime.now(UTC)
        if not FIRST_YEAR <= now.year < LAST_YEAR:
            raise InputError(
                f"This computer's clock says {now.date().isoformat()}.",
                "Set date and time, then try again; nothing was changed.",
            )
        return now

    def today(self) -> date:
        """The learner's local day, which rolls over at 04:00."""
        return (self.now().astimezone() - DAY_STARTS_AT).date()

    def offset(self) -> int:
        """Minutes that local time is ahead of UTC now."""
        ahead = self.now().astimezone().utcoffset() or timedelta()
        return int(ahead.total_seconds() // 60)

    def draw_id(self) -> str:
        """A random id for an event: 128 bits, hexadecimal; never from `rng`, which a seed repeats."""
        return os.urandom(16).hex()

    def day_end(self) -> datetime:
        """The instant at which the learner's day ends: the next 04:00 of local time, UTC."""
        tomorrow = self.today() + timedelta(days=1)
        return datetime.combine(tomorrow, time(DAY_STARTS_AT.seconds // 3600)).astimezone(UTC)

    def is_interactive(self) -> bool:
        """Whether a person is there to be asked."""
        return sys.stdin.isatty() and sys.stdout.isatty()

    @cached_property
    def rng(self) -> Random:
        """Random source; replaced by commands that take `--seed`."""
        from random import SystemRandom

        return SystemRandom()

    @cached_property
    def plugins(self) -> Plugins:
        """The installed plugins."""
        from prep_tracker.plugins import find_plugins

        return find_plugins(self.environ)

    @cached_property
    def catalog(self) -> Catalog:
        """All installed packs, and the learner's private one where there is one."""
        from prep_tracker.loading import load_catalog

        own = self._own_packs()
        if own:
            return load_catalog(own, plugins=self.plugins, with_installed=True)
        return load_catalog(plugins=self.plugins)

    def _own_packs(self) -> list[Path]:
        """Folder of the learner's private pack, where there is one."""
        workspace = self.find_workspace()
        own = workspace.own_pack if workspace else None
        return [own] if own is not None and (own / "pack.yml").is_file() else []

    def read_kept(
        self,
        path: Path,
        make: Callable[[], tuple[Any, bool]],
        *,
        about: object = (),
        places: tuple[str, ...] = (),
        is_deep: bool = True,
    ) -> Any:
        """What `make` made of all packs, from the file where nothing changed since.

        Args:
            path: The file.
            make: Makes plain values (tuples, lists, dicts, texts, numbers, None), and says whether
                all went well: else nothing is kept.
            about: What else it depends on.
            places: More files and folders it depends on.
            is_deep: Whether it depends on what the packs' files say; else only on which packs there are.
        """
        from prep_tracker.loading.kept import Made, read_kept

        def make_anew() -> Made:
            value, is_well = make()
            sources = self.plugins.pack_sources()
            return Made(
                value=value,
                roots=tuple(str(root) for root in (*own, *(source.root for source in sources))),
                is_lasting=is_well and self.plugins.is_steady,
            )

        own = self._own_packs()
        known = (about, tuple(map(str, own)))
        return read_kept(path, known, make_anew, places=places, is_deep=is_deep)

    def find_workspace(self) -> Workspace | None:
        """The learner's folder, or None."""
        from prep_tracker.storage.workspace import find_workspace

        return find_workspace(self.folder, self.environ, self.cwd)

    def get_workspace(self) -> Workspace:
        """The learner's folder.

        Raises:
            WorkspaceError: There is none where it was looked for.
        """
        from prep_tracker.storage.workspace import get_workspace

        return get_workspace(self.folder, self.environ, self.cwd)

    def read_profile(self) -> Profile:
        """The learner's aim; the usual one where there is no workspace."""
        from prep_tracker.model.profile import Profile
        from prep_tracker.storage.profile import read_profile

        workspace = self.find_workspace()
        return read_profile(workspace) if workspace else Profile()

    @contextmanager
    def open_journal(self) -> Iterator[Journal]:
        """The journal of the learner's folder.

        Raises:
            WorkspaceError: There is no workspace.
            JournalError: It cannot be opened.
        """
        from prep_tracker.storage.journal import open_journal

        with open_journal(self.get_workspace(), now=self.now()) as journal:
            yield journal

    def read_cards(self) -> dict[str, Card]:
        """The learner's cards by question; none where there is no workspace."""
        from prep_tracker.storage.cards import read_cards

        workspace = self.find_workspace()
        if workspace is None or not workspace.journal.exists():
            return {}
        with self.open_journal() as journal:
            return read_cards(
                journal,
                retention=self.read_profile().retention,
                aliases=self.catalog.replaced_by(),
                cache=workspace.cache,
            )

    def read_shelf(self) -> Shelf:
        """All questions in short, from the workspace's cache where nothing changed.

        Raises:
            WorkspaceError: There is no workspace, or its profile cannot be used.
        """
        from prep_tracker.storage.shelf import folder_stamps, read_shelf

        profile, workspace = self.read_profile(), self.get_workspace()
        changing = (workspace.interviews, workspace.own_pack)
        about = f"{profile!r} {[folder_stamps(folder) for folder in changing]}"
        return read_shelf(workspace.cache, about, lambda: self._make_shelf(profile))

    def _make_shelf(self, profile: Profile) -> Shelf:
        """The questions in short, from all packs."""
        from prep_tracker.cli.shelf import make_shelf

        return make_shelf(self.catalog, profile, self.get_workspace())

    def template_folders(self) -> tuple[Path, ...]:
        """Where documents' templates are looked for before our own: the workspace's, then the packs'."""
        workspace = self.find_workspace()
        own = (workspace.root / "templates",) if workspace else ()
        return (*own, *(Path(pack.root) / "templates" for pack in self.catalog.packs))
