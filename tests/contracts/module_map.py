"""Write the map of CONTRIBUTING.md from the first lines of the modules' docstrings.

`python -m tests.contracts.module_map --write` brings it up to date; a test fails when it is not.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "CONTRIBUTING.md"
START, END = (
    "<!-- map: made by python -m tests.contracts.module_map --write -->",
    "<!-- end of map -->",
)
ROOMS = (
    "model", "catalog", "memory", "plan", "hookspecs", "plugins", "builtin", "loading", "proving", "storage", "render", "site",
    "cli", "testing",
)  # fmt: skip
"""Packages and modules in the order of the house, ground floor first."""


def first_line(path: Path) -> str:
    """The first line of a module's docstring."""
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return text.split("\n", 1)[0]


def render_map() -> str:
    """The map as nested Markdown lists."""
    package = ROOT / "prep_tracker"
    lines = []
    for room in ROOMS:
        place = package / room
        if place.is_dir():
            lines.append(f"- **`{room}/`** {first_line(place / '__init__.py')}")
            lines += [
                f"    - `{path.relative_to(place)}` {first_line(path)}"
                for path in list_modules(place)
            ]
        elif place.with_suffix(".py").is_file():
            lines.append(f"- **`{room}.py`** {first_line(place.with_suffix('.py'))}")
    return "\n".join(lines)


def list_modules(place: Path) -> list[Path]:
    """Modules of a room, those of inner packages below their package."""
    return sorted(
        path
        for path in place.rglob("*.py")
        if path != place / "__init__.py" and "static" not in path.parts
    )


def render_guide() -> str:
    """The guide with a fresh map."""
    text = GUIDE.read_text("utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    return f"{head}{START}\n\n{render_map()}\n\n{END}{tail}"


if __name__ == "__main__":
    if "--write" in sys.argv:
        GUIDE.write_text(render_guide(), "utf-8")
    else:
        sys.stdout.write(render_map() + "\n")
