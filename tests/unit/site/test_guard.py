"""The guard of `site serve`: this computer only, files of the folder only."""

from __future__ import annotations

from pathlib import Path

import pytest

from prep_tracker.site.serve.guard import Refusal, check_request, find_file, find_type, has_token

HOST = {"host": ["127.0.0.1:8000"]}


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("GET", HOST),
        ("HEAD", {"host": ["localhost:8000"]}),
        ("GET", HOST | {"origin": ["http://127.0.0.1:8000"], "sec-fetch-site": ["same-origin"]}),
        ("GET", HOST | {"sec-fetch-site": ["none"], "content-length": ["0"]}),
    ],
)
def test_a_request_of_this_computer_is_answered(method: str, headers: dict[str, list[str]]) -> None:
    assert check_request(method, headers, 8000) is None


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", {}, 421),
        ("GET", {"host": ["evil.example"]}, 421),
        ("GET", {"host": ["evil.example:8000"]}, 421),
        ("GET", {"host": ["127.0.0.1"]}, 421),
        ("GET", {"host": ["127.0.0.1:8000.evil.example"]}, 421),
        ("GET", {"host": ["127.0.0.1:8000", "evil.example"]}, 421),
        ("GET", {"host": ["LOCALHOST:8000@evil.example"]}, 421),
        ("GET", {"host": ["0.0.0.0:8000"]}, 421),
        ("GET", HOST | {"origin": ["http://evil.example"]}, 403),
        ("GET", HOST | {"origin": ["null"]}, 403),
        ("GET", HOST | {"origin": ["http://localhost:9000"]}, 403),
        ("GET", HOST | {"origin": ["https://127.0.0.1:8000"]}, 403),
        ("GET", HOST | {"sec-fetch-site": ["cross-site"]}, 403),
        ("GET", HOST | {"sec-fetch-site": ["same-site"]}, 403),
        ("POST", HOST, 405),
        ("OPTIONS", HOST, 405),
        ("TRACE", HOST, 405),
        ("GET", HOST | {"content-length": ["5"]}, 413),
        ("GET", HOST | {"transfer-encoding": ["chunked"]}, 413),
    ],
)
def test_every_other_request_is_refused(
    method: str, headers: dict[str, list[str]], status: int
) -> None:
    refusal = check_request(method, headers, 8000)
    assert refusal is not None
    assert refusal.status == status


SENT = HOST | {
    "origin": ["http://127.0.0.1:8000"],
    "x-prep-tracker": ["1"],
    "content-type": ["application/x-ndjson"],
    "content-length": ["20"],
}


def test_events_are_taken_from_our_own_pages_where_they_may_be_sent() -> None:
    assert check_request("POST", SENT, 8000, may_send=True) is None
    refusal = check_request("POST", SENT, 8000)
    assert refusal is not None
    assert refusal.status == 405


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"host": ["evil.example"]}, 421),
        ({"origin": []}, 403),
        ({"origin": ["null"]}, 403),
        ({"origin": ["http://127.0.0.1:9000"]}, 403),
        ({"sec-fetch-site": ["cross-site"]}, 403),
        ({"x-prep-tracker": []}, 403),
        ({"content-type": ["text/plain"]}, 415),
        ({"content-type": []}, 415),
        ({"content-length": []}, 411),
        ({"content-length": ["-1"]}, 411),
        ({"content-length": ["20", "20"]}, 411),
        ({"transfer-encoding": ["chunked"]}, 411),
        ({"content-length": ["1000001"]}, 413),
        ({"content-length": ["9" * 5000]}, 413),
    ],
)
def test_events_from_anywhere_else_are_refused(change: dict[str, list[str]], status: int) -> None:
    refusal = check_request("POST", SENT | change, 8000, may_send=True)
    assert refusal is not None
    assert refusal.status == status


@pytest.mark.parametrize(
    ("cookie", "known"),
    [
        ([], False),
        (["prep-tracker-8000=right"], True),
        (["a=b; prep-tracker-8000=right"], True),
        (["prep-tracker-8000=wrong"], False),
        (["prep-tracker-9000=right"], False),
        (["prep-tracker-8000"], False),
    ],
)
def test_journal_is_open_only_to_pages_of_this_server(cookie: list[str], *, known: bool) -> None:
    assert has_token({"cookie": cookie}, "prep-tracker-8000", "right") is known


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "packs").mkdir(parents=True)
    (site / ".hidden").mkdir()
    for name in ("index.html", "packs/a.html", "packs/ä b.html", ".hidden/x.html", ".env"):
        (site / name).write_text(name, "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (site / "link.html").symlink_to(tmp_path / "secret.txt")
    (site / "folder").symlink_to(tmp_path)
    return site


@pytest.mark.parametrize(
    ("target", "name"),
    [("/", "index.html"), ("/index.html?q=a%2fb", "index.html"), ("/packs/a.html", "packs/a.html"),
     ("/packs/%C3%A4%20b.html", "packs/ä b.html")],
)  # fmt: skip
def test_a_file_of_the_folder_is_found(root: Path, target: str, name: str) -> None:
    assert find_file(root, target) == root / name


@pytest.mark.parametrize(
    "target",
    [
        "/packs", "/packs/", "/nothing.html", "", "*", "http://evil.example/", "//evil.example/x", "/../secret.txt",
        "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%252e%252e/secret.txt", "/packs/../index.html", "/packs\\..\\a.html",
        "/packs/%5c..%5ca.html", "/index.html%00", "/index.html/", "/index.html/x", "/.env", "/.hidden/x.html", "/link.html",
        "/folder/secret.txt", "/%ff", "/" + "a" * 3000, "/./index.html", "/packs//a.html", "/C:/x", "/index.html::$DATA",
    ],
)  # fmt: skip
def test_nothing_else_is(root: Path, target: str) -> None:
    found = find_file(root, target)
    assert isinstance(found, Refusal)
    assert found.status == 404


def test_a_file_of_unknown_kind_is_not_guessed() -> None:
    assert find_type(Path("x.html")) == "text/html; charset=utf-8"
    assert find_type(Path("x.unknown")) == "application/octet-stream"
