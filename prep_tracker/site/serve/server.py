"""The web server: files of one folder, guarded, on 127.0.0.1."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from prep_tracker.errors import InputError, PrepTrackerError
from prep_tracker.site.serve.guard import (
    HEADERS,
    Refusal,
    check_request,
    find_file,
    find_type,
    has_token,
)
from prep_tracker.site.serve.ledger import JOURNAL, Access, cookie_name
from prep_tracker.site.serve.live import add_link
from prep_tracker.site.serve.news import EVENTS, RELOAD, SCRIPT, News

LOOPBACK = "127.0.0.1"
_TAG = f'<script src="{SCRIPT}" defer></script></body>'.encode()


class SiteServer(ThreadingHTTPServer):
    """Serves one folder to this computer."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"

    def __init__(
        self,
        root: Path,
        news: News,
        port: int,
        live: Mapping[str, Callable[[], bytes]],
        access: Access | None = None,
    ) -> None:
        """Take the port.

        Args:
            root: Folder of the site.
            news: For the browsers that wait.
            port: Where to listen; 0 takes any free port.
            live: Pages that are made on request, by path; they come before files of the folder.
            access: To the learner's journal; None keeps it out.

        Raises:
            InputError: The port is taken.
        """
        self.root = root
        self.news = news
        self.live = live
        self.access = access
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as error:
            raise InputError(
                f"port {port} cannot be used: {error.strerror}", "Choose another: --port 0"
            ) from error

    @property
    def url(self) -> str:
        """Address of the home page."""
        return f"http://{LOOPBACK}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    server_version = "prep-tracker"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 20

    def __getattr__(self, name: str) -> object:
        """Every method comes to the one place that refuses most."""
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Requests are not logged."""

    def _answer(self) -> None:
        headers: dict[str, list[str]] = {}
        for name, value in self.headers.items():
            headers.setdefault(name.lower(), []).append(value)
        may_send = self.server.access is not None and self.path == JOURNAL
        refusal = check_request(self.command, headers, self.server.server_port, may_send=may_send)
        if refusal is not None:
            self.close_connection = True
            self._refuse(refusal)
        elif self.server.access is not None and self.path.partition("?")[0] == JOURNAL:
            self._exchange(self.server.access, headers)
        elif self.path == EVENTS:
            self._tell()
        elif self.path == SCRIPT:
            self._send(HTTPStatus.OK, find_type(Path("reload.js")), RELOAD.encode())
        elif (make := self.server.live.get(self.path.partition("?")[0])) is not None:
            asked = Path(self.path.partition("?")[0])
            self._send(HTTPStatus.OK, find_type(asked), _finish(make()), "no-store")
        else:
            self._send_file()

    def _exchange(self, access: Access, headers: Mapping[str, list[str]]) -> None:
        """Give a page what is new in the journal, or take what it has."""
        name = cookie_name(self.server.server_port)
        if not has_token(headers, name, access.token):
            self.close_connection = True
            self._refuse(Refusal(status=401, reason="load a page of this site first"))
            return
        try:
            data = self._read_or_merge(access)
        except PrepTrackerError as error:
            self._send(500, "text/plain; charset=utf-8", f"{error.message} {error.hint}\n".encode())
            return
        if data is None:
            self._send(HTTPStatus.NO_CONTENT, "application/json", b"", "no-store")
        else:
            self._send(HTTPStatus.OK, "application/json", data, "no-store")

    def _read_or_merge(self, access: Access) -> bytes | None:
        if self.command == "POST":
            added = access.merge(self.rfile.read(int(self.headers["Content-Length"])))
            return None if added is None else f'{{"added": {added}}}'.encode()
        batch = access.read(self.path.partition("?")[2])
        return None if batch is None else batch.render()

    def _send_file(self) -> None:
        found = find_file(self.server.root, self.path)
        if isinstance(found, Refusal):
            self._refuse(found)
            return
        try:
            data = found.read_bytes()
        except OSError:
            self._refuse(Refusal(status=404, reason="there is no such page"))
            return
        if found.suffix == ".html":
            data = _finish(data)
        self._send(HTTPStatus.OK, find_type(found), data)

    def _refuse(self, refusal: Refusal) -> None:
        self._send(refusal.status, "text/plain; charset=utf-8", f"{refusal.reason}\n".encode())

    def _send(self, status: int, kind: str, data: bytes, keep: str = "no-cache") -> None:
        self.send_response(status)
        for name, value in HEADERS:
            self.send_header(name, value)
        self.send_header("Cache-Control", keep)
        if self.server.access is not None and kind.startswith("text/html"):
            cookie = f"{cookie_name(self.server.server_port)}={self.server.access.token}"
            self.send_header("Set-Cookie", f"{cookie}; Path=/-/; HttpOnly; SameSite=Strict")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _tell(self) -> None:
        """Keep the connection and write every change into it."""
        news = self.server.news
        if not news.enter():
            self._refuse(Refusal(status=503, reason="too many pages are open"))
            return
        try:
            self._stream(news)
        except OSError:
            pass
        finally:
            news.leave()
            self.close_connection = True

    def _stream(self, news: News) -> None:
        self.send_response(HTTPStatus.OK)
        for name, value in HEADERS:
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        seen = (news.number, news.journal)
        self.wfile.write(news.render(()))
        while True:
            seen, said = news.wait(seen, 15.0)
            self.wfile.write(b"".join(said) or b": still here\n\n")
            self.wfile.flush()


def _finish(html: bytes) -> bytes:
    """A page with what only the served site has: the link to the learner's own page, and reloading."""
    return add_link(html).replace(b"</body>", _TAG, 1)
