"""The record's own figures: CPU time and statements of openings, writes and readings."""

import datetime as dt
from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bench.figures import Figure, at_most, cpu_ms
from tests.cast import consent
from vado.diary.facts import Amount, Sureness, Use
from vado.record import (
    Actor,
    Drawer,
    Purpose,
    Record,
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


def openings() -> Iterator[Figure]:
    """CPU of the call with its commit, a record of 5,000 leaves, 5 rounds of 200."""
    actor, record_id = _record_with_leaves()

    def opening() -> object:
        return open_record(fresh(actor), record_id, Purpose.OWN, now=NOW)

    yield at_most("open_record with its visit", cpu_ms(opening, 200), "CPU ms", 1.0)
    yield at_most("open_record, statements", _statements(opening), "statements", 4)

    def another_page() -> object:
        return open_record(actor, record_id, Purpose.OWN, now=NOW)

    yield at_most("open_record, next page of a sign-in", cpu_ms(another_page, 200), "CPU ms", None)


def writes() -> Iterator[Figure]:
    """CPU of the call, beside 5,000 leaves, 5 rounds of 200."""
    actor, record_id = _record_with_leaves()
    with open_to_write(actor, record_id, Purpose.OWN, now=NOW) as record:
        yield at_most("put", cpu_ms(lambda: record.put(a_use(3)), 200), "CPU ms", 1.5)
        yield at_most("put, statements", _statements(lambda: record.put(a_use(3))), "statements", None)

    def both() -> None:
        with open_to_write(fresh(actor), record_id, Purpose.OWN, now=NOW) as held:
            held.put(a_use(3))

    yield at_most("open and put, one commit", cpu_ms(both, 200), "CPU ms", 2.5)
    yield at_most("open and put, statements", _statements(both), "statements", None)


def everything() -> Iterator[Figure]:
    """CPU from the query to the last typed fact, an open record, 5 rounds of 3."""
    record = open_record(*_record_with_leaves(), Purpose.OWN, now=NOW)
    yield at_most("5,000 leaves read, opened, typed", cpu_ms(lambda: _read(record, LEAVES), 3), "CPU ms", 80)


def month() -> Iterator[Figure]:
    """CPU of reading the 527 leaves of a month beside 4,473 others, an open record, 5 rounds of 20."""
    record = open_record(*_record_with_leaves(), Purpose.OWN, now=NOW)
    first, last = dt.date(2026, 5, 1), dt.date(2026, 5, 31)
    taken = cpu_ms(lambda: _read(record, 527, first, last), 20)
    yield at_most("a month out of 5,000 leaves", taken, "CPU ms", 8)


def caseload() -> Iterator[Figure]:
    """CPU of opening 105 records of 90 leaves with a visit each and reading 14 days, 5 rounds of 3."""
    yield at_most("caseload, 105 people, 14 days", cpu_ms(_caseload(), 3), "CPU ms", 100)


def seals() -> Iterator[Figure]:
    """CPU of sealing 200 bytes, and of opening them, 5 rounds of 5,000."""
    key, plain = new_key(), bytes(200)
    sealed = seal(key, plain, b"here")
    yield at_most("seal one fact", cpu_ms(lambda: seal(key, plain, b"here"), 5_000) * 1000, "CPU us", None)
    yield at_most("open one fact", cpu_ms(lambda: unseal(key, sealed, b"here"), 5_000) * 1000, "CPU us", None)


def _read(record: Record, count: int, since: dt.date | None = None, until: dt.date | None = None) -> None:
    found = list(record.leaves(Use, since=since, until=until))
    if len(found) != count:
        raise AssertionError(f"{len(found)} leaves were read")


def _record_with_leaves() -> tuple[Actor, UUID]:
    """5,000 leaves over ten months, so that one month holds about 500."""
    actor = Actor(uuid4(), uuid4().hex)
    record = create_record(actor, now=NOW)
    record.put_many([Sent(a_use(number % 300)) for number in range(LEAVES)])
    return actor, record.id


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
    code = record.make_invitation({Drawer.DIARY}, Purpose.CARE, consent(until=None, now=NOW), None, now=NOW)
    accept_invitation(therapist, code, now=NOW)


def _statements(act: Callable[[], object]) -> int:
    """Statements without the transaction's own BEGIN and COMMIT."""
    with CaptureQueriesContext(connection) as caught:
        act()
    ends = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return sum(not query["sql"].startswith(ends) for query in caught.captured_queries)
