"""Every rule has one sentence, passes its good sample, and is the only one to refuse its bad sample."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prep_tracker.loading import load_catalog, rules_reference
from prep_tracker.loading.reference import READER
from prep_tracker.loading.rules import RULES, Rule
from prep_tracker.loading.rules.samples import (
    EXERCISE_FILES,
    SOUND_EMAIL,
    SOUND_QUESTION,
    SOUND_TASK,
    make_case,
    render_sample,
)
from tests.builders import write_pack

SOURCE = Path(__file__).parent.parent.parent / "prep_tracker" / "loading"


def codes_of(root: Path, text: str, kind: str = "question") -> set[str]:
    """Codes of what is wrong with a pack that holds this one file (an exercise with its other files)."""
    write_pack(root, {"one": text} if kind in {"question", "case"} else {})
    if kind == "email":
        (root / "emails").mkdir()
        (root / "emails" / "one.md.j2").write_text(text, encoding="utf-8")
    if kind == "exercise":
        for name, code in {"task.md": text, **EXERCISE_FILES}.items():
            path = root / "exercises" / "one" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(code, encoding="utf-8")
    return {problem.code for problem in load_catalog([root], check=True).all_problems}


SOUND = {
    "question": SOUND_QUESTION,
    "case": make_case(),
    "email": SOUND_EMAIL,
    "exercise": SOUND_TASK,
}


@pytest.mark.parametrize("kind", SOUND)
def test_sound_samples_are_clean(tmp_path: Path, kind: str) -> None:
    assert codes_of(tmp_path / "pack", SOUND[kind], kind) == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_good_sample_passes(tmp_path: Path, rule: Rule) -> None:
    assert (
        codes_of(tmp_path / "pack", render_sample(rule.sample, rule.good), rule.sample.split()[0])
        == set()
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_bad_sample_is_refused_by_this_rule_only(tmp_path: Path, rule: Rule) -> None:
    assert codes_of(
        tmp_path / "pack", render_sample(rule.sample, rule.bad), rule.sample.split()[0]
    ) == {rule.name}


def test_one_rule_a_module() -> None:
    modules = {path.stem for path in (SOURCE / "rules").glob("*.py")} - {
        "__init__",
        "rule",
        "samples",
    }
    assert sorted(modules) == sorted(rule.check.__module__.rpartition(".")[2] for rule in RULES)


def test_names_are_different_and_kebab_case() -> None:
    names = [rule.name for rule in RULES] + list(READER)
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


def test_every_code_in_the_source_is_in_the_reference() -> None:
    known = {entry.name for entry in rules_reference()}
    pattern = re.compile(
        r"""(?:report\.add|\.fail|_Refused|\.problem)\(\s*(?:[\w.]+, )?"([a-z0-9-]+)","""
    )
    used = {
        code
        for path in SOURCE.rglob("*.py")
        for code in pattern.findall(path.read_text(encoding="utf-8"))
    }
    assert used
    assert used <= known
