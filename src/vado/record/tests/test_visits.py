import datetime as dt
import uuid
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from vado.record import triggers
from vado.record.database import as_stored
from vado.record.errors import WrongKey
from vado.record.facts import Drawer
from vado.record.models import StoredVisit
from vado.record.record_rows import VisitRow, insert_visits
from vado.record.sealing import new_key
from vado.record.visits import Act, Head, Visit, VisitKeys, heads, next_visit, pseudonyms, verify, visits_of

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)
KEYS = VisitKeys.of(new_key())
COLUMNS = "(pseudonym, n, sealed, mac)"
COPY_OVER = f"INSERT INTO record_visit {COLUMNS} SELECT pseudonym, n, mac, mac FROM record_visit"
NEW = f"INSERT INTO record_visit {COLUMNS} VALUES (%s, 1, x'00', x'00')"


def a_visit(day: int = 0) -> Visit:
    return Visit(
        actor=uuid.uuid4(),
        act=Act.OPENED,
        purpose="care",
        at=NOON + dt.timedelta(days=day),
        drawers=(Drawer.DIARY,),
        door=uuid.uuid4(),
    )


def a_chain(length: int) -> tuple[UUID, Head]:
    chain, head = KEYS.pseudonym(uuid.uuid4()), Head()
    for day in range(length):
        row = next_visit(KEYS, chain, head, a_visit(day))
        insert_visits([row])
        head = Head(row.n, bytes(row.mac))
    return chain, head


def run(sql: str, *values: UUID | str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [str(one) for one in values])


@pytest.mark.django_db
def test_visits_are_read_newest_first_as_they_were_written() -> None:
    chain, head = a_chain(3)
    assert head.n == 3
    assert [visit.at.day for visit in visits_of(KEYS, chain)] == [5, 4, 3]
    assert len(visits_of(KEYS, chain, newest=1)) == 1
    assert verify(KEYS, chain).is_sound
    assert verify(KEYS, chain).head == head


@pytest.mark.django_db
def test_chains_are_listed_with_their_ends() -> None:
    made = dict(a_chain(length) for length in (1, 4, 2))
    assert dict(heads()) == made
    assert set(pseudonyms()) == set(made)


def test_a_pseudonym_tells_nothing_of_the_record_and_needs_the_key() -> None:
    record_id = uuid.uuid4()
    assert KEYS.pseudonym(record_id) == KEYS.pseudonym(record_id)
    assert VisitKeys.of(new_key()).pseudonym(record_id) != KEYS.pseudonym(record_id)


@pytest.mark.django_db
@pytest.mark.parametrize("column", ["sealed", "mac"])
@pytest.mark.parametrize("position", [1, 2, 3])
def test_one_changed_bit_is_found_where_it_is(column: str, position: int) -> None:
    chain, _head = a_chain(3)
    row = StoredVisit.objects.get(pseudonym=chain, n=position)
    changed = bytearray(getattr(row, column))
    changed[-1] ^= 1
    with triggers.lifted():
        StoredVisit.objects.filter(pseudonym=chain, n=position).update(**{column: bytes(changed)})
    assert verify(KEYS, chain).broken_at == position


@pytest.mark.django_db
def test_a_visit_taken_out_of_the_middle_is_found() -> None:
    chain, _head = a_chain(3)
    with triggers.lifted():
        StoredVisit.objects.filter(pseudonym=chain, n=2).delete()
    assert verify(KEYS, chain).broken_at == 2


@pytest.mark.django_db
def test_a_visit_moved_to_another_chain_does_not_open_there() -> None:
    chain, _head = a_chain(1)
    other, head = a_chain(1)
    stolen = StoredVisit.objects.get(pseudonym=chain, n=1)
    insert_visits([VisitRow(other, head.n + 1, bytes(stolen.sealed), bytes(stolen.mac))])
    assert verify(KEYS, other).broken_at == 2
    with pytest.raises(WrongKey):
        visits_of(KEYS, other)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE record_visit SET n = 9",
        "UPDATE record_visit SET sealed = mac",
        "DELETE FROM record_visit",
        COPY_OVER,
    ],
)
def test_the_database_refuses_to_change_a_visit(sql: str) -> None:
    chain, _head = a_chain(2)
    with pytest.raises(DatabaseError, match="visits are only added"):
        run(sql)
    assert verify(KEYS, chain).is_sound


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    [
        NEW.replace("INSERT", "INSERT OR REPLACE"),
        NEW.replace("INSERT", "REPLACE"),
        "REPLACE INTO record_visit (rowid, pseudonym, n, sealed, mac) VALUES (1, %s, 99, x'00', x'00')",
        "UPDATE OR REPLACE record_visit SET n = 2 WHERE pseudonym = %s AND n = 1",
        f"{NEW} ON CONFLICT DO UPDATE SET mac = x'00'",
    ],
)
def test_sqlite_refuses_to_replace_a_visit(sql: str) -> None:
    chain, _head = a_chain(2)
    with pytest.raises(DatabaseError, match="visits are only added"):
        run(sql, as_stored(chain))
    assert verify(KEYS, chain).is_sound


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    [
        "TRUNCATE record_visit",
        f"{COPY_OVER} ON CONFLICT (pseudonym, n) DO UPDATE SET mac = excluded.mac",
        "SET LOCAL session_replication_role = replica; DELETE FROM record_visit",
    ],
)
def test_postgresql_refuses_to_replace_or_empty(sql: str) -> None:
    chain, _head = a_chain(2)
    with pytest.raises(DatabaseError, match="visits are only added"):
        run(sql)
    assert verify(KEYS, chain).is_sound


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_the_triggers_come_back_after_a_migration_that_remakes_the_table() -> None:
    from django.core.management import call_command
    from django.db import models

    assert triggers.triggers_present()
    with connection.schema_editor() as editor:
        wider: models.BigIntegerField[int, int] = models.BigIntegerField()
        wider.set_attributes_from_name("n")
        wider.model = StoredVisit
        editor.alter_field(StoredVisit, StoredVisit._meta.get_field("n"), wider)
    assert not triggers.triggers_present()
    call_command("migrate", verbosity=0)
    assert triggers.triggers_present()
