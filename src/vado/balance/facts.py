"""What somebody lays on the balance: own words, how much it matters, and since when."""

import datetime as dt
import enum
from typing import Annotated, ClassVar

import msgspec

from vado.diary.facts import Rating
from vado.record.facts import Drawer, Fact, register

Matters = Annotated[int, msgspec.Meta(ge=0, le=4)]


class Kind(enum.StrEnum):
    """The two pans. Benefits are asked first."""

    BENEFIT = "benefit"
    HARM = "harm"


class Whom(enum.StrEnum):
    """To whom."""

    ME = "me"
    PEOPLE = "people"
    COMMUNITY = "community"


class Weight(msgspec.Struct, frozen=True, omit_defaults=True):
    """How much it mattered from a day on. Unsaid is unsaid."""

    on: dt.date
    matters: Matters | None = None


@register
class BalanceItem(Fact, frozen=True, kw_only=True):
    """One benefit or harm, of one substance or of all together."""

    kind: ClassVar[str] = "balance_item"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS

    pan: Kind
    whom: Whom
    words: str
    substance: str = ""  # own word; empty for all together
    weights: tuple[Weight, ...]  # oldest first; the first one is the day on which it was laid there
    ready: Rating | None = None  # to work on it; for a harm alone
    next_step: str = ""
    until: dt.date | None = None


class Field(enum.StrEnum):
    """The four fields."""

    CHANGE_GOOD = "change_good"
    CHANGE_LESS = "change_less"
    STAY_GOOD = "stay_good"
    STAY_LESS = "stay_less"


@register
class SideItem(Fact, frozen=True, kw_only=True):
    """Something good or less good of changing or of staying."""

    kind: ClassVar[str] = "side_item"
    drawer: ClassVar[Drawer] = Drawer.VOICES

    field: Field
    words: str
    weights: tuple[Weight, ...]
    until: dt.date | None = None


@register
class ComesTo(Fact, frozen=True, kw_only=True):
    """What it comes to, as the person says it on that day."""

    kind: ClassVar[str] = "comes_to"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS

    words: str
    on: dt.date


@register
class WordsLeft(Fact, frozen=True, kw_only=True):
    """What somebody close left in a letter box, once it was read; for the person alone, unless they show it."""

    kind: ClassVar[str] = "words_left"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS

    words: str
    signed: str = ""  # as the writer signed
    asked: str = ""  # whom the person had asked, in their own word
    on: dt.date  # when it was left
