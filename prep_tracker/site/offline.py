"""What makes the site work without a network: the list of its files, the service worker, the app's manifest."""

from __future__ import annotations

import json
import os
import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.model import urls
from prep_tracker.site.staging import MENU
from prep_tracker.site.theme import STATIC, STYLE, digest_app, digest_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prep_tracker.site.assemble import Assembly

FILES = "assets/files.json"
WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
WORKER_SCRIPT = "sw.js"
"""The worker's script in the browser app; it needs the version before it, so it is no file of the site as it is."""
_OWN = frozenset({FILES, WORKER, MANIFEST})
_LEFT_OUT = re.compile(r"\.map$|^(404\.html|robots\.txt$|sitemap)")
_SHELL = re.compile(
    r"^(assets/(?!editor\.)[^/]+\.(js|css)(\?h=\w+)?|assets/(javascripts|stylesheets)/[^?]+|assets/math\.woff2|assets/images/[^?]+"
    r"|images/(favicon|icon)[^?]*|styles/[^?]+(\?h=\w+)?)$"
)
"""What every reader gets at once, besides the pages of the menu; the code editor and Python come when they are asked for."""
_DIGITS = 12
_NAME = "prep-tracker"
_COLORS = {"theme_color": "#24405e", "background_color": "#fffdf9"}


def stage_offline(assembly: Assembly) -> None:
    """Write the three files, when everything else of the site is there."""
    if not digest_app():
        return
    rows = sorted(_list_files(assembly.root))
    files = json.dumps(rows, separators=(",", ":"))
    version = sha256(files.encode()).hexdigest()[:_DIGITS]
    assembly.write(FILES, f'{{"version":"{version}","files":{files}}}\n'.encode("ascii"))
    assembly.write(WORKER, _render_worker(version, [path for path, _, _ in rows]))
    assembly.write(MANIFEST, render_manifest())


def _list_files(root: Path) -> Iterator[tuple[str, int, str]]:
    """Address from the root, bytes and digest of each file that a reader may want."""
    app = digest_app()
    for folder, _, names in os.walk(root):
        here = Path(folder).relative_to(root).as_posix()
        for name in names:
            path = name if here == "." else f"{here}/{name}"
            if path in _OWN or _LEFT_OUT.search(path):
                continue
            data = Path(folder, name).read_bytes()
            yield _add_stamp(path, data, app), len(data), sha256(data).hexdigest()[:_DIGITS]


def _add_stamp(path: str, data: bytes, app: str) -> str:
    """The address by which pages know a file."""
    if path == STYLE:
        return f"{path}?h={digest_style(data)}"
    folder, _, name = path.rpartition("/")
    is_ours = folder == "assets" and name.endswith((".js", ".css")) and (STATIC / name).is_file()
    return f"{path}?h={app}" if is_ours else path


def _render_worker(version: str, paths: list[str]) -> bytes:
    pages = {url for _, url in MENU}
    shell = [path for path in paths if path in pages or _SHELL.match(path)]
    site = json.dumps({"version": version, "shell": shell}, separators=(",", ":"))
    code = (STATIC / WORKER_SCRIPT).read_text(encoding="utf-8")
    return f"const prepSite={site};\n{code}".encode()


def render_manifest() -> bytes:
    """The manifest of the installed app; every address is relative to it, so any path prefix works."""
    icon = {"type": "image/png", "purpose": "any"}
    manifest = {
        "name": _NAME,
        "short_name": _NAME,
        "description": "Machine-learning interviews: questions, reviews, exercises, offline and without an account.",
        "id": "./",
        "start_url": urls.HOME,
        "scope": "./",
        "display": "standalone",
        **_COLORS,
        "icons": [
            {"src": "images/favicon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "images/icon-192.png", "sizes": "192x192", **icon},
            {"src": "images/icon-512.png", "sizes": "512x512", **icon},
            {"src": "images/icon-512.png", "sizes": "512x512", **icon, "purpose": "maskable"},
        ],
        "shortcuts": [
            {"name": "Today", "url": urls.TODAY},
            {"name": "Review", "url": urls.REVIEW},
        ],
    }
    return (json.dumps(manifest, indent=1) + "\n").encode("ascii")
