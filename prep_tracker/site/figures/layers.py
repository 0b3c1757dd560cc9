"""Lay a flowchart out in layers: break cycles, rank, order, and place; sizes in, coordinates out.

After Sugiyama, Tagawa and Toda (1981): long arrows get a stop in every layer they pass, the order inside the
layers is improved by barycenters, and the places are the least-squares ones that keep the order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

SWEEPS = 12
SETTLING = 16


@dataclass(slots=True, kw_only=True)
class Stop:
    """A node, or the point at which a long arrow passes a layer.

    Attributes:
        along: Size in the direction of the arrows.
        across: Size in the other direction.
        layer: Number of its layer.
        start: Coordinate of its near edge, in the direction of the arrows.
        center: Coordinate of its middle, across.
    """

    along: float
    across: float
    layer: int = 0
    start: float = 0.0
    center: float = 0.0
    before: list[Stop] = field(default_factory=list)
    after: list[Stop] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Route:
    """An arrow's way: the stops from source to target; `is_back` when it runs against the layers."""

    stops: list[Stop]
    is_back: bool


@dataclass(slots=True, kw_only=True)
class Layout:
    """Stops by name, a route for each arrow (None for one from a node to itself), and the size of it all."""

    stops: dict[str, Stop]
    routes: list[Route | None]
    along: float
    across: float


def lay_out(
    sizes: Mapping[str, tuple[float, float]],
    arrows: Sequence[tuple[str, str]],
    *,
    gap_along: Sequence[float],
    gap_across: float,
) -> Layout:
    """Place nodes in layers.

    Args:
        sizes: Of each node, along and across, in the order in which nodes were named.
        arrows: Pairs of names.
        gap_along: What each arrow needs between the layers it joins (room for its label).
        gap_across: Least distance between neighbors of a layer.
    """
    stops = {name: Stop(along=along, across=across) for name, (along, across) in sizes.items()}
    backwards = _find_back_arrows(list(sizes), arrows)
    forwards = [(b, a) if i in backwards else (a, b) for i, (a, b) in enumerate(arrows)]
    _rank(stops, forwards)
    routes = [_route(stops, arrow, is_back=i in backwards) for i, arrow in enumerate(forwards)]
    layers = _gather(stops, routes)
    _order(layers)
    across = _place_across(layers, gap_across)
    along = _place_along(layers, _gaps(layers, stops, forwards, gap_along))
    return Layout(stops=stops, routes=routes, along=along, across=across)


def _find_back_arrows(names: list[str], arrows: Sequence[tuple[str, str]]) -> set[int]:
    """Arrows that close a cycle, found by walking depth first from the first nodes on."""
    leaving: dict[str, list[int]] = {name: [] for name in names}
    for number, (source, _) in enumerate(arrows):
        leaving[source].append(number)
    entered = {target for _, target in arrows}
    state: dict[str, int] = {}
    back: set[int] = set()

    def walk(name: str) -> None:
        state[name] = 1
        for number in leaving[name]:
            target = arrows[number][1]
            if state.get(target) == 1:
                back.add(number)
            elif target not in state:
                walk(target)
        state[name] = 2

    for name in [n for n in names if n not in entered] + names:
        if name not in state:
            walk(name)
    return back


def _rank(stops: dict[str, Stop], arrows: Sequence[tuple[str, str]]) -> None:
    joined = [(a, b) for a, b in arrows if a != b]
    for _ in stops:
        moved = False
        for source, target in joined:
            if stops[target].layer <= stops[source].layer:
                stops[target].layer = stops[source].layer + 1
                moved = True
        if not moved:
            break
    entered = {target for _, target in joined}
    for name, stop in stops.items():
        following = [stops[b].layer for a, b in joined if a == name]
        if name not in entered and following:
            stop.layer = min(following) - 1


def _route(stops: dict[str, Stop], arrow: tuple[str, str], *, is_back: bool) -> Route | None:
    first, last = stops[arrow[0]], stops[arrow[1]]
    if first is last:
        return None
    way = [first]
    way += [
        Stop(along=0.0, across=6.0, layer=layer) for layer in range(first.layer + 1, last.layer)
    ]
    way.append(last)
    for one, other in pairwise(way):
        one.after.append(other)
        other.before.append(one)
    return Route(stops=way[::-1] if is_back else way, is_back=is_back)


def _gather(stops: dict[str, Stop], routes: list[Route | None]) -> list[list[Stop]]:
    layers: list[list[Stop]] = [[] for _ in range(1 + max(stop.layer for stop in stops.values()))]
    seen: set[int] = set()
    for stop in [*stops.values(), *(stop for route in routes if route for stop in route.stops)]:
        if id(stop) not in seen:
            seen.add(id(stop))
            layers[stop.layer].append(stop)
    return layers


def _order(layers: list[list[Stop]]) -> None:
    """Sweep down and up, each layer by the mean place of its neighbors; keep the order with fewest crossings."""
    best, fewest = [list(layer) for layer in layers], _count_crossings(layers)
    for sweep in range(SWEEPS):
        goes_down = sweep % 2 == 0
        for layer in layers if goes_down else layers[::-1]:
            places = {id(stop): place for other in layers for place, stop in enumerate(other)}
            keys = {
                id(stop): _mean(
                    [places[id(n)] for n in (stop.before if goes_down else stop.after)],
                    places[id(stop)],
                )
                for stop in layer
            }
            layer.sort(key=lambda stop: keys[id(stop)])
        crossings = _count_crossings(layers)
        if crossings < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    layers[:] = best


def _mean(places: Sequence[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise


def _count_crossings(layers: list[list[Stop]]) -> int:
    total = 0
    for layer, following in pairwise(layers):
        places = {id(stop): place for place, stop in enumerate(following)}
        ends = [
            places[id(n)] for stop in layer for n in sorted(stop.after, key=lambda n: places[id(n)])
        ]
        total += sum(1 for i, one in enumerate(ends) for other in ends[i + 1 :] if other < one)
    return total


def _place_across(layers: list[list[Stop]], gap: float) -> float:
    for layer in layers:
        edge = 0.0
        for stop in layer:
            stop.center = edge + stop.across / 2
            edge += stop.across + gap
    for turn in range(SETTLING):
        for layer in layers if turn % 2 == 0 else layers[::-1]:
            wishes = [
                _mean([n.center for n in (*stop.before, *stop.after)], stop.center)
                for stop in layer
            ]
            _settle(layer, wishes, gap)
    low = min(stop.center - stop.across / 2 for layer in layers for stop in layer)
    for layer in layers:
        for stop in layer:
            stop.center -= low
    return max(stop.center + stop.across / 2 for layer in layers for stop in layer)


def _settle(layer: list[Stop], wishes: list[float], gap: float) -> None:
    """Nearest places to the wishes, in least squares, that keep order and distance (pool adjacent violators)."""
    offsets = [0.0]
    for one, other in pairwise(layer):
        offsets.append(offsets[-1] + (one.across + other.across) / 2 + gap)
    pools: list[tuple[float, int]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        mean, count = wish - offset, 1
        while pools and pools[-1][0] > mean:
            last, size = pools.pop()
            mean, count = (last * size + mean * count) / (size + count), size + count
        pools.append((mean, count))
    places = [mean for mean, count in pools for _ in range(count)]
    for stop, place, offset in zip(layer, places, offsets, strict=True):
        stop.center = place + offset


def _gaps(
    layers: list[list[Stop]],
    stops: dict[str, Stop],
    arrows: Sequence[tuple[str, str]],
    wanted: Sequence[float],
) -> list[float]:
    gaps = [0.0] * len(layers)
    for (source, target), gap in zip(arrows, wanted, strict=True):
        if source != target:
            gaps[stops[source].layer] = max(gaps[stops[source].layer], gap)
            gaps[stops[target].layer - 1] = max(gaps[stops[target].layer - 1], min(gap, wanted[0]))
    return gaps


def _place_along(layers: list[list[Stop]], gaps: list[float]) -> float:
    edge = 0.0
    end = 0.0
    for layer, gap in zip(layers, gaps, strict=True):
        size = max(stop.along for stop in layer)
        for stop in layer:
            stop.start = edge + (size - stop.along) / 2
        end = edge + size
        edge = end + gap
    return end
