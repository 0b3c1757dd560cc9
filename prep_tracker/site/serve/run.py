"""`site serve`: build, serve, watch; the page that was edited first, the search index when there is time."""

from __future__ import annotations

import os
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from prep_tracker.catalog import Catalog
from prep_tracker.errors import PrepTrackerError
from prep_tracker.loading import load_catalog
from prep_tracker.site.build import BuildOptions, build_site, refresh_site
from prep_tracker.site.serve.ledger import Access, Ledger, watch_ledger
from prep_tracker.site.serve.live import print_me
from prep_tracker.site.serve.me import ME
from prep_tracker.site.serve.news import News
from prep_tracker.site.serve.personal import Personal
from prep_tracker.site.serve.plan import PLAN, render_plan
from prep_tracker.site.serve.server import SiteServer
from prep_tracker.site.serve.watch import Watcher
from prep_tracker.site.staging import find_source

Input = tuple[Catalog, BuildOptions]
Say = Callable[[str], None]
ReadPersonal = Callable[[], Personal | None]
IDLE = 1.0
"""Seconds without an edit after which the search index is made again."""


@dataclass(slots=True, kw_only=True)
class Desk:
    """What is being served, and what is needed to render it again.

    Attributes:
        catalog: The packs as last read.
        options: Of the build.
        reload: Reads everything anew.
        news: For the browsers.
        say: For the person at the terminal.
        is_behind: Whether the search index is older than the pages.
    """

    catalog: Catalog
    options: BuildOptions
    reload: Callable[[], Input]
    news: News
    say: Say
    is_behind: bool = False
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def print_me(self, read_personal: ReadPersonal) -> bytes:
        """The learner's own page, made now; it waits while the site is being rendered."""
        with self._turn:
            return print_me(self.catalog, self.options, read_personal)

    def take(self, changed: set[Path]) -> None:
        """Read what changed and render what depends on it; an error is told, and the old pages stay."""
        try:
            with self._turn:
                self.catalog = self._read(changed)
                report = refresh_site(self.catalog, replace(self.options, has_search=False))
        except PrepTrackerError as error:
            self.say(f"error: {error.message}\nhint: {error.hint}")
            return
        for problem in self._problems(changed):
            self.say(problem)
        self.is_behind = True
        self.say(f"{report.written} pages rendered again in {report.seconds:.2f} s")
        self.news.publish(report.names)

    def catch_up(self) -> None:
        """Make the search index again."""
        self.is_behind = False
        try:
            with self._turn:
                refresh_site(self.catalog, self.options)
        except PrepTrackerError as error:
            self.say(f"error: {error.message}\nhint: {error.hint}")

    def _read(self, changed: set[Path]) -> Catalog:
        """The catalog with the packs in which files changed read again; everything when more than that changed."""
        roots = {Path(pack.root): pack for pack in self.catalog.packs}
        touched = {root for path in changed for root in roots if root in path.parents}
        is_more = any(
            path.name == "pack.yml" or not touched & set(path.parents) for path in changed
        )
        if is_more:
            self.catalog, self.options = self.reload()
            return self.catalog
        fresh = {pack.root: pack for pack in load_catalog(sorted(touched)).packs}
        packs = tuple(
            replace(fresh[pack.root], distribution=pack.distribution, version=pack.version)
            if pack.root in fresh
            else pack
            for pack in self.catalog.packs
        )
        return replace(self.catalog, packs=packs)

    def _problems(self, changed: set[Path]) -> list[str]:
        names = {os.fspath(path) for path in changed}
        return [
            f"{Path(pack.root) / problem.path}:{problem.line}: {problem.code}: {problem.message}"
            for pack in self.catalog.packs
            for problem in pack.problems
            if os.fspath(Path(pack.root) / problem.path) in names
        ]


def serve_site(
    catalog: Catalog,
    options: BuildOptions,
    reload: Callable[[], Input],
    read_personal: ReadPersonal,
    ledger: Ledger | None = None,
    *,
    port: int,
    opens: bool,
    say: Say,
) -> None:
    """Build the site, serve it on 127.0.0.1 and follow the edits until Ctrl+C.

    Args:
        catalog: All packs.
        options: Of the build.
        reload: Reads packs and options anew, when more than one pack's files changed.
        read_personal: Reads the learner's folder for their own page, at each request; None where there is none.
        ledger: The learner's journal, kept in step with the pages; None keeps it out.
        port: Where to listen; 0 takes any free port.
        opens: Whether to open the browser.
        say: Tells the person at the terminal.

    Raises:
        BuildError: The first build failed.
        InputError: The port is taken.
    """
    build_site(catalog, options)
    desk = Desk(
        catalog=catalog, options=options, reload=reload, news=News(os.urandom(8).hex()), say=say
    )
    server = make_server(desk, read_personal, port, ledger)
    source = find_source(options.config)
    watcher = Watcher([*(Path(pack.root) for pack in catalog.packs), source.docs])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stopped = threading.Event()
    if ledger is not None:
        threading.Thread(
            target=watch_ledger, args=(ledger, desk.news, stopped), daemon=True
        ).start()
    say(f"The site is at {server.url} on this computer only. Edits show at once; Ctrl+C stops.")
    say(f"Your plan is at {server.url}{ME}, made from your workspace and in no built site.")
    if opens:
        webbrowser.open(server.url)
    try:
        _follow(desk, watcher)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        stopped.set()
        watcher.stop()
        server.shutdown()
        server.server_close()


def make_server(
    desk: Desk, read_personal: ReadPersonal, port: int, ledger: Ledger | None = None
) -> SiteServer:
    """The web server for the desk's site, with the learner's own page and, if given, their journal.

    Raises:
        InputError: The port is taken.
    """
    live = {
        f"/{ME}": lambda: desk.print_me(read_personal),
        PLAN: lambda: render_plan(read_personal),
    }
    access = Access(ledger=ledger) if ledger is not None else None
    return SiteServer(desk.options.out.resolve(), desk.news, port, live, access)


def _follow(desk: Desk, watcher: Watcher) -> None:
    while True:
        changed = watcher.wait(IDLE if desk.is_behind else 3600.0)
        if changed:
            desk.take(changed)
        elif desk.is_behind:
            desk.catch_up()
