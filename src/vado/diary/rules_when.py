"""When it happened, as it was said: pure functions from now, a day or a clock time to a lived time."""

import datetime as dt
import enum

from vado.people.facts import DiarySettings
from vado.record.lived_day import Lived, UnknownZone, lived_at, lived_now

EARLIEST_DAY = dt.date(1900, 1, 1)  # the record knows no date of birth; no living person's diary begins before
CLOCKS_DIFFER_BY = dt.timedelta(minutes=10)  # a phone may be a little ahead of the server


class WhenAnswer(enum.StrEnum):
    """The three answers to "when"."""

    NOW = "now"
    EARLIER = "earlier"
    THAT_DAY = "that_day"


class WhenFault(enum.StrEnum):
    """Why a time could not be kept; the form says it in the person's language."""

    FUTURE = "future"
    TOO_EARLY = "too_early"
    NO_DAY = "no_day"
    UNKNOWN_ZONE = "unknown_zone"


class WhenProblem(ValueError):
    """A time that cannot be kept as it stands."""

    def __init__(self, fault: WhenFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def when_said(
    answer: WhenAnswer, on: dt.date | None, at: dt.time | None, settings: DiarySettings, now: dt.datetime
) -> Lived:
    """The lived time of one answer to "when"; raises `WhenProblem` for a time that cannot be."""
    try:
        if answer is WhenAnswer.NOW:
            return lived_now(now, settings.zone, settings.day_starts_at)
        return _said_day(on, at if answer is WhenAnswer.EARLIER else None, settings, now)
    except UnknownZone as problem:
        raise WhenProblem(WhenFault.UNKNOWN_ZONE) from problem


def _said_day(on: dt.date | None, at: dt.time | None, settings: DiarySettings, now: dt.datetime) -> Lived:
    if on is None:
        raise WhenProblem(WhenFault.NO_DAY)
    if on < EARLIEST_DAY:
        raise WhenProblem(WhenFault.TOO_EARLY)
    if on > now.date() + dt.timedelta(days=1):  # far ahead of every zone; spares the end of the calendar
        raise WhenProblem(WhenFault.FUTURE)
    for day in _readings(on, at, settings.day_starts_at):
        lived = lived_at(day, at, settings.zone, settings.day_starts_at)
        if not is_future(lived, settings, now):
            return lived
    raise WhenProblem(WhenFault.FUTURE)


def _readings(on: dt.date, at: dt.time | None, day_starts_at: dt.time) -> tuple[dt.date, ...]:
    """Two in the morning of the 23rd is the night of the 22nd; where one lies ahead, the other was meant."""
    if at is not None and at < day_starts_at:
        return (on, on - dt.timedelta(days=1))
    return (on,)


def is_future(lived: Lived, settings: DiarySettings, now: dt.datetime) -> bool:
    """Whether a lived time lies ahead of now."""
    if lived.at is None or lived.utc_offset_minutes is None:
        return lived.on > today_of(settings, now)
    return moment_of(lived, settings.day_starts_at) > now + CLOCKS_DIFFER_BY


def moment_of(lived: Lived, day_starts_at: dt.time) -> dt.datetime:
    """The aware moment of a lived time with a clock time."""
    at = lived.at or dt.time()
    date = lived.on + dt.timedelta(days=1) if at < day_starts_at else lived.on
    offset = dt.timezone(dt.timedelta(minutes=lived.utc_offset_minutes or 0))
    return dt.datetime.combine(date, at, tzinfo=offset)


def is_recalled(lived: Lived, settings: DiarySettings, now: dt.datetime) -> bool:
    """Whether it is written on a later lived day than the one it tells of."""
    return lived.on < today_of(settings, now)


def today_of(settings: DiarySettings, now: dt.datetime) -> dt.date:
    """The lived day that it is for this person."""
    return lived_now(now, settings.zone, settings.day_starts_at).on
