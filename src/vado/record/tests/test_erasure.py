import logging
import sqlite3
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection

from vado.record import Drawer, NoDoor, Purpose, accept_invitation, ledger, open_record
from vado.record.database import is_postgresql
from vado.record.doors import DoorState
from vado.record.erasure import erase_record, replay_erasures, scrub_freed_bytes
from vado.record.house_keys import house_key
from vado.record.ledger import LedgerAltered, ledger_file
from vado.record.models import StoredDoor, StoredInvitation, StoredLetterBox, StoredRecord, Tombstone, Version, Wrap
from vado.record.tests.kept import NOON, KeptWords, a_record, consent, own, somebody, words_in
from vado.record.visits import Act, VisitKeys, verify, visits_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VADO_OUTSIDE_FOLDER", str(tmp_path))


def rows_of(record_id: UUID) -> int:
    tables = (StoredDoor, StoredInvitation, StoredLetterBox, Version, Tombstone)
    rows = sum(table.objects.filter(record_id=record_id).count() for table in tables)
    return rows + StoredRecord.objects.filter(id=record_id).count()


def bytes_on_disk() -> bytes:
    path = Path(str(connection.settings_dict["NAME"]))
    return b"".join(each.read_bytes() for each in path.parent.glob(path.name + "*") if each.is_file())


def test_an_erased_record_leaves_its_visits_and_nothing_else() -> None:
    actor, wraps_before = somebody(), Wrap.objects.count()
    record = a_record(actor, "one", "two")
    record.erase(now=NOON)
    assert rows_of(record.id) == 0
    assert Wrap.objects.count() == wraps_before
    keys = VisitKeys.of(house_key("visits"))
    assert visits_of(keys, keys.pseudonym(record.id))[0].act is Act.ERASED
    assert verify(keys, keys.pseudonym(record.id)).is_sound
    with pytest.raises(NoDoor):
        own(actor, record.id)


def test_an_old_backup_revives_nothing() -> None:
    actor = somebody()
    record = a_record(actor, "one", "two")
    kept, gone = record.leaves(KeptWords)
    other = a_record(somebody(), "somebody else's")
    ledger.note_leaf(record.id, gone.id)  # as a restored backup finds it: named in the ledger, alive in the tables
    ledger.note_record(other.id, NOON)
    assert replay_erasures() == 2
    assert rows_of(other.id) == 0
    again = own(actor, record.id)
    assert words_in(again) == [kept.fact.words]
    assert replay_erasures() == 0
    again.put(KeptWords(words="three"))
    assert words_in(own(actor, record.id)) == ["one", "three"]


def test_a_door_that_was_closed_stays_closed_after_an_old_backup() -> None:
    person, therapist = somebody(), somebody()
    record = a_record(person, "one")
    code = record.make_invitation([Drawer.DIARY], Purpose.CARE, consent(), None, now=NOON)
    door = accept_invitation(therapist, code, now=NOON)
    ledger.note_door(record.id, door.id)  # closed after the backup was made
    assert words_in(open_record(therapist, record.id, Purpose.CARE, now=NOON)) == ["one"]
    assert replay_erasures() == 1
    with pytest.raises(NoDoor):
        open_record(therapist, record.id, Purpose.CARE, now=NOON)
    assert {one.id: one.state for one in own(person, record.id).doors()}[door.id] is DoorState.CLOSED
    assert words_in(own(person, record.id)) == ["one"]
    assert verify(VisitKeys.of(house_key("visits")), VisitKeys.of(house_key("visits")).pseudonym(record.id)).is_sound
    assert replay_erasures() == 0


def test_closing_a_door_leaves_a_line_in_the_ledger() -> None:
    record, therapist = a_record(somebody(), "one"), somebody()
    code = record.make_invitation([Drawer.DIARY], Purpose.CARE, consent(), None, now=NOON)
    door = accept_invitation(therapist, code, now=NOON)
    own(record.actor, record.id).close_door(door.id, now=NOON)
    assert [(entry.record, entry.door) for entry in ledger.entries()] == [(record.id, door.id)]
    assert not ledger.names(record.id)


def test_a_removal_that_missed_the_ledger_is_caught_up_at_the_start() -> None:
    record = a_record(somebody(), "one")
    (leaf,) = record.leaves(KeptWords)
    record.remove(leaf.id)
    ledger_file().unlink(missing_ok=True)
    replay_erasures()
    assert [(entry.record, entry.leaf) for entry in ledger.entries()] == [(record.id, leaf.id)]


def test_a_changed_ledger_is_named_and_erases_nothing_by_its_changed_line() -> None:
    record, other = a_record(somebody(), "one"), a_record(somebody(), "two")
    ledger.note_record(other.id, NOON)
    written = ledger_file().read_bytes().replace(str(other.id).encode(), str(record.id).encode())
    ledger_file().write_bytes(written)
    with pytest.raises(LedgerAltered):
        replay_erasures()
    assert rows_of(record.id) > 0


@pytest.mark.sqlite
def test_the_bytes_of_an_erased_record_are_in_no_file() -> None:
    record = a_record(somebody(), "one")
    sealed = [bytes(one) for one in Wrap.objects.filter(door__record_id=record.id).values_list("sealed", flat=True)]
    sealed += [bytes(one) for one in Version.objects.filter(record_id=record.id).values_list("sealed", flat=True)]
    assert all(one in bytes_on_disk() for one in sealed)
    record.erase(now=NOON)
    left = bytes_on_disk()
    assert not [one for one in sealed if one in left or one[20:60] in left]


@pytest.mark.sqlite
def test_a_reader_that_holds_the_log_is_reported_and_later_it_is_emptied(
    caplog: pytest.LogCaptureFixture,
) -> None:
    record = a_record(somebody(), "one")
    reader = sqlite3.connect(str(connection.settings_dict["NAME"]))
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM record_version").fetchone()
    with caplog.at_level(logging.WARNING):
        erase_record(record.id, None, NOON)
        assert not scrub_freed_bytes(tries=2, rest_seconds=0.01)
    assert "a reader held it" in caplog.text
    assert str(record.id) not in caplog.text
    reader.rollback()
    reader.close()
    assert scrub_freed_bytes()


def test_the_ledger_stands_outside_the_folder_of_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VADO_OUTSIDE_FOLDER")
    database = Path(str(settings.DATABASES["default"]["NAME"])).parent
    assert not ledger_file().is_relative_to(database)
    assert is_postgresql() or database.is_dir()
