"""What the catalogue holds: names in two languages, and facts with a source and a date to check them by."""

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

# A name that is the same in every language, or words by language.
Source = str | Mapping[str, str]


def source_in(language: str, source: Source) -> str:
    """Where a fact comes from, in that language."""
    return source if isinstance(source, str) else source[language]


class Tag(enum.StrEnum):
    """How far a fact has been checked."""

    READ_IN_SOURCE = "S"
    UNCHECKED = "K"
    OWN_JUDGEMENT = "D"


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Something with a code and a name in English and Spanish; `es_CL` is the neutral word of one country."""

    code: str
    names: Mapping[str, str]


class Unit(Named, frozen=True, kw_only=True):
    """What an amount is counted in."""


class Route(Named, frozen=True, kw_only=True):
    """The way by which a substance is taken."""


class Substance(Named, frozen=True, kw_only=True):
    """A substance with the units and routes that are offered for it first."""

    class_code: str
    units: tuple[str, ...]
    routes: tuple[str, ...]


class Meaning(Named, frozen=True, kw_only=True):
    """What use can be for, with a question that helps to find out."""

    questions: Mapping[str, str]
    leads_to_safety: bool = False


class Alternative(Named, frozen=True, kw_only=True):
    """Something that can be done with an urge besides obeying or fighting it."""

    group: str


class Strategy(Named, frozen=True, kw_only=True):
    """Something to try that may serve the same need: how in a week, and when not to."""

    tradition: str
    serves: tuple[str, ...]  # codes of meanings
    week: Mapping[str, str]
    not_when: Mapping[str, str]


class CheckedFact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact about the world that may go out of date."""

    source: Source
    verify_by: dt.date
    tag: Tag = Tag.UNCHECKED

    def is_to_be_verified(self, today: dt.date) -> bool:
        """Whether a page says "to be verified" beside it: never checked, or its date has come."""
        return self.tag is Tag.UNCHECKED or self.verify_by <= today


class StandardDrink(CheckedFact, frozen=True, kw_only=True):
    """Grams of ethanol in what a country calls one drink: a measure for counting, no limit."""

    country: str
    grams: float


class EthanolDensity(CheckedFact, frozen=True, kw_only=True):
    """How heavy pure ethanol is."""

    grams_per_ml: float


class CountryWords(CheckedFact, frozen=True, kw_only=True):
    """What people of one country call substances."""

    country: str
    language: str
    checked_by_natives: bool
    words: Mapping[str, tuple[str, ...]]


class EmergencyNumber(CheckedFact, frozen=True, kw_only=True):
    """The number that brings an ambulance."""

    numbers: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class HelpLine(CheckedFact, frozen=True, kw_only=True):
    """A number where somebody listens or knows: for a crisis, about drugs, about health."""

    name: Mapping[str, str]
    number: str
    kind: Literal["crisis", "drugs", "health"]
    hours: Mapping[str, str] = {}

    @property
    def dial(self) -> str:
        """The number as a telephone dials it."""
        return "".join(sign for sign in self.number if sign.isdigit() or sign in "+*#")


class CountryLines(Named, frozen=True, kw_only=True):
    """Whom one can call in a country."""

    emergency: EmergencyNumber
    lines: tuple[HelpLine, ...]


class FactDue(msgspec.Struct, frozen=True):
    """A fact that somebody has to check: its date has come or comes soon, or it was never checked."""

    kind: str
    of: str  # a country, a line, a pair; nothing where there is only one of the kind
    source: Source
    verify_by: dt.date
    is_unchecked: bool
    is_expired: bool
