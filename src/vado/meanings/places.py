"""Where each kind of leaf of this room is shown, and where one goes when it is gone."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import msgspec
from django.urls import reverse

from vado.meanings.facts import Unwrapping
from vado.meanings.facts_map import MapArrow, MapNode, WhatIf
from vado.meanings.facts_voices import VoiceLine
from vado.meanings.facts_wave import UrgeWave
from vado.record import Leaf
from vado.record.facts import Fact


class LeafPlace(msgspec.Struct, frozen=True):
    """The page of a leaf, the page after it is erased, and the words by which it is known."""

    address: str
    after: str
    words: str


def place_of_leaf(leaf: Leaf[Any]) -> LeafPlace:
    """Where a leaf of these `KINDS` has its page."""
    return PLACES[type(leaf.fact)](leaf)


def _unwrapping(leaf: Leaf[Unwrapping]) -> LeafPlace:
    return LeafPlace(reverse("meanings:closer-line", args=[leaf.id]), reverse("meanings:closer"), leaf.fact.about)


def _wave(leaf: Leaf[UrgeWave]) -> LeafPlace:
    return LeafPlace(reverse("meanings:wave-told", args=[leaf.id]), reverse("meanings:surf"), leaf.fact.wanted)


def _voice(leaf: Leaf[VoiceLine]) -> LeafPlace:
    page = reverse("meanings:voices")
    return LeafPlace(page, page, leaf.fact.words)


def _node(leaf: Leaf[MapNode]) -> LeafPlace:
    return LeafPlace(reverse("meanings:map-node", args=[leaf.id]), reverse("meanings:map"), leaf.fact.words)


def _arrow(leaf: Leaf[MapArrow]) -> LeafPlace:
    return LeafPlace(reverse("meanings:map-arrow", args=[leaf.id]), reverse("meanings:map"), leaf.fact.note)


def _what_if(leaf: Leaf[WhatIf]) -> LeafPlace:
    page = reverse("meanings:map-node", args=[UUID(leaf.fact.node)])
    return LeafPlace(page, page, leaf.fact.words)


PLACES: Mapping[type[Fact], Callable[[Leaf[Any]], LeafPlace]] = {
    Unwrapping: _unwrapping,
    UrgeWave: _wave,
    VoiceLine: _voice,
    MapNode: _node,
    MapArrow: _arrow,
    WhatIf: _what_if,
}
KINDS = tuple(PLACES)
