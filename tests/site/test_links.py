"""No dead link, no address that leaves the origin by itself, nothing that depends on where the site lies."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote

from prep_tracker.site.builder import Builder
from prep_tracker.site.csp import script_hashes
from tests.site.reading import list_pages, read_page

AWAY = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    pages = {page: read_page(site / page) for page in list_pages(site)}
    dead = []
    for page, reader in pages.items():
        if page == "404.html":
            continue
        for address in reader.links:
            if AWAY.match(address):
                continue
            path, _, anchor = unquote(address).partition("#")
            path = path.partition("?")[0]
            target = normpath(join(page.rpartition("/")[0], path)) if path else page
            is_place = target == "desk.html" and (site / f"{anchor}.html").is_file()
            if not (site / target).is_file() or (
                anchor
                and target in pages
                and anchor not in pages[target].anchors
                and not is_place  # the desk's script opens the e-mail of that name
            ):
                dead.append((page, address))
    assert dead == []


def test_what_pages_load_is_there_and_relative(site: Path) -> None:
    missing = []
    for page in list_pages(site):
        if page == "404.html":
            continue
        for address in read_page(site / page).loads:
            target = normpath(join(page.rpartition("/")[0], address.partition("?")[0]))
            if AWAY.match(address) or address.startswith("/") or not (site / target).is_file():
                missing.append((page, address))
    assert missing == []


def test_styles_load_nothing_from_elsewhere(site: Path) -> None:
    for style in site.rglob("*.css"):
        for address in re.findall(r"url\(([^)]*)\)", style.read_text("utf-8")):
            place = address.strip("\"' ")
            assert (
                place.startswith(("data:", "#"))
                or (style.parent / place.partition("?")[0]).is_file()
            ), (style, place)


def test_every_page_of_every_builder_carries_a_policy_that_names_its_own_scripts(
    sites: dict[Builder, Path],
) -> None:
    for site in sites.values():
        for page in list_pages(site):
            text = (site / page).read_text("utf-8")
            policy = read_page(site / page).policy
            rules = dict(rule.partition(" ")[::2] for rule in policy.split("; "))
            assert "unsafe" not in rules["script-src"]
            assert (rules["default-src"], rules["object-src"], rules["base-uri"]) == ("'none'",) * 3
            assert rules["connect-src"] == "'self'"
            assert set(script_hashes(text)) <= set(rules["script-src"].split())
            assert text.index("Content-Security-Policy") < text.index("<script")


def test_pages_have_one_title_a_description_and_no_left_over_place(site: Path) -> None:
    for page in list_pages(site):
        text = (site / page).read_text("utf-8")
        assert "@@pt:" not in text, page
        if page != "404.html":
            assert len(re.findall(r"<h1[ >]", text)) == 1, page
            assert len(re.findall(r'<meta name="description" content="[^"]', text)) == 1, page


def test_a_question_page_is_light(site: Path) -> None:
    sizes = [path.stat().st_size for path in (site / "questions").rglob("*.html")]
    assert max(sizes) <= 100_000
    assert sorted(sizes)[len(sizes) // 2] <= 60_000
