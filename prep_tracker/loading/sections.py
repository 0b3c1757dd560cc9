"""Cut a content file into front matter and `##` sections, and sections into items and probes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from prep_tracker.loading.fields import MAX_FIELD_CHARACTERS
from prep_tracker.loading.report import Report
from prep_tracker.model.question import Probe, Proof, Section

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_ITEM = re.compile(r"[-*+] +(?=\S)")
_NUMBERED = re.compile(r"[0-9]{1,3}[.)] +(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """Front matter and body of a file; `body_line` is the file's line of the body's first."""

    front: str
    body: str
    body_line: int


def split_front_matter(text: str, report: Report) -> Halves | None:
    """Front matter between two `---` lines, and what follows; None with a problem."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        report.add(
            "no-front-matter",
            "the file does not begin with a `---` line",
            line=1,
            hint="begin with `---`",
        )
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            body = "\n".join(lines[number + 1 :])
            return Halves(front="\n".join(lines[1:number]) + "\n", body=body, body_line=number + 2)
    report.add(
        "no-front-matter", "the front matter is not closed", line=1, hint="end it with a `---` line"
    )
    return None


def mark_fenced(lines: list[str]) -> list[bool]:
    """For each line, whether it belongs to a fenced code block (fences included)."""
    marks = []
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        if fence:
            marks.append(True)
            if (
                found
                and found[1][0] == fence[0]
                and len(found[1]) >= len(fence)
                and not found[2].strip()
            ):
                fence = ""
        elif found and not (found[1][0] == "`" and "`" in found[2]):
            fence = found[1]
            marks.append(True)
        else:
            marks.append(False)
    return marks


def _cut(text: str, first: int, prefix: str) -> list[tuple[str, int, str, int]]:
    """Heading, its line, text below it and that text's first line, for every heading with the prefix."""
    lines = text.split("\n")
    fenced = mark_fenced(lines)
    heads = [n for n, line in enumerate(lines) if line.startswith(prefix) and not fenced[n]]
    heads.append(len(lines))
    parts = [("", first, *_trim(lines[: heads[0]], first))]
    for head, after in pairwise(heads):
        title = lines[head][len(prefix) :].strip()
        parts.append((title, first + head, *_trim(lines[head + 1 : after], first + head + 1)))
    return parts


def _trim(lines: list[str], first: int) -> tuple[str, int]:
    start = 0
    while start < len(lines) and not lines[start].strip():
        start += 1
    text = "\n".join(lines[start:]).rstrip()
    return text, first + start if text else first


def cut_sections(halves: Halves, report: Report) -> tuple[Section, ...]:
    """The `##` sections; `line` is the file's line of a section's first line of text."""
    before, *parts = _cut(halves.body, halves.body_line, "## ")
    if before[2]:
        report.add(
            "stray-text",
            "text stands before the first section",
            line=before[3],
            hint="move it below a `##`",
        )
    for title, line, text, _ in parts:
        if len(text) > MAX_FIELD_CHARACTERS:
            message = f"the section {title[:40]!r} has more than {MAX_FIELD_CHARACTERS} characters"
            report.add("field-too-long", message, line=line, hint="shorten it")
    return tuple(Section(title=title, text=text, line=line) for title, _, text, line in parts)


def cut_probes(section: Section | None, report: Report) -> tuple[Probe, ...]:
    """The `###` probes of a section, each with its answer."""
    if section is None:
        return ()
    before, *parts = _cut(section.text, section.line, "### ")
    if before[2]:
        report.add(
            "stray-text",
            "text stands before the first probe",
            line=before[3],
            hint="put it below a `###`",
        )
    for title, line, text, _ in parts:
        if not title or not text:
            report.add(
                "empty-probe",
                "a probe needs a question and an answer",
                line=line,
                hint="write both",
            )
    return tuple(Probe(ask=title, answer=text, line=line) for title, line, text, _ in parts)


def cut_items(section: Section | None, *, numbered: bool = False) -> tuple[tuple[str, int], ...]:
    """The top-level list items of a section, each as Markdown with its line in the file."""
    if section is None:
        return ()
    pattern = _NUMBERED if numbered else _ITEM
    items: list[tuple[list[str], int]] = []
    lines = section.text.split("\n")
    for number, (line, fenced) in enumerate(zip(lines, mark_fenced(lines), strict=True)):
        found = None if fenced else pattern.match(line)
        if found:
            items.append(([line[found.end() :]], section.line + number))
        elif items:
            items[-1][0].append(_dedent(line))
    return tuple(("\n".join(lines).strip(), line) for lines, line in items)


def _dedent(line: str) -> str:
    stripped = line.lstrip(" ")
    return line[min(len(line) - len(stripped), 2) :]


def cut_proof(section: Section | None) -> Proof | None:
    """The Python block of a proof section, with the file's line of its first line of code."""
    if section is None:
        return None
    lines = section.text.split("\n")
    fenced = mark_fenced(lines)
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if found and fenced[number] and found[2].strip() == "python":
            end = number + 1
            while end < len(lines) and fenced[end] and not _closes(lines[end], found[1]):
                end += 1
            return Proof(
                code="\n".join(lines[number + 1 : end]) + "\n", line=section.line + number + 1
            )
    return None


def _closes(line: str, fence: str) -> bool:
    found = _FENCE.match(line)
    return bool(
        found and found[1][0] == fence[0] and len(found[1]) >= len(fence) and not found[2].strip()
    )
