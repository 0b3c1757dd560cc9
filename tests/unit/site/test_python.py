"""Python for the page: what the distribution carries, what a folder of the owner adds, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prep_tracker.catalog import Catalog
from prep_tracker.errors import BuildError
from prep_tracker.loading import load_catalog
from prep_tracker.site.python import CORE, FOLDER, LOCK, NOTE, find_python, render_note

EXERCISES = Catalog(packs=tuple(pack for pack in load_catalog().packs if pack.id == "coding"))
"""Exercises, some of which need NumPy and nothing else."""


def make_distribution(folder: Path, *, wheels: tuple[str, ...] = ("numpy-1.whl",)) -> Path:
    folder.mkdir()
    for name in CORE:
        (folder / name).write_text(name, encoding="utf-8")
    packages = {
        "numpy": {"file_name": "numpy-1.whl", "depends": ["blas"]},
        "blas": {"file_name": "blas-1.whl", "depends": []},
    }
    (folder / LOCK).write_text(json.dumps({"packages": packages}), encoding="utf-8")
    for name in wheels:
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_site_without_exercises_carries_no_python(tmp_path: Path) -> None:
    python = find_python(Catalog(), tmp_path)
    assert python.files == {}
    assert json.loads(render_note(python)) == {"bytes": 0, "hosted": [], "judge": {}}


def test_distribution_carries_python_without_packages(tmp_path: Path) -> None:
    python = find_python(EXERCISES, tmp_path)
    assert f"{FOLDER}/pyodide.mjs" in python.files
    assert python.hosted == ()
    assert find_python(EXERCISES, tmp_path).files == python.files
    note = json.loads(render_note(python))
    assert note["bytes"] == sum(path.stat().st_size for path in python.files.values())
    assert set(note["judge"]) == {"harness.py", "differences.py", "in_page.py"}
    assert NOTE == "assets/python.json"


def test_folder_with_a_distribution_gives_it_whole_with_the_wheels_needed(tmp_path: Path) -> None:
    folder = make_distribution(
        tmp_path / "own", wheels=("numpy-1.whl", "blas-1.whl", "pandas-1.whl")
    )
    python = find_python(EXERCISES, tmp_path / "work", folder)
    assert python.hosted == ("numpy",)
    assert set(python.files) == {
        *(f"{FOLDER}/{name}" for name in CORE),
        f"{FOLDER}/numpy-1.whl",
        f"{FOLDER}/blas-1.whl",
    }
    assert python.files[f"{FOLDER}/pyodide.mjs"] == folder / "pyodide.mjs"


def test_package_without_all_it_depends_on_is_not_hosted(tmp_path: Path) -> None:
    folder = make_distribution(tmp_path / "own")
    assert find_python(EXERCISES, tmp_path / "work", folder).hosted == ()


def test_wheel_that_fits_ours_is_enough(tmp_path: Path) -> None:
    ours = find_python(EXERCISES, tmp_path)
    lock = json.loads(ours.files[f"{FOLDER}/{LOCK}"].read_text(encoding="utf-8"))
    name = lock["packages"]["numpy"]["file_name"]
    folder = tmp_path / "wheels"
    folder.mkdir()
    (folder / name).write_bytes(b"wheel")
    python = find_python(EXERCISES, tmp_path, folder)
    assert python.hosted == ("numpy",)
    assert python.files[f"{FOLDER}/{name}"] == folder / name


def test_folder_with_neither_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with pytest.raises(BuildError, match="neither Pyodide nor a wheel"):
        find_python(EXERCISES, tmp_path, folder)


@pytest.mark.parametrize("missing", ["pyodide-lock.json", "python_stdlib.zip"])
def test_half_a_distribution_is_refused(tmp_path: Path, missing: str) -> None:
    folder = make_distribution(tmp_path / "own")
    (folder / missing).unlink()
    with pytest.raises(BuildError, match="lacks"):
        find_python(EXERCISES, tmp_path / "work", folder)


def test_damaged_list_of_packages_is_refused(tmp_path: Path) -> None:
    folder = make_distribution(tmp_path / "own")
    (folder / LOCK).write_text("{", encoding="utf-8")
    with pytest.raises(BuildError, match="cannot be read"):
        find_python(EXERCISES, tmp_path / "work", folder)
