"""Every command, check and hook is documented, and the pages are what the program says."""

from __future__ import annotations

import pytest

from tests.contracts import reference


@pytest.fixture(autouse=True)
def no_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands of plugins are not part of our reference."""
    monkeypatch.setenv("PREP_TRACKER_PLUGINS", "")


@pytest.mark.parametrize("page", reference.PAGES)
def test_the_reference_is_current(page: str) -> None:
    text = (reference.FOLDER / page).read_text("utf-8")
    assert text == reference.PAGES[page](), "run: python -m tests.contracts.reference --write"


COMMANDS = dict(reference.list_commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    command = COMMANDS[name]
    assert command.help, "the docstring is the help"
    if not hasattr(command, "commands"):
        assert "prep-tracker" in f"{command.help}{command.epilog}", "the help has an example"


def test_there_are_five_hooks_and_each_says_what_it_returns() -> None:
    assert len(reference.list_hooks()) == 5
    for name in reference.list_hooks():
        assert "Args:" in (getattr(reference.hookspecs, name).__doc__ or "") or "Returns:" in (
            getattr(reference.hookspecs, name).__doc__ or ""
        )
