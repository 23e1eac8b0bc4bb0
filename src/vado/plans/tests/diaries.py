"""Diaries of a few days, written as short as they can be read."""

import datetime as dt

from vado.diary.facts import Amount, CheckIn, DayAnswer, DayStatement, Sureness, Use
from vado.plans.conditions import Condition
from vado.plans.rules_amounts import Holdings, holdings_of
from vado.plans.rules_conditions import Held
from vado.plans.rules_held import blank_answers, hold_days, hold_week
from vado.plans.rules_known import days_of, index_of
from vado.plans.rules_outcomes import Outcome
from vado.record.facts import Fact
from vado.record.lived_day import Lived

MONDAY = dt.date(2026, 11, 16)
AS, PARTLY, DIFFERENT, CANT = Outcome.AS_PLANNED, Outcome.PARTLY, Outcome.DIFFERENT, Outcome.CANT_TELL


def day(number: int) -> dt.date:
    """Day 0 is Monday."""
    return MONDAY + dt.timedelta(days=number)


def cans(least: float | None, most: float | None = None) -> Amount:
    """So many cans; None is an amount that is not known."""
    if least is None:
        return Amount(unit="can")
    return Amount(Sureness.RANGE if most else Sureness.EXACT, least, most, "can")


def use(
    number: int,
    amount: float | Amount | None = 1.0,
    at: str | None = "20:00",
    *,
    what: str = "cider",
    with_whom: str = "",
    where: str = "",
    note: str = "",
    occasion: str = "",
) -> Use:
    """One time of using something."""
    return Use(
        when=Lived(on=day(number), at=dt.time.fromisoformat(at) if at else None),
        substance=what,
        substance_code=what,
        amount=amount if isinstance(amount, Amount) else cans(amount),
        with_whom=with_whom,
        where=where,
        note=note,
        occasion=occasion,
    )


def nothing(*numbers: int, about: tuple[str, ...] = ()) -> list[Fact]:
    """Nothing used on these days."""
    return [_said(number, DayAnswer.NOTHING_USED, about) for number in numbers]


def unsure(*numbers: int) -> list[Fact]:
    """ "I don't know" about these days."""
    return [_said(number, DayAnswer.DO_NOT_KNOW, ()) for number in numbers]


def _said(number: int, answer: DayAnswer, about: tuple[str, ...]) -> DayStatement:
    return DayStatement(when=Lived(on=day(number)), answer=answer, substance_codes=about)


def mood(number: int, rating: int) -> CheckIn:
    """How somebody was."""
    return CheckIn(when=Lived(on=day(number), at=dt.time(18, 0)), mood=rating)


def held(facts: list[Fact], code: str = "cider", holdings: Holdings | None = None) -> Held:
    """What conditions about that substance are held against."""
    return Held(days_of(index_of(facts), code, code), holdings or holdings_of((), "US"))


def of_day(condition: Condition, facts: list[Fact], number: int = 0, **about: object) -> Outcome:
    """The answer about one day."""
    against = held(facts, **about)  # type: ignore[arg-type]
    return hold_days(condition, against, blank_answers(against, [day(number)]))[day(number)]


def of_week(condition: Condition, facts: list[Fact], **about: object) -> Outcome:
    """The answer about the seven days from Monday."""
    return hold_week(condition, held(facts, **about), MONDAY)  # type: ignore[arg-type]
