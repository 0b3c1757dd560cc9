"""A question to ask: what the candidate asks the interviewer, and how to read the answer."""

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

TO_ASK = Kind(
    name="to-ask",
    title="Question to ask",
    plural="Questions to ask",
    sections=(
        IN_30_SECONDS,
        SectionSpec(title="Why ask it"),
        SectionSpec(title="A good answer"),
        SectionSpec(title="A worrying answer"),
        KEY_POINTS,
        COMMON_MISTAKE,
        PROBES,
        PROOF,
    ),
    fields=("listeners", "learn"),
)
