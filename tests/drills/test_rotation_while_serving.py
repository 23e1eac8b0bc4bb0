"""The practice key is rotated, and the rotation killed, while two processes go on writing."""

import os
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from tests.drills.writers import Child, Home, a_home, fork, opened, write_until_killed
from vado.record import house_key
from vado.record.house_keys import HOUSE_KEY_NAMES, forget_house_keys
from vado.record.keyring import key_path, keyring, lock
from vado.record.models import StoredDoor
from vado.record.rotation import forget_epoch, is_finished, rotate
from vado.record.tests.kept import KeptWords

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

RECORDS = 120
PATIENCE = 30.0  # seconds
KILLED_AFTER = (0.01, 0.03, 0.06, 0.1, 0.15, 0.2)


@pytest.fixture(autouse=True)
def _own_key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    shutil.copy(key_path(), tmp_path / "practice.key")
    monkeypatch.setenv("VADO_KEY_FILE", str(tmp_path / "practice.key"))
    yield
    forget_house_keys()
    lock()


def rotate_here(_pipe: int) -> None:
    rotate()


def kill_rotations() -> None:
    for seconds in KILLED_AFTER:
        child = fork(rotate_here)
        time.sleep(seconds)
        child.kill()


def goes_on(home: Home) -> None:
    """Waits until more is written than there is now: whoever waits for the database gets their turn."""
    before, ends = len(written(home)), time.monotonic() + PATIENCE
    while len(written(home)) == before:
        assert time.monotonic() < ends, "a writer no longer writes"
        time.sleep(0.05)


def written(home: Home) -> set[UUID]:
    return {leaf.version for leaf in opened(home).leaves(KeptWords)}


def stop(writers: list[tuple[Home, Child]]) -> dict[Home, set[UUID]]:
    for _home, child in writers:
        assert os.waitpid(child.pid, os.WNOHANG) == (0, 0), "a writer stopped by itself"
    return {home: set(child.kill()) for home, child in writers}


def test_writers_notice_nothing_and_every_entry_opens_under_the_new_epoch() -> None:
    homes = [a_home() for _one in range(RECORDS)]
    keys_before = {name: house_key(name) for name in HOUSE_KEY_NAMES}
    old = keyring().primary
    writers = [(home, fork(partial(write_until_killed, home))) for home in homes[:2]]
    kill_rotations()
    assert fork(rotate_here).wait() == 0
    for home in homes[:2]:
        goes_on(home)
    kept = stop(writers)
    forget_house_keys()
    assert is_finished()
    assert StoredDoor.objects.exclude(epoch=keyring().primary).count() == 0
    assert {name: house_key(name) for name in HOUSE_KEY_NAMES} == keys_before
    for epoch in keyring().epochs[:-1]:
        forget_epoch(epoch)
    assert old not in keyring().epochs
    for home in homes:
        assert kept.get(home, set()) <= written(home)
    assert all(kept[home] for home, _child in writers)
