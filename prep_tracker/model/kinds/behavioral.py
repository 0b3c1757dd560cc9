"""A behavioral or project prompt: the same story told weakly and strongly."""

from __future__ import annotations

from prep_tracker.model.kinds.kind import (
    COMMON_MISTAKE,
    IN_30_SECONDS,
    KEY_POINTS,
    PROBES,
    PROOF,
    Kind,
    SectionSpec,
)

BEHAVIORAL = Kind(
    name="behavioral",
    title="Behavioral prompt",
    plural="Behavioral prompts",
    sections=(
        IN_30_SECONDS,
        SectionSpec(title="What they listen for"),
        SectionSpec(title="The five points", required=False),
        SectionSpec(title="Weak story"),
        SectionSpec(title="Strong story"),
        SectionSpec(title="The difference"),
        KEY_POINTS,
        COMMON_MISTAKE,
        PROBES,
        PROOF,
    ),
    fields=("competencies",),
)
