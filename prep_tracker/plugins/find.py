"""Find installed plugins: hooks in the entry-point group `prep_tracker`, data in `prep_tracker.data`."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, EntryPoint, distributions
from pathlib import Path
from typing import Any

from prep_tracker.hookspecs import DATA_GROUP, GROUP
from prep_tracker.plugins.guard import SECONDS, call_guarded, describe_error
from prep_tracker.plugins.plugins import Plugin, Plugins

BUILT_IN = "builtin"
_MODULE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One entry point of ours in an installed distribution."""

    entry: EntryPoint
    distribution: Distribution
    name: str
    version: str

    def plugin(self, **parts: Any) -> Plugin:
        """The plugin behind it."""
        return Plugin(name=self.entry.name, distribution=self.name, version=self.version, **parts)


def find_doors(problems: list[Plugin | str]) -> Iterator[Door]:
    """Entry points of ours in every distribution; metadata that cannot be read is passed over.

    Args:
        problems: Collects a line for each distribution whose entry points cannot be read.
    """
    seen: set[str] = set()
    for distribution in distributions():
        try:
            text = distribution.read_text("entry_points.txt") or ""
            if GROUP not in text:
                continue
            name = str(distribution.metadata["Name"])
            if name.lower().replace("_", "-") in seen:
                continue
            seen.add(name.lower().replace("_", "-"))
            entries = [
                entry for entry in distribution.entry_points if entry.group in {GROUP, DATA_GROUP}
            ]
            version = str(distribution.version)
        except Exception as error:  # noqa: BLE001 - metadata of a stranger may be broken in any way
            problems.append(describe_error(error))
            continue
        for entry in entries:
            yield Door(entry=entry, distribution=distribution, name=name, version=version)


def find_plugins(environ: Mapping[str, str] | None = None) -> Plugins:
    """The installed plugins, built-in ones first, then by name.

    Args:
        environ: Environment; `PREP_TRACKER_PLUGINS=a,b` takes only the entry points of these
            names, `PREP_TRACKER_PLUGIN_SECONDS` is the time limit of one call.
    """
    environ = os.environ if environ is None else environ
    problems: list[Plugin | str] = []
    doors = list(find_doors(problems))
    plugins = Plugins(seconds=_seconds(environ))
    chosen = environ.get("PREP_TRACKER_PLUGINS")
    wanted = {name.strip() for name in chosen.split(",")} if chosen is not None else None
    if not any(door.entry.name == BUILT_IN and door.name == "prep-tracker" for door in doors):
        _add_built_in(plugins, wanted)
    doors.sort(key=lambda door: (door.name != "prep-tracker", door.entry.name, door.name))
    for door in doors:
        if wanted is None or door.entry.name in wanted:
            _add(door, plugins)
    unreadable = Plugin(name="?")
    plugins.failures += [
        unreadable.fail(f"metadata of a distribution cannot be read: {text}") for text in problems
    ]
    if wanted is not None:
        missing = (
            wanted
            - {plugin.name for plugin in plugins.plugins}
            - {one.plugin for one in plugins.failures}
            - {""}
        )
        plugins.failures += [
            Plugin(name=name).fail("no such plugin is installed") for name in sorted(missing)
        ]
    return plugins


def _seconds(environ: Mapping[str, str]) -> float:
    try:
        return max(0.1, float(environ.get("PREP_TRACKER_PLUGIN_SECONDS", SECONDS)))
    except ValueError:
        return SECONDS


def _add_built_in(plugins: Plugins, wanted: set[str] | None) -> None:
    """The built-in packs of a checkout that is not installed, through the same hook."""
    if wanted is not None and BUILT_IN not in wanted:
        return
    from prep_tracker import builtin

    plugins.plugins.append(
        Plugin(name=BUILT_IN, distribution="prep-tracker", manager=_manage(builtin, BUILT_IN))
    )


def _manage(module: Any, name: str) -> Any:
    """A plugin manager that holds this one plugin; raises when a hook is unknown or has other arguments."""
    import pluggy

    from prep_tracker import hookspecs

    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(module, name)
    manager.check_pending()
    return manager


def _add(door: Door, plugins: Plugins) -> None:
    if door.entry.group == DATA_GROUP:
        folders = find_data_folders(door)
        if folders:
            plugins.plugins.append(door.plugin(folders=folders))
        else:
            plugins.failures.append(
                door.plugin().fail(f"there is no pack.yml in {door.entry.value[:80]}")
            )
        return
    done = call_guarded(
        lambda: _manage(door.entry.load(), door.entry.name), seconds=plugins.seconds
    )
    plugin = door.plugin(manager=done.value)
    plugins.failures += [
        plugin.fail(f"when imported, {deed}", is_fatal=False) for deed in done.misdeeds
    ]
    if done.cause:
        plugins.failures.append(plugin.fail(f"it cannot be imported: {done.cause}"))
    else:
        plugins.plugins.append(plugin)


def find_data_folders(door: Door) -> tuple[Path, ...]:
    """Pack folders of a distribution that is data only; nothing of it is imported."""
    value = door.entry.value.strip()
    if not _MODULE.fullmatch(value):
        return ()
    below = value.replace(".", "/")
    for base in _bases(door.distribution):
        folder = base / below
        if (folder / "pack.yml").is_file():
            return (folder,)
        packs = tuple(sorted(path.parent for path in folder.glob("*/pack.yml")))
        if packs:
            return packs
    return ()


def _bases(distribution: Distribution) -> Iterator[Path]:
    """Where the distribution's packages can be: beside its metadata, or in an editable project."""
    yield Path(os.fspath(distribution.locate_file("")))  # type: ignore[call-overload]
    try:
        url = json.loads(distribution.read_text("direct_url.json") or "{}").get("url", "")
    except (ValueError, AttributeError, OSError):
        return
    if isinstance(url, str) and url.startswith("file://"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname

        project = Path(url2pathname(urlsplit(url).path))
        yield project
        yield project / "src"
