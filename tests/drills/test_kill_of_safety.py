"""kill -9 while a safety plan and the list of what is taken are written: nothing acknowledged is lost."""

import os
from functools import partial
from uuid import UUID, uuid4

import pytest

from tests.drills.writers import Home, a_home, kill_again_and_again, opened, sign_in, visits_are_sound
from vado.record import Record
from vado.safety.facts import Regular, SafetyPlan
from vado.safety.reading import plan_heads

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

KILLS = 20


def write_until_killed(home: Home, acknowledge: int) -> None:
    """The plan is written anew and a line is added, both in one sign-in."""
    while True:
        version = uuid4()
        with sign_in(home) as record:
            _change_the_plan(record, version)
            record.put(Regular(name=f"line {version.hex}"), leaf_id=version, version_id=version)
        os.write(acknowledge, f"{version.hex}\n".encode())


def _change_the_plan(record: Record, version: UUID) -> None:
    before = plan_heads(record)[0]
    plan = SafetyPlan(people=f"version {version.hex}", reasons="Sundays")
    record.put(plan, leaf_id=before.id, version_id=uuid4(), follows=(before.version,))


def test_no_version_of_the_plan_and_no_line_is_lost() -> None:
    home = a_home()
    opened(home).put(SafetyPlan(people="the first"))
    acknowledged = kill_again_and_again(partial(write_until_killed, home), KILLS, (0.05, 0.25))
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
    assert visits_are_sound(home)
