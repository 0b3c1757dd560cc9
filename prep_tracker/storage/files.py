"""Text files of the workspace: written whole or not at all, one writer at a time."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from prep_tracker.errors import WorkspaceError

if TYPE_CHECKING:
    from prep_tracker.errors import PrepTrackerError

HOLD_SECONDS = 10.0
MOST_BYTES = 5 * 1024 * 1024
"""A text file of the learner's that is larger is not read."""


def read_text(path: Path) -> str:
    """The text of a file, UTF-8, with or without a byte-order mark.

    Raises:
        WorkspaceError: It is missing, too large, unreadable or not UTF-8.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise WorkspaceError(
                f"{path} is larger than 5 MiB.", "Move what does not belong there elsewhere."
            )
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path} is not UTF-8 text (byte {error.start})."
        raise WorkspaceError(message, "Save it as UTF-8 in your editor.") from error
    except OSError as error:
        raise explain(path, error, "read") from error


def write_text(path: Path, text: str) -> None:
    """Write a text file so that after a crash it holds the old text or the new, never a part.

    A symbolic link is followed; the file keeps its permissions.

    Raises:
        WorkspaceError: It cannot be written; the old text is whole.
    """
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file as `write_text` does.

    Raises:
        WorkspaceError: It cannot be written; the old content is whole.
    """
    target = Path(os.path.realpath(path))
    partial = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}.partial")
    try:
        _write_durably(partial, content, _mode_of(target))
        partial.replace(target)
        settle_folder(target.parent)
    except OSError as error:
        raise explain(path, error, "written") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _mode_of(target: Path) -> int:
    """Permissions of a file that is there, else private to the learner."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o600


def _write_durably(path: Path, content: bytes, mode: int) -> None:
    """Create a file and return when its bytes are on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def settle_folder(folder: Path) -> None:
    """Put a folder's entries on the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Keep other processes of ours from changing this file meanwhile.

    Raises:
        WorkspaceError: Another process held it for ten seconds.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=HOLD_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        message = f"{path} is being changed by another prep-tracker."
        raise WorkspaceError(message, "Finish or close the other one, then try again.") from error
    except OSError as error:
        raise explain(path, error, "locked") from error
    try:
        yield
    finally:
        lock.release()


def make_folder(path: Path) -> None:
    """Make a folder, private to the learner, and those above it.

    Raises:
        WorkspaceError: It cannot be made.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise explain(path, error, "made") from error


def explain(path: Path, error: OSError, what: str) -> PrepTrackerError:
    """The two lines for a failed file operation."""
    return WorkspaceError(f"{path} cannot be {what}: {error.strerror or error}.", advise(error))


def advise(error: OSError) -> str:
    """What to do about a failed file operation."""
    advice = {
        errno.ENOSPC: "The disk is full: free some space, then try again; what was saved before is whole.",
        errno.EDQUOT: "Your disk quota is used up: free some space, then try again; what was saved before is whole.",
        errno.EFBIG: "The file may not grow: free some space or raise the limit, then try again.",
        errno.EROFS: "The disk is read-only: choose another folder with --workspace, or make it writable.",
        errno.EACCES: "You may not write there: check the permissions, or choose another folder with --workspace.",
        errno.EPERM: "You may not write there: check the permissions, or choose another folder with --workspace.",
        errno.ENOENT: "Check the name, or make a workspace with `prep-tracker init`.",
        errno.EISDIR: "There is a folder of that name: move it away.",
        errno.ENOTDIR: "A part of that path is a file: choose another folder.",
    }
    return advice.get(
        error.errno or 0, "Check that the disk is there and the folder can be written to."
    )


def write_cache(path: Path, content: bytes) -> None:
    """Write what can be made again: whole or not at all, quickly, and silently nothing where it cannot be."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.partial")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
