"""Limits a process puts on itself for good: time, memory, files, network, other processes."""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE_BYTES = 16 * 1024 * 1024
OPEN_FILES = 128

PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP = 1, 38, 22
SIGKILL = 9
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
LANDLOCK_READ = 0b1100
LANDLOCK_WRITE = 0b1_1111_1111_0010
LANDLOCK_LATER = {2: 1 << 13, 3: 1 << 14}
"""Rights that came with later versions: move between folders, truncate."""

ALLOW, DENY, ABSENT = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38
LOAD, EQUALS, HAS_BIT, AT_LEAST, RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
CLONE_THREAD = 0x10000
MACHINES: dict[str, tuple[int, dict[str, tuple[int, ...]]]] = {
    "x86_64": (
        0xC000003E,
        {
            "clone": (56,),
            "clone3": (435,),
            "self": (62, 234, 302),
            # fork vfork exec network ptrace memory-of-others namespaces ipc modes clocks sessions
            "never": (57, 58, 59, 322, 41, 42, 43, 49, 101, 310, 311, 312, 308, 272, 165, 425, 434, 424, 438, 200, 129, 297,
                      29, 64, 68, 240, 90, 91, 268, 452, 92, 93, 94, 260, 188, 189, 190, 132, 235, 261, 280, 112, 109, 321,
                      250, 169, 170, 164, 227, 175, 313, 161, 298, 323),
        },
    ),
    "aarch64": (
        0xC00000B7,
        {
            "clone": (220,),
            "clone3": (435,),
            "self": (129, 131, 261),
            "never": (221, 281, 198, 203, 202, 200, 117, 270, 271, 272, 268, 97, 40, 425, 434, 424, 438, 130, 138, 240,
                      194, 190, 186, 180, 52, 53, 54, 55, 452, 5, 6, 7, 88, 157, 154, 280, 217, 142, 161, 170, 112, 105,
                      273, 51, 241, 282),
        },
    ),
}  # fmt: skip


def limit_resources(*, cpu_seconds: int, memory_bytes: int) -> None:
    """Bound CPU time, growth of memory, file size, open files; no core file."""
    if sys.platform == "win32":
        return
    import resource

    wanted = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_FSIZE: FILE_BYTES,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_AS: _mapped_bytes() + memory_bytes,
    }
    for kind, value in wanted.items():
        hard = resource.getrlimit(kind)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(kind, (bound, bound))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS
            continue


def _mapped_bytes() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def die_with_parent() -> None:
    """On Linux: be killed when the parent ends, however it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)


def shut_in(folder: Path, *, readable: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """Forbid new processes, network, signals to others, and files outside the folder; what could be done.

    On Linux by seccomp and Landlock (no rights needed); elsewhere only the number of processes is limited.
    """
    if sys.platform != "linux":
        return _forbid_forks()
    done = []
    if ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        done += ["files"] if _landlock(folder, readable) else []
        done += ["processes", "network"] if _seccomp() else []
    return tuple(done)


def _forbid_forks() -> tuple[str, ...]:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    except (ImportError, ValueError, OSError):
        return ()
    return ("processes",)


def _landlock(folder: Path, readable: tuple[Path, ...]) -> bool:
    system = ctypes.CDLL(None, use_errno=True).syscall
    version = system(LANDLOCK_CREATE, None, 0, 1)
    if version < 1:
        return False
    write = LANDLOCK_WRITE | sum(bit for since, bit in LANDLOCK_LATER.items() if version >= since)
    ruleset = system(LANDLOCK_CREATE, struct.pack("Q", write | LANDLOCK_READ), 8, 0)
    if ruleset < 0:
        return False
    _permit(ruleset, folder, write | LANDLOCK_READ)
    for place in (*_readable_places(), *readable):
        _permit(ruleset, place, LANDLOCK_READ)
    restricted = bool(system(LANDLOCK_RESTRICT, ruleset, 0) == 0)
    os.close(ruleset)
    return restricted


def _readable_places() -> Iterable[Path]:
    names = {sys.prefix, sys.base_prefix, str(Path(os.__file__).parent)}
    named = {Path(name) for name in names} | {
        Path("/usr"),
        Path("/lib"),
        Path("/lib64"),
        Path("/dev"),
    }
    return sorted(place for place in named if place.is_dir())


def _permit(ruleset: int, place: Path, rights: int) -> None:
    handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
    ctypes.CDLL(None).syscall(LANDLOCK_ADD, ruleset, 1, struct.pack("=Qi", rights, handle), 0)
    os.close(handle)


def _seccomp() -> bool:
    machine = MACHINES.get(platform.machine())
    if machine is None or sys.maxsize < 1 << 32:
        return False
    program = _filter_program(*machine, os.getpid())
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
    header = struct.pack("HxxxxxxQ", len(program), ctypes.addressof(code))
    return bool(
        ctypes.CDLL(None).prctl(PR_SET_SECCOMP, 2, ctypes.create_string_buffer(header), 0, 0) == 0
    )


def _filter_program(
    architecture: int, calls: dict[str, tuple[int, ...]], pid: int
) -> list[tuple[int, int, int, int]]:
    """Classic BPF: each refused call number returns an error at once, everything else is allowed."""
    steps = [(LOAD, 0, 0, 4), (EQUALS, 1, 0, architecture), (RETURN, 0, 0, DENY), (LOAD, 0, 0, 0)]
    steps += [(AT_LEAST, 0, 1, 0x40000000), (RETURN, 0, 0, DENY)]
    for number in calls["never"]:
        steps += [(EQUALS, 0, 1, number), (RETURN, 0, 0, DENY)]
    for number in calls["clone3"]:
        steps += [(EQUALS, 0, 1, number), (RETURN, 0, 0, ABSENT)]
    for number in calls["clone"]:
        steps += [
            (EQUALS, 0, 4, number),
            (LOAD, 0, 0, 16),
            (HAS_BIT, 0, 1, CLONE_THREAD),
            (RETURN, 0, 0, ALLOW),
            (RETURN, 0, 0, DENY),
        ]
    for number in calls["self"]:
        steps += [
            (EQUALS, 0, 5, number),
            (LOAD, 0, 0, 16),
            (EQUALS, 1, 0, pid),
            (EQUALS, 0, 1, 0),
            (RETURN, 0, 0, ALLOW),
            (RETURN, 0, 0, DENY),
        ]
    return [*steps, (RETURN, 0, 0, ALLOW)]
