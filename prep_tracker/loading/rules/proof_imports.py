"""A proof imports the standard library, NumPy, SciPy, pandas and scikit-learn only."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.model.pack import Pack

ALLOWED = frozenset({"numpy", "scipy", "pandas", "sklearn"})


def find_imports(code: str) -> list[tuple[str, int]]:
    """Modules imported anywhere in the code, each with its line; nothing when it is not Python."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(("." * node.level + (node.module or ""), node.lineno))
    return found


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Look at every import of the proof."""
    question = find_question(entry)
    proof = question.proof if question else None
    if proof is None:
        return
    for name, line in find_imports(proof.code):
        top = name.partition(".")[0]
        if top not in ALLOWED and top not in sys.stdlib_module_names:
            message = f"the proof imports {name[:60]!r}"
            hint = f"a proof may use the standard library and {', '.join(sorted(ALLOWED))}"
            yield Finding(message=message, line=proof.line + line - 1, hint=hint)


RULE = Rule(
    name="proof-imports",
    sentence="A proof uses the standard library, NumPy, SciPy, pandas and scikit-learn only.",
    good="## Proof\n\n```python\nimport numpy as np\nassert np.arange(4).sum() == 6\n```\n",
    bad="## Proof\n\n```python\nimport torch\nassert torch.arange(4).sum() == 6\n```\n",
    check=check,
)
