"""The cells of a month: escaped words, a link for each day that has come, none for the others."""

import datetime as dt

from vado.diary.calendar_page import Cell, Mark
from vado.web.day_drawings import week_rows


def cell(*, address: str = "/me/day/2026-11-03/", is_today: bool = False, symbol: str = "circle") -> Cell:
    return Cell(
        on=dt.date(2026, 11, 3),
        number=3,
        address=address,
        look="written",
        is_today=is_today,
        marks=(Mark(symbol, "2", "wine 2 glasses"),),
        anchors=("<payday>",),
        words="Tuesday 3 November: <wine> & cheese",
    )


class TestADay:
    def test_words_of_the_person_are_escaped(self) -> None:
        shown = week_rows([[cell(symbol='"<')]])
        assert "&lt;payday&gt;" in shown
        assert "&lt;wine&gt; &amp; cheese" in shown
        assert "&quot;&lt;</text>" in shown

    def test_today_is_said_to_be_the_current_one(self) -> None:
        assert 'aria-current="date"' in week_rows([[cell(is_today=True)]])
        assert "aria-current" not in week_rows([[cell()]])

    def test_a_day_to_come_leads_nowhere(self) -> None:
        shown = week_rows([[cell(address="")]])
        assert "<a " not in shown
        assert '<div class="day">' in shown

    def test_drawings_are_hidden_from_screen_readers(self) -> None:
        shown = week_rows([[cell()]])
        assert '<span class="marks" aria-hidden="true"><svg' in shown
        assert '<span class="words">' in shown


def test_a_day_of_another_month_is_an_empty_cell() -> None:
    assert week_rows([[None]]) == '<tr><td class="outside"></td></tr>'
