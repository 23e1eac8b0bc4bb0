"""What each condition says of one day on which something was used. Weeks are in `rules_held`."""

import datetime as dt
from collections.abc import Callable, Container, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf
from operator import attrgetter, or_
from typing import Any

from vado.diary.facts import CheckIn, Use
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
from vado.plans.rules_near import Other
from vado.plans.rules_outcomes import AS_PLANNED, CANT_TELL, DIFFERENT, at_most
from vado.plans.rules_rows import DAY, Rows, Table, Taken, folded, laid_out, occasions_of
from vado.plans.rules_words import (
    ALONE_ENGLISH,
    ALONE_SPANISH,
    bare,
    company_answer,
    moods_in,
    named_in,
    place_answer,
    says_mood,
)

ALONE = tuple(map(bare, (*ALONE_ENGLISH, *ALONE_SPANISH)))
# Units that are poured or weighed say nothing of how many times; a can is one time.
NOT_COUNTED = frozenset(same_unit(unit) for unit in ("g", "mg", "ug", "ml", "litre"))
NOT_KNOWN = (0.0, inf)
WEEK = 7 * DAY


Judge = Callable[[Rows], Sequence[int]]  # the answer about each stretch of entries, as bits
Size = tuple[float, float]  # how much, from the least to the most that it can have been


class Held:
    """What conditions are held against: the days of a substance, laid out once, and what units hold."""

    def __init__(self, days: SubstanceDays, holdings: Holdings) -> None:
        self.days = days
        self.holdings = holdings
        at = days.index.day_starts_at
        self.start = at.hour * 60 + at.minute  # the minute of the clock at which the lived day begins
        self._sizes: dict[str, dict[dt.date, Size]] = {}
        self._others: dict[tuple[str, str], Other] = {}

    @cached_property
    def rows(self) -> Rows:
        """Every day with use."""
        return laid_out(self.days.uses, self.start)

    def rows_on(self, days: Container[dt.date]) -> Rows:
        """The days with use among these."""
        among = {on: uses for on, uses in self.days.uses.items() if on in days}
        return self.rows if len(among) == len(self.days.uses) else laid_out(among, self.start)

    def sizes(self, unit: str) -> Mapping[dt.date, Size]:
        """How much each day comes to in that unit; conditions of one unit share it."""
        if unit not in self._sizes:
            self._sizes[unit] = dict(zip(self.rows.on, sizes_in(unit, self.rows, self.holdings), strict=True))
        return self._sizes[unit]

    def near(self, code: str, word: str) -> Other:
        """When something else was used; conditions about it share it."""
        if (code, word) not in self._others:
            self._others[code, word] = Other(self.days.index, code, word)
        return self._others[code, word]


def judge_of(condition: Condition, held: Held) -> Judge:
    """The judge of a condition, made ready once and asked about many days. A week's condition has none."""
    return _JUDGES[type(condition)](condition, held)


def sizes_in(unit: str, rows: Rows, holdings: Holdings) -> list[Size]:
    """How much each stretch comes to in that unit."""
    wanted = same_unit(unit)

    def size(taken: Taken) -> Size:
        code, word, own, low, high = taken
        factor = factor_to(code or word.strip().casefold(), own, wanted, holdings)
        return NOT_KNOWN if low is None or factor is None else (low * factor, (low if high is None else high) * factor)

    sizes = list(map(Table(size).__getitem__, rows.taken))
    return [sizes[first] if last - first == 1 else _sum(sizes[first:last]) for first, last in pairwise(rows.bounds)]


def _sum(sizes: Sequence[Size]) -> Size:
    least = most = 0.0
    for low, high in sizes:
        least += low
        most += high
    return least, most


def _at_most(condition: AtMost, held: Held) -> Judge:
    limit, unit, unsure_on = condition.limit, condition.unit, held.days.unsure_on

    def told(parts: Rows) -> list[int]:
        sizes = held.sizes(unit).values() if parts is held.rows else sizes_in(unit, parts, held.holdings)
        return [at_most(size, limit) for size in sizes]

    def judge(rows: Rows) -> list[int]:
        if condition.per is Per.DAY:
            bits = told(rows)
        else:
            occasions, days = occasions_of(rows)
            bits = folded(bytes(told(occasions)), days)
        if unsure_on:  # "I don't know" beside a use: there may have been more
            bits = [_or_more(bit) if on in unsure_on else bit for on, bit in zip(rows.on, bits, strict=True)]
        return bits

    return judge


def _or_more(bits: int) -> int:
    return bits if bits & DIFFERENT else bits | CANT_TELL


def _only_between(condition: OnlyBetween, held: Held) -> Judge:
    earliest = _minute(condition.earliest, held.start, 0)
    latest = _minute(condition.latest, held.start, DAY - 1)
    inside, outside = AS_PLANNED, DIFFERENT
    if earliest > latest:  # the hours go over the beginning of the day: what lies outside is a stretch
        earliest, latest, inside, outside = latest + 1, earliest - 1, outside, inside

    def judge(rows: Rows) -> list[int]:
        minutes = rows.minutes
        bits = [CANT_TELL if at < 0 else inside if earliest <= at <= latest else outside for at in minutes]
        return folded(bytes(bits), rows)

    return judge


def _minute(at: dt.time | None, start: int, unless: int) -> int:
    return unless if at is None else (at.hour * 60 + at.minute - start) % DAY


def _pace(condition: Pace, _held: Held) -> Judge:
    pause = condition.minutes

    def judge(rows: Rows) -> list[int]:
        times = map(_ONE_TIME.__getitem__, rows.taken)
        gaps = [AS_PLANNED if now - before >= pause else DIFFERENT for before, now in pairwise((0, *rows.moments))]
        gaps.append(0)
        for place in rows.untimed:
            gaps[place + 1] = CANT_TELL
        for first in rows.bounds:  # before the first there is none to keep a pause from
            gaps[first] = 0
        # one time alone has no pause to keep
        return [bits or AS_PLANNED for bits in folded(bytes(map(or_, gaps, times)), rows)]

    return judge


def _one_time(taken: Taken) -> int:
    """Whether an entry tells of one time. Three cans in one entry say nothing of the pauses between them."""
    _code, _word, unit, least, most = taken
    is_one = same_unit(unit) in NOT_COUNTED or (least is not None and (most or least) <= 1)
    return 0 if is_one else CANT_TELL


_ONE_TIME = Table(_one_time)


def _near(condition: GapAfter | NeverWith, held: Held) -> Judge:
    reach = round(condition.hours * 60)
    after = reach if isinstance(condition, NeverWith) else 0
    other = held.near(condition.other_code, condition.other)
    return lambda rows: folded(other.within(rows, reach, after), rows)


def _not_alone(condition: NotAlone, _held: Held) -> Judge:
    alone = (*ALONE, *map(bare, condition.alone_words))
    return _of_words("with_whom", lambda said: company_answer(alone, said))


def _not_in(condition: NotIn, _held: Held) -> Judge:
    places = named_in(condition.place)
    return _of_words("where", lambda said: place_answer(places, said))


def _of_words(field: str, answer: Callable[[str], int]) -> Judge:
    """What was written in one field decides; nothing written is not known."""
    asked, answers = attrgetter(field), Table[str, int](answer)
    return lambda rows: folded(bytes(map(answers.__getitem__, map(asked, rows.uses))), rows)


def _not_when(condition: NotWhen, held: Held) -> Judge:
    """A mood that nobody wrote is not known: silence, and a fair mood, never say that it was not there."""
    moods, check_ins = moods_in(condition.mood), held.days.index.check_ins

    def answer(use: Use) -> int:
        if moods and says_mood(moods, (use.wanted, use.note)):
            return DIFFERENT
        checked = _mood_checked(check_ins.get(use.when.on, ()), condition.mood_below)
        return CANT_TELL if moods and checked == AS_PLANNED else checked

    return lambda rows: folded(bytes(map(answer, rows.uses)), rows)


def _mood_checked(check_ins: Sequence[CheckIn], below: int | None) -> int:
    moods = [one.mood for one in check_ins if one.mood is not None]
    if below is None or not moods:
        return CANT_TELL
    if min(moods) >= below:
        return AS_PLANNED
    return DIFFERENT if max(moods) < below else CANT_TELL


def _not_before(condition: NotBefore, held: Held) -> Judge:
    reach = round(condition.hours * 60)
    week = bytearray([AS_PLANNED]) * WEEK  # an answer for each minute of the week, Monday's midnight first
    for weekday in condition.weekdays:
        duty = weekday * DAY + condition.at.hour * 60 + condition.at.minute
        for minute in range(duty - reach, duty + 1):
            week[minute % WEEK] = DIFFERENT
    since_monday = held.start - DAY  # the first day of all, in the year 1, was a Monday
    some_time = Table[int, int](lambda begins: CANT_TELL if DIFFERENT in (week + week)[begins:][:DAY] else AS_PLANNED)

    def judge(rows: Rows) -> list[int]:
        bits = bytearray([week[(moment + since_monday) % WEEK] for moment in rows.moments])
        for place in rows.untimed:
            bits[place] = some_time[(rows.midnights[place] + since_monday) % WEEK]
        return folded(bits, rows)

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
