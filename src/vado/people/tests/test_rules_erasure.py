"""The three answers to somebody who asks for the end of a record."""

import datetime as dt

import pytest

from vado.people.rules_erasure import RETENTION, Answer, RecordKind, erasure_of

LAST = dt.date(2026, 11, 2)


@pytest.mark.parametrize("country", ["", "CL", "ES", "US"])
def test_ones_own_record_is_erased_at_once_in_every_country(country: str) -> None:
    assert erasure_of(RecordKind.OWN, country, LAST).answer is Answer.ERASED_NOW


@pytest.mark.parametrize(("country", "until"), [("CL", dt.date(2041, 11, 2)), ("ES", dt.date(2031, 11, 2))])
def test_what_a_law_keeps_is_blocked_until_a_named_day(country: str, until: dt.date) -> None:
    told = erasure_of(RecordKind.CLINICAL, country, LAST)
    assert (told.answer, told.until, told.law) == (Answer.BLOCKED, until, RETENTION[country].law)


def test_a_leap_day_is_never_shortened() -> None:
    assert erasure_of(RecordKind.CLINICAL, "CL", dt.date(2028, 2, 29)).until == dt.date(2043, 3, 1)


def test_a_copy_may_be_withheld_in_part_where_the_law_says_so() -> None:
    told = erasure_of(RecordKind.CLINICAL, "ES", LAST, asks_for_copy=True)
    assert told.answer is Answer.PARTLY_WITHHELD
    assert not told.is_verified


def test_where_no_law_is_known_nothing_is_kept_back() -> None:
    assert erasure_of(RecordKind.CLINICAL, "", LAST).answer is Answer.ERASED_NOW
