"""The lived day, over every zone there is, with gaps, repeated hours, travel and the person's own day start."""

import datetime as dt
import zoneinfo
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vado.record.lived_day import UnknownZone, lived_at, lived_day, lived_now

ZONES = sorted(zoneinfo.available_timezones() - {"localtime"})
zones = st.sampled_from(ZONES)
# hypothesis wants the bounds without a zone
moments = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2035, 12, 31), timezones=st.just(dt.UTC))  # noqa: DTZ001
clock_times = st.times().map(lambda time: time.replace(second=0, microsecond=0))
day_starts = st.integers(0, 12).map(dt.time)
days = st.dates(dt.date(1990, 1, 1), dt.date(2035, 12, 31))


@settings(deadline=None, max_examples=400)
@given(moments, zones, day_starts)
def test_a_moment_belongs_to_its_local_day_or_to_the_one_before(moment: dt.datetime, zone: str, start: dt.time) -> None:
    local = moment.astimezone(zoneinfo.ZoneInfo(zone))
    lived = lived_now(moment, zone, start)
    assert lived.on == local.date() - dt.timedelta(days=local.time() < start)
    assert lived.at == local.time().replace(second=0, microsecond=0)


@settings(deadline=None, max_examples=400)
@given(days, clock_times, zones, day_starts)
def test_what_was_said_is_kept_as_said(on: dt.date, at: dt.time, zone: str, start: dt.time) -> None:
    lived = lived_at(on, at, zone, start)
    assert (lived.on, lived.at, lived.zone) == (on, at, zone)


@settings(deadline=None, max_examples=400)
@given(moments, zones, day_starts)
def test_saying_the_clock_time_of_now_gives_the_same_lived_day(moment: dt.datetime, zone: str, start: dt.time) -> None:
    now = lived_now(moment, zone, start)
    assert lived_at(now.on, now.at, zone, start).on == now.on


@given(days, day_starts)
def test_a_night_out_is_one_day(on: dt.date, start: dt.time) -> None:
    evening = dt.datetime.combine(on, dt.time(22))
    before_start = dt.datetime.combine(on + dt.timedelta(days=1), start) - dt.timedelta(minutes=1)
    assert lived_day(evening, start) == lived_day(before_start, start) == on


@pytest.mark.parametrize("zone", ZONES)
def test_no_zone_has_a_day_that_the_clock_cannot_name(zone: str) -> None:
    first = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    seen = [lived_now(first + dt.timedelta(hours=23 * step), zone).on for step in range(380)]
    assert all(dt.timedelta() <= later - earlier <= dt.timedelta(days=1) for earlier, later in pairwise(seen))


def test_the_two_passes_of_a_repeated_hour_are_told_apart() -> None:
    first = lived_now(dt.datetime(2026, 4, 5, 2, 30, tzinfo=dt.UTC), "America/Santiago")
    second = lived_now(dt.datetime(2026, 4, 5, 3, 30, tzinfo=dt.UTC), "America/Santiago")
    assert (first.on, first.at) == (second.on, second.at)
    assert first.utc_offset_minutes != second.utc_offset_minutes


def test_travel_leaves_an_earlier_day_where_it_was() -> None:
    moment = dt.datetime(2026, 11, 21, 2, 0, tzinfo=dt.UTC)
    assert lived_now(moment, "America/Santiago").on == dt.date(2026, 11, 20)
    assert lived_now(moment, "Pacific/Auckland").on == dt.date(2026, 11, 21)


@pytest.mark.parametrize("name", ["", "Nowhere/Town", "../etc/passwd", "\0"])
def test_an_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(UnknownZone):
        lived_at(dt.date(2026, 11, 20), dt.time(22), name)
