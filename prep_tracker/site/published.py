"""What a site says of itself where it is published: where suggestions go, and a map of its pages for search engines."""

from __future__ import annotations

import os
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

if TYPE_CHECKING:
    from prep_tracker.site.assemble import Assembly
    from prep_tracker.site.staging import SiteSource

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
_LEFT_OUT = frozenset({"404.html"})
_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What `mkdocs.yml` says of the place of a site.

    Attributes:
        site_url: Where it is published, with a slash at the end; empty when that is not said.
        suggest: Where "Suggest a change" leads; `{pack}` and `{path}` are replaced. Empty: our own page about it.
    """

    site_url: str = ""
    suggest: str = ""


def read_published(source: SiteSource) -> Published:
    """`site_url`, and `extra.suggest` or else `repo_url` with `edit_uri`; only http(s) addresses count."""
    import yaml

    settings = yaml.safe_load(source.config.read_text(encoding="utf-8"))
    extra = settings.get("extra") or {}
    site_url = _keep_web(settings.get("site_url"))
    return Published(
        site_url=site_url and site_url.rstrip("/") + "/",
        suggest=_keep_web(extra.get("suggest")) or _join_edit(settings),
    )


def _keep_web(address: object) -> str:
    return str(address) if str(address or "").startswith(_WEB) else ""


def _join_edit(settings: dict[str, object]) -> str:
    """The packs of our repository stand in `packs/`, beside the folder that `edit_uri` names."""
    repository, edit = _keep_web(settings.get("repo_url")), str(settings.get("edit_uri") or "")
    if not repository or not edit:
        return ""
    return urljoin(f"{repository.rstrip('/')}/{edit.strip('/')}/", "../packs/") + "{pack}/{path}"


def stage_sitemap(site_url: str, assembly: Assembly) -> None:
    """Write the map of all pages, and the note that leads robots to it, when it is known where the site stands."""
    if site_url:
        assembly.write(SITEMAP, render_sitemap(site_url, list_pages(assembly.root)))
        assembly.write(ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {site_url}{SITEMAP}\n".encode())


def render_sitemap(site_url: str, pages: list[str]) -> bytes:
    """The map, as sitemaps.org has it; an address is what the page calls canonical."""
    rows = "".join(f"<url><loc>{escape(site_url + quote(page))}</loc></url>\n" for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode()


def list_pages(root: Path) -> list[str]:
    """Addresses of the pages of a site on the disk, in order."""
    found = [
        Path(folder, name).relative_to(root).as_posix()
        for folder, _, names in os.walk(root)
        for name in names
        if name.endswith(".html")
    ]
    return sorted(set(found) - _LEFT_OUT)
