"""The solution's side: import it, answer calls over the channel, hold no verdict and no tests."""

from __future__ import annotations

import itertools
import sys
import types
import warnings
from typing import TYPE_CHECKING, Any

from prep_tracker.proving.harness import describe_error
from prep_tracker.proving.wire import Codec, is_standard, receive, send

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence


class OnlyNamed:
    """Refuses modules beyond the standard library and what the exercise names."""

    def __init__(self, requires: Sequence[str]) -> None:
        self._requires = frozenset(requires)

    def find_spec(self, name: str, *_: Any) -> None:
        """Raise for a module that the exercise does not allow; None lets the import go on."""
        top = name.partition(".")[0]
        if is_standard(top) or top in self._requires:
            return
        allowed = (
            f"only {', '.join(sorted(self._requires))}"
            if self._requires
            else "only the standard library"
        )
        message = f"'{name}' is not to be used here: {allowed}"
        raise ImportError(message)


def restrict_imports(requires: Sequence[str]) -> None:
    """Forget every loaded module the exercise does not allow, and refuse it from now on."""
    for name in list(sys.modules):
        top = name.partition(".")[0]
        if not is_standard(top) and top not in requires and top != "prep_tracker":
            del sys.modules[name]
    sys.meta_path.insert(0, OnlyNamed(requires))


class Answering:
    """Answers calls from the tests, one at a time."""

    def __init__(self, channel: socket.socket) -> None:
        self._channel = channel
        self._codec = Codec(self._call_back)

    def serve(self, source: str) -> None:
        """Import the solution, say how that went, then answer until the other side hangs up."""
        module = types.ModuleType("solution")
        sys.modules["solution"] = module
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                exec(compile(source, "solution.py", "exec", dont_inherit=True), module.__dict__)  # noqa: S102 - what this process is for
        except BaseException as error:  # noqa: BLE001 - sys.exit at import must not end the process silently
            self._send_error(error)
            return
        send(self._channel, {"v": None})
        while True:
            self._answer(module, receive(self._take))

    def _answer(self, module: types.ModuleType, message: dict[str, Any]) -> None:
        try:
            args = self._codec.decode(message["args"])
            kwargs = self._codec.decode(message["kwargs"])
            with warnings.catch_warnings():
                warnings.simplefilter("error" if message["quiet"] else "ignore")
                answer = _call(module, message["call"], args, kwargs)
                reply = {"v": self._codec.encode(answer), "args": [self._echo(a) for a in args]}
        except BaseException as error:  # noqa: BLE001 - sys.exit in a function must not end the process silently
            self._send_error(error)
            return
        send(self._channel, reply)

    def _echo(self, value: Any) -> Any:
        same_kind = isinstance(value, (list, dict, set, bytearray)) or hasattr(value, "dtype")
        return self._codec.encode(value) if same_kind else None

    def _send_error(self, error: BaseException) -> None:
        raised = describe_error(error)
        send(self._channel, {"x": [list(raised.kinds), raised.message, raised.line]})

    def _call_back(self, number: int, args: list[Any]) -> Any:
        send(self._channel, {"cb": number, "args": self._codec.encode(args)})
        reply = receive(self._take)
        if "x" in reply:
            raise RuntimeError(str(reply["x"]))
        return self._codec.decode(reply["v"])

    def _take(self, count: int) -> bytes:
        data = bytearray()
        while len(data) < count:
            part = self._channel.recv(min(count - len(data), 1 << 20))
            if not part:
                raise SystemExit
            data += part
        return bytes(data)


def _call(module: types.ModuleType, name: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
    function = getattr(module, name, None)
    if function is None:
        message = f"there is no function '{name}'"
        raise AttributeError(message)
    answer = function(*args, **kwargs)
    return list(itertools.islice(answer, 100_000)) if hasattr(answer, "__next__") else answer
