"""Machine-learning interview preparation: packs, a searchable site, a plan to the day."""

from __future__ import annotations

__version__ = "0.1.0"
