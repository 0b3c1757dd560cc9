"""What the site on disk was made from, so that the next build writes only what changed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

FORMAT = 1


@dataclass(slots=True, kw_only=True)
class Manifest:
    """What a site was made from.

    Attributes:
        fixed: Digest of what goes in as it is: the theme, the browser app, pictures.
        search: Digest of what the search index was made from.
        pages: Key of each page by address; empty for pages whose inputs are not tracked.
    """

    fixed: str = ""
    search: str = ""
    pages: dict[str, str] = field(default_factory=dict)


def find_manifest(work: Path, out: Path) -> Path:
    """Where the manifest of the site in `out` is kept."""
    name = blake2b(os.fsencode(out), digest_size=8).hexdigest()
    return work / f"manifest-{name}.json"


def read_manifest(path: Path) -> Manifest:
    """The manifest; an empty one where there is none that can be used."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] == FORMAT:
            pages = {str(url): str(key) for url, key in data["pages"].items()}
            return Manifest(fixed=str(data["fixed"]), search=str(data["search"]), pages=pages)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return Manifest()


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest, whole or not at all."""
    data = {
        "format": FORMAT,
        "fixed": manifest.fixed,
        "search": manifest.search,
        "pages": manifest.pages,
    }
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    beside.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
    beside.replace(path)
