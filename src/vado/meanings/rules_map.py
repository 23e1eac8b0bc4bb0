"""The map as values: what stood on it on a day, and what may be drawn. Nothing is counted, weighed or concluded."""

import datetime as dt
import enum
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from vado.meanings.facts_map import ArrowThen, Hand, MapArrow, MapNode, NodeSort, NodeThen

One = TypeVar("One", bound=MapNode | MapArrow)


class Map(msgspec.Struct, frozen=True):
    """What is on the map, by hex id, in the order in which it was drawn."""

    nodes: Mapping[str, MapNode]
    arrows: Mapping[str, MapArrow]


def map_on(nodes: Mapping[str, MapNode], arrows: Mapping[str, MapArrow], day: dt.date | None = None) -> Map:
    """The map as it was at the end of a day, or as it is: what was there, with everything that it said then."""
    if day is None:
        return Map(
            {key: node for key, node in nodes.items() if node.until is None},
            {key: arrow for key, arrow in arrows.items() if arrow.until is None},
        )
    return Map(_there_on(nodes, day), _there_on(arrows, day))


def _there_on(known: Mapping[str, One], day: dt.date) -> dict[str, One]:
    then = {key: as_on(one, day) for key, one in known.items()}
    return {key: one for key, one in then.items() if one.drawn_on <= day and (one.until is None or day < one.until)}


def as_on(one: One, day: dt.date) -> One:
    """A thing or an arrow with everything that it said on that day."""
    then = next((then for then in one.before if day < then.until), None)
    if then is None:
        return one
    return msgspec.structs.replace(one, until=then.off_since, **_said(then))


def changed(one: One, today: dt.date, **changes: object) -> One:
    """With changes, until which day it is on the map among them; how it stood until today is kept with it.

    A day is as it was at its end: what is changed two times in a day leaves one past.
    """
    after = msgspec.structs.replace(one, **changes)
    then = _then(one, today)
    if _then(after, today) == then or one.drawn_on == today or any(known.until == today for known in one.before):
        return after
    return msgspec.structs.replace(after, before=(*one.before, then))


_NOT_SAID = ("until", "off_since")


def _then(one: MapNode | MapArrow, until: dt.date) -> NodeThen | ArrowThen:
    kind = NodeThen if isinstance(one, MapNode) else ArrowThen
    said = {name: getattr(one, name) for name in kind.__struct_fields__ if name not in _NOT_SAID}
    return kind(until=until, off_since=one.until, **said)


def _said(then: NodeThen | ArrowThen) -> dict[str, object]:
    return {name: getattr(then, name) for name in then.__struct_fields__ if name not in _NOT_SAID}


def around(whole: Map, key: str) -> Map:
    """One thing with all that is one arrow away, and every arrow between them; drawn close, whatever lies elsewhere."""
    ends = {one: {arrow.source, arrow.target} for one, arrow in whole.arrows.items()}
    near = {key}.union(*(both for both in ends.values() if key in both))
    arrows = {one: arrow for one, arrow in whole.arrows.items() if ends[one] <= near}
    return Map(_close_together({one: node for one, node in whole.nodes.items() if one in near}), arrows)


def _close_together(nodes: Mapping[str, MapNode]) -> dict[str, MapNode]:
    """The same things, each in the first places of its band."""
    placed: dict[str, MapNode] = {}
    for key, node in nodes.items():
        placed[key] = msgspec.structs.replace(node, place=free_place(placed.values(), node.sort))
    return placed


def days_of_change(nodes: Iterable[MapNode], arrows: Iterable[MapArrow]) -> list[dt.date]:
    """The days on which the map changed, newest first."""
    everything: list[MapNode | MapArrow] = [*nodes, *arrows]
    days = {one.drawn_on for one in everything} | {one.until for one in everything if one.until is not None}
    past = {day for one in everything for then in one.before for day in (then.until, then.off_since) if day}
    return sorted(days | past, reverse=True)


def may_change(one: MapNode | MapArrow, hand: Hand) -> bool:
    """A hand changes what it wrote itself; the other's stays as it is, and both stand beside each other."""
    return one.by in {hand, Hand.BOTH}


def free_place(nodes: Iterable[MapNode], sort: NodeSort) -> int:
    """The first place of this sort's band in which nothing stands or ever stood."""
    taken = {node.place for node in nodes if BAND_OF[node.sort] == BAND_OF[sort]}
    return next(place for place in range(len(taken) + 1) if place not in taken)


# From what comes before to what comes after: the bands of the drawing, from above.
BANDS: tuple[tuple[NodeSort, ...], ...] = (
    (NodeSort.SITUATION, NodeSort.PERSON),
    (NodeSort.STATE, NodeSort.VOICE, NodeSort.NEED),
    (NodeSort.MEANING,),
    (NodeSort.USE, NodeSort.STRATEGY),
    (NodeSort.NEAR,),
    (NodeSort.LATER,),
)
BAND_OF = {sort: number for number, sorts in enumerate(BANDS) for sort in sorts}


class ArrowFault(enum.StrEnum):
    """Why an arrow cannot be kept as it stands."""

    NOWHERE = "nowhere"
    RANGE = "range"


def arrow_fault(arrow: MapArrow, nodes: Mapping[str, MapNode]) -> ArrowFault | None:
    """What is wrong with an arrow; one from a thing to itself is fine: shame can feed itself."""
    if arrow.source not in nodes or arrow.target not in nodes:
        return ArrowFault.NOWHERE
    least, most = arrow.strength_least, arrow.strength_most
    if least is not None and most is not None and least > most:
        return ArrowFault.RANGE
    return None
