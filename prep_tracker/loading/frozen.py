"""Turn model values into plain tuples and back, fast: what the cache keeps."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections import deque
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from itertools import repeat
from operator import attrgetter, call
from typing import Any

Decoder = Callable[[Any], Any]
_PLAIN = frozenset({str, int, float, bool, type(None)})


def freeze(value: Any) -> Any:
    """The value as tuples, texts, numbers and None; `thaw` needs its class to undo it."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    parts: Any = value
    if kind is not tuple:
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, date):
            return value.toordinal()
        if not dataclasses.is_dataclass(kind):
            return value
        parts = _getter(kind)(value)
    return tuple([part if type(part) in _PLAIN else freeze(part) for part in parts])


def thaw(kind: type, values: Any) -> Any:
    """An object of a frozen dataclass from what `freeze` made of it."""
    return _maker(kind)(values)


@cache
def _getter(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gives the values of all fields."""
    names = _names(kind)
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _maker(kind: type) -> Decoder:
    """A function that fills the slots of an object straight, without the frozen check of each."""
    hints = typing.get_type_hints(kind)
    setters = [kind.__dict__[name].__set__ for name in _names(kind)]
    decoders = [
        (place, decode)
        for place, name in enumerate(_names(kind))
        if (decode := _decoder(hints[name]))
    ]
    new = object.__new__
    run: Any = deque[Any](maxlen=0).extend

    def make(values: Any) -> Any:
        if decoders:
            values = list(values)
            for place, decode in decoders:
                if values[place]:
                    values[place] = decode(values[place])
        made: Any = new(kind)
        run(map(call, setters, repeat(made), values))
        return made

    return make


@cache
def _decoder(hint: Any) -> Decoder | None:
    """How a value of this type comes back; None when it is stored as it is."""
    origin = typing.get_origin(hint)
    if origin is tuple:
        inner = _decoder(typing.get_args(hint)[0])
        return (lambda values: tuple([inner(value) for value in values])) if inner else None
    if origin in {typing.Union, types.UnionType}:
        kinds = [kind for kind in typing.get_args(hint) if kind is not type(None)]
        return _decoder(kinds[0])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {word.value: word for word in hint}.__getitem__
    if hint is date:
        return date.fromordinal
    if dataclasses.is_dataclass(hint):
        return _maker(typing.cast("type", hint))
    return None
