"""Sites of the page payloads: ours, ours without its markup layer, and a plain Material site beside them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from prep_tracker.loading import load_catalog
from prep_tracker.site.build import BuildOptions, build_site
from tests.hostile.packs import Payload, make_extra, make_notes, read_payloads, write_hostile_pack

_PLAIN = """\
site_name: plain
docs_dir: docs
site_dir: out
use_directory_urls: false
nav: [index.md]
theme: {name: material, font: false}
plugins: []
markdown_extensions:
  - tables
  - attr_list
  - md_in_html
  - admonition
  - pymdownx.details
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
  - pymdownx.arithmatex: {generic: true}
"""


def build_hostile_site(folder: Path, work: Path) -> Path:
    """Our site of all payloads.

    Args:
        folder: Packs and site land here.
        work: Kept between builds: the theme.
    """
    payloads = read_payloads()
    roots = [write_hostile_pack(folder / "packs" / p.pack, p.pack, p.text) for p in payloads]
    catalog = load_catalog(roots)
    assert catalog.failures == ()
    assert catalog.all_problems == ()
    options = BuildOptions(
        out=folder / "site",
        work=work,
        proofs={key: note for p in payloads for key, note in make_notes(p).items()},
        extras=tuple(make_extra(payload) for payload in payloads),
    )
    return build_site(catalog, options).out


def build_without_markup_layer(folder: Path, work: Path) -> Path:
    """The same site with nothing escaped and nothing cleaned: only the policy is left. In a process of its own."""
    code = "import sys; from tests.hostile.sites import build_bare; build_bare(*sys.argv[1:])"
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code, str(folder), str(work)], cwd=root, check=True)
    return folder / "site"


def build_bare(folder: str, work: str) -> None:
    """Build with the markup layer taken out."""
    from prep_tracker.loading.markdown import markdown_parser
    from prep_tracker.site import html, nav, shell
    from prep_tracker.site.prose import highlight, mathml
    from prep_tracker.site.prose.renderer import Renderer

    def give_back(text: str, *, quote: bool = True) -> str:
        return text

    def render(_: Renderer, text: str, *, depth: int) -> str:
        return str(markdown_parser().html(text))

    for module in (html, nav, shell, highlight, mathml):
        module.escape = give_back  # type: ignore[attr-defined]
    Renderer.render = render  # type: ignore[method-assign]
    build_hostile_site(Path(folder), Path(work))


def build_plain_site(folder: Path, payloads: tuple[Payload, ...]) -> Path:
    """A plain Material site with a page of each payload, as somebody would set it up."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Plain\n", encoding="utf-8")
    for payload in payloads:
        (docs / f"{payload.pack}.md").write_text(f"# Page\n\n{payload.text}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_PLAIN, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "-q", "build"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "out"


def list_pages(site: Path, *, whole: bool) -> list[str]:
    """Addresses of the pages that hold payloads.

    Args:
        site: A built site of ours.
        whole: All of them; otherwise three of each payload, whose kinds take turns, and all that list many.
    """
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    shared = [name for name in names if not any(f"/{p.pack}" in name for p in read_payloads())]
    own = {p.pack: [n for n in names if f"/{p.pack}" in n] for p in read_payloads()}
    if whole:
        return names
    chosen = []
    for number, pages in enumerate(own.values()):
        step = len(pages) // 3
        chosen += [pages[(number + part * step) % len(pages)] for part in range(3)]
    return shared + chosen
