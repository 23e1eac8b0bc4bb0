"""kill -9 while a safety plan and the list of what is taken are written: nothing acknowledged is lost."""

import os
import random
import time
from functools import partial
from uuid import UUID, uuid4

import pytest

from tests.drills.writers import NOON, Home, a_home, fork, opened
from vado.record import Actor, Purpose, Record, house_key, open_to_write
from vado.record.visits import VisitKeys, verify
from vado.safety.facts import Regular, SafetyPlan
from vado.safety.reading import plan_heads

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

KILLS = 20


def write_until_killed(home: Home, acknowledge: int) -> None:
    """The plan is written anew and a line is added, both in one sign-in."""
    while True:
        version = uuid4()
        with open_to_write(Actor(home.actor, uuid4().hex), home.record, Purpose.OWN, now=NOON) as record:
            _change_the_plan(record, version)
            record.put(Regular(name=f"line {version.hex}"), leaf_id=version, version_id=version)
        os.write(acknowledge, f"{version.hex}\n".encode())


def _change_the_plan(record: Record, version: UUID) -> None:
    before = plan_heads(record)[0]
    plan = SafetyPlan(people=f"version {version.hex}", reasons="Sundays")
    record.put(plan, leaf_id=before.id, version_id=uuid4(), follows=(before.version,))


def test_no_version_of_the_plan_and_no_line_is_lost() -> None:
    home, moments = a_home(), random.Random(20261126)  # noqa: S311
    opened(home).put(SafetyPlan(people="the first"))
    acknowledged: set[UUID] = set()
    for _kill in range(KILLS):
        child = fork(partial(write_until_killed, home))
        time.sleep(0.05 + moments.random() * 0.2)
        acknowledged.update(child.kill())
    record = opened(home)
    lines = {leaf.fact.name for leaf in record.leaves(Regular)}
    plans = plan_heads(record)
    versions = {version.fact.people for version in record.history(plans[0].id) if isinstance(version.fact, SafetyPlan)}
    assert record.unreadable == ()
    assert len(acknowledged) > KILLS
    assert {f"line {version.hex}" for version in acknowledged} <= lines
    assert {f"version {version.hex}" for version in acknowledged} <= versions
    assert len(plans) == 1  # each change followed the one before it, whatever was killed between
    assert len(versions) == len(lines) + 1
    keys = VisitKeys.of(house_key("visits"))
    assert verify(keys, keys.pseudonym(home.record)).is_sound
