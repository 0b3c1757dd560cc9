"""Whatever is edited, a build that renders only what depends on it gives the bytes of a full one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prep_tracker.catalog import Catalog
from prep_tracker.model.pack import Pack, Topic
from prep_tracker.model.question import Question, Section
from prep_tracker.model.syllabus import SyllabusLine, Tip
from prep_tracker.model.words import Level
from prep_tracker.site.build import BuildOptions, BuildReport, build_site, refresh_site
from prep_tracker.site.keys import digest_of
from prep_tracker.site.library import ProofNote
from prep_tracker.site.offline import FILES, WORKER
from tests.builders import make_question

TOPICS = ("one", "two")
TIP = Tip(number=1, slug="tip", title="A tip", summary="Of one tip.")
LINE = SyllabusLine(
    id="line",
    tip=1,
    area="Area",
    title="A line",
    level="mid",
    roles=("mle",),
    facts=("x",),
    asked_by=0,
)
SLUGS = ("a", "b", "c", "d")
TEXTS = (
    "Plain.",
    "See [it](pack/a).",
    "See [it][r].\n\n[r]: pack/d",
    "$x^2$",
    "```python\nx = 1\n```",
    "See [it](pack/gone).",
)

edits = st.fixed_dictionaries(
    {
        "asks": st.lists(
            st.sampled_from(["Why?", "How?", 'Say "no"?', "What is `x`?"]), min_size=4, max_size=4
        ),
        "texts": st.lists(st.sampled_from(TEXTS), min_size=4, max_size=4),
        "topics": st.lists(st.sampled_from(TOPICS), min_size=4, max_size=4),
        "present": st.lists(st.booleans(), min_size=4, max_size=4),
        "needs": st.sampled_from([(), ("pack/a",), ("pack/gone",)]),
        "level": st.sampled_from(list(Level)),
        "title": st.sampled_from(["Pack", "Other"]),
        "line": st.sampled_from(["A line", "Another"]),
        "proved": st.booleans(),
    }
)


def make_catalog(edit: dict[str, object]) -> Catalog:
    rows = zip(SLUGS, edit["asks"], edit["texts"], edit["topics"], edit["present"], strict=True)  # type: ignore[call-overload]
    questions = tuple(
        _with_digest(
            make_question(
                f"pack/{slug}",
                ask=f"{slug}: {ask}",
                topic=topic,
                level=edit["level"],
                needs=edit["needs"],
                covers=("line",),
                sections=(
                    Section(title="In 30 seconds", text=text, line=1),
                    Section(title="Answer", text=text, line=3),
                ),
            )
        )
        for slug, ask, text, topic, is_present in rows
        if is_present
    )
    pack = Pack(
        id="pack", title=str(edit["title"]), summary="For a test.", licence="CC0-1.0", authors=("somebody",), schema=1,
        topics=tuple(Topic(id=name, pack="pack", title=name.title(), tips=(1,)) for name in TOPICS), questions=questions,
    )  # fmt: skip
    return Catalog(packs=(pack,), tips=(TIP,), syllabus=(replace(LINE, title=str(edit["line"])),))


def _with_digest(question: Question) -> Question:
    """As the loader does it: the digest is of the file, and knows nothing of other files."""
    return replace(question, digest=digest_of(question))


def read_all(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def make_options(edit: dict[str, object], out: Path, work: Path) -> BuildOptions:
    note = ProofNote(status="passed", when="2026-11-22", versions=("python 3.11",), seconds=0.1)
    return BuildOptions(
        out=out, work=work, proofs={"pack/a": note} if edit["proved"] else {}, has_search=False
    )


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("incremental")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits, min_size=2, max_size=4), st.booleans())
def test_incremental_and_full_builds_give_the_same_bytes(
    work: Path, steps: list[dict[str, object]], is_served: bool
) -> None:
    build = refresh_site if is_served else build_site
    first = make_options(steps[0], work / "step", work / "work")
    build_site(make_catalog(steps[0]), first)
    for edit in steps[1:]:
        build(make_catalog(edit), make_options(edit, work / "step", work / "work"))
    full = replace(make_options(steps[-1], work / "full", work / "work"), is_fresh=True)
    build_site(make_catalog(steps[-1]), full)
    step, whole = read_all(work / "step"), read_all(work / "full")
    for name in (FILES, WORKER) if is_served else ():  # a site that is edited is kept for no one
        del step[name], whole[name]
    assert step == whole


def build_twice(
    work: Path, name: str, before: dict[str, object], after: dict[str, object]
) -> BuildReport:
    build_site(make_catalog(before), make_options(before, work / name, work / "work"))
    return build_site(make_catalog(after), make_options(after, work / name, work / "work"))


STILL: dict[str, object] = {
    "asks": ["Why?"] * 4, "texts": ["Plain."] * 4, "topics": ["one", "one", "two", "two"], "present": [True] * 4,
    "needs": (), "level": Level.MID, "title": "Pack", "line": "A line", "proved": False,
}  # fmt: skip


def test_nothing_changed_renders_nothing(work: Path) -> None:
    report = build_twice(work, "still", STILL, STILL)
    assert (report.written, report.removed) == (0, 0)


def test_an_edited_answer_renders_its_page_and_its_topic(work: Path) -> None:
    report = build_twice(
        work, "edited", STILL, STILL | {"texts": ["Plain.", "$x^2$", "Plain.", "Plain."]}
    )
    assert set(report.names) == {"questions/pack/b.html", "topics/pack/one.html"}


def test_a_question_that_goes_takes_its_page_along(work: Path) -> None:
    report = build_twice(work, "gone", STILL, STILL | {"present": [True, True, True, False]})
    assert report.removed == 1
    assert not (work / "gone" / "questions" / "pack" / "d.html").exists()
