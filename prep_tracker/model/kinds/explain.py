"""An explain-it-simply item: one concept for an executive, an engineer and a child."""

from __future__ import annotations

from prep_tracker.model.kinds.kind import (
    COMMON_MISTAKE,
    IN_30_SECONDS,
    KEY_POINTS,
    PROBES,
    PROOF,
    WEAK_GOOD_GREAT,
    Kind,
    SectionSpec,
)

EXPLAIN = Kind(
    name="explain",
    title="Explain it simply",
    plural="Explain it simply",
    sections=(
        IN_30_SECONDS,
        SectionSpec(title="The concept"),
        SectionSpec(title="An analogy"),
        SectionSpec(title="Where it breaks"),
        SectionSpec(title="For an executive"),
        SectionSpec(title="For an engineer"),
        SectionSpec(title="For a child"),
        SectionSpec(title="Words to avoid"),
        KEY_POINTS,
        WEAK_GOOD_GREAT,
        COMMON_MISTAKE,
        PROBES,
        PROOF,
    ),
)
