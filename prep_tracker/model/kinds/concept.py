"""A concept question: an answer to understand and say."""

from __future__ import annotations

from prep_tracker.model.kinds.kind import (
    COMMON_MISTAKE,
    IN_30_SECONDS,
    KEY_POINTS,
    PLAIN_WORDS,
    PROBES,
    PROOF,
    WEAK_GOOD_GREAT,
    Kind,
    SectionSpec,
)

CONCEPT = Kind(
    name="concept",
    title="Concept question",
    plural="Concept questions",
    sections=(
        IN_30_SECONDS,
        SectionSpec(title="Answer", min_words=150, max_words=450),
        KEY_POINTS,
        WEAK_GOOD_GREAT,
        COMMON_MISTAKE,
        PROBES,
        PLAIN_WORDS,
        PROOF,
    ),
)
