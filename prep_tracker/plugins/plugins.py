"""The plugins that were found: call a hook of each, keep what goes wrong as a value."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prep_tracker.model.failure import Failure
from prep_tracker.plugins.guard import SECONDS, call_guarded

if TYPE_CHECKING:
    from prep_tracker.catalog import Catalog
    from prep_tracker.model.exercise import Exercise

MOST_ITEMS = 1000
MOST_CHARACTERS = 400_000
PAGE_PARTS = 3
_SLUG = re.compile(r"[a-z0-9-]{1,80}")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """One plugin that could be loaded.

    Attributes:
        name: Name of the entry point.
        distribution: Name of its distribution.
        version: Its version.
        manager: A plugin manager of its own, None for a pack that is data only.
        folders: Packs of a distribution that is data only.
    """

    name: str
    distribution: str = ""
    version: str = ""
    manager: Any = None
    folders: tuple[Path, ...] = ()

    def fail(self, cause: str, hint: str = "", *, is_fatal: bool = True) -> Failure:
        """A failure of this plugin."""
        return Failure(
            plugin=self.name,
            distribution=self.distribution,
            version=self.version,
            cause=cause,
            hint=hint or "update or uninstall it; everything else works",
            is_fatal=is_fatal,
        )


@dataclass(slots=True, kw_only=True)
class Plugins:
    """The plugins that were found, and what went wrong with them so far."""

    plugins: list[Plugin] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    seconds: float = SECONDS

    @property
    def is_steady(self) -> bool:
        """Whether the packs are the same until another distribution is installed or one is removed."""
        return not self.failures and all(
            plugin.manager is None or plugin.distribution == "prep-tracker"
            for plugin in self.plugins
        )

    def call(
        self, hook: str, check: Callable[[Any], Any], **arguments: Any
    ) -> Iterator[tuple[Plugin, Any]]:
        """Call one hook of every plugin that has it; what fails goes to `failures`.

        Args:
            hook: Its name.
            check: Turns the raw result into what is wanted, or raises `TypeError` with what is wrong.
            arguments: Of the hook.
        """
        for plugin in self.plugins:
            caller = getattr(plugin.manager.hook, hook) if plugin.manager is not None else None
            if caller is None or not caller.get_hookimpls():
                continue

            def work(caller: Any = caller) -> Any:
                return check(caller(**arguments))

            done = call_guarded(work, seconds=self.seconds)
            self.failures += [
                plugin.fail(f"{hook}: {deed}", is_fatal=False) for deed in done.misdeeds
            ]
            if done.cause:
                self.failures.append(plugin.fail(f"{hook}: {done.cause}"))
            else:
                yield plugin, done.value

    def pack_sources(self) -> list[PackSource]:
        """Packs of all plugins, in the plugins' order."""
        found = [(plugin, list(plugin.folders)) for plugin in self.plugins if plugin.folders]
        found += list(self.call("prep_packs", _as_folders))
        order = {plugin.name: number for number, plugin in enumerate(self.plugins)}
        found.sort(key=lambda pair: order[pair[0].name])
        return [
            PackSource(
                root=root,
                plugin=plugin.name,
                distribution=plugin.distribution,
                version=plugin.version,
            )
            for plugin, roots in found
            for root in roots
        ]

    def rules(self, taken: frozenset[str] = frozenset()) -> tuple[Any, ...]:
        """Rules of all plugins; one whose name is taken is a failure."""
        rules: list[Any] = []
        names = set(taken)
        for plugin, found in list(self.call("prep_rules", _as_rules)):
            for rule in found:
                if rule.name in names:
                    self.failures.append(
                        plugin.fail(f"prep_rules: the rule {rule.name} is already there")
                    )
                else:
                    names.add(rule.name)
                    rules.append(rule)
        return tuple(rules)

    def pages(self, catalog: Catalog) -> list[tuple[Plugin, str, str, str]]:
        """More pages of the site: plugin, slug, title and Markdown."""
        called = list(self.call("prep_pages", _as_pages, catalog=catalog))
        return [(plugin, *page) for plugin, pages in called for page in pages]

    def run_exercise(self, exercise: Exercise, workdir: Path) -> Any:
        """The first verdict that a plugin gives, or None."""
        for _, verdict in self.call(
            "prep_run_exercise", lambda value: value, exercise=exercise, workdir=workdir
        ):
            if verdict is not None:
                return verdict
        return None

    def add_commands(self, group: Any) -> None:
        """Let every plugin add its commands to a click group of its own, then take those that are new."""
        import click

        for plugin in self.plugins:
            own = click.Group()
            one = Plugins(plugins=[plugin], seconds=self.seconds)
            for _ in one.call("prep_commands", lambda value: value, cli=own):
                pass
            self.failures += one.failures
            for name, command in own.commands.items():
                if group.get_command(click.Context(group), name) is None:
                    group.add_command(command, name)
                else:
                    self.failures.append(
                        plugin.fail(f"prep_commands: the command {name[:40]} is already there")
                    )


def _flatten(value: Any) -> Iterator[Any]:
    """The items of a hook's results: pluggy gives a list with one result for each implementation."""
    if not isinstance(value, list):
        raise TypeError("the result is not a list")
    for result in value:
        if isinstance(result, (str, bytes, dict)) or not hasattr(result, "__iter__"):
            raise TypeError(f"it gave {type(result).__name__}, not a list")
        items = list(islice(iter(result), MOST_ITEMS + 1))
        if len(items) > MOST_ITEMS:
            raise TypeError(f"it gave more than {MOST_ITEMS} items")
        yield from items


def _as_folders(value: Any) -> list[Path]:
    folders = []
    for item in _flatten(value):
        if not isinstance(item, (str, Path)):
            raise TypeError(f"it gave {type(item).__name__}, not a path")
        folder = Path(str.__str__(item) if isinstance(item, str) else item)
        if not folder.is_absolute() or not (folder / "pack.yml").exists():
            raise TypeError(f"there is no pack.yml in {os.fspath(folder)!r}")
        folders.append(folder)
    return folders


def _as_rules(value: Any) -> list[Any]:
    rules = list(_flatten(value))
    for rule in rules:
        if not (
            isinstance(getattr(rule, "name", None), str)
            and _SLUG.fullmatch(rule.name)
            and callable(rule.check)
        ):
            raise TypeError(f"it gave {type(rule).__name__}, not a rule")
    return rules


def _as_pages(value: Any) -> list[tuple[str, str, str]]:
    pages = []
    for item in _flatten(value):
        if (
            not isinstance(item, tuple)
            or len(item) != PAGE_PARTS
            or not all(isinstance(part, str) for part in item)
        ):
            raise TypeError("a page is a tuple of slug, title and Markdown")
        slug, title, text = (str.__str__(part) for part in item)
        if not _SLUG.fullmatch(slug) or len(title) + len(text) > MOST_CHARACTERS:
            raise TypeError("a page has a slug of a-z, 0-9 and -, and at most 400,000 characters")
        pages.append((slug, title, text))
    return pages
