"""What each condition answers about a day. Every row can be read and signed by somebody who works with people."""

import datetime as dt

import pytest

from vado.diary.facts import Amount, Sureness
from vado.plans.conditions import (
    AtMost,
    Condition,
    DaysWithout,
    GapAfter,
    NeverWith,
    NotAlone,
    NotBefore,
    NotIn,
    NotWhen,
    OnlyBetween,
    Pace,
    Per,
)
from vado.plans.facts import UnitHolds
from vado.plans.rules_amounts import holdings_of
from vado.plans.rules_held import hold_occasions
from vado.plans.rules_outcomes import Outcome
from vado.plans.tests.diaries import AS, CANT, DIFFERENT, PARTLY, cans, day, held, mood, nothing, of_day, unsure, use
from vado.record.facts import Fact

T = "t"
TWO = AtMost(token=T, limit=2, unit="can")
TWO_A_DAY = AtMost(token=T, limit=2, unit="can", per=Per.DAY)
NONE = AtMost(token=T, limit=0, unit="can")
EVENING = OnlyBetween(token=T, earliest=dt.time(18), latest=dt.time(1))
HALF_HOUR = Pace(token=T, minutes=30)
NO_JOINT = NeverWith(token=T, other="cannabis", other_code="cannabis", hours=4)
AFTER_PILL = GapAfter(token=T, other="zolpidem", other_code="zolpidem", hours=12)
WITH_SOMEBODY = NotAlone(token=T, alone_words=("in the garage",))
NOT_AT_THE_TABLE = NotIn(token=T, place="kitchen table")
NOT_IN_THE_SALOON = NotIn(token=T, place="el salón, the car")
NOT_SAD = NotWhen(token=T, mood="cruz, melancólica")
NOT_ANGRY_OR_LOW = NotWhen(token=T, mood="angry", mood_below=4)
NOT_ANGRY = NotWhen(token=T, mood="angry")
NOT_LOW = NotWhen(token=T, mood_below=4)
NOT_BEFORE_WORK = NotBefore(token=T, duty="work", weekdays=(1,), at=dt.time(8), hours=10)  # Tuesday, eight o'clock


@pytest.mark.parametrize(
    ("says", "condition", "written", "answer"),
    [
        ("a day that nobody wrote", TWO, [], CANT),
        ("a day on which nothing was used", TWO, nothing(0), AS),
        ("I don't know about that day", TWO, unsure(0), CANT),
        ("a day with a note on how I was", TWO, [mood(0, 5)], CANT),
        ("a day with another substance alone", TWO, [use(0, what="cannabis")], AS),
        ("nothing of another substance", TWO, nothing(0, about=("cannabis",)), CANT),
        ("as many as the limit", TWO, [use(0, 2)], AS),
        ("more than the limit", TWO, [use(0, 3)], DIFFERENT),
        ("an unknown amount", TWO, [use(0, None)], CANT),
        ("between one and two", TWO, [use(0, cans(1, 2))], AS),
        ("between two and four", TWO, [use(0, cans(2, 4))], CANT),
        ("between three and five", TWO, [use(0, cans(3, 5))], DIFFERENT),
        ("two entries of one evening", TWO, [use(0, 2, "20:00"), use(0, 1, "22:00")], DIFFERENT),
        ("more than the limit, and an unknown amount besides", TWO, [use(0, 3), use(0, None)], DIFFERENT),
        ("two occasions, each within", TWO, [use(0, 2, "09:00"), use(0, 2, "20:00")], AS),
        ("two occasions, one within", TWO, [use(0, 2, "09:00"), use(0, 3, "20:00")], PARTLY),
        ("two occasions, one unknown", TWO, [use(0, 2, "09:00"), use(0, None, "20:00")], CANT),
        ("two occasions, counted whole", TWO_A_DAY, [use(0, 2, "09:00"), use(0, 2, "20:00")], DIFFERENT),
        ("said to be one evening", TWO, [use(0, 2, "09:00", occasion="e"), use(0, 1, occasion="e")], DIFFERENT),
        ("within, and I don't know what else", TWO, [use(0, 1), *unsure(0)], CANT),
        ("a unit that holds nobody knows what", TWO, [use(0, Amount(Sureness.EXACT, 1, None, "pint"))], CANT),
        ("zero means none", NONE, [use(0, 1)], DIFFERENT),
        ("zero means none, and none it was", NONE, nothing(0), AS),
        ("within the hours", EVENING, [use(0, at="18:00")], AS),
        ("after midnight, still within", EVENING, [use(0, at="00:45")], AS),
        ("before the hours", EVENING, [use(0, at="17:59")], DIFFERENT),
        ("before and within", EVENING, [use(0, at="12:00"), use(0, at="19:00")], PARTLY),
        ("some time that day", EVENING, [use(0, at=None)], CANT),
        ("half an hour between", HALF_HOUR, [use(0, at="20:00"), use(0, at="20:30")], AS),
        ("ten minutes between", HALF_HOUR, [use(0, at="20:00"), use(0, at="20:10")], DIFFERENT),
        ("one pause kept, one not", HALF_HOUR, [use(0, at="20:00"), use(0, at="20:40"), use(0, at="20:45")], PARTLY),
        ("one alone", HALF_HOUR, [use(0, 1)], AS),
        ("three in one entry", HALF_HOUR, [use(0, 3)], CANT),
        ("the other an hour before", NO_JOINT, [use(0), use(0, what="cannabis", at="19:00")], DIFFERENT),
        ("the other an hour after", NO_JOINT, [use(0), use(0, what="cannabis", at="21:00")], DIFFERENT),
        ("the other in the morning", NO_JOINT, [use(0), use(0, what="cannabis", at="09:00")], AS),
        ("the other at some time that day", NO_JOINT, [use(0), use(0, what="cannabis", at=None)], CANT),
        ("the other alone that day", NO_JOINT, [use(0, what="cannabis")], AS),
        ("after a day that nobody wrote", AFTER_PILL, [use(0, at="09:00")], CANT),
        ("after a day without", AFTER_PILL, [use(0, at="09:00"), *nothing(-1)], AS),
        ("the other at night", AFTER_PILL, [use(0, at="09:00"), use(-1, what="zolpidem", at="23:00")], DIFFERENT),
        ("the other afterwards", AFTER_PILL, [use(0, at="20:00"), use(0, what="zolpidem", at="22:00")], AS),
        ("with a friend", WITH_SOMEBODY, [use(0, with_whom="Joan")], AS),
        ("alone", WITH_SOMEBODY, [use(0, with_whom="alone")], DIFFERENT),
        ("a solas", WITH_SOMEBODY, [use(0, with_whom="A solas")], DIFFERENT),
        ("in the person's own words for alone", WITH_SOMEBODY, [use(0, with_whom="in the garage")], DIFFERENT),
        ("alone, with more words", WITH_SOMEBODY, [use(0, with_whom="alone at first, then Joan")], CANT),
        ("solo with an accent and a stop", WITH_SOMEBODY, [use(0, with_whom="Sólo.")], DIFFERENT),
        ("oneself and another", WITH_SOMEBODY, [use(0, with_whom="Ana y yo")], AS),
        ("oneself", WITH_SOMEBODY, [use(0, with_whom="yo")], DIFFERENT),
        ("not alone", WITH_SOMEBODY, [use(0, with_whom="not alone")], CANT),
        ("with whom was not written", WITH_SOMEBODY, [use(0)], CANT),
        ("with a friend, then alone", WITH_SOMEBODY, [use(0, with_whom="Joan"), use(0, with_whom="alone")], PARTLY),
        ("in that place", NOT_AT_THE_TABLE, [use(0, where="at the Kitchen table")], DIFFERENT),
        ("in another place", NOT_AT_THE_TABLE, [use(0, where="the garden")], AS),
        ("in capitals and with accents", NOT_IN_THE_SALOON, [use(0, where="EN EL SALÓN")], DIFFERENT),
        ("accents left out", NOT_IN_THE_SALOON, [use(0, where="salon")], DIFFERENT),
        ("the second of two places", NOT_IN_THE_SALOON, [use(0, where="my car")], DIFFERENT),
        ("another word for it", NOT_IN_THE_SALOON, [use(0, where="el coche")], CANT),
        ("a slip of the pen", NOT_AT_THE_TABLE, [use(0, where="kichen")], CANT),
        ("a wider place", NOT_AT_THE_TABLE, [use(0, where="at home")], CANT),
        ("a part of it", NOT_AT_THE_TABLE, [use(0, where="the kitchen")], CANT),
        ("another room", NOT_AT_THE_TABLE, [use(0, where="bedroom")], AS),
        ("somebody else's", NotIn(token=T, place="casa"), [use(0, where="casa de Ana")], CANT),
        ("two places, one of them it", NOT_IN_THE_SALOON, [use(0, where="the yard, the car")], DIFFERENT),
        ("outside of it", NOT_IN_THE_SALOON, [use(0, where="outside the car")], CANT),
        ("its letters within another word", NOT_IN_THE_SALOON, [use(0, where="a scarf shop")], AS),
        ("where was not written", NOT_AT_THE_TABLE, [use(0)], CANT),
        ("the mood is in the words", NOT_ANGRY, [use(0, note="Angry about the handover")], DIFFERENT),
        ("the mood in capitals, of oneself", NOT_ANGRY, [use(0, note="Friday. I was so ANGRY")], DIFFERENT),
        ("the mood denied", NOT_ANGRY, [use(0, note="I was not angry")], CANT),
        ("the mood of a film", NOT_ANGRY, [use(0, note="Angry film on TV")], CANT),
        ("the mood of another", NOT_ANGRY, [use(0, note="Joan was angry")], CANT),
        ("another word for the mood", NOT_ANGRY, [use(0, note="furious")], CANT),
        ("the mood's letters within another word", NOT_SAD, [use(0, note="Los cruzados")], CANT),
        ("a mood with an accent left out", NOT_SAD, [use(0, note="Estaba muy melancolica")], DIFFERENT),
        ("a fair mood says nothing of anger", NOT_ANGRY_OR_LOW, [use(0), mood(0, 8)], CANT),
        ("a low mood is enough", NOT_ANGRY_OR_LOW, [use(0), mood(0, 2)], DIFFERENT),
        ("silence about a mood", NOT_ANGRY, [use(0)], CANT),
        ("a low mood that day", NOT_LOW, [use(0), mood(0, 3)], DIFFERENT),
        ("a fair mood that day", NOT_LOW, [use(0), mood(0, 4)], AS),
        ("low and fair that day", NOT_LOW, [use(0), mood(0, 3), mood(0, 7)], CANT),
        ("the night before work", NOT_BEFORE_WORK, [use(0, at="22:00")], DIFFERENT),
        ("after midnight before work", NOT_BEFORE_WORK, [use(0, at="02:00")], DIFFERENT),
        ("the afternoon before work", NOT_BEFORE_WORK, [use(0, at="16:00")], AS),
        ("some time on the day before work", NOT_BEFORE_WORK, [use(0, at=None)], CANT),
        ("some time on another day", NOT_BEFORE_WORK, [use(2, at=None)], CANT),
    ],
)  # fmt: skip
def test_a_day(says: str, condition: Condition, written: list[Fact], answer: Outcome) -> None:
    assert of_day(condition, written) is answer, says


def test_the_weekday_of_a_duty_goes_round_the_week() -> None:
    monday_work = NotBefore(token=T, duty="work", weekdays=(0,), at=dt.time(6), hours=12)
    assert of_day(monday_work, [use(6, at="22:00")], 6) is DIFFERENT
    assert of_day(monday_work, [use(5, at=None)], 5) is AS


def test_each_occasion_has_an_answer_of_its_own() -> None:
    against = held([use(0, 2, "09:00"), use(0, 3, "20:00")])
    assert [answer for _uses, answer in hold_occasions(TWO, against, day(0))] == [AS, DIFFERENT]


def test_a_day_alone_says_nothing_of_a_week() -> None:
    assert of_day(DaysWithout(token=T, days=3), nothing(0)) is CANT


@pytest.mark.parametrize(
    ("limit", "unit", "answer"),
    [(20, "g", AS), (15, "g", DIFFERENT), (1, "standard_drink", DIFFERENT), (2, "standard_drink", AS)],
)
def test_grams_are_known_where_the_person_said_what_a_can_holds(limit: float, unit: str, answer: Outcome) -> None:
    """440 ml of 4.5 % are 15.6 g; a standard drink of the United States is 14 g."""
    can = UnitHolds(substance="cider", substance_code="cider", unit="can", ml=440, percent=4.5)
    condition = AtMost(token=T, limit=limit, unit=unit)
    assert of_day(condition, [use(0, 1)], holdings=holdings_of([can], "US")) is answer
    assert of_day(condition, [use(0, 1)], holdings=holdings_of([], "US")) is CANT


def test_a_plan_for_alcohol_is_about_every_drink() -> None:
    assert of_day(TWO, [use(0, 2, what="beer"), use(0, 1, what="cider")], code="alcohol") is DIFFERENT
    assert of_day(TWO, [use(0, 2, what="beer"), use(0, 1, what="cider")], code="beer") is AS
