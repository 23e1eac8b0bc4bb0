"""kill -9 of processes that write: nothing that was acknowledged is lost, and no visit is missing."""

import random
import time
from collections.abc import Callable
from functools import partial
from uuid import UUID

import pytest
from django.db import connection

from tests.drills.writers import Child, Home, a_home, fork, opened, write_until_killed
from vado.record import house_key
from vado.record.models import StoredRecord, Version
from vado.record.tests.kept import KeptWords
from vado.record.visits import Act, VisitKeys, verify, visits_of

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

KILLS = 200
AT_ONCE = 2


def kill_again_and_again(homes: list[Home], kills: int) -> dict[Home, set[UUID]]:
    """Two writers at once, each killed at a moment of its own and replaced at once."""
    moments = random.Random(20261103)  # noqa: S311
    kept: dict[Home, set[UUID]] = {home: set() for home in homes}
    running: list[tuple[float, Home, Child]] = []
    for number in range(kills):
        home = homes[number % len(homes)]
        lives = 0.05 + moments.random() * 0.25
        running.append((time.monotonic() + lives, home, fork(partial(write_until_killed, home))))
        if len(running) == AT_ONCE:
            kill_first(running, kept)
    while running:
        kill_first(running, kept)
    return kept


def kill_first(running: list[tuple[float, Home, Child]], kept: dict[Home, set[UUID]]) -> None:
    until, home, child = running.pop(0)
    time.sleep(max(0.0, until - time.monotonic()))
    kept[home].update(child.kill())


def check(home: Home, acknowledged: set[UUID]) -> None:
    """Every acknowledged entry opens; every entry has a visit; the chain has no gap."""
    record = opened(home)
    leaves = {leaf.version: leaf.fact.words for leaf in record.leaves(KeptWords)}
    assert record.unreadable == ()
    assert acknowledged <= set(leaves)
    assert all(words == f"entry {version.hex}" for version, words in leaves.items())
    keys = VisitKeys.of(house_key("visits"))
    verdict = verify(keys, keys.pseudonym(home.record))
    row = StoredRecord.objects.get(id=home.record)
    assert verdict.is_sound
    assert (verdict.head.n, verdict.head.mac) == (row.visits_count, bytes(row.visits_head))
    visits = visits_of(keys, keys.pseudonym(home.record))
    assert sum(visit.act is Act.OPENED for visit in visits) == len(leaves) + 1  # and the opening of this check
    sequences = Version.objects.filter(record_id=home.record).order_by("sequence").values_list("sequence", flat=True)
    assert list(sequences) == list(range(1, len(leaves) + 1))


def test_nothing_acknowledged_is_lost(record_property: Callable[[str, object], None]) -> None:
    homes = [a_home() for _one in range(3)]
    kept = kill_again_and_again(homes, KILLS)
    acknowledged = sum(map(len, kept.values()))
    assert acknowledged > KILLS
    for home in homes:
        check(home, kept[home])
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    record_property("kills", KILLS)
    record_property("acknowledged", acknowledged)
    print(f"{KILLS} kills, {acknowledged} acknowledged, 0 lost, 0 visits missing")
