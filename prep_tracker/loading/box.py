"""A file of our own with a checksum: an accident to it is seen before anything in it is decoded."""

from __future__ import annotations

import marshal
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

_CHECKSUM = 4
BROKEN = (OSError, ValueError, EOFError, TypeError, KeyError, IndexError)
"""What reading a file that is missing, torn, old or foreign may raise."""


def read_body(path: Path) -> Any:
    """What was written there.

    Raises:
        OSError: There is no such file.
        ValueError: Something happened to it.
    """
    data = path.read_bytes()
    body = memoryview(data)[_CHECKSUM:]
    if crc32(body).to_bytes(_CHECKSUM, "big") != data[:_CHECKSUM]:
        raise ValueError
    return marshal.loads(body)  # noqa: S302 - our own file, its checksum checked


def write_body(path: Path, value: Any) -> None:
    """Write plain values (tuples, texts, numbers, None); a place that cannot be written is no matter."""
    import tempfile

    body = marshal.dumps(value)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
            stream.write(crc32(body).to_bytes(_CHECKSUM, "big") + body)
        try:
            Path(stream.name).replace(path)
        except OSError:
            Path(stream.name).unlink()
