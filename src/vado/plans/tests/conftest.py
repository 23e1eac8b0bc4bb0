"""What the person wrote lately."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.utils import timezone

from tests.cast import own_record_of
from vado.diary.facts import DayAnswer, DayStatement, Use
from vado.people.models import Account
from vado.plans.tests.diaries import cans
from vado.record import Actor, Fact, Purpose, open_to_write
from vado.record.lived_day import Lived
from vado.record.writing import Sent


@pytest.fixture
def written(account: Account) -> Callable[[list[Fact]], None]:
    """Keeps facts in the record of the person."""

    def write(facts: list[Fact]) -> None:
        with open_to_write(Actor(account.id), own_record_of(account), Purpose.OWN, now=timezone.now()) as record:
            record.put_many([Sent(fact) for fact in facts])

    return write


def today() -> dt.date:
    """Today as the person's settings count it: UTC, the day begins at five."""
    return (timezone.now() - dt.timedelta(hours=5)).date()


def drank(days_ago: int, amount: float = 2.0, what: str = "cider") -> Use:
    """So many cans, so many days ago, at eight in the evening."""
    when = Lived(on=today() - dt.timedelta(days=days_ago), at=dt.time(20, 0))
    return Use(when=when, substance=what, substance_code=what, amount=cans(amount))


def dry(days_ago: int) -> DayStatement:
    """Nothing used, so many days ago."""
    return DayStatement(when=Lived(on=today() - dt.timedelta(days=days_ago)), answer=DayAnswer.NOTHING_USED)


def said(**words: str) -> dict[str, str]:
    """What a form sends: its words, and an id of its own."""
    return {"version_id": str(uuid.uuid4()), "follows": "", **words}
