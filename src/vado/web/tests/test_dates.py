"""Dates as people write them, in both languages."""

import datetime as dt

import pytest
from django.utils import translation
from django.utils.formats import date_format, localize

from vado.web.templatetags import vado

DAY = dt.date(2026, 11, 3)


@pytest.mark.parametrize(
    ("language", "date", "day", "month"),
    [
        ("en", "3 Nov 2026", "Tuesday 3 Nov", "November 2026"),
        ("es", "3 nov 2026", "martes 3 nov", "Noviembre 2026"),
    ],
)
def test_a_date_is_written_with_the_month_in_letters(language: str, date: str, day: str, month: str) -> None:
    with translation.override(language):
        assert (vado.vado_date(DAY), vado.vado_day(DAY), vado.vado_month(DAY)) == (date, day, month)
        assert date_format(DAY) == date


def test_a_month_beside_one_of_its_year_says_no_year() -> None:
    with translation.override("es"):
        assert vado.vado_month(DAY, dt.date(2026, 12, 1)) == "Noviembre"
        assert vado.vado_month(DAY, dt.date(2027, 1, 1)) == "Noviembre 2026"


def test_spanish_writes_a_decimal_comma() -> None:
    with translation.override("es"):
        assert localize(1.5) == "1,5"


def test_a_time_that_nobody_named_has_words() -> None:
    with translation.override("en"):
        assert vado.vado_time(None) == "some time that day"
        assert vado.vado_time(dt.time(7, 10)) == "07:10"
