"""The plugin contract: every hook is documented and called, and no plugin harms the rest."""

from __future__ import annotations

import importlib
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from prep_tracker import hookspecs
from prep_tracker.loading import load_catalog
from prep_tracker.plugins import Plugins, call_guarded, find_plugins
from tests.builders import make_question, render_question, write_pack

HOOKS = ("prep_packs", "prep_rules", "prep_pages", "prep_run_exercise", "prep_commands")
HEAD = "from pathlib import Path\nfrom prep_tracker.hookspecs import hookimpl\n\n"

Install = Callable[..., Plugins]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Lay out distributions as pip does, and find the plugins in them; modules by name and source."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PREP_TRACKER_PLUGIN_SECONDS", "1")

    def lay_out(group: str = "prep_tracker", version: str = "1.0", **modules: str) -> Plugins:
        for name, source in modules.items():
            (site / f"{name}.py").write_text(HEAD + source, encoding="utf-8")
            info = site / f"{name}-{version}.dist-info"
            info.mkdir()
            (info / "METADATA").write_text(
                f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
            )
            (info / "entry_points.txt").write_text(f"[{group}]\n{name} = {name}\n")
        importlib.invalidate_caches()
        return find_plugins()

    yield lay_out
    for name in [name for name in sys.modules if name.startswith(("bad_", "fine_"))]:
        del sys.modules[name]


def test_there_are_five_hooks_and_each_is_documented() -> None:
    specs = {name: spec for name, spec in vars(hookspecs).items() if name.startswith("prep_")}
    assert tuple(specs) == HOOKS
    for spec in specs.values():
        documented = inspect.getdoc(spec) or ""
        assert all(f"{name}:" in documented for name in inspect.signature(spec).parameters), spec


def test_built_in_packs_come_through_the_same_hook() -> None:
    sources = find_plugins({}).pack_sources()
    assert {source.plugin for source in sources if source.distribution == "prep-tracker"} == {
        "builtin"
    }


def test_only_the_plugins_named_in_the_environment(install: Install) -> None:
    install(fine_one="", fine_two="")
    plugins = find_plugins({"PREP_TRACKER_PLUGINS": "fine_two, fine_gone"})
    assert [plugin.name for plugin in plugins.plugins] == ["fine_two"]
    assert [failure.plugin for failure in plugins.failures] == ["fine_gone"]


BAD = {
    "import_error": "import no_such_module_at_all\n",
    "syntax": "def broken(:\n",
    "raises_at_import": "raise ValueError('no')\n",
    "exits_at_import": "import sys\nsys.exit(3)\n",
    "interrupts": "raise KeyboardInterrupt\n",
    "base_exception": "class Odd(BaseException):\n    def __str__(self): raise self\nraise Odd()\n",
    "hangs_at_import": "while True: pass\n",
    "sleeps_at_import": "import time\ntime.sleep(60)\n",
    "raises": "@hookimpl\ndef prep_packs(): raise RuntimeError('no')\n",
    "exits": "@hookimpl\ndef prep_packs(): raise SystemExit(0)\n",
    "hangs": "@hookimpl\ndef prep_packs():\n    while True: pass\n",
    "endless": "import itertools\n@hookimpl\ndef prep_packs(): return (Path('/') for _ in itertools.count())\n",
    "number": "@hookimpl\ndef prep_packs(): return 7\n",
    "text": "@hookimpl\ndef prep_packs(): return '/etc'\n",
    "no_pack": "@hookimpl\ndef prep_packs(): return [Path('/etc')]\n",
    "relative": "@hookimpl\ndef prep_packs(): return ['packs']\n",
    "objects": "@hookimpl\ndef prep_packs(): return [object()]\n",
    "recursion": "@hookimpl\ndef prep_packs(): return prep_packs()\n",
    "unknown_hook": "@hookimpl\ndef prep_pakcs(): return []\n",
    "other_arguments": "@hookimpl\ndef prep_pages(catalog, theme): return []\n",
    "rules": "@hookimpl\ndef prep_rules(): return ['not a rule']\n",
    "pages": "@hookimpl\ndef prep_pages(catalog): return [('../up', 'x', 'y')]\n",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_plugin_is_a_named_failure(
    install: Install, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    plugins = install(**{f"bad_{name}": BAD[name]})
    catalog = load_catalog(plugins=plugins, check=True)
    plugins.pages(catalog)
    assert any(
        failure.plugin == f"bad_{name}" and failure.version == "1.0" for failure in plugins.failures
    )
    assert all(failure.cause and "\n" not in failure.cause for failure in plugins.failures)
    assert len(catalog.packs) > 10
    assert capfd.readouterr().out == ""


def test_prints_are_caught_and_named(
    install: Install, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path / "loud")
    source = f"import os\nprint('one')\nos.write(1, b'two')\n@hookimpl\ndef prep_packs(): print('x'); return [{str(root)!r}]\n"
    plugins = install(fine_loud=source)
    catalog = load_catalog(plugins=plugins)
    assert catalog.find_pack("loud") is not None
    assert capfd.readouterr().out == ""
    assert [failure.is_fatal for failure in catalog.failures] == [False, False]


def test_the_process_is_put_back(install: Install, tmp_path: Path) -> None:
    before = (Path.cwd(), sys.getrecursionlimit(), sys.stdout, dict(os.environ), list(sys.path))
    source = (
        "import os, sys\nos.chdir('/')\nsys.setrecursionlimit(9999)\nos.environ['X_PLUGIN'] = '1'\n"
        "sys.stdout = None\nsys.path.clear()\n"
    )
    install(fine_messy=source)
    assert (
        Path.cwd(),
        sys.getrecursionlimit(),
        sys.stdout,
        dict(os.environ),
        list(sys.path),
    ) == before


def test_pack_id_of_another_is_refused(install: Install, tmp_path: Path) -> None:
    root = write_pack(tmp_path / "copy", pack="fundamentals")
    plugins = install(fine_copy=f"@hookimpl\ndef prep_packs(): return [{str(root)!r}]\n")
    catalog = load_catalog(plugins=plugins)
    own = catalog.find_pack("fundamentals")
    assert own is not None
    assert own.distribution == "prep-tracker"
    assert [failure.plugin for failure in catalog.failures] == ["fine_copy"]


def test_data_pack_is_read_without_importing_it(install: Install, tmp_path: Path) -> None:
    install(group="prep_tracker.data", fine_data="raise SystemExit('imported')\n")
    write_pack(tmp_path / "site" / "fine_data", {"one": render_question()}, pack="data")
    catalog = load_catalog()
    pack = catalog.find_pack("data")
    assert pack is not None
    assert (pack.distribution, pack.version) == ("fine_data", "1.0")
    assert "fine_data" not in sys.modules


def test_rule_of_a_plugin_is_run(install: Install, tmp_path: Path) -> None:
    source = (
        "from prep_tracker.loading.rules import Finding, Rule\n"
        "def check(pack, entry):\n    yield Finding(message='no', hint='yes', line=3)\n"
        "RULE = Rule(name='never', sentence='Nothing.', good='', bad='', check=check)\n"
        "@hookimpl\ndef prep_rules(): return [RULE]\n"
    )
    plugins = install(fine_rule=source)
    catalog = load_catalog([write_pack(tmp_path / "pack")], plugins=plugins, check=True)
    assert [(problem.code, problem.line) for problem in catalog.all_problems] == [("never", 3)]


def test_page_command_and_runner_of_a_plugin(install: Install, tmp_path: Path) -> None:
    source = (
        "import click\n"
        "@hookimpl\ndef prep_pages(catalog): return [('extra', 'Extra', f'{len(catalog.packs)} packs')]\n"
        "@hookimpl\ndef prep_commands(cli): cli.add_command(click.Command('hello'))\n"
        "@hookimpl\ndef prep_run_exercise(exercise, workdir): return 'verdict'\n"
    )
    plugins = install(fine_all=source)
    catalog = load_catalog(plugins=plugins)
    assert [page[1:] for page in plugins.pages(catalog)] == [
        ("extra", "Extra", f"{len(catalog.packs)} packs")
    ]
    group = click.Group()
    plugins.add_commands(group)
    assert "hello" in group.commands
    exercise: Any = make_question()
    assert plugins.run_exercise(exercise, tmp_path) == "verdict"
    assert plugins.failures == []


def test_guard_gives_value_or_cause() -> None:
    assert call_guarded(lambda: 3).value == 3
    assert call_guarded(lambda: 1 / 0).cause == "ZeroDivisionError: division by zero"
