"""The tests' side: asks the solution's process, compares the answers, writes the records."""

from __future__ import annotations

import select
import time
from typing import TYPE_CHECKING, Any

from prep_tracker.proving.harness import Raised, Stopped, read_tests, run_tests
from prep_tracker.proving.wire import Codec, WireError, receive, send

if TYPE_CHECKING:
    import socket

KEPT_OUTPUT = 4096


class Asking:
    """A candidate in another process, asked over a socket until the deadline.

    Args:
        channel: Socket to the solution's process.
        output: Socket on which its printed output comes.
        seconds: Wall-clock time for everything.
    """

    def __init__(self, channel: socket.socket, output: socket.socket, seconds: float) -> None:
        self._channel, self._output = channel, output
        self._codec = Codec()
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        self._open = [channel, output]
        self.printed = bytearray()
        self.flood = 0

    def start(self) -> None:
        """Wait for the import of the solution; raises `Raised` when it failed."""
        reply = self._receive()
        if "x" in reply:
            raise self._error(reply)

    def call(
        self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], *, quiet: bool
    ) -> tuple[Any, Any]:
        """Call a function there; return its answer and the arguments as they are afterwards."""
        form = {"args": [self._codec.encode(a) for a in args], "kwargs": self._codec.encode(kwargs)}
        self._send({"call": name, "quiet": quiet, **form})
        reply = self._receive()
        while isinstance(reply, dict) and "cb" in reply:
            self._send(self._call_back(reply))
            reply = self._receive()
        if "x" in reply:
            raise self._error(reply)
        return self._read_answer(reply, args)

    def _read_answer(self, reply: dict[str, Any], args: tuple[Any, ...]) -> tuple[Any, Any]:
        try:
            echo = [self._codec.decode(item) for item in reply["args"]]
            after = tuple(old if new is None else new for old, new in zip(args, echo, strict=True))
            return self._codec.decode(reply["v"]), after
        except (
            WireError,
            KeyError,
            TypeError,
            ValueError,
            RecursionError,
            AttributeError,
        ) as error:
            raise Stopped("crashed", "the answer is not readable") from error

    def _error(self, reply: dict[str, Any]) -> Raised:
        try:
            kinds, message, line = reply["x"]
            return Raised(tuple(map(str, kinds)) or ("Exception",), str(message)[:500], int(line))
        except (TypeError, ValueError) as error:
            raise Stopped("crashed", "the answer is not readable") from error

    def _call_back(self, message: dict[str, Any]) -> dict[str, Any]:
        try:
            function = self._codec.functions[int(message["cb"])]
            return {"v": self._codec.encode(function(*self._codec.decode(message["args"])))}
        except Exception as error:  # noqa: BLE001 - a function of the tests, called with whatever the solution sent
            return {"x": f"{type(error).__name__}: {error}"}

    def _send(self, message: dict[str, Any]) -> None:
        try:
            self._channel.settimeout(max(self._left(), 0.01))
            send(self._channel, message)
        except TimeoutError:
            raise self._too_slow() from None
        except OSError:
            raise self._gone() from None

    def _receive(self) -> dict[str, Any]:
        try:
            reply = receive(self._take)
        except WireError as error:
            raise Stopped("crashed", str(error)) from error
        if not isinstance(reply, dict):
            raise Stopped("crashed", "the answer is not readable")
        return reply

    def _take(self, count: int) -> bytes:
        data = bytearray()
        while len(data) < count:
            ready, _, _ = select.select(self._open, [], [], max(self._left(), 0))
            if not ready:
                raise self._too_slow()
            if self._output in ready:
                self._read_output()
            if self._channel in ready:
                data += self._read(count - len(data))
        return bytes(data)

    def _read(self, count: int) -> bytes:
        try:
            part = self._channel.recv(min(count, 1 << 20))
        except OSError:
            part = b""
        if not part:
            raise self._gone()
        return part

    def drain(self) -> None:
        """Take what was printed last, without waiting."""
        while (
            self._output in self._open
            and select.select([self._output], [], [], 0)[0]
            and self._left() > 0
        ):
            self._read_output()

    def _read_output(self) -> None:
        part = self._output.recv(1 << 16)
        if not part:
            self._open = [self._channel]
        self.flood += len(part)
        self.printed += part[: max(0, KEPT_OUTPUT - len(self.printed))]

    def _left(self) -> float:
        return self._deadline - time.monotonic()

    def _too_slow(self) -> Stopped:
        return Stopped(
            "timeout",
            f"no answer within {self._seconds:g} seconds (an endless loop, or too slow a method)",
        )

    def _gone(self) -> Stopped:
        return Stopped(
            "crashed",
            "your code ended its own process (os._exit, a crash, or a limit on time or memory)",
        )


def examine(asking: Asking, job: dict[str, Any]) -> dict[str, Any]:
    """Run all tests of a job against the solution; the report as plain data."""
    tests = read_tests(job["tests"], "tests.py", asking)
    if job["oracle"]:
        tests += read_tests(job["oracle"], "oracle.py", asking)
    if job["backwards"]:
        tests.reverse()
    try:
        asking.start()
    except (Raised, Stopped) as error:
        return _report_unread(error, len(tests))
    records = list(run_tests(tests))
    verdict = next((r.pop("verdict") for r in records if "verdict" in r), "")
    verdict = verdict or (
        "passed" if records and all(r["status"] == "passed" for r in records) else "failed"
    )
    return {"verdict": verdict, "message": "", "tests": records}


def _report_unread(error: Raised | Stopped, count: int) -> dict[str, Any]:
    verdict = error.verdict if isinstance(error, Stopped) else "broken"
    said = (
        error.message if isinstance(error, Stopped) else f"solution.py cannot be imported: {error}"
    )
    return {"verdict": verdict, "message": said, "tests": [], "untested": count}
