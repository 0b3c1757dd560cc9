"""The kinds of question: which sections each has, one kind a module."""

from __future__ import annotations

from prep_tracker.model.kinds.behavioral import BEHAVIORAL
from prep_tracker.model.kinds.case import CASE
from prep_tracker.model.kinds.concept import CONCEPT
from prep_tracker.model.kinds.explain import EXPLAIN
from prep_tracker.model.kinds.kind import Kind, SectionSpec
from prep_tracker.model.kinds.to_ask import TO_ASK

KINDS: dict[str, Kind] = {kind.name: kind for kind in (CONCEPT, CASE, BEHAVIORAL, TO_ASK, EXPLAIN)}

__all__ = ["BEHAVIORAL", "CASE", "CONCEPT", "EXPLAIN", "KINDS", "TO_ASK", "Kind", "SectionSpec"]
