"""The record of running a proof: when, with which versions, how long, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRun:
    """One proof, run once.

    Attributes:
        question: Id of the question.
        digest: Hex digest of the proof's code, from `digest_proof`.
        status: `passed`, `failed` or `timeout`.
        seconds: Processor time it took.
        when: Instant, ISO 8601, UTC.
        versions: Pairs of name and version: Python and the libraries.
        line: Line of the file where it failed, 0 when it passed.
        message: What failed, empty when it passed.
        is_cached: Whether an earlier run of the same code and versions stands for it.
    """

    question: str
    digest: str
    status: str
    seconds: float
    when: str
    versions: tuple[tuple[str, str], ...] = ()
    line: int = 0
    message: str = ""
    is_cached: bool = False
