"""The plugin contract: five hooks, and no further one without a real plugin that needs it.

A plugin is a module (or object) that an installed distribution names in the entry-point group
`prep_tracker`. It marks its functions with `hookimpl` and gives each the name of a hook. A pack
that is data only needs no Python at all: its distribution names the package that holds the packs
in the group `prep_tracker.data`, and nothing of it is imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    import click

    from prep_tracker.catalog import Catalog
    from prep_tracker.model.exercise import Exercise

GROUP = "prep_tracker"
DATA_GROUP = "prep_tracker.data"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def prep_packs() -> Iterable[Path]:  # type: ignore[empty-body]
    """Say where packs are.

    Returns:
        Folders that hold a `pack.yml` each, as `Path` or `str`, absolute.
    """


@hookspec
def prep_rules() -> Iterable[Any]:  # type: ignore[empty-body]
    """Add checks for packs.

    Returns:
        `prep_tracker.loading.rules.Rule` objects; their names must not be taken.
    """


@hookspec
def prep_pages(catalog: Catalog) -> Iterable[tuple[str, str, str]]:  # type: ignore[empty-body]
    """Add pages to the site.

    Args:
        catalog: All loaded packs.

    Returns:
        Triples of slug (`[a-z0-9-]{1,80}`), title and Markdown, which is rendered and
        sanitized as everything is.
    """


@hookspec(firstresult=True)
def prep_run_exercise(exercise: Exercise, workdir: Path) -> Any:
    """Run the learner's solution to an exercise in a language that the built-in runner does not know.

    Args:
        exercise: The exercise.
        workdir: Folder that holds the learner's files.

    Returns:
        A verdict, or None when the exercise is not this plugin's.
    """


@hookspec
def prep_commands(cli: click.Group) -> None:
    """Add commands.

    Args:
        cli: A group to which the plugin adds its commands with `cli.add_command(...)`.
    """
