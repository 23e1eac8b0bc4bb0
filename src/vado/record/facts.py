"""Facts: small frozen values that a person or a therapist writes. They know nothing of storage."""

import enum
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

import msgspec

from vado.record.lived_day import Lived


class Drawer(enum.IntEnum):
    """The compartments of a record, each with its own key. The numbers are kept for ever."""

    PROFILE = 1
    DIARY = 2
    REFLECTIONS = 3
    VOICES = 4
    PLAN = 5
    MEASURES = 6
    SAFETY = 7
    OWN = 8  # only me: no door can ever name it


DRAWERS = {int(drawer): drawer for drawer in Drawer}  # by number, quicker than asking the enum
SHAREABLE_DRAWERS = frozenset(Drawer) - {Drawer.OWN}

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]


class Fact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept. A subclass names its kind, its drawer and the shape it has today.

    `upcasters[n]` turns the plain map of shape n into that of shape n+1; it is pure and runs when a leaf is read.
    `is_shared_writing`: through a door that may write, facts of this kind may be written, and of no other.
    `is_undated_while_open`: while it is open it belongs to no day, so that a reader of any months finds it.
    """

    kind: ClassVar[str]
    drawer: ClassVar[Drawer]
    shape: ClassVar[int] = 1
    upcasters: ClassVar[Mapping[int, Upcaster]] = {}
    is_shared_writing: ClassVar[bool] = False
    is_undated_while_open: ClassVar[bool] = False

    def lived(self) -> Lived | None:
        """The time by which the leaf is found again; None for facts that belong to no day."""
        return None


_KINDS: dict[str, type[Fact]] = {}


FactType = TypeVar("FactType", bound=type[Fact])


def register(fact_type: FactType) -> FactType:
    """Class decorator: makes a kind known to the record. Two facts of one kind are a mistake in the program."""
    known = _KINDS.setdefault(fact_type.kind, fact_type)
    if known is not fact_type:
        raise ValueError(f"two facts call themselves {fact_type.kind!r}")
    return fact_type


def fact_type_of(kind: str) -> type[Fact] | None:
    """The registered fact type of that kind, or None."""
    return _KINDS.get(kind)


def registered_facts() -> Mapping[str, type[Fact]]:
    """All kinds, by name."""
    return dict(sorted(_KINDS.items()))
