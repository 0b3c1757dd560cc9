"""Templates from packs and workspaces: a Jinja sandbox that reads plain data and calls nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from prep_tracker.errors import TemplateError

FILTERS = (
    "upper",
    "lower",
    "title",
    "trim",
    "replace",
    "join",
    "escape",
    "e",
    "length",
    "first",
    "last",
)
TESTS = ("defined", "undefined", "none", "odd", "even")
LOOP_FIELDS = frozenset({"index", "index0", "first", "last", "length", "revindex"})
MAX_TEMPLATE_CHARACTERS = 40_000
MAX_OUTPUT_CHARACTERS = 400_000
MAX_OPERAND = 10_000


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment without loader, globals, calls and attributes of Python objects.

    `a.b` looks up the key `b` of a mapping and nothing else; the only functions that run are
    the filters in `FILTERS` and the tests in `TESTS`.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self, *, autoescape: bool) -> None:
        super().__init__(
            autoescape=autoescape,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look `attribute` up as a key; objects have no attributes here."""
        return self._look_up(obj, attribute)

    def getitem(self, obj: Any, argument: str | Any) -> Any:
        """Look `argument` up as a key or index; objects have no attributes here."""
        return self._look_up(obj, argument)

    def _look_up(self, obj: Any, key: Any) -> Any:
        if isinstance(obj, LoopContext) and key in LOOP_FIELDS:
            return getattr(obj, key)
        if isinstance(obj, Mapping) and key in obj:
            return obj[key]
        if (
            isinstance(obj, list | tuple | str)
            and isinstance(key, int)
            and -len(obj) <= key < len(obj)
        ):
            return obj[key]
        if isinstance(obj, Undefined):
            return obj
        return self.undefined(obj=obj, name=str(key))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002 - Jinja's signature
        """No attribute of any object is safe."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called; what is undefined says its name when it is tried."""
        return isinstance(obj, Undefined)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Run an operator on small numbers and short texts only, and repeat nothing."""
        is_number = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            if len(left) + len(right) > MAX_OPERAND:
                raise SecurityError("a text in the template grows too long")
        elif not is_number or operator == "**" or max(abs(left), abs(right)) > MAX_OPERAND:
            raise SecurityError(f"the operator {operator} is not allowed on these values")
        return super().call_binop(context, operator, left, right)


def render_in_place(source: str, data: Mapping[str, Any], *, autoescape: bool) -> str:
    """Render a template in this process; `render_sandboxed` is the guarded way to call it.

    Raises:
        TemplateError: The template is wrong, asks for something forbidden, or lacks a field.
    """
    if len(source) > MAX_TEMPLATE_CHARACTERS:
        raise TemplateError(
            "The template is too long.", f"Keep it under {MAX_TEMPLATE_CHARACTERS:,} characters."
        )
    try:
        template = Sandbox(autoescape=autoescape).from_string(source)
        return _join_bounded(template.generate(data))
    except UndefinedError as error:
        raise TemplateError(
            f"The template needs a field that is not there: {_missing_name(error)}.",
            "Give it in the interview log, or with --set FIELD=VALUE.",
        ) from error
    except SecurityError as error:
        raise TemplateError(
            f"The template asks for something forbidden: {error}.",
            "Templates may print fields, use if and for, and the filters "
            f"{', '.join(FILTERS[:6])}.",
        ) from error
    except JinjaError as error:
        line = getattr(error, "lineno", None)
        where = f" in line {line}" if line else ""
        raise TemplateError(
            f"The template is wrong{where}: {error}.", "Mend the template's syntax."
        ) from error
    except TypeError as error:
        what = "it loads another file" if "loader" in str(error) else "it mixes kinds of values"
        raise TemplateError(
            f"The template cannot be rendered: {what}.",
            "Templates stand alone and print plain fields.",
        ) from error
    except (
        ValueError,
        KeyError,
        AttributeError,
        ArithmeticError,
        RecursionError,
        AssertionError,
    ) as error:
        raise TemplateError(
            f"The template cannot be rendered: {type(error).__name__}.", "Simplify the template."
        ) from error


def _join_bounded(parts: Any) -> str:
    pieces: list[str] = []
    total = 0
    for part in parts:
        total += len(part)
        if total > MAX_OUTPUT_CHARACTERS:
            raise TemplateError(
                "The template writes too much.",
                f"A document may have at most {MAX_OUTPUT_CHARACTERS:,} characters.",
            )
        pieces.append(part)
    return "".join(pieces)


def _missing_name(error: UndefinedError) -> str:
    match = re.search(
        r"has no (?:attribute|element) '?([^']*)'?$|^'([^']*)' is undefined", str(error)
    )
    return (match.group(1) or match.group(2)) if match else str(error)


def render_sandboxed(
    source: str,
    data: Mapping[str, Any],
    *,
    autoescape: bool = False,
    run: Callable[[Callable[[], str]], str] | None = None,
) -> str:
    """Render an untrusted template in a child process with limits on CPU, memory and output.

    Args:
        source: The Jinja template.
        data: Plain strings, numbers, lists and mappings of them.
        autoescape: Whether values are escaped for HTML.
        run: How the child is run; the default forks where the platform can.

    Raises:
        TemplateError: The template is wrong, forbidden, lacks a field, or ran over a limit.
    """
    from prep_tracker.render.child import run_limited

    return (run or run_limited)(lambda: render_in_place(source, data, autoescape=autoescape))
