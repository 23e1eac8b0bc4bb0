"""The record's own figures: CPU time and statements of openings, writes and readings."""

import datetime as dt
from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bench.figures import Figure, at_most, cpu_ms
from vado.diary.facts import Amount, Sureness, Use
from vado.record import (
    Actor,
    Consent,
    Drawer,
    Purpose,
    accept_invitation,
    create_record,
    open_many,
    open_record,
    open_to_write,
)
from vado.record.lived_day import Lived
from vado.record.sealing import new_key, seal, unseal
from vado.record.writing import Sent

NOW = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)
FIRST_DAY = dt.date(2026, 1, 1)
LEAVES = 5_000
PEOPLE = 105
DAYS = 14


def a_use(day: int) -> Use:
    return Use(
        when=Lived(on=FIRST_DAY + dt.timedelta(days=day), at=dt.time(21, 30), zone="America/Santiago"),
        substance="wine",
        substance_code="wine",
        amount=Amount(Sureness.ABOUT, 2.0, unit="glass"),
        where="at home",
        gave="a quiet hour",
        note="wrote this after dinner",
    )


def fresh(actor: Actor) -> Actor:
    """The same account at another sign-in, so that its opening leaves a visit."""
    return Actor(actor.id, uuid4().hex)


def figures() -> Iterator[Figure]:
    """All rows of the record on this database."""
    actor = Actor(uuid4(), uuid4().hex)
    record_id = _record_with_leaves(actor)
    yield from _openings(actor, record_id)
    yield from _readings(actor, record_id)
    yield at_most("caseload, 105 people, 14 days", cpu_ms(_caseload()), "CPU ms", 100)
    yield from _seals()


def _openings(actor: Actor, record_id: UUID) -> Iterator[Figure]:
    def opening() -> object:
        return open_record(fresh(actor), record_id, Purpose.OWN, now=NOW)

    yield at_most("open_record with its visit", cpu_ms(opening, 200), "CPU ms", 1.0)
    yield at_most("open_record, statements", _statements(opening), "statements", 4)
    with open_to_write(actor, record_id, Purpose.OWN, now=NOW) as record:
        yield at_most("put", cpu_ms(lambda: record.put(a_use(3)), 200), "CPU ms", 1.5)
        yield at_most("put, statements", _statements(lambda: record.put(a_use(3))), "statements", None)

    def both() -> None:
        with open_to_write(fresh(actor), record_id, Purpose.OWN, now=NOW) as held:
            held.put(a_use(3))

    yield at_most("open and put, one commit", cpu_ms(both, 200), "CPU ms", 2.5)
    yield at_most("open and put, statements", _statements(both), "statements", None)


def _readings(actor: Actor, record_id: UUID) -> Iterator[Figure]:
    record = open_record(actor, record_id, Purpose.OWN, now=NOW)
    first, last = dt.date(2026, 5, 1), dt.date(2026, 5, 31)
    count = len(list(record.leaves(Use)))
    everything = cpu_ms(lambda: list(record.leaves(Use))) * LEAVES / count
    yield at_most("5,000 leaves read, opened, typed", everything, "CPU ms", 80)
    month = cpu_ms(lambda: list(record.leaves(Use, since=first, until=last)), 10)
    yield at_most("a month out of 5,000 leaves", month, "CPU ms", 8)


def _seals() -> Iterator[Figure]:
    key, plain = new_key(), bytes(200)
    sealed = seal(key, plain, b"here")
    yield at_most("seal one fact", cpu_ms(lambda: seal(key, plain, b"here"), 5_000) * 1000, "CPU us", None)
    yield at_most("open one fact", cpu_ms(lambda: unseal(key, sealed, b"here"), 5_000) * 1000, "CPU us", None)


def _record_with_leaves(actor: Actor) -> UUID:
    """5,000 leaves over ten months, so that one month holds about 500."""
    create_record(actor, now=NOW)
    record = create_record(actor, now=NOW)
    record.put_many([Sent(a_use(number % 300)) for number in range(LEAVES)])
    return record.id


def _caseload() -> Callable[[], object]:
    """A therapist and 105 people, each with three months of diary and a door to it."""
    therapist = Actor(uuid4(), uuid4().hex)
    for _person in range(PEOPLE):
        with transaction.atomic():
            _open_door(therapist)
    since = FIRST_DAY + dt.timedelta(days=70)
    until = since + dt.timedelta(days=DAYS - 1)

    def read() -> None:
        opened = open_many(therapist, Purpose.CARE, {Drawer.DIARY}, now=NOW)
        found = opened.leaves(Use, since=since, until=until)
        if len(found) != PEOPLE or sum(map(len, found.values())) != PEOPLE * DAYS:
            raise AssertionError(f"{len(found)} people were read")

    return read


def _open_door(therapist: Actor) -> None:
    record = create_record(Actor(uuid4(), uuid4().hex), now=NOW)
    record.put_many([Sent(a_use(day)) for day in range(90)])
    consent = Consent(
        who="the person",
        recipient="the therapist",
        what="the diary",
        purpose="care",
        until=None,
        revocable="at any time",
        signed_name="A. Person",
        signed_at=NOW,
        language="en",
    )
    code = record.make_invitation({Drawer.DIARY}, Purpose.CARE, consent, None, now=NOW)
    accept_invitation(therapist, code, now=NOW)


def _statements(act: Callable[[], object]) -> int:
    """Statements without the transaction's own BEGIN and COMMIT."""
    with CaptureQueriesContext(connection) as caught:
        act()
    ends = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return sum(not query["sql"].startswith(ends) for query in caught.captured_queries)
