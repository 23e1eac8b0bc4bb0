"""What a calendar says of each day. A clinician can read every row."""

import datetime as dt

import pytest

from vado.diary.facts import Amount, Anchor, CheckIn, DayAnswer, DayStatement, OwnWord, Sureness, Use
from vado.diary.marks import SHAPES, shapes_for
from vado.diary.rules_calendar import (
    MONDAY,
    SUNDAY,
    DayState,
    DayView,
    anchors_on,
    blank_days,
    days_written,
    month_of,
    seven_days,
    week_begins_on,
)
from vado.diary.rules_day_amount import UNKNOWN_AMOUNT, DayAmount, day_amount
from vado.record.facts import Fact
from vado.record.lived_day import Lived

NOVEMBER = dt.date(2026, 11, 1)
TODAY = dt.date(2026, 11, 23)
SUNDAY_22 = dt.date(2026, 11, 22)
CIDER = Amount(Sureness.EXACT, 2, None, "can")
ABOUT_ONE = Amount(Sureness.ABOUT, 1, None, "can")
ONE_TO_TWO = Amount(Sureness.RANGE, 1, 2, "can")
A_GLASS = Amount(Sureness.EXACT, 1, None, "glass")


def on(day: dt.date) -> Lived:
    return Lived(on=day, zone="America/Santiago")


def used(day: dt.date = SUNDAY_22, code: str = "alcohol", amount: Amount = CIDER) -> Use:
    return Use(when=on(day), substance=code, substance_code=code, amount=amount)


def said(answer: DayAnswer, codes: tuple[str, ...] = (), source: str = "") -> DayStatement:
    return DayStatement(when=on(SUNDAY_22), answer=answer, substance_codes=codes, source=source)


def day_shown(facts: list[Fact], day: dt.date = SUNDAY_22) -> DayView:
    return next(view for view in month_of(facts, NOVEMBER, TODAY).days if view.on == day)


NOTHING, UNSURE = DayAnswer.NOTHING_USED, DayAnswer.DO_NOT_KNOW


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ([], DayState.NOT_WRITTEN),
        ([used()], DayState.WRITTEN),
        ([CheckIn(when=on(SUNDAY_22), mood=4)], DayState.WRITTEN),
        ([said(NOTHING)], DayState.NOTHING_USED),
        ([said(NOTHING), CheckIn(when=on(SUNDAY_22), mood=4)], DayState.NOTHING_USED),
        ([said(UNSURE)], DayState.DO_NOT_KNOW),
        ([said(UNSURE), used()], DayState.WRITTEN),
        ([said(NOTHING), used()], DayState.WRITTEN),
        ([said(NOTHING, ("opioid",))], DayState.NONE_REPORTED),
        ([said(NOTHING, source="ctn0094")], DayState.NONE_REPORTED),
        ([said(UNSURE, source="ctn0094")], DayState.DO_NOT_KNOW),
    ],
)
def test_a_day_is_called_by_what_was_written(facts: list[Fact], state: DayState) -> None:
    assert day_shown(facts).state is state


def test_tomorrow_is_the_future_and_today_is_not() -> None:
    assert day_shown([], dt.date(2026, 11, 24)).state is DayState.FUTURE
    today = day_shown([], TODAY)
    assert today.state is DayState.NOT_WRITTEN
    assert today.is_today


@pytest.mark.parametrize(
    ("amounts", "sum_of_day"),
    [
        ([CIDER], DayAmount(2, None, "can", about=False)),
        ([CIDER, CIDER], DayAmount(4, None, "can", about=False)),
        ([CIDER, ABOUT_ONE], DayAmount(3, None, "can", about=True)),
        ([CIDER, ONE_TO_TWO], DayAmount(3, 4, "can", about=True)),
        ([CIDER, Amount()], UNKNOWN_AMOUNT),
        ([CIDER, A_GLASS], UNKNOWN_AMOUNT),
        ([Amount()], UNKNOWN_AMOUNT),
    ],
)
def test_an_amount_is_told_only_where_all_of_it_is_known(amounts: list[Amount], sum_of_day: DayAmount) -> None:
    assert day_amount(amounts) == sum_of_day


def test_each_substance_has_one_mark_whatever_the_number_of_uses() -> None:
    day = day_shown([used(), used(), used(code="cannabis", amount=Amount())])
    assert {(mark.key, mark.times) for mark in day.marks} == {("alcohol", 2), ("cannabis", 1)}
    assert len({mark.shape.shape for mark in day.marks}) == 2


def test_a_shape_is_the_same_in_every_month() -> None:
    november = shapes_for([used(code="cannabis")], ())
    december = shapes_for([used(code="cannabis"), used()], ())
    assert november["cannabis"].shape == december["cannabis"].shape


def test_the_persons_own_symbol_and_word_come_first() -> None:
    own = OwnWord(substance_code="alcohol", word="vinito", symbol="☾")
    shape = shapes_for([used()], [own])["alcohol"]
    assert (shape.word, shape.symbol, shape.shape) == ("vinito", "☾", "")
    drawn = shapes_for([used()], [OwnWord(substance_code="alcohol", word="vinito", symbol="drop")])
    assert drawn["alcohol"].shape == "drop"


def test_substances_take_different_shapes_as_long_as_there_are_shapes() -> None:
    uses = [used(code=f"substance{n}") for n in range(len(SHAPES))]
    assert {shape.shape for shape in shapes_for(uses, ()).values()} == set(SHAPES)
    assert len(shapes_for([*uses, used(code="one more")], ())) == len(SHAPES) + 1


@pytest.mark.parametrize(
    ("anchor", "day", "falls"),
    [
        (Anchor(on=TODAY, words="visit"), TODAY, True),
        (Anchor(on=TODAY, words="visit"), dt.date(2026, 12, 23), False),
        (Anchor(on=TODAY, words="payday", every_month=True), dt.date(2026, 12, 23), True),
        (Anchor(on=TODAY, words="payday", every_month=True), dt.date(2026, 10, 23), False),
        (Anchor(on=dt.date(2026, 1, 31), words="payday", every_month=True), dt.date(2026, 2, 28), True),
        (Anchor(on=dt.date(2026, 1, 31), words="payday", every_month=True), dt.date(2026, 3, 30), False),
        (Anchor(on=dt.date(1990, 5, 4), words="birthday", every_year=True), dt.date(2026, 5, 4), True),
        (Anchor(on=dt.date(1990, 5, 4), words="birthday", every_year=True), dt.date(2026, 6, 4), False),
        (Anchor(on=dt.date(1992, 2, 29), words="birthday", every_year=True), dt.date(2026, 2, 28), True),
        (Anchor(on=dt.date(1992, 2, 29), words="birthday", every_year=True), dt.date(2028, 2, 28), False),
    ],
)
def test_anchors_return_each_month_or_year(anchor: Anchor, day: dt.date, falls: bool) -> None:
    assert bool(anchors_on([anchor], day)) is falls


@pytest.mark.parametrize(
    ("country", "weekday"), [("CL", MONDAY), ("ES", MONDAY), ("US", SUNDAY), ("mx", SUNDAY), ("", MONDAY)]
)
def test_the_week_begins_as_it_does_there(country: str, weekday: int) -> None:
    assert week_begins_on(country) == weekday


def test_a_month_has_all_its_days_once_whatever_the_week() -> None:
    for begins in (MONDAY, SUNDAY):
        month = month_of([], NOVEMBER, TODAY, begins)
        assert [day.on.day for day in month.days] == list(range(1, 31))
        assert {len(week) for week in month.weeks} == {7}
    first = month_of([], dt.date(1900, 1, 1), TODAY)
    assert first.before is None
    assert month_of([], dt.date(2026, 12, 1), TODAY).after == dt.date(2027, 1, 1)


def test_writing_more_never_makes_fewer_days_written() -> None:
    facts: list[Fact] = []
    counts = []
    for fact in (said(UNSURE), used(), said(NOTHING), used(dt.date(2026, 11, 3))):
        facts.append(fact)
        counts.append(month_of(facts, NOVEMBER, TODAY).days_written)
    assert counts == [1, 1, 1, 2]


def test_the_last_seven_days_end_with_today() -> None:
    days = seven_days([used()], TODAY)
    assert [day.on for day in days] == [dt.date(2026, 11, day) for day in range(17, 24)]
    assert days_written(days) == 1
    assert len(blank_days(days)) == 6


def test_a_day_told_later_is_marked_as_recalled() -> None:
    recalled = Use(when=on(SUNDAY_22), substance="wine", recalled=True)
    assert day_shown([recalled]).recalled
    assert not day_shown([used()]).recalled
