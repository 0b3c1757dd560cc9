"""A light command imports only what it needs: everything heavy is the business of the command that uses it."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

from tests.workbench import Workbench

RUN = """
import json, sys
from prep_tracker.cli.main import main
try:
    main()
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
HEAVY = frozenset(
    [
        "mkdocs",
        "material",
        "zensical",
        "numpy",
        "scipy",
        "pandas",
        "rich",
        "pygments",
        "nh3",
        "pyromark",
        "math_core",
        "icalendar",
        "genanki",
        "fsrs",
        "ruamel",
        "markdown",
        "PIL",
        "zstandard",
        "playwright",
        "quickjs",
        "pylatexenc",
        "pytest",
        "hypothesis",
    ]
)
"""Never in a light command."""
BY_KEEPING = frozenset({"jinja2", "yaml", "pluggy", "snowballstemmer", "importlib.metadata"})
"""Not in one whose answer was kept from the last time."""
TWO_SECONDS = 2.2
"""What changed less than two seconds ago is not kept: it may change again within the clock's grain."""

KEPT = {
    "packs list": ["packs", "list"],
    "packs list --json": ["packs", "list", "--json"],
    "today": ["today"],
    "checklist": ["checklist"],
    "search": ["search", "why", "not", "accuracy", "on", "imbalanced", "data"],
    "email draft": [
        *("email", "draft", "thank-you-interviewer", "--interview", "northwind"),
        *("--set", "interviewer.first_name=Aiko", "--set", "discussed=drift"),
        *("--set", "learned=that labels are late", "--set", "link_to_work=https://example.org"),
    ],
}


def list_modules(bench: Workbench, arguments: list[str], **environ: str) -> frozenset[str]:
    """The packages that a command imports."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        env=bench.environ | environ,
        cwd=bench.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return frozenset(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    """A workspace with an interview, where every command was used before."""
    bench = Workbench(tmp_path_factory.mktemp("light"))
    me = bench.folder / "me"
    bench.setenv(PREP_TRACKER_HOME=str(me))
    bench.run("init", str(me), "--name", "Sam Doe").expect(0)
    bench.run("interview", "add", "--company", "Northwind").expect(0)
    for turn in range(2):
        if turn:
            time.sleep(TWO_SECONDS)
        for words in KEPT.values():
            list_modules(bench, words)
    return bench


def test_help_and_completion_import_no_library_but_click(used: Workbench) -> None:
    ours = (
        "prep_tracker.catalog",
        "prep_tracker.loading",
        "prep_tracker.model",
        "prep_tracker.storage",
    )
    for words, environ in (
        (["--help"], {}),
        (["--version"], {}),
        (
            [],
            {
                "_PREP_TRACKER_COMPLETE": "bash_complete",
                "COMP_WORDS": "prep-tracker pa",
                "COMP_CWORD": "1",
            },
        ),
    ):
        found = list_modules(used, words, **environ)
        assert not found & (HEAVY | BY_KEEPING | {"sqlite3", "pathlib", *ours})


@pytest.mark.parametrize("name", KEPT)
def test_a_light_command_imports_nothing_heavy(used: Workbench, name: str) -> None:
    found = list_modules(used, KEPT[name])
    assert not found & (HEAVY | BY_KEEPING)


def test_the_list_would_notice(used: Workbench) -> None:
    """The plan is made with numpy, the first checklist with Jinja: the names above are the right ones."""
    assert "numpy" in list_modules(used, ["plan"])
    assert "jinja2" in list_modules(used, ["checklist", "--role", "genai"])
