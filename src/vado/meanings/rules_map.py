"""The map as values: what stood on it on a day, and what may be drawn. Nothing is counted, weighed or concluded."""

import datetime as dt
import enum
from collections.abc import Iterable, Mapping

import msgspec

from vado.meanings.facts_map import ArrowThen, Hand, MapArrow, MapNode, NodeSort, NodeThen


class Map(msgspec.Struct, frozen=True):
    """What is on the map, by hex id, in the order in which it was drawn."""

    nodes: Mapping[str, MapNode]
    arrows: Mapping[str, MapArrow]


def map_on(nodes: Mapping[str, MapNode], arrows: Mapping[str, MapArrow], day: dt.date | None = None) -> Map:
    """The map as it was on a day, or as it is: what was there, and what it was called and said to do then."""
    if day is None:
        return Map(
            {key: node for key, node in nodes.items() if node.until is None},
            {key: arrow for key, arrow in arrows.items() if arrow.until is None},
        )
    return Map(
        {key: node_on(node, day) for key, node in nodes.items() if _was_there(node, day)},
        {key: arrow_on(arrow, day) for key, arrow in arrows.items() if _was_there(arrow, day)},
    )


def _was_there(one: MapNode | MapArrow, day: dt.date) -> bool:
    return one.drawn_on <= day and (one.until is None or day < one.until)


def node_on(node: MapNode, day: dt.date) -> MapNode:
    """The node with the words that it had on that day."""
    then = next((then for then in node.before if day < then.until), None)
    return msgspec.structs.replace(node, words=then.words) if then else node


def arrow_on(arrow: MapArrow, day: dt.date) -> MapArrow:
    """The arrow as it was said on that day."""
    then = next((then for then in arrow.before if day < then.until), None)
    if then is None:
        return arrow
    return msgspec.structs.replace(
        arrow, does=then.does, held_by=then.held_by, strength=then.strength, strength_least=None, strength_most=None
    )


def renamed(node: MapNode, today: dt.date, **changes: object) -> MapNode:
    """The node with changes; what it was called until today is kept with it."""
    changed = msgspec.structs.replace(node, **changes)
    if changed.words == node.words or node.drawn_on == today:
        return changed
    return msgspec.structs.replace(changed, before=(*node.before, NodeThen(today, node.words)))


def redrawn(arrow: MapArrow, today: dt.date, **changes: object) -> MapArrow:
    """The arrow with changes; what it said until today is kept with it."""
    changed = msgspec.structs.replace(arrow, **changes)
    said = (changed.does, changed.held_by, changed.strength)
    if said == (arrow.does, arrow.held_by, arrow.strength) or arrow.drawn_on == today:
        return changed
    then = ArrowThen(today, arrow.does, arrow.held_by, arrow.strength)
    return msgspec.structs.replace(changed, before=(*arrow.before, then))


def days_of_change(nodes: Iterable[MapNode], arrows: Iterable[MapArrow]) -> list[dt.date]:
    """The days on which the map changed, newest first."""
    everything: list[MapNode | MapArrow] = [*nodes, *arrows]
    days = {one.drawn_on for one in everything} | {one.until for one in everything if one.until is not None}
    renamed_on = {then.until for one in everything for then in one.before}
    return sorted(days | renamed_on, reverse=True)


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
