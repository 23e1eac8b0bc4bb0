"""Since last time with five years of diary and meetings, for either of the two; and the list of 105 people."""

import datetime as dt
import http.client
from collections.abc import Callable, Iterator

from django.test import Client
from django.utils import timezone

from bench.figures import Figure, at_most, cpu_ms
from tests.cast import give_second_factor, open_door, own_record_of, sign_in
from vado.diary.facts import Amount, Step, Sureness, Use
from vado.meetings.facts import Agreed, FeltOff, Hope, Meeting, MeetingAnswers, ToTalkAbout, Went, Writer
from vado.people import actions
from vado.people.access import Role
from vado.people.facts import Profile
from vado.people.models import Account
from vado.plans.facts import Goal, UsePlan
from vado.record import SHAREABLE_DRAWERS, Actor, Fact, Purpose, open_to_write
from vado.record.lived_day import Lived
from vado.record.writing import Sent

YEARS, ENTRIES, MEETINGS, PEOPLE = 5, 5_000, 260, 105
PEOPLE_WEEKS = 26
OK_HOST = "127.0.0.1"


def figures() -> Iterator[Figure]:
    """CPU time of a page with its whole way through Django, without a network."""
    person, therapist = _somebody(), _therapist()
    _write(person, five_years())
    open_door(person, therapist, Role.THERAPIST, SHAREABLE_DRAWERS, now=timezone.now(), may_write=True)
    shared = f"/with/{own_record_of(person)}/meetings/"
    name = f"since last time, {YEARS} years of diary ({ENTRIES} entries)"
    yield at_most(f"{name}, the person", cpu_ms(_reading(person, "/me/meetings/"), 3), "CPU ms", 100)
    yield at_most(f"{name}, through a door", cpu_ms(_reading(therapist, shared), 3), "CPU ms", 100)
    for _person in range(PEOPLE - 1):
        other = _somebody()
        _write(other, half_a_year())
        open_door(other, therapist, Role.THERAPIST, SHAREABLE_DRAWERS, now=timezone.now(), may_write=True)
    name = f"the list of {PEOPLE} people, half a year each, with strains of any age"
    yield at_most(name, cpu_ms(_reading(therapist, "/people/")), "CPU ms", 100)


def five_years() -> list[Fact]:
    """Entries spread over the days of five years, and a meeting a week with what belongs to it."""
    today = timezone.now().date()
    entries = [_entry(number, today - dt.timedelta(days=number * 365 * YEARS // ENTRIES)) for number in range(ENTRIES)]
    return [*entries, *(fact for week in range(MEETINGS) for fact in _meeting(today, week))]


def half_a_year() -> list[Fact]:
    """An entry a day, and a meeting a week."""
    today = timezone.now().date()
    entries = [_entry(number, today - dt.timedelta(days=number)) for number in range(PEOPLE_WEEKS * 7)]
    weeks = (fact for week in range(PEOPLE_WEEKS) for fact in _meeting(today, week))
    return [Profile(called="Noa"), *entries, *weeks, *_of_no_day(today)]


def _of_no_day(today: dt.date) -> list[Fact]:
    """What a list of open strains reads besides: goals, a plan with its versions, hopes."""
    begun = today - dt.timedelta(days=PEOPLE_WEEKS * 7)
    strain = FeltOff(when=Lived(on=begun), words="you looked at the clock", would_help="a word before we stop")
    versions = [UsePlan(plan="1" * 32, version=number, from_on=begun, wants="a quiet hour") for number in (1, 2, 3)]
    goals = [Goal(written_on=begun, words=words) for words in ("a quiet hour", "less wine", "sleep")]
    return [strain, *goals, *versions, Hope(words="less wine"), Hope(by=Writer.THERAPIST, words="that it lasts")]


def _entry(number: int, on: dt.date) -> Fact:
    when = Lived(on=on, at=dt.time(12 + number % 10, 30))
    if number % 10 == 0:
        return Step(when=when, words="told my brother")
    amount = Amount(Sureness.ABOUT, 2.0, unit="glass")
    return Use(
        when=when, substance="wine", substance_code="wine", amount=amount, gave="a quiet hour", note="after dinner"
    )


def _meeting(today: dt.date, week: int) -> list[Fact]:
    when = Lived(on=today - dt.timedelta(days=7 * week + 3), at=dt.time(10, 0), utc_offset_minutes=0)
    return [
        Meeting(when=when),
        ToTalkAbout(when=when, words="Friday, and the handover", talked=week > 1),
        Agreed(when=when, words="bring the sleep page", went=Went.OPEN if week < 2 else Went.DONE),
        Agreed(when=when, words="call the doctor about the tablets", went=Went.DONE),
        MeetingAnswers(when=when, heard=8, worked_on=7, way=8, free_to_say_no=9),
    ]


def _somebody() -> Account:
    return actions.sign_up(chosen="somebody", passphrase=None, now=timezone.now()).account


def _therapist() -> Account:
    practice = actions.found_practice(name="by the river")
    account = actions.add_staff(practice=practice, role=Role.THERAPIST, name="Amparo", chosen="therapist").account
    give_second_factor(account)
    return account


def _write(person: Account, facts: list[Fact]) -> None:
    with open_to_write(Actor(person.pk), own_record_of(person), Purpose.OWN, now=timezone.now()) as record:
        record.put_many([Sent(fact) for fact in facts])


def _reading(account: Account, address: str) -> Callable[[], None]:
    client = Client(headers={"host": OK_HOST})
    sign_in(client, account)

    def read() -> None:
        answer = client.get(address)
        if answer.status_code != http.client.OK:
            raise RuntimeError(f"{address} was not shown: {answer.status_code}")

    return read
