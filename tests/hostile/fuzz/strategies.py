"""What to begin from, and how files of progress and templates are made up."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from prep_tracker.loading.rules.samples import SOUND_EMAIL, SOUND_QUESTION, SOUND_TASK, make_case
from tests.hostile.packs import read_payloads, render_company

SEEDS = (
    b"q" + SOUND_QUESTION.encode(),
    b"q" + make_case().encode(),
    b"x" + SOUND_TASK.encode(),
    b"e" + SOUND_EMAIL.encode(),
    b"c" + render_company("words").encode(),
    *(b"q" + payload.text.encode() for payload in read_payloads()),
)

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
_EVENT = {
    "v": st.just(1) | st.integers(-1, 3),
    "id": st.text(min_size=1, max_size=20) | st.sampled_from(["a", "b", "\ud800", "x" * 300]),
    "kind": st.sampled_from(["review", "note", "plan", "suspend", "tick", "nothing"]),
    "item": st.sampled_from(["pack/one", "pack/two", "../x", "", "a/" + "b" * 300]) | st.text(max_size=9),
    "at": st.sampled_from(["2026-11-22T10:00:00.000Z", "9999-12-31T23:59:59.999+14:00", "0001-01-01T00:00:00Z", "x"]),
    "offset": st.integers(-2000, 2000),
    "rating": st.none() | st.integers(0, 5),
    "seconds": st.integers(-5, 10**6) | st.floats(),
    "origin": st.text(max_size=9),
    "data": st.dictionaries(st.text(max_size=6), _VALUES, max_size=4),
}  # fmt: skip
_LINE = st.one_of(
    st.fixed_dictionaries(_EVENT).map(json.dumps),
    st.fixed_dictionaries({}, optional=_EVENT).map(json.dumps),
    _VALUES.map(json.dumps),
    st.sampled_from(["NaN", "[" * 5000, '{"a":1,"a":2}', '{"v":1e999}', "1" * 5000, '"\\ud800"', "\ufeff{}", "{}" * 9]),
    st.text(max_size=30),
)  # fmt: skip
_ROW = st.lists(
    st.sampled_from(["pack/one", "2026-11-22T10:00:00Z", "1700000000000", "3", "5", "", '"', "=1+1", "\x00", "é", "9" * 40]),
    max_size=8,
).map(",".join)  # fmt: skip
FILES: st.SearchStrategy[tuple[bytes, str]] = st.one_of(
    st.tuples(
        st.lists(_LINE, max_size=12).map(lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass")),
        st.just(".jsonl"),
    ),
    st.tuples(
        st.lists(_ROW, max_size=8).map(lambda rows: "\n".join(["item,at,rating,seconds", *rows]).encode()),
        st.just(".csv"),
    ),
    st.tuples(st.binary(max_size=200).map(lambda data: b"PK\x03\x04" + data), st.just(".apkg")),
    st.tuples(st.binary(max_size=400), st.sampled_from([".jsonl", ".csv", ".apkg", ".db"])),
)  # fmt: skip

_PIECE = st.sampled_from(
    (
        "{{ company }}", "{{ interviewer.first_name }}", "{{ people }}", "{% for p in people %}", "{% endfor %}",
        "{% if promised %}", "{% else %}", "{% endif %}", "{% set x = company %}", "{{ x", " }}", "{%", "%}", "{#", "#}",
        "| join", "| replace('a', company)", "| upper", "| map", "| attr('__class__')", ".__class__", "['__class__']",
        ".mro()", "()", "[0]", "[::1]", " * 9", " ** 9", " ~ ", " + ", " % ", "loop.index", "self", "cycler", "lipsum",
        "range(9)", "namespace()", "dict()", "{% include 'x' %}", "{% extends company %}", "{% macro m() %}",
        "{% call m() %}", "{% raw %}", "{% autoescape false %}", "{{ company.format }}", "'{0.__class__}'.format(1)",
        "company", "people", "interviewer", "in", "is", "not", "'", '"', "(", ")", "1e308", "0x7fffffff", "\n", "é",
    )
)  # fmt: skip
TEMPLATES: st.SearchStrategy[str] = st.lists(st.one_of(_PIECE, st.text(max_size=4)), max_size=25).map("".join)  # fmt: skip
