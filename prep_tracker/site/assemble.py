"""The new site beside the old one: unchanged files are links to the old, then the two are swapped."""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from prep_tracker.errors import BuildError


class Assembly:
    """A site being put together in a folder beside the one it will replace.

    Attributes:
        old: The site that stands; it stays whole until `swap`.
        root: The new one.
    """

    is_whole = True
    """Whether the site is published whole, so that a version can be told from another."""

    def __init__(self, out: Path) -> None:
        """Begin with an empty folder."""
        self.old = out
        self.root = out.with_name(f".{out.name}.{os.getpid()}.new")
        self._folders: set[str] = set()
        clear_wrecks(out)
        self.root.mkdir(parents=True)

    def place(self, name: str) -> str:
        """Path of a file of the new site; its folder is made."""
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            (self.root / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return f"{self.root}/{name}"

    def keep(self, name: str) -> bool:
        """Take the file from the old site; False when it is not there."""
        return take(f"{self.old}/{name}", self.place(name))

    def write(self, name: str, data: bytes) -> bool:
        """Write the file; True when the old site had another one or none."""
        old = f"{self.old}/{name}"
        with suppress(OSError), open(old, "rb") as stream:
            if (
                os.fstat(stream.fileno()).st_size == len(data)
                and stream.read() == data
                and self.keep(name)
            ):
                return False
        with open(self.place(name), "wb") as stream:
            stream.write(data)
        return True

    def copy(self, source: Path, name: str) -> None:
        """Copy a file of ours or of the theme into the new site."""
        shutil.copyfile(source, self.place(name))

    def remove(self, name: str) -> None:
        """A page that is no more is not taken into the new site."""

    def swap(self) -> None:
        """Put the new site in the place of the old one.

        Raises:
            BuildError: Something else took the place, e.g. another build at the same time.
        """
        aside = self.old.with_name(f".{self.old.name}.{os.getpid()}.old")
        shutil.rmtree(aside, ignore_errors=True)
        try:
            if self.old.exists():
                self.old.rename(aside)
            self.root.rename(self.old)
        except OSError as error:
            if aside.exists() and not self.old.exists():
                aside.rename(self.old)
            raise BuildError(
                f"the new site cannot take the place of the old one: {error.strerror}",
                "Is another build running, or the folder open elsewhere? The old site is whole.",
            ) from error
        shutil.rmtree(aside, ignore_errors=True)

    def discard(self) -> None:
        """Remove what is left of the new site; nothing when it was swapped in."""
        shutil.rmtree(self.root, ignore_errors=True)


class InPlace(Assembly):
    """A site that is being served: each file is replaced on its own, whole."""

    is_whole = False

    def __init__(self, out: Path) -> None:
        """Take the site as it stands."""
        self.old = out
        self.root = out
        self._folders: set[str] = set()

    def keep(self, name: str) -> bool:
        """Leave the file; False when it is not there."""
        return os.path.isfile(f"{self.root}/{name}")

    def write(self, name: str, data: bytes) -> bool:
        """Replace the file where it differs; True when it did."""
        path = self.place(name)
        with suppress(OSError), open(path, "rb") as stream:
            if stream.read() == data:
                return False
        beside = f"{path}.{os.getpid()}.new"
        with open(beside, "wb") as stream:
            stream.write(data)
        os.replace(beside, path)
        return True

    def remove(self, name: str) -> None:
        """Remove a page that is no more."""
        with suppress(OSError):
            os.unlink(f"{self.root}/{name}")

    def swap(self) -> None:
        """There is nothing to swap."""

    def discard(self) -> None:
        """There is nothing to throw away."""


def clear_wrecks(out: Path) -> None:
    """Clear what builds that were killed left beside the site; one killed while swapping gets its old site back."""
    for wreck in out.parent.glob(f".{out.name}.*"):
        found = re.fullmatch(r"\.(\d+)\.(new|old)", wreck.name[len(out.name) + 1 :])
        if found is None or (int(found[1]) != os.getpid() and _is_running(int(found[1]))):
            continue
        if found[2] == "old" and not out.exists():
            wreck.rename(out)
        else:
            shutil.rmtree(wreck, ignore_errors=True)


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def take(source: str, target: str) -> bool:
    """Link a file, or copy it where links do not work; False when it is not there."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        return False
    except OSError:
        try:
            shutil.copyfile(source, target)
        except OSError:
            return False
    return True
