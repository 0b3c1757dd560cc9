"""Hostile requests to `site serve`: each is refused with the right status, and none reads or changes anything."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from prep_tracker.site.serve.ledger import Access, Batch
from prep_tracker.site.serve.news import News
from prep_tracker.site.serve.server import SiteServer

SECRET = b"the-secret"
LIVE = b"<!doctype html><html><body>mine: the-secret</body></html>"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A small site beside a secret file, with links out and the learner's own page."""
    folder = tmp_path_factory.mktemp("served")
    site = folder / "site"
    (site / "sub").mkdir(parents=True)
    (site / "index.html").write_bytes(b"<!doctype html><html><body>home</body></html>")
    (site / "sub" / "a.html").write_bytes(b"<!doctype html><html><body>a</body></html>")
    (site / ".git").mkdir()
    for place in (folder / "secret.txt", site / ".env", site / ".git" / "config"):
        place.write_bytes(SECRET)
    (site / "link.html").symlink_to(folder / "secret.txt")
    (site / "out").symlink_to(folder)
    (site / "site-evil").mkdir()
    server = SiteServer(site, News("start"), 0, {"/me.html": lambda: LIVE})
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def send(server: SiteServer, data: bytes, *, half: bool = True) -> bytes:
    """Send bytes as they are, read the answer to its end."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as connection:
        connection.sendall(data)
        if half:
            connection.shutdown(socket.SHUT_WR)
        pieces = []
        try:
            while piece := connection.recv(65_536):
                pieces.append(piece)
        except ConnectionResetError:
            pass
        return b"".join(pieces)


def request(
    target: str = "/index.html",
    method: str = "GET",
    host: str | None = "127.0.0.1:PORT",
    body: bytes = b"",
    version: str = "HTTP/1.1",
    **headers: str,
) -> bytes:
    """A request; underscores in names of headers stand for hyphens."""
    lines = [f"{method} {target} {version}"]
    lines += [f"Host: {host}"] if host is not None else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    lines.append("Connection: close")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


JSON = {"Content_Type": "application/json", "Content_Length": "2"}
REFUSED: dict[str, bytes] = {
    # another name for this computer: a page elsewhere whose name was pointed here
    "no host": request(host=None),
    "foreign host": request(host="evil.example"),
    "foreign host with the port": request(host="evil.example:PORT"),
    "host without port": request(host="127.0.0.1"),
    "host with another port": request(host="127.0.0.1:1"),
    "host that begins like ours": request(host="127.0.0.1:PORT.evil.example"),
    "host with a user": request(host="127.0.0.1:PORT@evil.example"),
    "host as all addresses": request(host="0.0.0.0:PORT"),
    "host as a number": request(host="2130706433:PORT"),
    "host in short form": request(host="127.1:PORT"),
    "host of six": request(host="[::1]:PORT"),
    "host mapped to six": request(host="[::ffff:127.0.0.1]:PORT"),
    "host with a dot": request(host="localhost.:PORT"),
    "host twice": request() [:-2] + b"Host: evil.example\r\n\r\n",
    "host twice the same": request()[:-2] + b"Host: 127.0.0.1:PORT\r\n\r\n",
    "two hosts in one": request(host="127.0.0.1:PORT, evil.example"),
    "empty host": request(host=""),
    "host of the learner's page": request("/me.html", host="evil.example:PORT"),
    "forwarded host does not help": request(host="evil.example", X_Forwarded_Host="127.0.0.1:PORT"),
    # other origins
    "foreign origin": request(Origin="http://evil.example"),
    "null origin": request(Origin="null"),
    "origin of another port": request(Origin="http://127.0.0.1:1"),
    "origin with another scheme": request(Origin="https://127.0.0.1:PORT"),
    "origin that begins like ours": request(Origin="http://127.0.0.1:PORT.evil.example"),
    "file as origin": request(Origin="file://"),
    "extension as origin": request(Origin="moz-extension://x"),
    "empty origin": request(Origin=""),
    "two origins": request(Origin="http://127.0.0.1:PORT")[:-2] + b"Origin: http://evil.example\r\n\r\n",
    "cross-site": request(Sec_Fetch_Site="cross-site"),
    "same-site, other port": request("/me.html", Sec_Fetch_Site="same-site"),
    "unknown fetch site": request(Sec_Fetch_Site="x"),
    "script from elsewhere": request("/me.html", Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="script"),
    "frame elsewhere": request("/me.html", Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="iframe"),
    "events from elsewhere": request("/-/events", Origin="http://evil.example"),
    # methods and bodies
    "post": request(method="POST", body=b"{}", **JSON),
    "post of a form": request(method="POST", Content_Type="application/x-www-form-urlencoded", Content_Length="3", body=b"a=b"),
    "post as text": request(method="POST", Content_Type="text/plain", Content_Length="2", body=b"{}"),
    "put": request(method="PUT", body=b"{}", **JSON),
    "delete": request(method="DELETE"),
    "patch": request(method="PATCH", body=b"{}", **JSON),
    "options": request(method="OPTIONS", Origin="http://evil.example", Access_Control_Request_Method="POST"),
    "trace": request(method="TRACE"),
    "connect": request("evil.example:443", method="CONNECT"),
    "made-up method": request(method="BREW"),
    "small letters": request(method="get"),
    "method override": request(method="POST", X_HTTP_Method_Override="GET"),
    "body of a get": request(body=b"hello", Content_Length="5"),
    "endless body": request(method="POST", Content_Length="999999999999", Content_Type="application/json"),
    "negative length": request(Content_Length="-1"),
    "two lengths": request(Content_Length="0")[:-2] + b"Content-Length: 5\r\n\r\nhello",
    "chunks": request(Transfer_Encoding="chunked", body=b"5\r\nhello\r\n0\r\n\r\n"),
    "chunks and a length": request(Transfer_Encoding="chunked", Content_Length="4", body=b"0\r\n\r\n"),
    # files that are not the site's
    "up": request("/../secret.txt"),
    "up, encoded": request("/%2e%2e/secret.txt"),
    "up, slash encoded": request("/..%2fsecret.txt"),
    "up, encoded twice": request("/%252e%252e%252fsecret.txt"),
    "up by backslash": request("/..\\secret.txt"),
    "up by encoded backslash": request("/..%5csecret.txt"),
    "up in overlong UTF-8": request("/%c0%ae%c0%ae/secret.txt"),
    "up from a folder": request("/sub/../../secret.txt"),
    "a sister that begins alike": request("/../site-evil/"),
    "a link": request("/link.html"),
    "through a link": request("/out/secret.txt"),
    "hidden file": request("/.env"),
    "in a hidden folder": request("/.git/config"),
    "absolute": request("//etc/passwd"),
    "whole address": request("http://evil.example/index.html"),
    "file address": request("file:///etc/passwd"),
    "null byte": request("/index.html%00.txt"),
    "line break": request("/index.html%0d%0aX-Evil:%20yes"),
    "stream of Windows": request("/index.html::$DATA"),
    "drive of Windows": request("/c:/windows/win.ini"),
    "folder": request("/sub"),
    "folder without index": request("/sub/"),
    "a file as a folder": request("/index.html/"),
    "asterisk": request("*", method="OPTIONS"),
    "long target": request("/" + "a" * 5000),
    "very long target": request("/" + "a" * 70_000),
    "many headers": request(**{f"X-{number}": "x" for number in range(150)}),
    "long header": request(X="x" * 70_000),
    "no request at all": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello of TLS\r\n\r\n",
    "nonsense": b"GET\r\n\r\n",
    "an old version": b"GET /index.html\r\n\r\n",
    "a version that is none": request(version="HTTP/9.9"),
    "headers folded": b"GET /index.html HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n evil.example\r\n\r\n",
    "space before the colon": b"GET /index.html HTTP/1.1\r\nHost : 127.0.0.1:PORT\r\n\r\n",
    "two requests in one": request(method="POST", Content_Length="2") + request("/me.html"),
}  # fmt: skip


def test_there_are_enough() -> None:
    assert len(REFUSED) >= 60


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_request_is_refused(server: SiteServer, name: str) -> None:
    answer = send(server, REFUSED[name].replace(b"PORT", str(server.server_port).encode()))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert SECRET not in answer
    assert b"home" not in body
    assert b"Access-Control-" not in head
    assert b"X-Evil" not in head
    if head.startswith(b"HTTP/"):
        assert 400 <= int(head.split()[1]) <= 505, head
        assert answer.count(b"HTTP/1.") == 1
        assert b"Traceback" not in body
        assert b"Python" not in head
    else:
        assert b"200" not in head


def test_honest_requests_are_answered_with_guarding_headers(server: SiteServer) -> None:
    port = str(server.server_port).encode()
    for target in ("/", "/index.html", "/sub/a.html", "/me.html", "/-/reload.js"):
        answer = send(server, request(target).replace(b"PORT", port))
        head = answer.partition(b"\r\n\r\n")[0]
        assert head.startswith(b"HTTP/1.1 200"), head
        for header in (
            b"X-Content-Type-Options: nosniff",
            b"X-Frame-Options: DENY",
            b"frame-ancestors 'none'",
            b"Cross-Origin-Resource-Policy: same-origin",
            b"Cross-Origin-Opener-Policy: same-origin",
            b"Referrer-Policy: no-referrer",
        ):
            assert header in head
        assert b"Python" not in head


def test_it_listens_on_loopback_only(server: SiteServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_waiting_connections_are_bounded(server: SiteServer) -> None:
    """More pages than may wait: the rest is told so, and files are still served."""
    port = str(server.server_port).encode()
    open_ones = []
    try:
        statuses = []
        for _ in range(36):
            connection = socket.create_connection(("127.0.0.1", server.server_port), timeout=60)
            open_ones.append(connection)
            connection.sendall(request("/-/events").replace(b"PORT", port))
            statuses.append(connection.recv(12))
        assert statuses.count(b"HTTP/1.1 503") == 4
        assert send(server, request().replace(b"PORT", port)).startswith(b"HTTP/1.1 200")
    finally:
        for connection in open_ones:
            connection.close()


def test_the_site_of_a_folder_with_a_link_for_a_parent(tmp_path: Path) -> None:
    """The folder itself may be reached by a link; nothing below may be one."""
    from prep_tracker.site.serve.guard import Refusal, find_file

    real = tmp_path / "real"
    real.mkdir()
    (real / "index.html").write_text("x", encoding="utf-8")
    (tmp_path / "by-link").symlink_to(real)
    assert not isinstance(find_file((tmp_path / "by-link").resolve(), "/"), Refusal)


class _Book:
    """A journal that says what reached it."""

    def __init__(self) -> None:
        self.got: list[bytes] = []

    def read(self, after: int, *, with_ids: bool) -> Batch | None:
        """The secret, to see who gets it."""
        return Batch(
            journal="j", row=after, lines=("the-secret",), ids=("a",) if with_ids else None
        )

    def merge(self, content: bytes) -> int | None:
        """Keep what came."""
        self.got.append(content)
        return 1

    def get_stamp(self) -> object:
        """Never another one."""
        return 0


@pytest.fixture(scope="module")
def keeper(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[SiteServer, _Book, bytes]]:
    """A server with a journal, and the cookie that its pages get."""
    site = tmp_path_factory.mktemp("keeper")
    (site / "index.html").write_bytes(b"<!doctype html><html><body>home</body></html>")
    book = _Book()
    server = SiteServer(site, News("start"), 0, {}, Access(ledger=book))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = str(server.server_port).encode()
    page = send(server, request("/").replace(b"PORT", port))
    cookie = page.partition(b"Set-Cookie: ")[2].partition(b";")[0]
    assert b"HttpOnly; SameSite=Strict" in page
    yield server, book, cookie
    server.shutdown()
    server.server_close()


EVENT = b'{"v":1}\n'
SENDS: dict[str, dict[str, str | None]] = {
    "no cookie": {"Cookie": None},
    "wrong cookie": {"Cookie": "prep-tracker-PORT=x"},
    "cookie of another port": {"Cookie": "prep-tracker-1=TOKEN"},
    "no origin": {"Origin": None},
    "null origin": {"Origin": "null"},
    "foreign origin": {"Origin": "http://evil.example"},
    "another port": {"Origin": "http://127.0.0.1:1"},
    "cross-site": {"Sec-Fetch-Site": "cross-site"},
    "same-site": {"Sec-Fetch-Site": "same-site"},
    "no header of ours": {"X-Prep-Tracker": None},
    "another header of ours": {"X-Prep-Tracker": "2"},
    "as text": {"Content-Type": "text/plain"},
    "as a form": {"Content-Type": "application/x-www-form-urlencoded"},
    "as multipart": {"Content-Type": "multipart/form-data; boundary=x"},
    "type with more behind": {"Content-Type": "application/x-ndjson; text/plain"},
    "no type": {"Content-Type": None},
    "no length": {"Content-Length": None},
    "negative length": {"Content-Length": "-1"},
    "length of words": {"Content-Length": "eight"},
    "too long": {"Content-Length": "1000001"},
    "far too long": {"Content-Length": "9" * 40},
    "in chunks": {"Transfer-Encoding": "chunked"},
    "foreign host": {"Host": "evil.example:PORT"},
}


def make_send(server: SiteServer, cookie: bytes, changes: dict[str, str | None], method: str = "POST", target: str = "/-/journal") -> bytes:  # fmt: skip
    """A request that a page of ours would send, with something changed."""
    headers: dict[str, str | None] = {
        "Host": "127.0.0.1:PORT", "Origin": "http://127.0.0.1:PORT", "Sec-Fetch-Site": "same-origin", "X-Prep-Tracker": "1",
        "Content-Type": "application/x-ndjson", "Content-Length": str(len(EVENT)), "Cookie": cookie.decode(),
        "Connection": "close", **changes,
    }  # fmt: skip
    lines = [f"{method} {target} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in headers.items() if value is not None]
    text = "\r\n".join(lines).replace("PORT", str(server.server_port))
    return text.replace("TOKEN", cookie.decode().partition("=")[2]).encode() + b"\r\n\r\n" + EVENT


@pytest.mark.parametrize("name", SENDS)
def test_only_a_page_of_ours_writes_to_the_journal(
    keeper: tuple[SiteServer, _Book, bytes], name: str
) -> None:
    server, book, cookie = keeper
    before = len(book.got)
    answer = send(server, make_send(server, cookie, SENDS[name]))
    assert 400 <= int(answer.split()[1]) < 500, answer
    assert len(book.got) == before
    assert SECRET not in answer


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_no_other_method_reaches_the_journal(
    keeper: tuple[SiteServer, _Book, bytes], method: str
) -> None:
    server, book, cookie = keeper
    before = len(book.got)
    assert b" 405 " in send(server, make_send(server, cookie, {}, method))[:20]
    assert b" 405 " in send(server, make_send(server, cookie, {}, "POST", "/-/journal/x"))[:20]
    assert len(book.got) == before


@pytest.mark.parametrize("name", ["no cookie", "wrong cookie", "cross-site", "foreign host", "foreign origin"])  # fmt: skip
def test_nobody_else_reads_the_journal(keeper: tuple[SiteServer, _Book, bytes], name: str) -> None:
    server, _, cookie = keeper
    quiet: dict[str, str | None] = {"Content-Length": None, "Content-Type": None, "Origin": None}
    ours = make_send(server, cookie, quiet, "GET", "/-/journal?after=0&ids").removesuffix(EVENT)
    assert SECRET in send(server, ours)
    theirs = make_send(server, cookie, quiet | SENDS[name], "GET", "/-/journal?after=0&ids")
    answer = send(server, theirs.removesuffix(EVENT))
    assert 400 <= int(answer.split()[1]) < 500
    assert SECRET not in answer


def test_a_page_of_ours_writes(keeper: tuple[SiteServer, _Book, bytes]) -> None:
    server, book, cookie = keeper
    assert b'{"added": 1}' in send(server, make_send(server, cookie, {}))
    assert book.got[-1] == EVENT
