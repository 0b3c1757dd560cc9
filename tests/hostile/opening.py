"""Open built pages in Chromium, and count scripts that ran, requests that left, and what could do either."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

BATCH = 24
"""Pages opened together, each in a frame of its own."""
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_HARNESS = "/-harness.html"
_COUNT = "window.P = number => console.debug('RAN ' + number);"
_LOOK = """document => {
  const seen = [];
  for (const element of document.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      if (/^on|^srcdoc$|^formaction$/i.test(attribute.name)) seen.push(element.localName + ' ' + attribute.name);
      if (/^(href|src|action|data|xlink:href|poster|background|manifest|ping)$/i.test(attribute.name)) {
        const address = new URL(attribute.value, 'http://own.invalid/');
        if (!/^(https?|mailto):$/.test(address.protocol) && !/^data:image\\/(svg|png|gif)/.test(attribute.value))
          seen.push(element.localName + ' ' + attribute.name + '=' + attribute.value.slice(0, 40));
      }
    }
    if (/^(iframe|frame|object|embed|base|applet|portal)$/.test(element.localName)) seen.push(element.localName);
  }
  if (document.querySelector('meta[http-equiv=refresh i]')) seen.push('refresh');
  return seen;
}"""
"""What could run or lead out: every inline handler is an attribute, whatever would set it off."""
_POKE = """() => {
  const events = ['focus', 'mouseover', 'pointerover', 'toggle', 'animationstart', 'animationend', 'begin', 'load'];
  for (const element of document.querySelectorAll('.md-content *')) {
    for (const name of events) element.dispatchEvent(new Event(name));
    if (/^javascript:/i.test(element.href || element.formAction || '')) element.click();
  }
}"""
_BATCH = f"""async addresses => {{
  const look = {_LOOK};
  const frames = addresses.map(address => {{
    const frame = document.createElement('iframe');
    frame.width = frame.height = 1;
    const done = new Promise(resolve => {{ frame.onload = resolve; setTimeout(resolve, 20000); }});
    frame.src = address;
    document.body.append(frame);
    return [address, frame, done];
  }});
  await Promise.all(frames.map(([, , done]) => done));
  const found = [];
  for (const [address, frame] of frames) {{
    const inner = frame.contentDocument;
    if (!inner || !inner.querySelector('article, .md-content')) found.push([address, 'it did not open']);
    else for (const one of look(inner)) found.push([address, one]);
  }}
  await new Promise(resolve => setTimeout(resolve, 50));
  document.body.replaceChildren();
  return found;
}}"""


@dataclass(slots=True, kw_only=True)
class Seen:
    """What opening pages came to.

    Attributes:
        pages: How many were opened.
        ran: Numbers of the payloads whose script ran.
        left: Addresses elsewhere that were asked for.
        kept: Page and what could run or lead out in it.
    """

    pages: int = 0
    ran: set[int] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    kept: list[str] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    """Files of a folder, with the policy of the pages or without it."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, has_policy: bool, directory: str) -> None:
        self.has_policy = has_policy
        super().__init__(*arguments, directory=directory)

    def handle(self) -> None:
        """Answer; a page that is left may close the connection at any moment."""
        with suppress(OSError):
            super().handle()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the base class's name
        """Say nothing."""

    def send_head(self) -> Any:
        """The file; a page without its policy where that is switched off."""
        if self.path == _HARNESS:
            return self._send(b"<!doctype html><title>pages</title><body>")
        path = Path(self.translate_path(self.path))
        if self.has_policy or path.suffix != ".html" or not path.is_file():
            return super().send_head()
        data, found = _POLICY.subn(b"", path.read_bytes())
        assert found == 1
        return self._send(data)

    def _send(self, data: bytes) -> BytesIO:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send the file; a frame that is gone wants no more of it."""
        with suppress(OSError):
            super().copyfile(source, outputfile)


@contextmanager
def serve(root: Path, *, has_policy: bool = True) -> Iterator[str]:
    """Serve a built site; gives its address, without a slash at the end."""
    handler = partial(_Handler, has_policy=has_policy, directory=str(root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def watch(browser: Browser, address: str) -> Iterator[tuple[Page, Seen]]:
    """A page in a fresh profile, and what is seen of scripts and requests while it is used."""
    seen = Seen()
    context = browser.new_context(service_workers="block")
    context.add_init_script(_COUNT)
    page = context.new_page()
    page.set_default_timeout(60_000)

    def hear(text: str) -> None:
        if text.startswith("RAN "):
            seen.ran.add(int(text[4:]))

    def note(url: str) -> None:
        if not url.startswith((f"{address}/", "data:", "about:", "blob:")):
            seen.left.add(url)

    page.on("console", lambda message: hear(message.text))
    context.on("request", lambda request: note(request.url))
    yield page, seen
    context.close()


def open_pages(browser: Browser, address: str, names: Sequence[str]) -> Seen:
    """Open pages in frames, many at once, and look for what could run."""
    with watch(browser, address) as (page, seen):
        page.goto(address + _HARNESS)
        for first in range(0, len(names), BATCH):
            part = [f"{address}/{name}" for name in names[first : first + BATCH]]
            found = page.evaluate(_BATCH, part)
            seen.kept += [f"{place.removeprefix(address)}: {what}" for place, what in found]
            seen.pages += len(part)
    return seen


def visit_pages(browser: Browser, address: str, names: Sequence[str]) -> Seen:
    """Open pages one after the other, as a reader does; for sites in which scripts run."""
    with watch(browser, address) as (page, seen):
        for name in names:
            with suppress(Exception):  # a payload may lead away while the page is opened
                page.goto(f"{address}/{name}", wait_until="load")
                page.evaluate(_POKE)
            seen.pages += 1
    return seen
