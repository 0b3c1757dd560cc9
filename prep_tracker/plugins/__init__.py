"""Find and call plugins one by one; a failing one is reported, never fatal."""

from __future__ import annotations

from prep_tracker.plugins.find import find_plugins
from prep_tracker.plugins.guard import Guarded, call_guarded
from prep_tracker.plugins.plugins import PackSource, Plugin, Plugins

__all__ = ["Guarded", "PackSource", "Plugin", "Plugins", "call_guarded", "find_plugins"]
