"""What a map of meanings is made of: what stands on it, what raises or eases what, and words for "what if"."""

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec

from vado.diary.facts import Rating
from vado.record.facts import Drawer, Fact, Upcaster, register


class NodeSort(enum.StrEnum):
    """What can stand on a map."""

    SITUATION = "situation"
    PERSON = "person"
    STATE = "state"
    VOICE = "voice"
    NEED = "need"
    MEANING = "meaning"
    USE = "use"
    NEAR = "near"
    LATER = "later"
    STRATEGY = "strategy"


class Liked(enum.StrEnum):
    """Whether it is wanted."""

    WANTED = "wanted"
    UNWANTED = "unwanted"
    BOTH = "both"


class Hand(enum.StrEnum):
    """Whose writing it is, or who holds it to be so."""

    PERSON = "person"
    THERAPIST = "therapist"
    BOTH = "both"


class Does(enum.StrEnum):
    """What an arrow does."""

    RAISES = "raises"
    EASES = "eases"


class NodeThen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How something on the map stood there until a day; `off_since`: it was not there, from that day on."""

    until: dt.date
    off_since: dt.date | None = None
    words: str
    sort: NodeSort
    meaning: str = ""
    liked: Liked | None = None
    place: int = 0


def _node_with_a_past(known: dict[str, Any]) -> dict[str, Any]:
    """The first shape kept only the words; what it was for and whether it was wanted then stays open."""
    stood = {"sort": known["sort"], "place": known.get("place", 0)}
    return known | {"before": [then | stood for then in known.get("before", ())]}


@register
class MapNode(Fact, frozen=True, kw_only=True):
    """Something on the map. `place` is where it was put among its own sort, and never changes by itself."""

    kind: ClassVar[str] = "map_node"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS
    shape: ClassVar[int] = 2
    upcasters: ClassVar[Mapping[int, Upcaster]] = {1: _node_with_a_past}
    is_shared_writing: ClassVar[bool] = True

    words: str
    sort: NodeSort
    meaning: str = ""  # a code of the catalogue, where the words stand for one
    liked: Liked | None = None
    place: int = 0
    by: Hand = Hand.PERSON
    drawn_on: dt.date
    until: dt.date | None = None  # the day from which it is no longer on the map
    before: tuple[NodeThen, ...] = ()


class ArrowThen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that an arrow said until a day; `off_since`: it was not on the map, from that day on."""

    until: dt.date
    off_since: dt.date | None = None
    source: str
    target: str
    does: Does
    held_by: Hand
    strength: int | None = None
    strength_least: int | None = None
    strength_most: int | None = None
    changeable: int | None = None
    since: str = ""
    note: str = ""
    speaks_for: tuple[str, ...] = ()
    speaks_against: tuple[str, ...] = ()


def _arrow_with_a_past(known: dict[str, Any]) -> dict[str, Any]:
    """The first shape kept the sign, the strength and who held it; the rest of that time stays open."""
    ends = {"source": known["source"], "target": known["target"]}
    return known | {"before": [then | ends for then in known.get("before", ())]}


@register
class MapArrow(Fact, frozen=True, kw_only=True):
    """One thing raises or eases another, as somebody sees it. Two hands that see it differently draw two arrows."""

    kind: ClassVar[str] = "map_arrow"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS
    shape: ClassVar[int] = 2
    upcasters: ClassVar[Mapping[int, Upcaster]] = {1: _arrow_with_a_past}
    is_shared_writing: ClassVar[bool] = True

    source: str  # hex id of a node
    target: str
    does: Does
    strength: Rating | None = None
    strength_least: Rating | None = None
    strength_most: Rating | None = None
    changeable: Rating | None = None
    held_by: Hand = Hand.PERSON
    by: Hand = Hand.PERSON
    since: str = ""  # since when, in own words
    note: str = ""
    speaks_for: tuple[str, ...] = ()  # hex ids of diary entries
    speaks_against: tuple[str, ...] = ()
    drawn_on: dt.date
    until: dt.date | None = None
    before: tuple[ArrowThen, ...] = ()


@register
class WhatIf(Fact, frozen=True, kw_only=True):
    """Words for "what if this were easier?". A question with room, never a forecast."""

    kind: ClassVar[str] = "what_if"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS
    is_shared_writing: ClassVar[bool] = True

    node: str  # hex id
    words: str
    by: Hand = Hand.PERSON
    on: dt.date
