"""A copy of the database from before an erasure is put back: the ledger erases again what it had erased."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from vado.record import LeafGone, NoDoor, Outcome
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
