"""What the diary tells of each day about one substance: used, none, or not known. A missing day is never zero."""

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from itertools import chain

import msgspec

from vado.diary.facts import CheckIn, DayAnswer, DayStatement, Urge, Use
from vado.diary.marks import MarkKey
from vado.plans.rules_substances import EVERYTHING, is_covered_by, keys_about, touches
from vado.record.facts import Fact
from vado.record.lived_day import DEFAULT_DAY_STARTS_AT

INDEXED = (Use, DayStatement, CheckIn, Urge)


class DayKnown(enum.Enum):
    """What is known of a day about one substance."""

    USED = "used"
    NONE = "none"
    UNKNOWN = "unknown"


class DiaryIndex(msgspec.Struct, frozen=True, kw_only=True):
    """A diary laid out by lived day, made once and asked many times."""

    day_starts_at: dt.time
    uses: Mapping[dt.date, list[Use]]
    statements: Mapping[dt.date, list[DayStatement]]
    check_ins: Mapping[dt.date, list[CheckIn]]
    urges: Mapping[dt.date, list[Urge]]
    by_key: Mapping[MarkKey, Mapping[dt.date, list[Use]]]  # the same uses, each substance by itself

    @property
    def first_day(self) -> dt.date | None:
        """The first day about whose use something was written."""
        return min((*self.uses, *self.statements), default=None)


def index_of(facts: Iterable[Fact], day_starts_at: dt.time = DEFAULT_DAY_STARTS_AT) -> DiaryIndex:
    """The diary by day."""
    by_day: dict[type, defaultdict[dt.date, list[Fact]]] = {kind: defaultdict(list) for kind in INDEXED}
    for fact in facts:
        kind = type(fact)
        if kind in by_day:
            by_day[kind][fact.when.on].append(fact)  # type: ignore[attr-defined]
    return DiaryIndex(
        day_starts_at=day_starts_at,
        uses=dict(by_day[Use]),  # type: ignore[arg-type]
        statements=dict(by_day[DayStatement]),  # type: ignore[arg-type]
        check_ins=dict(by_day[CheckIn]),  # type: ignore[arg-type]
        urges=dict(by_day[Urge]),  # type: ignore[arg-type]
        by_key=_by_key(by_day[Use]),  # type: ignore[arg-type]
    )


def _by_key(uses_on: Mapping[dt.date, list[Use]]) -> Mapping[MarkKey, Mapping[dt.date, list[Use]]]:
    by_key: dict[MarkKey, dict[dt.date, list[Use]]] = {}
    for on, uses in uses_on.items():
        keys = [use.substance_code or use.substance.strip().casefold() for use in uses]
        if len(uses) == 1 or keys.count(keys[0]) == len(keys):  # most days know one substance: nothing is parted
            by_key.setdefault(keys[0], {})[on] = uses
            continue
        for key, use in zip(keys, uses, strict=True):
            by_key.setdefault(key, {}).setdefault(on, []).append(use)
    return by_key


def minute_of(use: Use, day_starts_at: dt.time, unknown: int) -> int:
    """Minutes since the lived day began; `unknown` for "some time that day"."""
    at = use.when.at
    if at is None:
        return unknown
    return ((at.hour - day_starts_at.hour) * 60 + at.minute - day_starts_at.minute) % (24 * 60)


def in_order_of_clock(uses: Iterable[Use], day_starts_at: dt.time) -> list[Use]:
    """The entries of a day as they came, "some time that day" first."""
    return sorted(uses, key=lambda use: minute_of(use, day_starts_at, unknown=-1))


class SubstanceDays(msgspec.Struct, frozen=True, kw_only=True):
    """One substance in a diary: its entries by day, and the days on which it is known that there was none.

    A day on which any use was written is taken as written whole [D]: what was not written of it was not used.
    "I don't know" beside a use leaves open whether there was more.
    """

    index: DiaryIndex
    keys: Container[MarkKey]
    uses: Mapping[dt.date, list[Use]]
    none_on: frozenset[dt.date]
    unsure_on: frozenset[dt.date]  # "I don't know" was said

    def known(self, on: dt.date) -> DayKnown:
        """What is known of that day."""
        if on in self.uses:
            return DayKnown.USED
        return DayKnown.NONE if on in self.none_on else DayKnown.UNKNOWN


def days_of(index: DiaryIndex, code: str = "", word: str = "") -> SubstanceDays:
    """The days of one substance; of all of them when none is named."""
    keys = keys_about(code, word)
    uses = _uses_about(index, keys)
    none_on, unsure_on = _said(index, code, word)
    told_whole = index.uses.keys() - unsure_on
    return SubstanceDays(
        index=index,
        keys=keys,
        uses=uses,
        none_on=frozenset(((none_on - unsure_on) | told_whole) - uses.keys()),
        unsure_on=frozenset(unsure_on),
    )


def _uses_about(index: DiaryIndex, keys: Container[MarkKey]) -> Mapping[dt.date, list[Use]]:
    if keys is EVERYTHING:
        return index.uses
    same = [uses for key, uses in index.by_key.items() if key in keys]
    if len(same) == 1:
        return same[0]
    together: dict[dt.date, list[Use]] = {}
    for on, uses in chain.from_iterable(uses.items() for uses in same):
        together[on] = [*together.get(on, ()), *uses]
    return together


def _said(index: DiaryIndex, code: str, word: str) -> tuple[set[dt.date], set[dt.date]]:
    """The days of "nothing used" and those of "I don't know" that speak of this substance."""
    said: dict[DayAnswer, set[dt.date]] = defaultdict(set)
    for on, statements in index.statements.items():
        for statement in statements:
            speaks = is_covered_by if statement.answer is DayAnswer.NOTHING_USED else touches
            if speaks(code, word, statement.substance_codes):
                said[statement.answer].add(on)
    return said[DayAnswer.NOTHING_USED], said[DayAnswer.DO_NOT_KNOW]


def days_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """Every day from the first to the last, both included."""
    start = first.toordinal()
    return [dt.date.fromordinal(number) for number in range(start, last.toordinal() + 1)]


def week_of(on: dt.date, begins_on: int) -> dt.date:
    """The first day of the week that a day belongs to.

    >>> week_of(dt.date(2026, 11, 25), 6)
    datetime.date(2026, 11, 22)
    """
    return on - dt.timedelta(days=(on.weekday() - begins_on) % 7)
