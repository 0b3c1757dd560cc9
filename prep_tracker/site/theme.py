"""What the site builder made, kept between builds: shells, hand-written pages, the theme's files."""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker import __version__
from prep_tracker.site.builder import run_builder
from prep_tracker.site.csp import add_policy
from prep_tracker.site.header import add_parts
from prep_tracker.site.prose.renderer import TABLE_END, TABLE_START
from prep_tracker.site.shell import Shell, cut_shell, mark_tab, name_shell
from prep_tracker.site.staging import MENU, SHELLS, stage_shells

if TYPE_CHECKING:
    from prep_tracker.site.builder import Builder
    from prep_tracker.site.staging import SiteSource

STATIC = Path(__file__).parent / "static"
"""The browser app and the mathematics font, made from `web/` when the distribution is built."""
STYLE = "styles/prep-tracker.css"
HOUR = 3600.0
"""A theme of other settings is kept so long, for a build that may still use it."""
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_PARTS_OF_VERSION = ("mkdocs", "mkdocs-material", "properdocs", "zensical")
_LEFT_OUT = ("shells/", "sitemap.xml", "search/", "objects.inv", "done", "assets/javascripts/lunr/",
             "assets/javascripts/workers/")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The builder's work.

    Attributes:
        root: Folder of what goes into the site as it is.
        shells: By address of the page, or as `name_shell` names those of pages in folders.
        digest: Changes when anything in it does.
        shell_digest: Changes when a shell does.
    """

    root: Path
    shells: dict[str, Shell]
    digest: str
    shell_digest: str


def make_theme(source: SiteSource, builder: Builder, work: Path) -> Theme:
    """Build the hand-written part and the shells, or take them from the last time.

    Args:
        source: The hand-written part.
        builder: Which site builder.
        work: Folder that is kept between builds.
    """
    app = digest_app()
    digest = _find_digest(source, builder, app)
    kept = work / "theme" / digest
    if not (kept / "done").is_file():
        stage = work / f"stage-{os.getpid()}"
        stage_shells(source, stage)
        _finish(run_builder(builder, stage), app)
        kept.parent.mkdir(parents=True, exist_ok=True)
        (stage / "out" / "done").touch()
        with suppress(OSError):  # another build may have been first
            (stage / "out").rename(kept)
        shutil.rmtree(stage, ignore_errors=True)
        for other in kept.parent.iterdir():
            if other.name != digest and time.time() - other.stat().st_mtime > HOUR:
                shutil.rmtree(other, ignore_errors=True)
    shells = _read_shells(kept)
    total = blake2b(
        repr(sorted((name, shell.parts) for name, shell in shells.items())).encode(), digest_size=12
    )
    return Theme(root=kept, shells=shells, digest=digest, shell_digest=total.hexdigest())


def list_theme_files(theme: Theme) -> list[str]:
    """Paths of the files that go into the site as they are."""
    pages = {url for _, url in MENU}
    found = []
    for path in sorted(theme.root.rglob("*")):
        name = path.relative_to(theme.root).as_posix()
        if path.is_file() and name not in pages and not name.startswith(_LEFT_OUT):
            found.append(name)
    return found


def digest_app() -> str:
    """What stands behind the addresses of the browser app's files; empty when the app has not been made."""
    if not (STATIC / "app.js").is_file():
        return ""
    total = blake2b(digest_size=5)
    for path in sorted(STATIC.glob("*.[jc]s*")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def digest_style(data: bytes) -> str:
    """What stands behind the address of our style sheet."""
    return blake2b(data, digest_size=5).hexdigest()


def _finish(out: Path, app: str) -> None:
    look = out / STYLE
    stamp = digest_style(look.read_bytes()) if look.is_file() else ""
    for path in out.rglob("*.html"):
        depth = path.relative_to(out).as_posix().count("/")
        html = path.read_text(encoding="utf-8")
        if "<pre" not in html:
            html = _INDENT.sub("\n", html)
        html = html.replace(f'{STYLE}"', f'{STYLE}?h={stamp}"')
        html = _TABLE.sub(rf"{TABLE_START}\1{TABLE_END}", html)
        path.write_text(add_policy(add_parts(html, depth, app=app)), encoding="utf-8")


def _read_shells(root: Path) -> dict[str, Shell]:
    shells = {url: cut_shell((root / url).read_text(encoding="utf-8"), url) for _, url in MENU}
    for depth, url in enumerate(SHELLS, 1):
        html = (root / url).read_text(encoding="utf-8")
        shells[name_shell(depth)] = cut_shell(html, url)
        for _, tab in MENU:
            shells[name_shell(depth, tab)] = cut_shell(mark_tab(html, "../" * depth + tab), url)
    return shells


def _find_digest(source: SiteSource, builder: Builder, app: str) -> str:
    total = blake2b(f"{__version__} {builder} {app} {_code_digest()}".encode(), digest_size=12)
    for name in _PARTS_OF_VERSION:
        total.update(f"{name} {_find_version(name)}".encode())
    for path in [source.config, *sorted(source.docs.rglob("*"))]:
        if path.is_file():
            total.update(
                path.relative_to(source.config.parent).as_posix().encode()
                + b"\0"
                + path.read_bytes()
            )
    return total.hexdigest()


def _code_digest() -> str:
    here = Path(__file__).parent
    return "".join(
        f"{(here / name).stat().st_mtime_ns}"
        for name in ("header.py", "csp.py", "staging.py", "theme.py")
    )


def _find_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
