"""Read one text file of a pack: a regular file, small, UTF-8, without hidden characters."""

from __future__ import annotations

import os
import re
import stat
from hashlib import blake2b
from pathlib import Path

from prep_tracker.loading.report import Report

MAX_FILE_BYTES = 1024 * 1024
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u2028\u2029\u2060-\u2065\u206a-\u206f"  # nothing to see
    "\u3164\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U000e0fff]"  # tags and the rest of the invisible plane
)


def find_irregular(path: Path) -> str:
    """Why the path must not be opened, or empty: a link, a folder, a FIFO, a device, too big."""
    try:
        info = os.lstat(path)
    except OSError as error:
        return f"cannot be read ({error.strerror or type(error).__name__})"
    if stat.S_ISLNK(info.st_mode):
        return "is a symbolic link"
    if not stat.S_ISREG(info.st_mode):
        return "is not a regular file"
    if info.st_size > MAX_FILE_BYTES:
        return f"is larger than 1 MiB ({info.st_size} bytes)"
    return ""


def _read_bytes(path: Path) -> bytes:
    flags = (
        os.O_RDONLY
        | getattr(os, "O_NOFOLLOW", 0)
        | getattr(os, "O_NONBLOCK", 0)
        | getattr(os, "O_BINARY", 0)
    )
    with os.fdopen(os.open(path, flags), "rb") as stream:
        return stream.read(MAX_FILE_BYTES + 1)


def read_bytes(path: Path, report: Report) -> bytes | None:
    """The file's bytes, or None with a problem in the report."""
    reason = find_irregular(path)
    if not reason:
        try:
            data = _read_bytes(path)
        except OSError as error:
            reason = f"cannot be read ({error.strerror or type(error).__name__})"
        else:
            if len(data) <= MAX_FILE_BYTES:
                return data
            reason = "is larger than 1 MiB"
    report.add(
        "irregular-file",
        f"the file {reason}",
        hint="a pack holds regular files of at most 1 MiB; put a plain copy here",
    )
    return None


def decode_text(data: bytes, report: Report) -> str | None:
    """The bytes as text with `\\n` line ends, or None with a problem in the report."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        report.add(
            "not-utf-8",
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            line=before.count(b"\n") + 1,
            column=column,
            hint="save the file as UTF-8",
        )
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return text if _is_clean(text, report) else None


def _is_clean(text: str, report: Report) -> bool:
    found = _FORBIDDEN.search(text)
    if found is None:
        return True
    at = found.start()
    report.add(
        "hidden-character",
        f"the character U+{ord(found.group()):04X} is not allowed",
        line=text.count("\n", 0, at) + 1,
        column=at - (text.rfind("\n", 0, at) + 1) + 1,
        hint="delete it: control, bidirectional and invisible characters can hide what a text says",
    )
    return False


def find_hidden(text: str) -> str:
    """The first character of the text that a pack may not hold, or empty."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else ""


def drop_hidden(text: str) -> str:
    """The text without the characters that a pack may not hold; character references can bring them in."""
    return _FORBIDDEN.sub("", text)


def read_text(path: Path, report: Report) -> str | None:
    """The file's text, or None with a problem in the report."""
    data = read_bytes(path, report)
    return None if data is None else decode_text(data, report)


def digest_bytes(data: bytes) -> str:
    """Hex digest of a file's bytes."""
    return blake2b(data, digest_size=16).hexdigest()
