"""An e-mail template for the time after (or around) an interview."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailTemplate:
    """A follow-up template.

    Attributes:
        id: `pack/slug`.
        pack: Id of the pack.
        slug: File name without `.md.j2`.
        title: As shown in lists.
        purpose: One sentence: what it is for.
        when: When to send it, in words.
        after: What the time is counted from: `interview`, `promised`, `last-mail`, `decision`, `now`.
        hours: Hours after that moment at which it is due.
        to: `interviewer`, `panel`, `recruiter` or `hiring-manager`.
        needs: Names of the fields it must be given, e.g. `interviewer.name`.
        covers: Ids of syllabus lines.
        subject: Jinja template of the subject.
        bodies: Pairs of tone (`warm`, `formal`, `brief`) and Jinja template of the body, plain text.
        example: Pairs of field name and sample value, for a filled example.
        path: File, relative to the pack's folder.
        digest: Hex digest of the file's bytes.
    """

    id: str
    pack: str
    slug: str
    title: str
    purpose: str
    when: str
    after: str
    hours: int
    to: str
    needs: tuple[str, ...]
    subject: str
    bodies: tuple[tuple[str, str], ...]
    covers: tuple[str, ...] = ()
    example: tuple[tuple[str, str], ...] = ()
    path: str = ""
    digest: str = ""
