"""The month after the timeline-followback method: what was written on each day, from values alone."""

import calendar
import datetime as dt
import enum
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vado.diary.facts import Anchor, DayAnswer, DayStatement, OwnWord, Use
from vado.diary.marks import MarkKey, ShapeOf, shapes_for, substance_key
from vado.diary.rules_day_amount import DayAmount, day_amount
from vado.record.facts import Fact

MONDAY, SUNDAY = 0, 6
# Countries whose week begins on Sunday: Unicode CLDR weekData, of those that write English or Spanish.
SUNDAY_FIRST = frozenset(
    (
        "US",
        "CA",
        "MX",
        "CO",
        "DO",
        "GT",
        "HN",
        "NI",
        "PA",
        "PE",
        "PR",
        "PY",
        "SV",
        "VE",
        "ZA",
        "PH",
        "IN",
        "JM",
    )
)
DAYS_ON_HOME = 7
DAYS_IN_A_FILL = 7


class DayState(enum.StrEnum):
    """What is known of a day. A day without any leaf is not written: never zero."""

    WRITTEN = "written"
    NOTHING_USED = "nothing_used"
    NONE_REPORTED = "none_reported"  # asked in a study, or said of some substances and not of others
    DO_NOT_KNOW = "do_not_know"
    NOT_WRITTEN = "not_written"
    FUTURE = "future"


SILENT_STATES = frozenset({DayState.NOT_WRITTEN, DayState.FUTURE})


class DayMark(msgspec.Struct, frozen=True):
    """One substance on one day: the same size and weight whatever it is."""

    key: MarkKey
    word: str
    shape: ShapeOf
    times: int
    amount: DayAmount


class DayView(msgspec.Struct, frozen=True, kw_only=True):
    """One day as the calendar shows it."""

    on: dt.date
    state: DayState
    is_today: bool = False
    marks: tuple[DayMark, ...] = ()
    anchors: tuple[str, ...] = ()
    other_entries: int = 0  # urges, check-ins, steps, notes
    statements: tuple[DayStatement, ...] = ()
    recalled: bool = False

    @property
    def is_written(self) -> bool:
        return self.state not in SILENT_STATES


Week = tuple[DayView | None, ...]


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month of days in weeks; None stands for a day of another month."""

    first: dt.date
    weeks: tuple[Week, ...]
    shapes: Mapping[MarkKey, ShapeOf]

    @property
    def days(self) -> tuple[DayView, ...]:
        return tuple(day for week in self.weeks for day in week if day is not None)

    @property
    def days_written(self) -> int:
        return days_written(self.days)

    @property
    def before(self) -> dt.date | None:
        return month_before(self.first)

    @property
    def after(self) -> dt.date | None:
        return month_after(self.first)


def month_of(facts: Iterable[Fact], first: dt.date, today: dt.date, week_begins_on: int = MONDAY) -> Month:
    """The month that begins on that day, from the facts of these days with the anchors and own words."""
    known = list(facts)
    shapes = shapes_in(known)
    views = {day.on: day for day in day_views(known, days_of_month(first), today, shapes)}
    weeks = calendar.Calendar(week_begins_on).monthdayscalendar(first.year, first.month)
    grid = tuple(tuple(views[first.replace(day=n)] if n else None for n in week) for week in weeks)
    return Month(first=first, weeks=grid, shapes=shapes)


def seven_days(facts: Iterable[Fact], today: dt.date) -> tuple[DayView, ...]:
    """The last seven days, today last."""
    known = list(facts)
    return tuple(day_views(known, days_up_to(today, DAYS_ON_HOME), today, shapes_in(known)))


def shapes_in(facts: Iterable[Fact]) -> dict[MarkKey, ShapeOf]:
    """The shape of each substance that occurs, with the person's own symbols."""
    known = list(facts)
    uses = [fact for fact in known if isinstance(fact, Use)]
    return shapes_for(uses, [fact for fact in known if isinstance(fact, OwnWord)])


def day_views(
    facts: Sequence[Fact], days: Iterable[dt.date], today: dt.date, shapes: Mapping[MarkKey, ShapeOf]
) -> list[DayView]:
    """One view for each of these days, in their order."""
    by_day = _by_day(facts)
    anchors = [fact for fact in facts if isinstance(fact, Anchor)]
    return [_day_view(day, by_day.get(day, []), anchors_on(anchors, day), today, shapes) for day in days]


def _by_day(facts: Iterable[Fact]) -> dict[dt.date, list[Fact]]:
    by_day: dict[dt.date, list[Fact]] = {}
    for fact in facts:
        if (lived := fact.lived()) is not None:
            by_day.setdefault(lived.on, []).append(fact)
    return by_day


def _day_view(
    on: dt.date,
    facts: Sequence[Fact],
    anchors: tuple[str, ...],
    today: dt.date,
    shapes: Mapping[MarkKey, ShapeOf],
) -> DayView:
    uses = [fact for fact in facts if isinstance(fact, Use)]
    statements = tuple(fact for fact in facts if isinstance(fact, DayStatement))
    other_entries = len(facts) - len(uses) - len(statements)
    return DayView(
        on=on,
        state=day_state(bool(uses), bool(other_entries), statements, is_future=on > today),
        is_today=on == today,
        marks=_marks(uses, shapes),
        anchors=anchors,
        other_entries=other_entries,
        statements=statements,
        recalled=any(getattr(fact, "recalled", False) for fact in facts),
    )


def day_state(
    has_use: bool, has_other: bool, statements: Sequence[DayStatement], *, is_future: bool = False
) -> DayState:
    """What a day is called. A written use is told before any statement; a statement before silence."""
    if has_use:
        return DayState.WRITTEN
    if statements:
        return _state_said(statements)
    if has_other:
        return DayState.WRITTEN
    return DayState.FUTURE if is_future else DayState.NOT_WRITTEN


def _state_said(statements: Sequence[DayStatement]) -> DayState:
    nothing = [said for said in statements if said.answer is DayAnswer.NOTHING_USED]
    if any(not said.substance_codes and not said.source for said in nothing):
        return DayState.NOTHING_USED
    return DayState.NONE_REPORTED if nothing else DayState.DO_NOT_KNOW


def _marks(uses: Sequence[Use], shapes: Mapping[MarkKey, ShapeOf]) -> tuple[DayMark, ...]:
    by_substance: dict[MarkKey, list[Use]] = {}
    for use in uses:
        by_substance.setdefault(substance_key(use.substance_code, use.substance), []).append(use)
    return tuple(
        DayMark(key, shapes[key].word, shapes[key], len(same), day_amount([use.amount for use in same]))
        for key, same in sorted(by_substance.items(), key=lambda pair: shapes[pair[0]].place)
    )


def days_written(days: Iterable[DayView]) -> int:
    """How many of these days have something written. Writing more never makes it fewer."""
    return sum(day.is_written for day in days)


def anchors_on(anchors: Iterable[Anchor], day: dt.date) -> tuple[str, ...]:
    """The words of the anchors that fall on that day."""
    return tuple(anchor.words for anchor in anchors if _falls_on(anchor, day))


def _falls_on(anchor: Anchor, day: dt.date) -> bool:
    """A yearly or monthly anchor on the 31st or 29 February falls on the last day of a shorter month."""
    if anchor.every_month and day >= anchor.on:
        return _same_day_of_month(anchor.on, day)
    if anchor.every_year:
        return anchor.on.month == day.month and _same_day_of_month(anchor.on, day)
    return anchor.on == day


def _same_day_of_month(one: dt.date, other: dt.date) -> bool:
    last = calendar.monthrange(other.year, other.month)[1]
    return min(one.day, last) == other.day


def week_begins_on(country: str) -> int:
    """The weekday that begins a week there, as `calendar` counts; Monday where the country is not known.

    >>> week_begins_on("US"), week_begins_on("CL")
    (6, 0)
    """
    return SUNDAY if country.upper() in SUNDAY_FIRST else MONDAY


def days_of_month(first: dt.date) -> list[dt.date]:
    """Every day of the month that begins then."""
    return [first.replace(day=n + 1) for n in range(calendar.monthrange(first.year, first.month)[1])]


def days_up_to(last: dt.date, count: int) -> list[dt.date]:
    """So many days, the last one being that day."""
    return [last - dt.timedelta(days=back) for back in reversed(range(count))]


def month_before(first: dt.date) -> dt.date | None:
    """The first of the month before; None before the first month that a date can tell."""
    return None if first <= dt.date(1900, 1, 1) else (first - dt.timedelta(days=1)).replace(day=1)


def month_after(first: dt.date) -> dt.date | None:
    """The first of the month after; None after the last month that a date can tell."""
    if (first.year, first.month) == (dt.MAXYEAR, 12):
        return None
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


def blank_days(days: Iterable[DayView]) -> list[DayView]:
    """The days on which nothing is written yet."""
    return [day for day in days if day.state is DayState.NOT_WRITTEN]
