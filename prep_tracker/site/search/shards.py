"""The index as files: a head, shards of terms, blocks of documents, spelling, facets; each a plain classic script.

Every file is `prepSearch("name", "…")`: scripts load from `file://`, where fetch and modules do not.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from prep_tracker.site.search.digits import DIGITS, FORMAT, MORE
from prep_tracker.site.search.postings import make_postings
from prep_tracker.site.search.spelling import SHORTEST
from prep_tracker.site.search.synonyms import decode_groups, spellings_by_first
from prep_tracker.site.search.words import split_token, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from prep_tracker.site.search.document import SearchDocument
    from prep_tracker.site.search.postings import Postings

SHARD_CHARACTERS = 6_000
BLOCK_DOCUMENTS = 4
TEXT_CHARACTERS = 1_600
LONGEST = 24
"""Letters of the longest word that spelling knows."""
AMENDED = ("past", "univers", "later", "emerg", "organ", "inter", "add")
"""Words that start so have another stem in Snowball 3 than in the page's stemmer; the head carries theirs."""


def encode_gap(gap: int) -> str:
    """A positive number in base 32, most significant digit first; all digits but the last are from the upper half."""
    text = DIGITS[gap & 31]
    gap >>= 5
    while gap:
        text = DIGITS[MORE | gap & 31] + text
        gap >>= 5
    return text


_GAPS = [encode_gap(gap) for gap in range(4096)]
"""The gaps that are met, encoded once."""
_KNOWN_GAPS = len(_GAPS)


def idf(documents: int, holding: int) -> int:
    """How telling a term is, in hundredths; whole numbers so that both languages add up to the same."""
    return round(100 * math.log(1 + (documents - holding + 0.5) / (holding + 0.5)))


def render_index(
    documents: Iterable[SearchDocument], synonyms: Iterable[Sequence[str]] = ()
) -> dict[str, str]:
    """All files of the index by name, without the `.js`.

    The same documents in the same order give the same bytes.
    """
    spellings = decode_groups(synonyms)
    by_first = spellings_by_first(spellings)
    terms: dict[str, list[Any]] = {}
    tokens: Counter[str] = Counter()
    rows: list[list[object]] = []
    facets: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        postings = make_postings(document, by_first)
        add_postings(terms, number, postings.weights)
        tokens.update(postings.words)
        rows.append(_row(document, postings))
        for name in _facet_names(document):
            facets.setdefault(name, []).append(number)
    files = {
        f"d{place}": json.dumps(block, ensure_ascii=False, separators=(",", ":"))
        for place, block in _blocks(rows)
    }
    shards = list(_shards(terms, len(rows)))
    files |= {f"t{place}": text for place, (_, text) in enumerate(shards)}
    words = _count_words(tokens)
    files["words"] = _render_words(words)
    files["facets"] = json.dumps(
        {name: render_bits(facets[name], len(rows)) for name in sorted(facets)}
    )
    digest = blake2b(
        "\0".join(files[name] for name in sorted(files)).encode(), digest_size=6
    ).hexdigest()
    files["head"] = json.dumps(
        {
            "format": FORMAT,
            "id": digest,
            "count": len(rows),
            "block": BLOCK_DOCUMENTS,
            "unknown": idf(len(rows), 0),
            "cuts": [first for first, _ in shards],
            "stems": {
                w: stem(w)
                for w in sorted(words)
                if w.startswith(AMENDED) or w.endswith(("ogist", "ogists"))
            },
            "spellings": [[" ".join(spelling.words), spelling.term] for spelling in spellings],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return files


def stage_search(
    documents: Iterable[SearchDocument], synonyms: Iterable[Sequence[str]], out_dir: Path
) -> int:
    """Write the index into `out_dir` (usually `assets/search/`); gives how many files were written.

    Only files whose content differs are written; files of an earlier, larger index are removed.
    """
    files = {
        f"{name}.js": render_script(name, text)
        for name, text in render_index(documents, synonyms).items()
    }
    out_dir.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, text in files.items():
        path, data = out_dir / name, text.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
            written += 1
    for path in out_dir.glob("*.js"):
        if path.name not in files:
            path.unlink()
    return written


def render_script(name: str, text: str) -> str:
    """The file that hands `text` to the page under `name`."""
    literal = (
        json.dumps(text, ensure_ascii=False)
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
    return f'prepSearch("{name}",{literal});\n'


def render_bits(numbers: Iterable[int], count: int) -> str:
    """A set of document numbers, six to a character."""
    bits = bytearray(-(-count // 6))
    for number in numbers:
        bits[number // 6] |= 1 << number % 6
    return "".join(DIGITS[value] for value in bits)


def _count_words(tokens: Counter[str]) -> dict[str, int]:
    """How many documents hold each word that spelling knows."""
    words: dict[str, int] = {}
    for token, count in tokens.items():
        for word in split_token(token):
            if SHORTEST <= len(word) <= LONGEST and word.isalpha():
                words[word] = words.get(word, 0) + count
    return words


def _row(document: SearchDocument, postings: Postings) -> list[object]:
    facets = document.facets
    text = postings.text[:TEXT_CHARACTERS]
    return [
        document.id,
        document.kind,
        document.title,
        document.url,
        facets.level,
        facets.minutes,
        text,
    ]


def _facet_names(document: SearchDocument) -> list[str]:
    facets = document.facets
    names = [f"kind:{document.kind}", *([f"level:{facets.level}"] if facets.level else [])]
    return [
        *names,
        *(f"role:{role}" for role in facets.roles),
        *(f"round:{name}" for name in facets.rounds),
    ]


def _blocks(rows: list[list[object]]) -> Iterable[tuple[int, list[list[object]]]]:
    for start in range(0, len(rows), BLOCK_DOCUMENTS):
        yield start // BLOCK_DOCUMENTS, rows[start : start + BLOCK_DOCUMENTS]


def add_postings(terms: dict[str, list[Any]], number: int, weights: dict[str, int]) -> None:
    """Write a document's postings down at once: last document first, then pieces of text.

    Pairs of numbers took ten times the memory.
    """
    for term, weight in weights.items():
        entry = terms.get(term)
        if entry is None:
            terms[term] = entry = [-1]
        gap = number - entry[0]
        entry[0] = number
        entry += (_GAPS[gap] if gap < _KNOWN_GAPS else encode_gap(gap), DIGITS[weight])


def _shards(terms: dict[str, list[Any]], documents: int) -> Iterable[tuple[str, str]]:
    """Runs of terms in alphabetical order, as pairs of first term and text."""
    first, size = "", 0
    lines: list[str] = []
    for term in sorted(terms):
        entry = terms[term]
        line = f"{term},{idf(documents, len(entry) // 2)},{''.join(entry[1:])}"
        if lines and size + len(line) > SHARD_CHARACTERS:
            yield first, ";".join(lines)
            lines, size = [], 0
        if not lines:
            first = term
        lines.append(line)
        size += len(line)
    if lines:
        yield first, ";".join(lines)


def _render_words(words: dict[str, int]) -> str:
    """Words in order, each as the letters it shares with the last, its rest, and how common it is (a digit)."""
    lines, last = [], ""
    for word in sorted(words):
        shared = 0
        while shared < min(len(word), len(last)) and word[shared] == last[shared]:
            shared += 1
        lines.append(f"{DIGITS[shared]}{word[shared:]}{min(9, words[word].bit_length())}")
        last = word
    return " ".join(lines)
