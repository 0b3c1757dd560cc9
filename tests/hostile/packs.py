"""Packs in which one payload stands in every field that takes text, of every kind of content."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from prep_tracker.model.kinds import KINDS
from prep_tracker.model.kinds.kind import Kind
from prep_tracker.site.library import ExtraPage, ProofNote

ELSEWHERE = "elsewhere.example"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """One text of a stranger; its number is what it calls `P` with."""

    number: int
    family: str
    text: str

    @property
    def pack(self) -> str:
        """Id of the pack that holds it in every field."""
        return f"p{self.number:03d}"


@cache
def read_payloads() -> tuple[Payload, ...]:
    """The corpus of page payloads."""
    found = yaml.safe_load((Path(__file__).parent / "pages" / "payloads.yml").read_text("utf-8"))
    return tuple(
        Payload(
            number=number,
            family=one["family"],
            text=one["text"].replace("P()", f"P({number})").replace("ELSE", ELSEWHERE),
        )
        for number, one in enumerate(found)
    )


def _quote(text: str) -> str:
    return json.dumps(text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _indent(text: str) -> str:
    return text.replace("\n", "\n  ")


def _sources(text: str) -> str:
    url = _quote("https://x.invalid/" + "".join(text.split()))
    return f"sources:\n  - title: {_quote(text)}\n    by: {_quote(text)}\n    year: 2020\n    url: {url}\n"


def _section(title: str, text: str) -> str:
    if title == "Probes":
        return f"## Probes\n\n### {_one_line(text)}\n\n{text}\n\n### Again {_one_line(text)}\n\n{text}\n"
    if title in {"Key points", "Rubric"}:
        return f"## {title}\n\n- {_indent(text)}\n- Then {_indent(text)}\n"
    if title == "Hints":
        return f"## Hints\n\n1. {_indent(text)}\n2. Then {_indent(text)}\n"
    if title == "Proof":
        return f"## Proof\n\n```python\n{text.replace('```', '')}\n```\n"
    return f"## {title}\n\n{text}\n"


def render_question(kind: Kind, text: str) -> str:
    """A question file of a kind with the payload in each of its fields and sections."""
    own = {
        "competencies": "competencies: [ownership]\n",
        "listeners": "listeners: [peer]\n",
        "learn": f"learn: {_quote(text)}\n",
    }
    front = (
        f"ask: {_quote(f'What of {text}?')}\nkind: {kind.name}\ntopic: here\nlevel: mid\nroles: [mle]\n"
        f"rounds: [ml-breadth]\nminutes: 5\nasked: often\n{''.join(own[name] for name in kind.fields)}{_sources(text)}"
    )
    sections = [_section(spec.title, text) for spec in kind.sections]
    return f"---\n{front}---\n\n{''.join(sections)}\n{_section(f'Own {_one_line(text)}', text)}"


def render_task(text: str) -> str:
    """The `task.md` of an exercise with the payload in each field and section."""
    quoted = _quote(text)
    front = (
        f"title: {quoted}\nask: {quoted}\ntopic: here\nlevel: mid\nroles: [mle]\nrounds: [coding]\nminutes: 10\n"
        f"asked: rare\nsignature: {quoted}\nrequires: [{quoted}]\noracles: [{quoted}]\ntime: {quoted}\nmemory: {quoted}\n"
        f"{_sources(text)}"
    )
    titles = ("Task", "Example", "Constraints", "Hints", "Approach", "Rubric", "Probes")
    return f"---\n{front}---\n\n{''.join(_section(title, text) for title in titles)}"


def render_company(text: str) -> str:
    """A company profile with the payload in each field."""
    quoted = _quote(text)
    return (
        f"title: {quoted}\nsummary: {quoted}\nrounds:\n  - round: coding\n    title: {quoted}\n    minutes: 45\n"
        f"    note: {quoted}\n    basis: reported\nvalues:\n  - title: {quoted}\n    note: {quoted}\n"
        f"caution: {quoted}\nchecked: 2026-11-01\n{_sources(text)}"
    )


def render_email(text: str) -> str:
    """An e-mail template with the payload in each field and tone."""
    quoted = _quote(text)
    front = (
        f"title: {quoted}\npurpose: {quoted}\nwhen: {quoted}\nafter: interview\nhours: 24\nto: interviewer\n"
        f"needs: [company, {quoted}]\nsubject: {quoted}\nexample:\n  company: {quoted}\n  {quoted}: {quoted}\n"
    )
    bodies = [f"## {tone}\n\n{text}\n{{{{ company }}}}\n" for tone in ("warm", "formal", "brief")]
    return f"---\n{front}---\n\n{''.join(bodies)}"


def write_hostile_pack(root: Path, pack: str, text: str) -> Path:
    """A whole pack of one payload: manifest, synonyms, all kinds of questions, exercise, company, e-mail, picture."""
    quoted = _quote(text)
    topic = f"  - {{id: here, title: {quoted}, tips: [6], summary: {quoted}}}\n"
    files = {
        "pack.yml": f"id: {pack}\ntitle: {quoted}\nsummary: {quoted}\nlicence: {quoted}\nauthors: [{quoted}]\nschema: 1\n"
        f"topics:\n{topic}",
        "synonyms.yml": f"- [{quoted}, script, {_quote('so ' + text)}]\n",
        "exercises/task/task.md": render_task(text),
        "companies/firm.yml": render_company(text),
        "emails/mail.md.j2": render_email(text),
    }
    for name in ("starter.py", "solution.py", "tests.py"):
        files[f"exercises/task/{name}"] = f"{text}\n"
    files["exercises/task/mutants/wrong.py"] = f"{_one_line(text)!r}\n"
    for kind in KINDS.values():
        picture = f"\n![{_one_line(text).replace(']', '')}](../../figures/dot.png)\n"
        files[f"questions/here/{kind.name}.md"] = render_question(kind, text) + picture
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    (root / "figures").mkdir(exist_ok=True)
    (root / "figures" / "dot.png").write_bytes(PNG)
    return root


def make_extra(payload: Payload) -> ExtraPage:
    """A page of a plugin with the payload in its title and text."""
    return ExtraPage(plugin="hostile", slug=payload.pack, title=payload.text, text=payload.text)


def make_notes(payload: Payload) -> dict[str, ProofNote]:
    """What a record of proofs could say, for one of the payload's questions passed and for another failed."""
    text = payload.text
    return {
        f"{payload.pack}/concept": ProofNote(
            status="passed", when=text, versions=(text,), seconds=1.0
        ),
        f"{payload.pack}/explain": ProofNote(status=text, when=text, versions=(), seconds=1.0),
    }
