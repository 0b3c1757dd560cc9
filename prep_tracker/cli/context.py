"""The one place that makes clock, random source, paths and catalog for commands."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

DAY_STARTS_AT = timedelta(hours=4)
"""The learner's day rolls over at 04:00 local time."""


@dataclass(slots=True, kw_only=True)
class Context:
    """What a command needs from the world.

    Attributes:
        environ: Environment variables.
        cwd: Current folder.
        rng: Random source; seeded by commands that take `--seed`.
    """

    environ: dict[str, str] = field(default_factory=lambda: dict(os.environ))
    cwd: Path = field(default_factory=Path.cwd)
    rng: Random = field(default_factory=Random)

    def now(self) -> datetime:
        """This instant, UTC; `PREP_TRACKER_NOW` (ISO 8601) stands in for the clock in tests."""
        fixed = self.environ.get("PREP_TRACKER_NOW", "")
        if fixed:
            return datetime.fromisoformat(fixed).astimezone(UTC)
        return datetime.now(UTC)

    def today(self) -> date:
        """The learner's local day, which rolls over at 04:00."""
        return (self.now().astimezone() - DAY_STARTS_AT).date()
