"""The lived day: the local date as the person lived it, kept in the leaf and never computed again."""

import datetime as dt
import zoneinfo

import msgspec

DEFAULT_DAY_STARTS_AT = dt.time(5, 0)


class UnknownZone(ValueError):
    """The name is not a time zone that this computer knows."""


class Lived(msgspec.Struct, frozen=True):
    """When something happened, in the person's own time.

    `on` is the lived day; `at` the local clock time, or None for "some time that day"; `zone` an IANA name;
    `utc_offset_minutes` tells the two passes of a repeated hour apart (None when `at` is None).
    """

    on: dt.date
    at: dt.time | None = None
    zone: str = "UTC"
    utc_offset_minutes: int | None = None


def zone_named(name: str) -> zoneinfo.ZoneInfo:
    """The time zone of that IANA name; raises `UnknownZone`."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise UnknownZone(name) from problem


def lived_day(local: dt.datetime, day_starts_at: dt.time = DEFAULT_DAY_STARTS_AT) -> dt.date:
    """The day that a local wall-clock moment belongs to: before the day's start it is still the day before.

    >>> lived_day(dt.datetime(2026, 11, 21, 2, 30))
    datetime.date(2026, 11, 20)
    """
    return local.date() - dt.timedelta(days=1) if local.time() < day_starts_at else local.date()


def lived_now(moment: dt.datetime, zone: str, day_starts_at: dt.time = DEFAULT_DAY_STARTS_AT) -> Lived:
    """The lived time of an aware moment in a zone, to the minute."""
    local = moment.astimezone(zone_named(zone))
    return Lived(
        on=lived_day(local.replace(tzinfo=None), day_starts_at),
        at=local.time().replace(second=0, microsecond=0),
        zone=zone,
        utc_offset_minutes=_offset_minutes(local),
    )


def lived_at(on: dt.date, at: dt.time | None, zone: str, day_starts_at: dt.time = DEFAULT_DAY_STARTS_AT) -> Lived:
    """The lived time of a clock time on a lived day; a time before the day's start falls on the next calendar date.

    A time inside a gap (clocks moved forward) keeps the words of the person: it is stored as said.
    """
    if at is None:
        return Lived(on=on, zone=zone_named(zone).key)
    calendar_date = on + dt.timedelta(days=1) if at < day_starts_at else on
    local = dt.datetime.combine(calendar_date, at, tzinfo=zone_named(zone))
    return Lived(on=on, at=at, zone=zone, utc_offset_minutes=_offset_minutes(local))


def _offset_minutes(local: dt.datetime) -> int:
    offset = local.utcoffset() or dt.timedelta()
    return round(offset.total_seconds() / 60)
