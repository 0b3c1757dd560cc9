"""What a kind of question is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """One section a kind may have.

    Attributes:
        title: Heading, without the `## `.
        required: Whether a file of the kind must have it.
        is_folded: Whether the page folds it so that one can think before looking.
        min_words: Fewest words, 0 for no limit.
        max_words: Most words, 0 for no limit.
    """

    title: str
    required: bool = True
    is_folded: bool = True
    min_words: int = 0
    max_words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A shape of question.

    Attributes:
        name: As written in `kind:`.
        title: As shown to readers.
        plural: Heading of lists.
        sections: In the order in which a file has them.
        fields: Front-matter fields that only this kind has; each is required.
        min_probes: Fewest probes.
    """

    name: str
    title: str
    plural: str
    sections: tuple[SectionSpec, ...]
    fields: tuple[str, ...] = ()
    min_probes: int = 2


IN_30_SECONDS = SectionSpec(title="In 30 seconds", max_words=90)
KEY_POINTS = SectionSpec(title="Key points")
WEAK_GOOD_GREAT = SectionSpec(title="Weak, good, great")
COMMON_MISTAKE = SectionSpec(title="Common mistake")
PROBES = SectionSpec(title="Probes")
PLAIN_WORDS = SectionSpec(title="In plain words", required=False)
PROOF = SectionSpec(title="Proof", required=False)
