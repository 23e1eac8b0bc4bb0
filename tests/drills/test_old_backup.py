"""A copy of the database from before an erasure is put back: the ledger erases again what it had erased, and who."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from tests.cast import Part, make_cast
from vado.people.actions import remove_account, sign_up
from vado.people.models import Account
from vado.people.old_copies import erase_what_came_back
from vado.record import Actor, LeafGone, NoDoor, Outcome, Purpose, open_record
from vado.record.erasure import replay_erasures
from vado.record.models import StoredDoor, StoredRecord, Version, Wrap
from vado.record.tests.kept import NOON, KeptWords, a_record, own, somebody, words_in
from vado.record.writing import Sent

pytestmark = [pytest.mark.drill, pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VADO_OUTSIDE_FOLDER", str(tmp_path / "outside"))


def back_up(to: Path) -> None:
    with contextlib.closing(sqlite3.connect(to)) as copy:
        connection.connection.backup(copy)


def put_back(backup: Path) -> None:
    """As somebody does it by hand: the server stopped, its files away, the old one in their place."""
    path = Path(str(connection.settings_dict["NAME"]))
    connection.close()
    for each in path.parent.glob(path.name + "*"):
        each.unlink()
    path.write_bytes(backup.read_bytes())


def test_a_real_old_backup_revives_neither_a_record_nor_a_leaf(tmp_path: Path) -> None:
    leaver, stayer = somebody(), somebody()
    left, kept = a_record(leaver, "all of this goes"), a_record(stayer, "this stays", "this goes")
    gone = next(leaf for leaf in kept.leaves(KeptWords) if leaf.fact.words == "this goes")
    back_up(tmp_path / "yesterday.sqlite3")
    left.erase(now=NOON)
    kept.remove(gone.id)
    put_back(tmp_path / "yesterday.sqlite3")
    assert StoredRecord.objects.filter(id=left.id).exists()  # the old copy had everything
    assert sorted(words_in(own(stayer, kept.id))) == ["this goes", "this stays"]

    assert replay_erasures() == 2

    assert not StoredRecord.objects.filter(id=left.id).exists()
    assert not Version.objects.filter(record_id=left.id).exists()
    assert not Wrap.objects.filter(door__in=StoredDoor.objects.filter(record_id=left.id)).exists()
    with pytest.raises(NoDoor):
        own(leaver, left.id)
    again = own(stayer, kept.id)
    assert words_in(again) == ["this stays"]
    with pytest.raises(LeafGone):
        again.leaf(gone.id)
    assert again.put_many([Sent(gone.fact, gone.id, gone.version)]) == [Outcome.ERASED]
    assert replay_erasures() == 0


def test_a_real_old_backup_lets_nobody_in_who_had_been_shut_out_or_had_left(tmp_path: Path) -> None:
    cast, leaver = make_cast(), sign_up(chosen="leaver", passphrase=None, now=timezone.now()).account
    assert leaver.own_record_id is not None
    therapist = Actor(cast.accounts[Part.THERAPIST].pk)
    (door,) = (door for door in cast.open().doors() if door.is_open and door.actor == therapist.id)
    back_up(tmp_path / "yesterday.sqlite3")
    cast.open().close_door(door.id, now=timezone.now())
    now = timezone.now()
    open_record(Actor(leaver.pk), leaver.own_record_id, Purpose.OWN, now=now).erase(now=now)
    leaver_id = leaver.pk
    remove_account(account=leaver)
    put_back(tmp_path / "yesterday.sqlite3")
    open_record(therapist, cast.record_id, Purpose.CARE, now=timezone.now())  # the old copy lets them in
    assert Account.objects.filter(pk=leaver_id).exists()

    assert erase_what_came_back() == 2

    with pytest.raises(NoDoor):
        open_record(therapist, cast.record_id, Purpose.CARE, now=timezone.now())
    assert not next(one for one in cast.open().doors() if one.id == door.id).is_open
    assert not Account.objects.filter(pk=leaver_id).exists()
    assert Account.objects.filter(pk=cast.person.pk).exists()
    assert erase_what_came_back() == 0
