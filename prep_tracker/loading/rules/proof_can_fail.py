"""A proof asserts something that could be false."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, find_question
from prep_tracker.model.pack import Pack


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Parse the proof and look at its asserts."""
    question = find_question(entry)
    proof = question.proof if question else None
    if proof is None:
        return
    try:
        tree = ast.parse(proof.code)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = proof.line + (getattr(error, "lineno", 1) or 1) - 1
        yield Finding(
            message=f"the proof is not Python: {error}"[:200], line=line, hint="mend the syntax"
        )
        return
    asserts = [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    idle = [node for node in asserts if not can_fail(node.test)]
    for node in idle:
        hint = "assert on a computed value; `assert (a, 'text')` is always true"
        yield Finding(
            message="this assert cannot fail", line=proof.line + node.lineno - 1, hint=hint
        )
    if not idle and not any(map(is_computed, asserts)) and not _calls_testing(tree):
        hint = "assert what the answer claims, on computed values"
        what = "asserts nothing that it computes" if asserts else "asserts nothing"
        yield Finding(message=f"the proof {what}", line=proof.line, hint=hint)


def is_computed(node: ast.AST) -> bool:
    """Whether a name or a call stands in it."""
    return any(isinstance(inner, (ast.Name, ast.Call)) for inner in ast.walk(node))


def can_fail(test: ast.expr) -> bool:
    """Whether an assert's test says more than a constant (a tuple or a formatted text is always true)."""
    if isinstance(
        test, (ast.Tuple, ast.List, ast.Dict, ast.Set, ast.JoinedStr, ast.Lambda, ast.GeneratorExp)
    ):
        return False
    if (
        isinstance(test, ast.BoolOp)
        and isinstance(test.op, ast.Or)
        and not all(map(can_fail, test.values))
    ):
        return any(isinstance(value, ast.Constant) and not value.value for value in test.values)
    if isinstance(test, ast.Compare) and _is_same(test):
        return False
    return is_computed(test) or any(isinstance(node, ast.BinOp) for node in ast.walk(test))


def _is_same(test: ast.Compare) -> bool:
    sides = [ast.dump(test.left), *map(ast.dump, test.comparators)]
    equal = all(isinstance(operator, (ast.Eq, ast.Is, ast.LtE, ast.GtE)) for operator in test.ops)
    called = any(isinstance(node, ast.Call) for node in ast.walk(test))
    return equal and not called and len(set(sides)) == 1


def _calls_testing(tree: ast.Module) -> bool:
    """Whether `numpy.testing` style calls (`assert_allclose(...)`) stand in for assert statements."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            if name.startswith("assert_"):
                return True
    return False


RULE = Rule(
    name="proof-can-fail",
    sentence="A proof asserts, and every assert could fail.",
    good="## Proof\n\n```python\nassert sum(range(4)) == 6\n```\n",
    bad="## Proof\n\n```python\nassert 2 + 2 == 4\n```\n",
    check=check,
)
