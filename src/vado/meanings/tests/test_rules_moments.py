"""The rules of an unwrapping: any order, nothing needed, nothing concluded."""

import datetime as dt

import pytest

from vado.diary.facts import Urge, UrgeEnding, Use
from vado.meanings.facts import Ended, Unwrapping
from vado.meanings.moments import ASKED, BESIDE_NAMES
from vado.meanings.rules_moments import (
    BESIDE,
    MOMENTS,
    SHORT_WAY,
    begun_from,
    following,
    is_filled,
    is_just_used,
    known_meanings,
    latencies,
    latency,
    side_by_side,
)
from vado.record.lived_day import Lived

DAY = dt.date(2026, 11, 20)
WHEN = Lived(on=DAY, at=dt.time(22, 30), zone="UTC", utc_offset_minutes=0)


def test_twelve_moments_are_asked_and_three_of_them_come_first() -> None:
    assert len(MOMENTS) == 12
    assert set(ASKED) == set(MOMENTS)
    assert set(BESIDE_NAMES) == set(BESIDE.values())
    assert len(SHORT_WAY) == 3
    assert set(SHORT_WAY) < set(MOMENTS)


def test_the_short_way_ends_after_three_and_the_whole_line_after_twelve() -> None:
    assert [following(moment, short=True) for moment in SHORT_WAY] == ["purpose", "first", None]
    assert following("event", short=False) == "body"
    assert following("purpose", short=False) is None
    assert following("body", short=True) == "feeling", "from a moment beneath, the line goes on"


@pytest.mark.parametrize(
    ("unwrapping", "moment"),
    [
        (Unwrapping(when=WHEN, words={"event": "the phone"}), "event"),
        (Unwrapping(when=WHEN, words={"whose": "hers"}), "voice"),
        (Unwrapping(when=WHEN, height=0), "urge"),
        (Unwrapping(when=WHEN, ended=Ended.NOT_USED), "act"),
        (Unwrapping(when=WHEN, first_sign_at=dt.time(0, 0)), "body"),
        (Unwrapping(when=WHEN, meanings=("habit",)), "purpose"),
    ],
)
def test_a_moment_is_filled_by_whatever_was_said_of_it(unwrapping: Unwrapping, moment: str) -> None:
    assert [one for one in MOMENTS if is_filled(unwrapping, one)] == [moment]


@pytest.mark.parametrize(
    ("first", "act", "minutes"),
    [
        (dt.time(21, 50), dt.time(22, 30), 40),
        (dt.time(23, 50), dt.time(0, 20), 30),
        (dt.time(22, 0), dt.time(22, 0), 0),
        (dt.time(9, 0), dt.time(8, 0), None),  # nearly a day: the two belong to two days
        (None, dt.time(8, 0), None),
        (dt.time(8, 0), None, None),
    ],
)
def test_from_urge_to_act_over_midnight_too(first: dt.time | None, act: dt.time | None, minutes: int | None) -> None:
    span = latency(Unwrapping(when=WHEN, first_sign_at=first, acted_at=act))
    assert span == (None if minutes is None else dt.timedelta(minutes=minutes))


def test_a_use_tells_what_it_told_and_nothing_is_asked_twice() -> None:
    use = Use(when=WHEN, substance="cider", wanted="quiet", gave="an hour", cost="the morning", meanings=("habit",))
    begun = begun_from(use, "0" * 32)
    assert begun.words == {"purpose": "quiet", "first": "an hour", "later": "the morning"}
    assert (begun.ended, begun.acted_at, begun.meanings) == (Ended.USED, dt.time(22, 30), ("habit",))


def test_an_urge_that_passed_began_when_it_was_felt() -> None:
    begun = begun_from(Urge(when=WHEN, strength=7, ending=UrgeEnding.PASSED, what_happened="a walk"), "")
    assert (begun.ended, begun.height, begun.first_sign_at) == (Ended.NOT_USED, 7, dt.time(22, 30))
    assert begun.words == {"act": "a walk"}
    assert begun_from(Urge(when=WHEN, ending=UrgeEnding.STILL_HERE), "").ended is None


@pytest.mark.parametrize(("hours", "offered"), [(0, True), (5, True), (7, False), (-1, True)])
def test_tomorrow_is_offered_for_some_hours_after_a_use(hours: int, offered: bool) -> None:
    now = dt.datetime(2026, 11, 20, 22, 30, tzinfo=dt.UTC) + dt.timedelta(hours=hours)
    assert is_just_used(WHEN, now) is offered


def test_a_time_that_nobody_named_is_never_just_now() -> None:
    assert not is_just_used(Lived(on=DAY), dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))


def test_meanings_named_before_come_newest_first_and_none_comes_from_reading_their_words() -> None:
    assert known_meanings([("habit",), ("to sleep", "habit"), ("rebellion",)]) == ("rebellion", "to sleep", "habit")
    assert known_meanings([()]) == ()


def test_own_words_stand_side_by_side_in_the_order_lived() -> None:
    later = Unwrapping(when=Lived(on=DAY), words={"voice": "never enough", "whose": "father", "before": "tired"})
    earlier = Unwrapping(when=Lived(on=DAY - dt.timedelta(days=30)), words={"voice": "you are a bore"})
    said = side_by_side([later, earlier])
    assert [one.words for one in said["voice"]] == ["you are a bore", "never enough"]
    assert set(said) == {"voice", "whose"}


def test_latencies_are_told_day_by_day() -> None:
    one = Unwrapping(when=WHEN, first_sign_at=dt.time(20, 0), acted_at=dt.time(20, 50))
    assert latencies([one, Unwrapping(when=WHEN)]) == ((DAY, dt.timedelta(minutes=50)),)
