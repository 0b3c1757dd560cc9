"""A system-design case: one open problem worked through in 45 minutes."""

from __future__ import annotations

from prep_tracker.model.kinds.kind import (
    COMMON_MISTAKE,
    IN_30_SECONDS,
    KEY_POINTS,
    PROBES,
    Kind,
    SectionSpec,
)

CASE = Kind(
    name="case",
    title="System-design case",
    plural="System-design cases",
    sections=(
        IN_30_SECONDS,
        SectionSpec(title="Clarifying questions"),
        SectionSpec(title="Framing"),
        SectionSpec(title="Numbers"),
        SectionSpec(title="Data and features"),
        SectionSpec(title="Model"),
        SectionSpec(title="Metrics"),
        SectionSpec(title="Experiment"),
        SectionSpec(title="Serving"),
        SectionSpec(title="Monitoring"),
        SectionSpec(title="Failure modes"),
        SectionSpec(title="Privacy and fairness"),
        SectionSpec(title="Diagram"),
        SectionSpec(title="Time budget"),
        KEY_POINTS,
        SectionSpec(title="By level"),
        COMMON_MISTAKE,
        PROBES,
        SectionSpec(title="Proof"),
    ),
    min_probes=3,
)
