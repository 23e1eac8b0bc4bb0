"""Entries laid out in a row: the order of the clock, and where one occasion ends and another begins."""

import msgspec

from vado.diary.facts import Use
from vado.plans.rules_rows import Rows, laid_out, occasions_of
from vado.plans.tests.diaries import day, use

FIVE = 5 * 60


def row_of(*uses: Use) -> Rows:
    return laid_out({day(0): uses}, FIVE)


def tied(one: Use, token: str) -> Use:
    return msgspec.structs.replace(one, occasion=token)


def clocks(rows: Rows) -> list[list[str | None]]:
    return [[str(one.when.at)[:5] if one.when.at else None for one in rows.uses[among]] for among in rows.slices]


def test_a_day_is_in_the_order_of_its_clock_and_its_night_comes_last() -> None:
    row = row_of(use(0, at="02:00"), use(0, at="22:00"), use(0, at=None))
    assert clocks(row) == [[None, "22:00", "02:00"]]


def test_a_pause_of_more_than_six_hours_parts_occasions() -> None:
    occasions, days = occasions_of(row_of(use(0, at="12:00"), use(0, at="18:00"), use(0, at="00:30")))
    assert clocks(occasions) == [["12:00", "18:00"], ["00:30"]]
    assert list(days.bounds) == [0, 2]


def test_what_has_no_hour_is_one_occasion() -> None:
    occasions, _days = occasions_of(row_of(use(0, at=None), use(0, at=None), use(0, at="06:00")))
    assert clocks(occasions) == [[None, None], ["06:00"]]


def test_what_the_person_tied_together_is_one_occasion_however_far_apart() -> None:
    noon, late = tied(use(0, at="12:00"), "a"), tied(use(0, at="23:00"), "a")
    occasions, days = occasions_of(row_of(noon, use(0, at="15:00"), late))
    assert clocks(occasions) == [["12:00", "23:00"], ["15:00"]]
    assert list(days.bounds) == [0, 2]


def test_days_are_not_joined_over_midnight_of_the_lived_day() -> None:
    rows = laid_out({day(0): [use(0, at="04:00")], day(1): [use(1, at="05:30")]}, FIVE)
    occasions, days = occasions_of(rows)
    assert list(occasions.on) == [day(0), day(1)]
    assert list(days.bounds) == [0, 1, 2]
