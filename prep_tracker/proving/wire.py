"""Values on the wire between judge and solution: plain data only, so an answer can carry no code."""

from __future__ import annotations

import base64
import itertools
import json
import random
import struct
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

BIGGEST_MESSAGE = 64 * 1024 * 1024
MOST_YIELDED = 100_000
NUMBER_KINDS = "biufcU"


class WireError(Exception):
    """A value cannot be sent, or what came is not a message."""


class Codec:
    """Turns values into JSON and back; functions travel as numbers that the other side calls back.

    Args:
        call_back: Calls function number n of the other side with arguments.
    """

    def __init__(self, call_back: Callable[[int, list[Any]], Any] | None = None) -> None:
        self.functions: list[Callable[..., Any]] = []
        self._sources: dict[int, Any] = {}
        self._call_back = call_back
        self._plain: dict[str, Callable[[Any], Any]] = {
            "t": lambda body: tuple(map(self.decode, body)),
            "s": lambda body: set(map(self.decode, body)),
            "i": lambda body: iter([self.decode(item) for item in body]),
            "d": lambda body: {self.decode(k): self.decode(v) for k, v in body},
            "b": base64.b64decode,
            "c": lambda body: complex(*body),
            "a": lambda body: _decode_array(*body),
        }

    def encode(self, value: Any) -> Any:
        """JSON-able form of a value.

        Raises:
            WireError: It is none of the kinds that can be compared.
        """
        if value is None or isinstance(value, (bool, str, float)):
            return float(value) if isinstance(value, float) else value
        if isinstance(value, int):
            return int(value)
        plain = self._encode_container(value)
        return plain if plain is not None else self._encode_special(value)

    def _encode_container(self, value: Any) -> Any:
        if isinstance(value, (list, range)):
            return [self.encode(item) for item in value]
        if isinstance(value, tuple):
            return {"t": [self.encode(item) for item in value]}
        if isinstance(value, dict):
            return {"d": [[self.encode(k), self.encode(v)] for k, v in value.items()]}
        if isinstance(value, (set, frozenset)):
            return {"s": [self.encode(item) for item in value]}
        return None

    def _encode_special(self, value: Any) -> Any:
        if isinstance(value, (bytes, bytearray)):
            return {"b": base64.b64encode(value).decode()}
        if isinstance(value, complex):
            return {"c": [value.real, value.imag]}
        if isinstance(value, random.Random) or type(value).__name__ == "Generator":
            return self._encode_source(value)
        if hasattr(value, "dtype") and hasattr(value, "tobytes"):
            return self._encode_array(value)
        if hasattr(value, "__next__"):
            return {"i": [self.encode(item) for item in itertools.islice(value, MOST_YIELDED)]}
        if callable(value) and not isinstance(value, type):
            self.functions.append(value)
            return {"f": len(self.functions) - 1}
        kind = type(value).__name__
        message = f"an object of class {kind} cannot be compared; return numbers, text, lists, tuples, dicts or arrays"
        raise WireError(message)

    def _encode_array(self, value: Any) -> Any:
        if value.dtype.kind == "O":
            return self.encode(value.tolist())
        if value.dtype.kind not in NUMBER_KINDS:
            message = f"an array of {value.dtype} cannot be compared"
            raise WireError(message)
        data = base64.b64encode(value.tobytes()).decode()
        return {"a": [value.dtype.str, list(value.shape), data, not hasattr(value, "__setitem__")]}

    def _encode_source(self, value: Any) -> Any:
        known = id(value) in self._sources
        self._sources[id(value)] = value
        if known:
            return {"r": [id(value), None, None]}
        if isinstance(value, random.Random):
            return {"r": [id(value), "python", self.encode(value.getstate())]}
        return {"r": [id(value), "numpy", self.encode(value.bit_generator.state)]}

    def decode(self, form: Any) -> Any:
        """Value of a JSON-able form.

        Raises:
            WireError: It is not one that `encode` makes.
        """
        if isinstance(form, list):
            return [self.decode(item) for item in form]
        if not isinstance(form, dict):
            return form
        if len(form) != 1:
            message = "not a value"
            raise WireError(message)
        ((tag, body),) = form.items()
        return self._decode_tag(tag, body)

    def _decode_tag(self, tag: str, body: Any) -> Any:
        decoder = self._plain.get(tag)
        if decoder is not None:
            return decoder(body)
        if tag == "r" and self._call_back is not None:
            return self._decode_source(*body)
        if tag == "f" and self._call_back is not None:
            return _remote(self._call_back, int(body))
        message = "not a value"
        raise WireError(message)

    def _decode_source(self, key: int, kind: str | None, state: Any) -> Any:
        if kind == "python":
            source = random.Random(0)  # noqa: S311 - the state is set on the next line
            source.setstate(self.decode(state))
            self._sources[key] = source
        elif kind == "numpy":
            import numpy as np

            generator = np.random.default_rng(0)
            generator.bit_generator.state = self.decode(state)
            self._sources[key] = generator
        return self._sources[key]


def _remote(call_back: Callable[[int, list[Any]], Any], number: int) -> Callable[..., Any]:
    def given(*args: Any) -> Any:
        return call_back(number, list(args))

    return given


def _decode_array(dtype: str, shape: list[int], data: str, scalar: bool) -> Any:
    import numpy as np

    kind = np.dtype(dtype)
    if kind.kind not in NUMBER_KINDS:
        message = "not a value"
        raise WireError(message)
    array = np.frombuffer(base64.b64decode(data), dtype=kind).reshape(shape).copy()
    return array[()] if scalar else array


def send(channel: socket.socket, message: Any) -> None:
    """Write one message: four bytes of length, then JSON."""
    data = json.dumps(message).encode()
    channel.sendall(struct.pack(">I", len(data)) + data)


def receive(take: Callable[[int], bytes]) -> Any:
    """Read one message with `take(count)`, which gives exactly that many bytes.

    Raises:
        WireError: Too long, or not JSON.
    """
    (size,) = struct.unpack(">I", take(4))
    if size > BIGGEST_MESSAGE:
        message = "the answer is longer than 64 MiB"
        raise WireError(message)
    try:
        return json.loads(take(size))
    except (ValueError, RecursionError) as error:
        message = "the answer is not readable"
        raise WireError(message) from error


def is_standard(module: str) -> bool:
    """Whether the top-level name belongs to the standard library."""
    return module in sys.stdlib_module_names or module.startswith("_")
