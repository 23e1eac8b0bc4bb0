"""What is counted over time, day by day, and what `vado.evidence` says of then and now. Nothing is ranked."""

import datetime as dt
import enum
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import groupby
from math import isfinite

import msgspec

from vado.diary.facts import CheckIn, Urge, UrgeEnding, Use
from vado.diary.marks import substance_key
from vado.evidence import Change, change_in_mean
from vado.plans.conditions import Condition, is_of_a_week
from vado.plans.rules_amounts import Holdings, same_unit
from vado.plans.rules_conditions import Held
from vado.plans.rules_held import HeldPlan
from vado.plans.rules_known import DiaryIndex, days_between, days_of, week_of
from vado.plans.rules_outcomes import Outcome
from vado.plans.rules_windows import Window, first_baseline

WEEK = 7
FEWEST_WEEKS = 4  # for the heaviest day of a week: what is counted are weeks, and four of them are the window [D]
FEWEST_DAYS = 5  # a week has a heaviest day when five of its days are known [D]
FEWEST_MENTIONS = 5  # a place is told of when it was written five times [D]
MOST_BUCKETS = 60  # points that can be told apart on a phone
TEN_URGES = TEN_WEEKS = 10.0

Dated = tuple[dt.date, float | None]


class Counted(enum.StrEnum):
    """What is counted. The order is that of the page, and says nothing of weight."""

    DAYS = "days"
    AMOUNT_A_DAY = "amount_a_day"
    AMOUNT_A_WEEK = "amount_a_week"
    HEAVIEST = "heaviest"
    FIRST_HOUR = "first_hour"
    ANY_DAYS = "any_days"
    MIXED_DAYS = "mixed_days"
    MONEY = "money"
    PLACE = "place"
    URGES = "urges"
    CHECK_IN = "check_in"
    PLAN_DAYS = "plan_days"
    PLAN_WEEKS = "plan_weeks"
    GOAL = "goal"
    STEPS = "steps"


OF_WEEKS = frozenset({Counted.HEAVIEST, Counted.PLAN_WEEKS})


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """One thing over time: a value for each day on which it can be asked, None where it is not known."""

    counted: Counted
    about: str = ""  # the person's word, a place, an item of the check-in
    substance: str = ""  # the key of it
    unit: str = ""
    values: Sequence[Dated]
    scale: float = 1.0
    smallest: int | None = None

    @property
    def key(self) -> str:
        """The same from day to day, so that a finding stays hidden."""
        return f"{self.counted}:{self.substance or self.about.casefold()}:{same_unit(self.unit)}"


class Point(msgspec.Struct, frozen=True):
    """A week, or four of them: its first day and the mean of what is known in it."""

    on: dt.date
    value: float | None
    known: int


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What then and now say of one measure, with its course."""

    then: Window
    now: Window
    measure: Measure
    change: Change
    course: Sequence[Point]

    @property
    def key(self) -> str:
        return self.measure.key


def findings(measures: Iterable[Measure], then: Window, now: Window, course: Window, begins_on: int) -> list[Finding]:
    """Every measure with its change, in the order of the page; those too small to say anything among them."""
    found = []
    for measure in measures:
        before, after = (_within(measure.values, window) for window in (then, _asked_now(measure, then, now)))
        smallest = {} if measure.smallest is None else {"smallest": measure.smallest}
        change = change_in_mean(before, after, scale=measure.scale, **smallest)
        points = course_of(measure, course, begins_on)
        found.append(Finding(then=then, now=now, measure=measure, change=change, course=points))
    return found


def _asked_now(measure: Measure, then: Window, now: Window) -> Window:
    """Of weeks those that are over: the one that runs would be known on some weekdays alone, or only when different."""
    if measure.counted not in OF_WEEKS:
        return now
    rest = dt.timedelta(days=WEEK - 1)
    return Window(max(now.first - rest, then.last + dt.timedelta(days=1)), now.last - rest)


def plan_finding(found: HeldPlan, name: str, now: Window, course: Window, begins_on: int) -> Finding | None:
    """Days or weeks as planned, when the plan was new and now: before a plan nothing can be held against it."""
    measure = _as_planned(found, name, course.last)
    then = _new_plan([on for on, value in measure.values if value is not None], found.condition)
    if then is None or then.last >= now.last:
        return None
    late = Window(max(now.first, then.last + dt.timedelta(days=1)), now.last)
    return findings([measure], then, late, course, begins_on)[0]


def _as_planned(found: HeldPlan, name: str, last: dt.date) -> Measure:
    """Partly is not as planned; what cannot be told is not known; a week that runs may yet be either."""
    known = {Outcome.AS_PLANNED: 1.0, Outcome.PARTLY: 0.0, Outcome.DIFFERENT: 0.0}
    values = sorted((on, known.get(answer)) for on, answer in found.answers.items())
    if is_of_a_week(found.condition):
        of_weeks = Counted.PLAN_WEEKS
        over = [(on, value) for on, value in values if on <= last - dt.timedelta(days=WEEK - 1)]
        return Measure(counted=of_weeks, substance=name, values=over, scale=TEN_WEEKS, smallest=FEWEST_WEEKS)
    return Measure(counted=Counted.PLAN_DAYS, substance=name, values=values, scale=WEEK)


def _new_plan(known: Sequence[dt.date], condition: Condition) -> Window | None:
    """The first days of a plan as the first days of a diary; the first four of its weeks."""
    if not is_of_a_week(condition):
        return first_baseline(known)
    if len(known) < FEWEST_WEEKS:
        return None
    return Window(known[0], known[FEWEST_WEEKS - 1] + dt.timedelta(days=WEEK - 1))


def _within(values: Sequence[Dated], window: Window) -> list[float | None]:
    """The values are in the order of their days."""
    first = bisect_left(values, window.first, key=_day_of)
    return [value for _on, value in values[first : bisect_right(values, window.last, key=_day_of)]]


def _day_of(dated: Dated) -> dt.date:
    return dated[0]


def course_of(measure: Measure, window: Window, begins_on: int) -> list[Point]:
    """The mean of each week; of each four weeks where there are more than a year of them."""
    days = WEEK if window.days <= MOST_BUCKETS * WEEK else 4 * WEEK
    first, last = week_of(window.first, begins_on).toordinal(), window.last.toordinal()
    buckets: list[list[float]] = [[] for _begins in range(first, last + 1, days)]
    for on, value in measure.values:
        place = (on.toordinal() - first) // days
        if value is not None and 0 <= place < len(buckets):
            buckets[place].append(value)
    return [_point(dt.date.fromordinal(first + days * n), known, measure.scale) for n, known in enumerate(buckets)]


def _point(on: dt.date, known: Sequence[float], scale: float) -> Point:
    return Point(on, sum(known) / len(known) * scale, len(known)) if known else Point(on, None, 0)


def measures_of(index: DiaryIndex, holdings: Holdings, window: Window, begins_on: int) -> list[Measure]:
    """Everything that can be counted in this diary: for each substance, for all together, and for the rest of life."""
    days = days_between(window.first, window.last)
    together = Held(days_of(index), holdings)
    words = substances_in(index)
    found = [one for key, word in words.items() for one in _of_substance(index, holdings, key, word, days, begins_on)]
    if len(words) > 1:
        found += [_days(Counted.ANY_DAYS, "", together, days), _mixed(together, days)]
    found += [*_money(together, days), *_places(together, days), *_urges(index, window), *_check_ins(index, window)]
    return found


def substances_in(index: DiaryIndex) -> Mapping[str, str]:
    """The substances of a diary and the word first used for each, in the order in which they came into it."""
    words: dict[str, str] = {}
    for on in sorted(index.uses):
        for use in index.uses[on]:
            words.setdefault(substance_key(use.substance_code, use.substance), use.substance)
    return words


def _of_substance(
    index: DiaryIndex, holdings: Holdings, key: str, word: str, days: Sequence[dt.date], begins_on: int
) -> list[Measure]:
    held = Held(days_of(index, key, word), holdings)
    unit = _common_unit(held)
    found = [_days(Counted.DAYS, word, held, days)]
    if unit:
        amounts = _amounts(held, unit, days)
        using = [(on, value) for on, value in amounts if on in held.days.uses]
        heaviest = _heaviest(amounts, begins_on)
        found += [
            Measure(counted=Counted.AMOUNT_A_DAY, about=word, unit=unit, values=using),
            Measure(counted=Counted.AMOUNT_A_WEEK, about=word, unit=unit, values=amounts, scale=WEEK),
            Measure(counted=Counted.HEAVIEST, about=word, unit=unit, values=heaviest, smallest=FEWEST_WEEKS),
        ]
    found.append(Measure(counted=Counted.FIRST_HOUR, about=word, values=_first_minutes(held)))
    return [msgspec.structs.replace(one, substance=key) for one in found]


def _days(counted: Counted, word: str, held: Held, days: Sequence[dt.date]) -> Measure:
    uses, none_on = held.days.uses, held.days.none_on
    values = [(on, 1.0 if on in uses else 0.0 if on in none_on else None) for on in days]
    return Measure(counted=counted, about=word, values=values, scale=WEEK)


def _common_unit(held: Held) -> str:
    """The unit in which most amounts of this substance were written."""
    units = Counter(use.amount.unit for uses in held.days.uses.values() for use in uses if use.amount.least is not None)
    return units.most_common(1)[0][0] if units else ""


def _amounts(held: Held, unit: str, days: Sequence[dt.date]) -> list[Dated]:
    """How much each day; the middle of a range; None where an amount of the day is not known."""
    sizes, unsure_on = held.sizes(unit), held.days.unsure_on
    middle = {on: (least + most) / 2 for on, (least, most) in sizes.items() if isfinite(most) and on not in unsure_on}
    known = middle | dict.fromkeys(held.days.none_on, 0.0)
    return [(on, known.get(on)) for on in days]


def _heaviest(amounts: Sequence[Dated], begins_on: int) -> list[Dated]:
    """The largest day of each week of which five days or more are known; other weeks are not known."""
    found: list[Dated] = []
    for week, days in groupby(amounts, key=lambda dated: (dated[0].toordinal() - begins_on - 1) // WEEK):
        known = [value for _on, value in days if value is not None]
        first = dt.date.fromordinal(week * WEEK + begins_on + 1)  # the first day of all was a Monday
        found.append((first, max(known) if len(known) >= FEWEST_DAYS else None))
    return found


def _first_minutes(held: Held) -> list[Dated]:
    """Minutes from midnight to the first use of each day with use, going on past 24:00 for the night."""
    rows, start = held.rows, held.start
    firsts = map(rows.minutes.__getitem__, rows.bounds[:-1])  # in the order of the clock, unknown times first
    return sorted((on, None if first < 0 else float(first + start)) for on, first in zip(rows.on, firsts, strict=True))


def _mixed(held: Held, days: Sequence[dt.date]) -> Measure:
    uses, none_on = held.days.uses, held.days.none_on
    values = [(on, _is_mixed(uses[on]) if on in uses else 0.0 if on in none_on else None) for on in days]
    return Measure(counted=Counted.MIXED_DAYS, values=values, scale=WEEK)


def _is_mixed(uses: Sequence[Use]) -> float:
    return float(len(uses) > 1 and len({substance_key(use.substance_code, use.substance) for use in uses}) > 1)


def _money(held: Held, days: Sequence[dt.date]) -> list[Measure]:
    """What it cost, by the prices that the person named; a day with something that has none is not known."""
    prices = held.holdings.prices
    if not prices:
        return []
    values = [(on, _spent(held, prices, on)) for on in days]
    return [Measure(counted=Counted.MONEY, unit=held.holdings.currency, values=values, scale=WEEK)]


def _spent(held: Held, prices: Mapping[tuple[str, str], float], on: dt.date) -> float | None:
    if on not in held.days.uses:
        return 0.0 if on in held.days.none_on else None
    spent = [_price(use, prices) for use in held.days.uses[on]]
    return None if on in held.days.unsure_on or None in spent else sum(one for one in spent if one is not None)


def _price(use: Use, prices: Mapping[tuple[str, str], float]) -> float | None:
    price = prices.get((substance_key(use.substance_code, use.substance), same_unit(use.amount.unit)))
    least, most = use.amount.least, use.amount.most
    return None if price is None or least is None else price * (least + (most or least)) / 2


def _places(held: Held, days: Sequence[dt.date]) -> list[Measure]:
    """Days a week in each place that was written often; a day of use without a place is not known."""
    named = Counter(use.where.strip() for uses in held.days.uses.values() for use in uses if use.where.strip())
    places_on = {on: {use.where.strip() for use in uses} for on, uses in held.days.uses.items()}
    places_on |= {on: set() for on in held.days.none_on}
    not_known = {""}
    return [
        Measure(
            counted=Counted.PLACE,
            about=place,
            values=[(on, _was_in(place, places_on.get(on, not_known))) for on in days],
            scale=WEEK,
        )
        for place, times in sorted(named.items())
        if times >= FEWEST_MENTIONS
    ]


def _was_in(place: str, places: Container[str]) -> float | None:
    return 1.0 if place in places else None if "" in places else 0.0


def _urges(index: DiaryIndex, window: Window) -> list[Measure]:
    """Of ten urges, those that were met in another way than by using; one value an urge."""
    urges = [urge for on in sorted(index.urges) if window.holds(on) for urge in index.urges[on]]
    values = [(urge.when.on, _met_differently(urge)) for urge in urges]
    return [Measure(counted=Counted.URGES, values=values, scale=TEN_URGES)] if values else []


def _met_differently(urge: Urge) -> float | None:
    if urge.ending is None or urge.ending is UrgeEnding.STILL_HERE:
        return None
    return float(urge.ending is not UrgeEnding.USED)


ITEMS = ("mood", "sleep", "stress", "pain", "energy")


def _check_ins(index: DiaryIndex, window: Window) -> list[Measure]:
    """Each item that was answered: the mean of a day, one value a day with an answer."""
    by_item: dict[str, list[Dated]] = {}
    for on in sorted(index.check_ins):
        if window.holds(on):
            for item, ratings in _answers(index.check_ins[on]).items():
                by_item.setdefault(item, []).append((on, sum(ratings) / len(ratings)))
    order = [*(item for item in ITEMS if item in by_item), *sorted(by_item.keys() - set(ITEMS))]
    return [Measure(counted=Counted.CHECK_IN, about=item, values=by_item[item]) for item in order]


def _answers(check_ins: Sequence[CheckIn]) -> dict[str, list[int]]:
    answers: dict[str, list[int]] = {}
    for one in check_ins:
        said = {**{item: getattr(one, item) for item in ITEMS}, **one.own_items}
        for item, rating in said.items():
            if rating is not None:
                answers.setdefault(item, []).append(rating)
    return answers
