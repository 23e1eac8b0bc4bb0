"""A cursor misses nothing, in whatever order transactions commit."""

import datetime as dt
import threading
import uuid

import pytest
from django.db import connection

from vado.diary.facts import Note
from vado.record import Actor, Purpose, create_record, open_record, open_to_write
from vado.record.lived_day import Lived

NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
NOTE = Note(when=Lived(dt.date(2026, 11, 20)), words="one")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_commits_out_of_order_lose_nothing_for_a_cursor() -> None:
    person = Actor(uuid.uuid4(), "a sign-in")
    record_id = create_record(person, now=NOW).id
    first_has_written, first_may_commit = threading.Event(), threading.Event()

    def write_slowly() -> None:
        with open_to_write(person, record_id, Purpose.OWN, now=NOW) as held:
            held.put(NOTE)
            first_has_written.set()
            first_may_commit.wait(10)
        connection.close()

    def write() -> None:
        first_has_written.wait(10)
        open_record(person, record_id, Purpose.OWN, now=NOW).put(NOTE)
        connection.close()

    threads = [threading.Thread(target=write_slowly), threading.Thread(target=write)]
    for thread in threads:
        thread.start()
    first_has_written.wait(10)
    reader = open_record(person, record_id, Purpose.OWN, now=NOW)
    before = reader.since(0)
    first_may_commit.set()
    for thread in threads:
        thread.join(20)
    after = reader.since(before.cursor)
    assert (before.leaves, len(after.leaves)) == ([], 2)


@pytest.mark.django_db
def test_sequences_of_a_record_have_no_gap() -> None:
    record = create_record(Actor(uuid.uuid4()), now=NOW)
    assert [record.put(NOTE).sequence for _time in range(4)] == [1, 2, 3, 4]
