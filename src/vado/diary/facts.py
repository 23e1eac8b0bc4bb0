"""What a person keeps in the diary: the person's words first, codes second."""

import datetime as dt
import enum
from typing import Annotated, ClassVar

import msgspec

from vado.record.facts import Drawer, Fact, register
from vado.record.lived_day import Lived

Rating = Annotated[int, msgspec.Meta(ge=0, le=10)]


class Sureness(enum.StrEnum):
    """How exactly an amount is known. Unknown is a value, never zero."""

    EXACT = "exact"
    ABOUT = "about"
    RANGE = "range"
    UNKNOWN = "unknown"


class Amount(msgspec.Struct, frozen=True, omit_defaults=True):
    """How much, in the person's own unit. `least` alone for exact and about; `least` and `most` for a range."""

    sureness: Sureness = Sureness.UNKNOWN
    least: float | None = None
    most: float | None = None
    unit: str = ""  # the person's word, or a unit code of the catalogue


class Intention(enum.StrEnum):
    """Whether it was meant to happen; neither is better."""

    PLANNED = "planned"
    UNPLANNED = "unplanned"
    PARTLY = "partly"


@register
class Use(Fact, frozen=True, kw_only=True):
    """One time of using something. Only what and when are needed."""

    kind: ClassVar[str] = "use"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    when: Lived
    substance: str  # the person's word
    substance_code: str = ""  # of the catalogue, or empty for an own substance
    amount: Amount = Amount()
    route: str = ""  # code of the catalogue or own word
    where: str = ""
    with_whom: str = ""
    intention: Intention | None = None
    wanted: str = ""  # what I wanted from it
    gave: str = ""  # benefit is asked before cost
    cost: str = ""
    meanings: tuple[str, ...] = ()  # codes of clinical.md 1.6, or own words
    note: str = ""
    occasion: str = ""  # entries with the same token belong to one evening
    recalled: bool = False  # written on a later lived day than the one it tells of
    source: str = ""  # "" written by hand; else the import it came from

    def lived(self) -> Lived:
        return self.when


class UrgeEnding(enum.StrEnum):
    """What happened then; no ending is better than another."""

    PASSED = "passed"
    USED = "used"
    USED_LESS = "used_less"
    WAITED = "waited"
    STILL_HERE = "still_here"


@register
class Urge(Fact, frozen=True, kw_only=True):
    """A wish to use, how strong it was and what happened then."""

    kind: ClassVar[str] = "urge"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    when: Lived
    substance: str = ""
    substance_code: str = ""
    strength: Rating | None = None
    ending: UrgeEnding | None = None
    what_happened: str = ""
    note: str = ""
    occasion: str = ""
    recalled: bool = False

    def lived(self) -> Lived:
        return self.when


@register
class CheckIn(Fact, frozen=True, kw_only=True):
    """How I am, 0 to 10; every item may be left open."""

    kind: ClassVar[str] = "check_in"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    when: Lived
    mood: Rating | None = None
    sleep: Rating | None = None
    stress: Rating | None = None
    pain: Rating | None = None
    energy: Rating | None = None
    own_items: dict[str, Rating] = {}
    note: str = ""
    occasion: str = ""
    recalled: bool = False

    def lived(self) -> Lived:
        return self.when


@register
class Step(Fact, frozen=True, kw_only=True):
    """Any positive change that the person wants to keep."""

    kind: ClassVar[str] = "step"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    when: Lived
    words: str
    occasion: str = ""
    recalled: bool = False

    def lived(self) -> Lived:
        return self.when


@register
class Note(Fact, frozen=True, kw_only=True):
    """Words about a moment or an evening."""

    kind: ClassVar[str] = "note"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    when: Lived
    words: str
    occasion: str = ""
    recalled: bool = False

    def lived(self) -> Lived:
        return self.when


class DayAnswer(enum.StrEnum):
    """What can be said of a whole day."""

    NOTHING_USED = "nothing_used"
    DO_NOT_KNOW = "do_not_know"


@register
class DayStatement(Fact, frozen=True, kw_only=True):
    """What was said of a whole day: nothing used, or "I don't know". A day without any leaf is not written.

    `substance_codes` empty means all substances; else the statement is about these only (timeline followback data).
    """

    kind: ClassVar[str] = "day_statement"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    when: Lived
    answer: DayAnswer
    substance_codes: tuple[str, ...] = ()
    recalled: bool = False
    source: str = ""

    def lived(self) -> Lived:
        return self.when


@register
class Anchor(Fact, frozen=True, kw_only=True):
    """A day by which the person finds their way in a calendar: payday, a birthday."""

    kind: ClassVar[str] = "anchor"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    on: dt.date
    words: str
    every_year: bool = False
    every_month: bool = False


@register
class OwnWord(Fact, frozen=True, kw_only=True):
    """The person's own substance, unit, word or symbol; in the diary, so that its reader understands."""

    kind: ClassVar[str] = "own_word"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    substance_code: str = ""  # renames this substance of the catalogue; empty for a substance of their own
    word: str
    units: tuple[str, ...] = ()
    symbol: str = ""  # one of the shapes of the design, or one own character


@register
class OnlyMineField(Fact, frozen=True, kw_only=True):
    """One field of an entry that is kept for the person alone."""

    kind: ClassVar[str] = "only_mine_field"
    drawer: ClassVar[Drawer] = Drawer.OWN

    leaf: str  # hex id of the entry it belongs to
    field: str
    words: str
