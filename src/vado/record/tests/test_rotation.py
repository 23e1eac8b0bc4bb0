import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from vado.record import Actor, Drawer, Purpose, accept_invitation, open_record, rotation
from vado.record.errors import WrongKey
from vado.record.house_keys import HOUSE_KEY_NAMES, forget_house_keys, house_key
from vado.record.key_file import create_key_file
from vado.record.keyring import key_path, keyring, lock
from vado.record.models import HouseKey, StoredDoor
from vado.record.rotation import EpochStillNeeded, forget_epoch, is_finished, rotate
from vado.record.tests.kept import NOON, a_record, consent, own, somebody, words_in

pytestmark = pytest.mark.django_db


class Killed(Exception):
    pass


@pytest.fixture(autouse=True)
def _own_key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    shutil.copy(key_path(), tmp_path / "practice.key")
    monkeypatch.setenv("VADO_KEY_FILE", str(tmp_path / "practice.key"))
    for name in HOUSE_KEY_NAMES:
        house_key(name)
    yield
    forget_house_keys()
    lock()


def no_rest(_seconds: float) -> None:
    pass


def test_everything_opens_after_a_rotation_and_no_key_of_the_house_changed() -> None:
    people = [somebody() for _one in range(3)]
    records = [a_record(actor, "before") for actor in people]
    keys_before = {name: house_key(name) for name in HOUSE_KEY_NAMES}
    done = rotate(rest=no_rest)
    assert (done.epoch, done.doors, done.unreadable) == (keyring().primary, StoredDoor.objects.count(), 0)
    assert is_finished()
    assert {name: house_key(name) for name in HOUSE_KEY_NAMES} == keys_before
    assert [words_in(own(actor, record.id)) for actor, record in zip(people, records, strict=True)] == [["before"]] * 3


def test_the_old_epoch_stays_until_it_is_forgotten_and_then_opens_nothing() -> None:
    actor = somebody()
    record = a_record(actor, "before")
    old = keyring().primary
    with pytest.raises(EpochStillNeeded):
        forget_epoch(old)
    rotate(rest=no_rest)
    assert set(keyring().epochs) == {old, old + 1}
    forget_epoch(old)
    assert keyring().epochs == (old + 1,)
    assert words_in(own(actor, record.id)) == ["before"]


def test_an_epoch_that_is_still_needed_is_not_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    a_record(somebody(), "before")
    old = keyring().primary
    monkeypatch.setattr(rotation, "_rewrap_house_keys", killed)
    with pytest.raises(Killed):
        rotate(rest=no_rest)
    with pytest.raises(EpochStillNeeded):
        forget_epoch(old)


def killed(*_arguments: object) -> None:
    raise Killed


@pytest.mark.parametrize("step", ["_make_primary", "_rewrap_house_keys", "_pieces", "_store", "_records_behind"])
def test_a_rotation_that_was_cut_off_is_finished_by_the_next_run(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    actor = somebody()
    record = a_record(actor, "before")
    old = keyring().primary
    with monkeypatch.context() as patched:
        patched.setattr(rotation, step, killed)
        with pytest.raises(Killed):
            rotate(rest=no_rest)
    assert words_in(own(actor, record.id)) == ["before"]
    assert rotate(rest=no_rest).epoch == old + 1
    assert is_finished()
    assert words_in(own(actor, record.id)) == ["before"]


def test_pieces_are_short_and_rest_as_long_as_they_took(monkeypatch: pytest.MonkeyPatch) -> None:
    for _person in range(4):
        a_record(somebody())
    monkeypatch.setattr(rotation, "PIECE_SECONDS", 0.0)
    rests: list[float] = []
    rotate(rest=rests.append)
    assert len(rests) >= 4
    assert all(0 < seconds < 1 for seconds in rests)


def test_a_door_closed_before_and_one_opened_through_an_invitation_follow() -> None:
    actor, reader = somebody(), somebody()
    record = a_record(actor, "before")
    first, second = (
        accept_invitation(
            Actor(reader.id), record.make_invitation({Drawer.DIARY}, Purpose.CARE, consent(), None, now=NOON), now=NOON
        )
        for _time in range(2)
    )
    own(actor, record.id).close_door(first.id, now=NOON)
    assert rotate(rest=no_rest).unreadable == 0
    assert words_in(open_record(reader, record.id, Purpose.CARE, now=NOON)) == ["before"]
    states = {door.id: door.is_open for door in own(actor, record.id).doors()}
    assert (states[first.id], states[second.id]) == (False, True)


def test_a_forged_door_is_left_as_it_is_and_counted() -> None:
    record = a_record(somebody(), "before")
    StoredDoor.objects.filter(record_id=record.id).update(actor=somebody().id)
    done = rotate(rest=no_rest)
    assert done.unreadable == 1
    assert HouseKey.objects.exclude(epoch=done.epoch).count() == 0


def test_another_key_file_opens_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_key_file(tmp_path / "other.key")
    monkeypatch.setenv("VADO_KEY_FILE", str(tmp_path / "other.key"))
    forget_house_keys()
    with pytest.raises(WrongKey):
        house_key("visits")
