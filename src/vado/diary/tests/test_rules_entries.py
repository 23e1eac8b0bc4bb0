"""Tables that a clinician could sign: doses, amounts, times and evenings."""

import datetime as dt

import pytest

from vado.diary.facts import Amount, DayAnswer, DayStatement, Note, Sureness, Urge, Use
from vado.diary.rules_entries import (
    Question,
    next_question,
    occasions,
    recent_doses,
    repeated,
    says_nothing_used_beside_use,
    with_fields,
    without_fields,
)
from vado.diary.rules_how_much import AmountFault, AmountProblem, amount_said, parse_number
from vado.diary.rules_when import WhenAnswer, WhenFault, WhenProblem, is_recalled, when_said
from vado.people.facts import DiarySettings
from vado.record.lived_day import Lived, lived_at

FRIDAY = dt.date(2026, 11, 20)
SANTIAGO = DiarySettings(zone="America/Santiago")
FRIDAY_NIGHT = dt.datetime(2026, 11, 21, 5, 30, tzinfo=dt.UTC)  # 02:30 on the 21st in Santiago, still Friday as lived


def at(clock: str, on: dt.date = FRIDAY) -> Lived:
    return lived_at(on, dt.time.fromisoformat(clock), "America/Santiago")


def cans(number: float, clock: str = "20:00", unit: str = "can", word: str = "cider") -> Use:
    return Use(when=at(clock), substance=word, amount=Amount(Sureness.EXACT, number, None, unit))


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("1,5", 1.5),
        ("1.5", 1.5),
        (" 2 ", 2),
        ("1/2", 0.5),
        ("1 1/2", 1.5),
        ("½", 0.5),
        ("2½", 2.5),
        ("0,125", 0.125),
        ("+3", 3),
    ],
)
def test_an_amount_is_read_as_people_write_it(said: str, number: float) -> None:
    assert parse_number(said) == pytest.approx(number)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("-2", AmountFault.NEGATIVE),
        ("−1,5", AmountFault.NEGATIVE),
        ("0", AmountFault.ZERO),
        ("nan", AmountFault.NOT_FINITE),
        ("inf", AmountFault.NOT_FINITE),
        ("-Infinity", AmountFault.NOT_FINITE),
        ("1/0", AmountFault.NOT_FINITE),
        ("9" * 400, AmountFault.NOT_FINITE),
        ("1e9", AmountFault.NOT_A_NUMBER),
        ("100001", AmountFault.TOO_LARGE),
        ("1.000,5", AmountFault.SEVERAL_MARKS),
        ("1 000", AmountFault.SEVERAL_MARKS),
        ("a few", AmountFault.NOT_A_NUMBER),
        ("٣x", AmountFault.NOT_A_NUMBER),
    ],
)
def test_an_amount_that_cannot_be_is_refused_with_its_reason(said: str, fault: AmountFault) -> None:
    with pytest.raises(AmountProblem) as refused:
        parse_number(said)
    assert refused.value.fault is fault


@pytest.mark.parametrize(
    ("sureness", "least", "most", "amount"),
    [
        (Sureness.EXACT, "2", "", Amount(Sureness.EXACT, 2, None, "can")),
        (Sureness.ABOUT, "1,5", "", Amount(Sureness.ABOUT, 1.5, None, "can")),
        (Sureness.RANGE, "2", "3", Amount(Sureness.RANGE, 2, 3, "can")),
        (Sureness.RANGE, "3", "2", Amount(Sureness.RANGE, 2, 3, "can")),
        (Sureness.RANGE, "2", "", Amount(Sureness.ABOUT, 2, None, "can")),
        (Sureness.EXACT, "2", "3", Amount(Sureness.RANGE, 2, 3, "can")),
        (Sureness.EXACT, "", "", Amount(Sureness.UNKNOWN, None, None, "can")),
        (Sureness.UNKNOWN, "", "", Amount(Sureness.UNKNOWN, None, None, "can")),
    ],
)
def test_four_answers_make_an_amount_and_unknown_is_never_zero(
    sureness: Sureness, least: str, most: str, amount: Amount
) -> None:
    assert amount_said(sureness, least, most, "can") == amount


def test_a_number_beside_i_do_not_know_is_asked_about() -> None:
    with pytest.raises(AmountProblem) as refused:
        amount_said(Sureness.UNKNOWN, "2", "", "can")
    assert refused.value.fault is AmountFault.NUMBER_THOUGH_UNKNOWN


@pytest.mark.parametrize(
    ("newest_first", "chips"),
    [
        ([cans(2), cans(1), cans(2)], [2, 1]),
        ([cans(2), cans(2.1)], [2]),
        ([cans(2), cans(3)], [2, 3]),
        ([cans(2), cans(2, unit="glass")], [2, 2]),
        ([cans(2), cans(2, word="Cider ")], [2]),
        ([cans(1), cans(2), cans(3), cans(4), cans(5), cans(6), cans(7)], [1, 2, 3, 4, 5, 6]),
    ],
)
def test_recent_doses_are_the_persons_own_newest_first(newest_first: list[Use], chips: list[float]) -> None:
    assert [use.amount.least for use in recent_doses(newest_first)] == chips


def test_another_route_is_another_dose_and_an_unsaid_one_is_not() -> None:
    smoked, unsaid = (Use(when=at("20:00"), substance="base", route=route) for route in ("smoked", ""))
    snorted = Use(when=at("20:00"), substance="base", route="nasal")
    assert recent_doses([smoked, snorted, unsaid]) == [smoked, snorted]


def test_a_repeated_dose_leaves_the_words_of_the_other_time_behind() -> None:
    before = Use(when=at("20:00"), substance="cider", gave="quiet", cost="sleep", where="home", recalled=True)
    assert repeated(before) == Use(when=at("20:00"), substance="cider")


@pytest.mark.parametrize(
    ("clocks", "groups"),
    [
        (["20:00", "21:30", "23:00"], [3]),
        (["23:30", "02:00"], [2]),
        (["07:00", "20:00"], [1, 1]),
        (["07:00", "13:00"], [2]),
        (["07:00", "13:01"], [1, 1]),
    ],
)
def test_an_evening_holds_together_until_a_pause_of_six_hours(clocks: list[str], groups: list[int]) -> None:
    evening = occasions([cans(1, clock) for clock in clocks], dt.time(5, 0))
    assert [len(group) for group in evening] == groups
    assert [use.when for group in evening for use in group] == [at(clock) for clock in clocks]


def test_what_a_person_puts_together_stays_together() -> None:
    early = Urge(when=at("07:00"), occasion="a")
    late = Note(when=at("22:00"), words="slept", occasion="a")
    assert occasions([late, early], dt.time(5, 0)) == [[early, late]]


def test_some_time_that_day_stands_before_the_clock() -> None:
    unclocked = Use(when=Lived(on=FRIDAY), substance="cider")
    assert occasions([cans(1), unclocked], dt.time(5, 0)) == [[unclocked], [cans(1)]]


@pytest.mark.parametrize(
    ("answer", "on", "clock", "lived_on"),
    [
        (WhenAnswer.NOW, None, None, FRIDAY),
        (WhenAnswer.EARLIER, FRIDAY, "20:00", FRIDAY),
        (WhenAnswer.EARLIER, FRIDAY, "01:00", FRIDAY),
        (WhenAnswer.EARLIER, dt.date(2026, 11, 21), "01:00", FRIDAY),
        (WhenAnswer.THAT_DAY, dt.date(2026, 11, 18), None, dt.date(2026, 11, 18)),
    ],
)
def test_when_is_the_day_as_it_was_lived(
    answer: WhenAnswer, on: dt.date | None, clock: str | None, lived_on: dt.date
) -> None:
    said = when_said(answer, on, dt.time.fromisoformat(clock) if clock else None, SANTIAGO, FRIDAY_NIGHT)
    assert said.on == lived_on


@pytest.mark.parametrize(
    ("on", "clock", "zone", "fault"),
    [
        (dt.date(2026, 11, 22), None, "America/Santiago", WhenFault.FUTURE),
        (dt.date(2026, 11, 21), "20:00", "America/Santiago", WhenFault.FUTURE),
        (dt.date(9999, 12, 31), "02:00", "America/Santiago", WhenFault.FUTURE),
        (dt.date(1899, 12, 31), None, "America/Santiago", WhenFault.TOO_EARLY),
        (None, None, "America/Santiago", WhenFault.NO_DAY),
        (FRIDAY, "20:00", "Mars/Olympus", WhenFault.UNKNOWN_ZONE),
        (FRIDAY, "20:00", "../etc/passwd", WhenFault.UNKNOWN_ZONE),
    ],
)
def test_a_time_that_cannot_be_is_refused_with_its_reason(
    on: dt.date | None, clock: str | None, zone: str, fault: WhenFault
) -> None:
    with pytest.raises(WhenProblem) as refused:
        when_said(
            WhenAnswer.EARLIER if clock else WhenAnswer.THAT_DAY,
            on,
            dt.time.fromisoformat(clock) if clock else None,
            DiarySettings(zone=zone),
            FRIDAY_NIGHT,
        )
    assert refused.value.fault is fault


@pytest.mark.parametrize(("days_ago", "recalled"), [(0, False), (1, True), (14, True)])
def test_an_entry_of_an_earlier_lived_day_is_recalled(days_ago: int, recalled: bool) -> None:
    assert is_recalled(at("20:00", FRIDAY - dt.timedelta(days=days_ago)), SANTIAGO, FRIDAY_NIGHT) is recalled


@pytest.mark.parametrize(
    ("asked", "use", "question"),
    [
        (None, cans(1), Question.REMEMBER),
        (Question.REMEMBER, cans(1), Question.GAVE),
        (Question.GAVE, cans(1), Question.KEEP),
        (Question.KEEP, cans(1), None),
        (None, Use(when=at("20:00"), substance="cider", note="with Ana"), Question.GAVE),
        (Question.REMEMBER, Use(when=at("20:00"), substance="cider", gave="quiet"), Question.KEEP),
    ],
)
def test_questions_come_in_their_order_and_then_stop(
    asked: Question | None, use: Use, question: Question | None
) -> None:
    assert next_question(asked, use) is question


def test_a_field_that_is_only_mine_leaves_the_entry_and_comes_back_for_the_person() -> None:
    entry = Use(when=at("20:00"), substance="cider", gave="quiet", cost="sleep")
    shared = without_fields(entry, {"cost"})
    assert (shared.gave, shared.cost) == ("quiet", "")
    assert with_fields(shared, {"cost": "sleep", "kind": "forged"}) == entry


@pytest.mark.parametrize(
    ("codes", "answer", "both"),
    [
        ((), DayAnswer.NOTHING_USED, True),
        (("cannabis",), DayAnswer.NOTHING_USED, False),
        ((), DayAnswer.DO_NOT_KNOW, False),
    ],
)
def test_nothing_used_beside_a_use_is_seen_and_both_stay(codes: tuple[str, ...], answer: DayAnswer, both: bool) -> None:
    statement = DayStatement(when=Lived(on=FRIDAY), answer=answer, substance_codes=codes)
    assert says_nothing_used_beside_use([statement], [cans(1)]) is both
