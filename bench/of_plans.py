"""A diary of five years beside a plan of twelve conditions, and the page of what has changed, as it is served."""

import datetime as dt
import random
from collections.abc import Iterator
from uuid import UUID, uuid4

import msgspec
from django.test import Client
from django.utils import timezone

from bench.figures import Figure, at_most, cpu_ms
from vado.diary.facts import Amount, CheckIn, DayAnswer, DayStatement, Step, Sureness, Urge, UrgeEnding, Use
from vado.people.actions import sign_up
from vado.plans.conditions import Condition
from vado.plans.facts import Goal, GoalRating, PlanSettings, UsePlan
from vado.plans.rules_amounts import holdings_of
from vado.plans.rules_held import hold_plan
from vado.plans.rules_known import index_of
from vado.record import Actor, Fact, Purpose, open_to_write
from vado.record.lived_day import Lived
from vado.record.writing import Sent

YEARS_OF_DAYS, ENTRIES = 5 * 365, 5_000
PLAN = UUID(int=7).hex


def figures() -> Iterator[Figure]:
    """Both figures."""
    last = timezone.now().date() - dt.timedelta(days=1)
    facts = diary(last)
    yield at_most("5,000 entries beside 12 conditions", cpu_ms(lambda: _held(facts, last)), "CPU ms", 20)
    client = _client(facts, last)
    yield at_most("what has changed, 5 years, its page", cpu_ms(lambda: _page(client)), "CPU ms", 150)


def _held(facts: list[Fact], last: dt.date) -> None:
    first = last - dt.timedelta(days=YEARS_OF_DAYS - 1)
    held = hold_plan(plan(first), index_of(facts), holdings_of((), "GB"), first, last)
    if len(held) != len(twelve()):
        raise RuntimeError("a condition was not held")


ASKED: tuple[dict[str, object], ...] = (
    {"asks": "at_most", "limit": 2, "unit": "can"},
    {"asks": "at_most", "limit": 4, "unit": "can", "per": "day"},
    {"asks": "at_most", "limit": 10, "unit": "can", "per": "week"},
    {"asks": "days_with", "days": 4},
    {"asks": "days_without", "days": 3},
    {"asks": "only_between", "earliest": "18:00:00", "latest": "23:00:00"},
    {"asks": "pace", "minutes": 30},
    {"asks": "gap_after", "other": "joint", "other_code": "cannabis", "hours": 6},
    {"asks": "never_with", "other": "joint", "other_code": "cannabis", "hours": 4},
    {"asks": "not_alone"},
    {"asks": "not_in", "place": "car"},
    {"asks": "not_before", "duty": "work", "weekdays": [0, 1, 2, 3, 4], "at": "07:00:00", "hours": 10},
)


def twelve() -> tuple[Condition, ...]:
    """Twelve conditions, nearly every kind among them."""
    named = [{"token": f"c{number}", **one} for number, one in enumerate(ASKED)]
    return msgspec.convert(named, tuple[Condition, ...])


def plan(first: dt.date) -> UsePlan:
    """A plan for every drink, from the first day on."""
    return UsePlan(plan=PLAN, from_on=first, substance="cider", substance_code="alcohol", conditions=twelve())


def diary(last: dt.date) -> list[Fact]:
    """Five years: three quarters of the entries are use, the others tell of days, urges, steps and how it was."""
    draw = random.Random(5)
    days = [last - dt.timedelta(days=draw.randrange(YEARS_OF_DAYS)) for _entry in range(ENTRIES)]
    return [_entry(on, draw) for on in sorted(days)]


def _entry(on: dt.date, draw: random.Random) -> Fact:
    at = None if draw.random() < 0.15 else dt.time(draw.randrange(24), draw.randrange(60))
    when, kind = Lived(on=on, at=at, zone="Europe/London", utc_offset_minutes=0), draw.random()
    if kind < 0.75:
        return Use(
            when=when,
            substance="cider",
            substance_code=draw.choice(("cider", "cider", "cannabis")),
            amount=Amount(Sureness.EXACT, float(draw.randint(1, 4)), None, "can"),
            where=draw.choice(("home", "home", "the yard", "")),
            with_whom=draw.choice(("", "alone", "Joan")),
            note="wrote this after dinner",
        )
    if kind < 0.85:
        return CheckIn(when=when, mood=draw.randint(2, 9), sleep=draw.randint(2, 9))
    if kind < 0.9:
        return Urge(when=when, strength=6, ending=draw.choice(tuple(UrgeEnding)))
    if kind < 0.92:
        return Step(when=when, words="left after two")
    return DayStatement(when=when, answer=DayAnswer.NOTHING_USED)


def _client(facts: list[Fact], last: dt.date) -> Client:
    now = timezone.now()
    account = sign_up(chosen=f"years {uuid4().hex[:6]}", passphrase=uuid4().hex, now=now).account
    if account.own_record_id is None:
        raise RuntimeError("somebody signed up and has no record")
    beside = [plan(last - dt.timedelta(days=900)), PlanSettings(held_plan=PLAN, held_condition="c1")]
    with open_to_write(Actor(account.pk), account.own_record_id, Purpose.OWN, now=now) as record:
        record.put_many([Sent(fact) for fact in (*facts, *beside)])
        for words in ("an hour of quiet", "less on work nights", "sleep"):
            goal = record.put(Goal(written_on=last, words=words)).id.hex
            record.put_many([Sent(_rating(goal, last, back)) for back in range(0, YEARS_OF_DAYS, 30)])
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(account)
    return client


def _rating(goal: str, last: dt.date, back: int) -> GoalRating:
    when = Lived(on=last - dt.timedelta(days=back))
    return GoalRating(goal=goal, when=when, importance=8, confidence=3 + back % 5, progress=back % 9)


def _page(client: Client) -> None:
    answer = client.get("/me/changed/")
    if answer.status_code != 200:
        raise RuntimeError(f"the page answered {answer.status_code}")
