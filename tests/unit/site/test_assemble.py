"""The site is swapped whole, and comes back after a build that was killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from prep_tracker.errors import BuildError
from prep_tracker.site.assemble import Assembly, clear_wrecks


@pytest.fixture
def dead_process() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def make_site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def test_the_old_site_stands_until_the_new_one_takes_its_place(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "old")
    assembly = Assembly(site)
    assert assembly.write("index.html", b"new")
    assert (site / "index.html").read_text("utf-8") == "old"
    assembly.swap()
    assert (site / "index.html").read_text("utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_that_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "same")
    before = (site / "index.html").stat()
    assembly = Assembly(site)
    assert not assembly.write("index.html", b"same")
    assembly.swap()
    assert (site / "index.html").stat().st_ino == before.st_ino


def test_a_discarded_site_leaves_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "old")
    assembly = Assembly(site)
    assembly.write("a/b.html", b"x")
    assembly.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_killed_while_swapping_gets_its_old_site_back(
    tmp_path: Path, dead_process: int
) -> None:
    make_site(tmp_path / f".site.{dead_process}.old", "old")
    make_site(tmp_path / f".site.{dead_process}.new", "half")
    clear_wrecks(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "old"


def test_what_another_running_build_needs_is_left(tmp_path: Path) -> None:
    other = make_site(tmp_path / ".site.1.new", "half")
    stranger = make_site(tmp_path / ".site.backup", "mine")
    clear_wrecks(tmp_path / "site")
    assert other.is_dir()
    assert stranger.is_dir()


def test_a_place_that_was_taken_is_an_error_and_nothing_is_lost(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assembly = Assembly(site)
    assembly.write("index.html", b"new")
    assembly.root.rename(tmp_path / "elsewhere")
    make_site(site, "of another build")
    with pytest.raises(BuildError, match="cannot take the place"):
        assembly.swap()
    assert (site / "index.html").read_text("utf-8") == "of another build"
