"""What the pages of the map read from a record."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import msgspec
from django.utils.formats import date_format
from django.utils.translation import get_language

from vado.diary.facts import CheckIn, Note, Step, Urge, Use
from vado.diary.reading import today_for, whole
from vado.diary.timeline import Moment, moment_of
from vado.diary.vocabulary import Vocabulary
from vado.meanings.facts_map import Hand, MapArrow, MapNode, WhatIf
from vado.meanings.rules_map import BAND_OF, Map, map_on
from vado.record import Drawer, Leaf, LeafError, Record

ENTRIES_BESIDE_AN_ARROW = 16
ENTRIES_DAYS = 45


class Drawn(msgspec.Struct, frozen=True):
    """Every node and arrow that ever was, by hex id; of two heads the last one."""

    nodes: Mapping[str, Leaf[MapNode]]
    arrows: Mapping[str, Leaf[MapArrow]]

    def all_nodes(self) -> dict[str, MapNode]:
        """Also those that are no longer on the map: their places stay theirs."""
        return {key: leaf.fact for key, leaf in self.nodes.items()}

    def on(self, day: dt.date | None = None) -> Map:
        """The map of that day, or of now."""
        return map_on(self.all_nodes(), {key: leaf.fact for key, leaf in self.arrows.items()}, day)


def drawn_in(record: Record) -> Drawn:
    """The whole map, in the order in which it was drawn."""
    nodes: dict[str, Leaf[MapNode]] = {}
    arrows: dict[str, Leaf[MapArrow]] = {}
    found: Iterable[Leaf[Any]] = record.leaves((MapNode, MapArrow))
    for leaf in sorted(found, key=_drawn_order):
        (nodes if isinstance(leaf.fact, MapNode) else arrows)[leaf.id.hex] = leaf
    return Drawn(nodes, arrows)


def _drawn_order(leaf: Leaf[Any]) -> tuple[dt.date, int, int, bytes]:
    """By the day it was drawn, then from what comes before to what comes after; an edit changes no order."""
    fact = leaf.fact
    if isinstance(fact, MapNode):
        return fact.drawn_on, BAND_OF[fact.sort], fact.place, leaf.id.bytes
    return fact.drawn_on, len(BAND_OF), 0, leaf.id.bytes


def hand_of(record: Record) -> Hand:
    """Whose hand writes."""
    return Hand.PERSON if record.is_own else Hand.THERAPIST


def entries_beside(record: Record, named: Iterable[str], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Entries that may speak for or against an arrow: those named already, then those of the last weeks."""
    if Drawer.DIARY not in record.drawers:
        return [(key, "") for key in named]
    today = today_for(record)
    since = today - dt.timedelta(days=ENTRIES_DAYS)
    found: Iterable[Leaf[Any]] = record.leaves((Use, Urge, CheckIn, Step, Note), since, today)
    recent = sorted(found, key=lambda leaf: (leaf.fact.when.on, leaf.sequence), reverse=True)
    offered = {leaf.id.hex: leaf for leaf in recent[:ENTRIES_BESIDE_AN_ARROW]}
    known = {key: told for key in named if key not in offered for told in entry_words(record, key, vocabulary)}
    shown = {one.id.hex: _titled(one) for one in (moment_of(e, vocabulary) for e in whole(offered.values(), record))}
    return [*known.items(), *shown.items()]


def entry_words(record: Record, key: str, vocabulary: Vocabulary) -> list[str]:
    """An entry in a few words; none where it is erased or this door does not show it."""
    entry = entry_at(record, key, vocabulary)
    return [_titled(entry)] if entry else []


def entry_at(record: Record, key: str, vocabulary: Vocabulary) -> Moment | None:
    """The entry of that id, where this door shows it."""
    if Drawer.DIARY not in record.drawers:
        return None
    try:
        return moment_of(whole(record.heads(UUID(key))[-1:], record)[0], vocabulary)
    except (LeafError, ValueError):
        return None


def _titled(moment: Moment) -> str:
    month = "M" if (get_language() or "en").startswith("en") else "b"
    return f"{date_format(moment.on, f'j {month}')} · {moment.title}"


def what_ifs(record: Record, node: str) -> list[Leaf[WhatIf]]:
    """Words for "what if this were easier?" about one thing, oldest first."""
    return [leaf for leaf in record.leaves(WhatIf) if leaf.fact.node == node]
