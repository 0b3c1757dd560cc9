"""A failure: a plugin or a pack that could not be used, kept as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What went wrong with one plugin or pack, harmless to the rest.

    Attributes:
        plugin: Name of the entry point, or of the pack's folder.
        distribution: Name of the installed distribution, or empty.
        version: Its version, or empty.
        cause: What went wrong, one line.
        hint: What to do about it.
        is_fatal: Whether the plugin (or pack) is left out; False for a mere misdeed such as printing.
    """

    plugin: str
    distribution: str
    version: str
    cause: str
    hint: str = ""
    is_fatal: bool = True
