"""What each condition says of one day on which something was used. Weeks are in `rules_held`."""

import datetime as dt
from collections.abc import Callable, Container, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import Any, NamedTuple

from vado.diary.facts import CheckIn, Use
from vado.diary.rules_entries import EVENING_GAP
from vado.plans.conditions import (
    AtMost,
    Condition,
    GapAfter,
    NeverWith,
    NotAlone,
    NotBefore,
    NotIn,
    NotWhen,
    OnlyBetween,
    Pace,
    Per,
)
from vado.plans.rules_amounts import Holdings, factor_to, same_unit
from vado.plans.rules_known import SubstanceDays
from vado.plans.rules_near import DAY, Other
from vado.plans.rules_outcomes import AS_PLANNED, CANT_TELL, DIFFERENT, at_most

# What people write when nobody was there; a plan may add words of its own.
ALONE_ENGLISH = ("alone", "on my own", "by myself", "nobody", "no one", "just me")
ALONE_SPANISH = ("a solas", "solo", "sola", "nadie", "sin nadie", "conmigo")
ALONE = frozenset((*ALONE_ENGLISH, *ALONE_SPANISH))
# Units that are poured or weighed say nothing of how many times; a can is one time.
NOT_COUNTED = frozenset(same_unit(unit) for unit in ("g", "mg", "ug", "ml", "litre"))
PAUSE = EVENING_GAP.seconds // 60


class DayRow(NamedTuple):
    """A day with use, or one occasion of it: the entries, and the minute of each since the lived day began."""

    on: dt.date
    uses: Sequence[Use]
    minutes: Sequence[int]  # -1 for "some time that day"


Judge = Callable[[DayRow], int]  # the answers about one day with use, as bits


class Held:
    """What conditions are held against: the days of a substance, laid out once, and what units hold."""

    def __init__(self, days: SubstanceDays, holdings: Holdings) -> None:
        self.days = days
        self.holdings = holdings
        at = days.index.day_starts_at
        self._asked: Container[dt.date] = ()
        self._among: list[DayRow] = []
        self._amounts: dict[str, dict[dt.date, tuple[float, float]]] = {}
        self._others: dict[tuple[str, str], Other] = {}
        self.start = at.hour * 60 + at.minute  # the minute of the clock at which the lived day begins

    @cached_property
    def rows(self) -> list[DayRow]:
        """Every day with use, each in the order of its clock, "some time that day" first."""
        start, rows = self.start, []
        for on, uses in self.days.uses.items():
            minutes = [-1 if (at := u.when.at) is None else (at.hour * 60 + at.minute - start) % DAY for u in uses]
            rows.append(DayRow(on, uses, minutes) if minutes == sorted(minutes) else _in_order(on, uses, minutes))
        return rows

    def rows_on(self, days: Container[dt.date]) -> list[DayRow]:
        """The days with use among these."""
        if self._asked is not days:
            self._asked, self._among = days, [row for row in self.rows if row.on in days]
        return self._among

    @cached_property
    def row_on(self) -> dict[dt.date, DayRow]:
        """The same by day."""
        return {row.on: row for row in self.rows}

    def amounts(self, unit: str) -> dict[dt.date, tuple[float, float]]:
        """How much each day comes to in that unit; conditions of one unit share it."""
        if unit not in self._amounts:
            amount = amounts_in(unit, self)
            self._amounts[unit] = {row.on: amount(row.uses) for row in self.rows}
        return self._amounts[unit]

    def near(self, code: str, word: str) -> Other:
        """When something else was used; conditions about it share it."""
        if (code, word) not in self._others:
            self._others[code, word] = Other(self.days.index, code, word)
        return self._others[code, word]


def _in_order(on: dt.date, uses: Sequence[Use], minutes: Sequence[int]) -> DayRow:
    order = sorted(range(len(uses)), key=minutes.__getitem__)
    return DayRow(on, [uses[place] for place in order], [minutes[place] for place in order])


def judge_of(condition: Condition, held: Held) -> Judge:
    """The judge of a condition, made ready once and asked about many days. A week's condition has none."""
    return _JUDGES[type(condition)](condition, held)


def occasions_of(row: DayRow) -> list[DayRow]:
    """The occasions of one lived day: by their token, else by a pause of six hours; unknown times are one occasion."""
    minutes = row.minutes
    is_close = minutes[-1] - minutes[0] <= PAUSE and (minutes[0] >= 0 or minutes[-1] < 0)
    if len(minutes) == 1 or (is_close and not any(use.occasion for use in row.uses)):
        return [row]
    groups: dict[object, tuple[list[Use], list[int]]] = {}
    number, before = 0, minutes[0]
    for use, minute in zip(row.uses, minutes, strict=True):
        if minute - before > PAUSE or (minute < 0) != (before < 0):
            number += 1
        before = minute
        group = groups.setdefault(use.occasion or number, ([], []))
        group[0].append(use)
        group[1].append(minute)
    return [DayRow(row.on, uses, of_uses) for uses, of_uses in groups.values()]


def amounts_in(unit: str, held: Held) -> Callable[[Sequence[Use]], tuple[float, float]]:
    """How much some entries come to in that unit, from the least to the most it can have been."""
    wanted, holdings = same_unit(unit), held.holdings
    factors: dict[tuple[str, str], float | None] = {}  # a diary has few kinds of entries: each is asked about once

    def factor_of(use: Use) -> float | None:
        kind = (use.substance_code or use.substance, use.amount.unit)
        if kind not in factors:
            factors[kind] = factor_to(use, wanted, holdings)
        return factors[kind]

    def amount(uses: Sequence[Use]) -> tuple[float, float]:
        least = most = 0.0
        for use in uses:
            said = use.amount
            low = said.least
            factor = 1.0 if said.unit == unit else factor_of(use)
            if low is None or factor is None:
                most = inf
            else:
                least += low * factor
                most += (low if said.most is None else said.most) * factor
        return (least, most) if len(uses) == 1 else (round(least, 9), round(most, 9) if most < inf else most)

    return amount


def _at_most(condition: AtMost, held: Held) -> Judge:
    amount, limit, unsure_on = amounts_in(condition.unit, held), condition.limit, held.days.unsure_on
    of_day, is_of_day = held.amounts(condition.unit), condition.per is Per.DAY

    def judge(row: DayRow) -> int:
        occasions: Sequence[DayRow] = (row,) if is_of_day else occasions_of(row)
        if len(occasions) == 1:
            total = of_day[row.on] if row.uses is held.row_on[row.on].uses else amount(row.uses)
            bits = at_most(total, limit)
        else:
            bits = 0
            for occasion in occasions:
                bits |= at_most(amount(occasion.uses), limit)
        # "I don't know" beside a use: there may have been more.
        return bits | CANT_TELL if row.on in unsure_on and not bits & DIFFERENT else bits

    return judge


def _only_between(condition: OnlyBetween, held: Held) -> Judge:
    earliest = _minute(condition.earliest, held.start, 0)
    latest = _minute(condition.latest, held.start, DAY - 1)
    goes_over = earliest > latest  # the hours go over the beginning of the day

    def is_between(minute: int) -> bool:
        if goes_over:
            return minute >= earliest or minute <= latest
        return earliest <= minute <= latest

    def judge(row: DayRow) -> int:
        bits = 0
        for minute in row.minutes:
            bits |= CANT_TELL if minute < 0 else AS_PLANNED if is_between(minute) else DIFFERENT
        return bits

    return judge


def _minute(at: dt.time | None, start: int, unless: int) -> int:
    return unless if at is None else (at.hour * 60 + at.minute - start) % DAY


def _pace(condition: Pace, held: Held) -> Judge:
    pause = condition.minutes

    def judge(row: DayRow) -> int:
        bits = 0 if all(map(_is_one_time, row.uses)) else CANT_TELL
        minutes = row.minutes
        for before, minute in pairwise(minutes):
            bits |= CANT_TELL if before < 0 else AS_PLANNED if minute - before >= pause else DIFFERENT
        return bits or AS_PLANNED  # one time alone has no pause to keep

    return judge


def _is_one_time(use: Use) -> bool:
    """Whether an entry tells of one time. Three cans in one entry say nothing of the pauses between them."""
    amount = use.amount
    if same_unit(amount.unit) in NOT_COUNTED:
        return True
    return amount.least is not None and (amount.most or amount.least) <= 1


def _near(condition: GapAfter | NeverWith, held: Held) -> Judge:
    reach = round(condition.hours * 60)
    after = reach if isinstance(condition, NeverWith) else 0
    asked = held.near(condition.other_code, condition.other).within(reach, after)

    def judge(row: DayRow) -> int:
        day, bits = row.on.toordinal(), 0
        for minute in row.minutes:
            bits |= asked(day, minute)
        return bits

    return judge


def _not_alone(condition: NotAlone, held: Held) -> Judge:
    alone = ALONE | {word.strip().casefold() for word in condition.alone_words}

    def judge(row: DayRow) -> int:
        bits = 0
        for use in row.uses:
            said = use.with_whom
            bits |= CANT_TELL if not said else DIFFERENT if said.strip().casefold() in alone else AS_PLANNED
        return bits

    return judge


def _not_in(condition: NotIn, held: Held) -> Judge:
    place = condition.place.strip().casefold()

    def judge(row: DayRow) -> int:
        bits = 0
        for use in row.uses:
            said = use.where
            bits |= CANT_TELL if not said else DIFFERENT if place in said.casefold() else AS_PLANNED
        return bits

    return judge


def _not_when(condition: NotWhen, held: Held) -> Judge:
    """A mood that nobody wrote is not known: silence never says that it was not there."""
    mood, check_ins = condition.mood.strip().casefold(), held.days.index.check_ins

    def judge(row: DayRow) -> int:
        checked = _mood_checked(check_ins.get(row.on, ()), condition.mood_below)
        bits = 0
        for use in row.uses:
            is_named = mood and (mood in use.wanted.casefold() or mood in use.note.casefold())
            bits |= DIFFERENT if is_named else checked
        return bits

    return judge


def _mood_checked(check_ins: Sequence[CheckIn], below: int | None) -> int:
    moods = [one.mood for one in check_ins if one.mood is not None]
    if below is None or not moods:
        return CANT_TELL
    if min(moods) >= below:
        return AS_PLANNED
    return DIFFERENT if max(moods) < below else CANT_TELL


def _not_before(condition: NotBefore, held: Held) -> Judge:
    start, reach = held.start, round(condition.hours * 60)
    before_duty = bytearray(7 * DAY)  # one sign for each minute of the week, Monday's midnight first
    for weekday in condition.weekdays:
        duty = weekday * DAY + condition.at.hour * 60 + condition.at.minute
        for minute in range(duty - reach, duty + 1):
            before_duty[minute % (7 * DAY)] = 1
    week = before_duty + before_duty  # Sunday's night goes on into Monday

    def judge(row: DayRow) -> int:
        bits, begins = 0, row.on.weekday() * DAY + start
        for minute in row.minutes:
            if minute < 0:
                bits |= CANT_TELL if 1 in week[begins : begins + DAY] else AS_PLANNED
            else:
                bits |= DIFFERENT if week[begins + minute] else AS_PLANNED
        return bits

    return judge


_JUDGES: dict[type, Callable[[Any, Held], Judge]] = {
    AtMost: _at_most,
    OnlyBetween: _only_between,
    Pace: _pace,
    GapAfter: _near,
    NeverWith: _near,
    NotAlone: _not_alone,
    NotIn: _not_in,
    NotWhen: _not_when,
    NotBefore: _not_before,
}
