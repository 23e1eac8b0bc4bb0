"""The ten fictional people: who they are, what use gives and costs, what turns. Their diaries follow."""

import functools
from importlib import resources
from typing import Annotated, Literal

import msgspec

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Week = Annotated[tuple[Share, ...], msgspec.Meta(min_length=7, max_length=7)]  # Monday first
Goal = Literal["moderate", "stop", "pause", "safer", "only_some", "undecided"]


class Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page about one person, in one language."""

    who: str
    gives: str
    costs: str
    since: str
    voice: str
    losses: str
    people: str
    medicines: str
    wants: str
    turns: str


class Habitual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one substance comes into an ordinary week. Hours past 24 belong to the night."""

    substance_code: str
    word: str
    unit: str  # a code of the catalogue, or their own word for many
    weekdays: Week
    amount: tuple[int, int]
    hours: tuple[int, int]
    gave: tuple[str, ...]
    cost: tuple[str, ...]
    meanings: tuple[str, ...]
    places: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    route: str = ""
    one: str = ""  # their own word beside the number 1


class Spell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of days that goes otherwise: more often or less, more of it or less."""

    from_day: int
    to_day: int
    often: float
    much: float
    only: tuple[str, ...] = ()  # substance codes; empty means all

    def touches(self, day: int, substance_code: str) -> bool:
        """Whether this spell changes that substance on that day of the story."""
        return self.from_day <= day <= self.to_day and (not self.only or substance_code in self.only)


class Moment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something of the story that the person wrote down."""

    day: int
    kind: Literal["note", "step", "urge"]
    words: str
    strength: int | None = None
    ending: str | None = None


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One fictional person."""

    code: str
    name: str
    language: Literal["en", "es"]
    zone: str
    country: str
    months: Annotated[int, msgspec.Meta(ge=6, le=18)]
    with_therapist: bool
    goal: Goal
    written: Share  # of all days, the share on which something was written
    none_said: Share  # of days without use, the share on which that was said
    story: dict[Literal["en", "es"], Telling]
    uses: tuple[Habitual, ...]
    spells: tuple[Spell, ...] = ()
    moments: tuple[Moment, ...] = ()
    known_through_a_group: bool = False


@functools.cache
def stories() -> tuple[Story, ...]:
    """All ten, in the order of their files."""
    folder = resources.files("vado.demonstration") / "stories"
    files = sorted((each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name)
    return tuple(msgspec.toml.decode(each.read_bytes(), type=Story) for each in files)
