"""kill -9 while versions of a plan and an agreed line are written: nothing acknowledged is lost."""

import os
from functools import partial
from uuid import UUID, uuid4

import pytest

from tests.drills.writers import NOON, Home, a_home, kill_again_and_again, opened, sign_in, visits_are_sound
from vado.meetings.facts import Agreed
from vado.plans.conditions import AtMost, DaysWithout
from vado.plans.facts import UsePlan
from vado.record import Record
from vado.record.lived_day import Lived

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

KILLS = 12
PLAN = UUID(int=4)
CONDITIONS = (AtMost(token="few", limit=2, unit="can"), DaysWithout(token="free", days=4))


def write_until_killed(home: Home, acknowledge: int) -> None:
    """A new version of the plan, and the agreed line changed with it, both in one sign-in."""
    while True:
        version = uuid4()
        with sign_in(home) as record:
            record.put(_plan(version), leaf_id=version, version_id=version)
            _agree(record, version)
        os.write(acknowledge, f"{version.hex}\n".encode())


def _plan(version: UUID) -> UsePlan:
    return UsePlan(plan=PLAN.hex, from_on=NOON.date(), wants=version.hex, substance="cider", conditions=CONDITIONS)


def _agree(record: Record, version: UUID) -> None:
    before = next(iter(record.leaves(Agreed)))
    agreed = Agreed(when=Lived(on=NOON.date()), words=version.hex)
    record.put(agreed, leaf_id=before.id, version_id=uuid4(), follows=(before.version,))


def test_no_version_of_a_plan_and_no_agreed_line_is_lost() -> None:
    home = a_home()
    opened(home).put(Agreed(when=Lived(on=NOON.date()), words="the first"))
    acknowledged = kill_again_and_again(partial(write_until_killed, home), KILLS, (0.05, 0.25))
    record = opened(home)
    plans = {leaf.fact.wants: leaf.fact for leaf in record.leaves(UsePlan)}
    lines = list(record.leaves(Agreed))
    agreed = {version.fact.words for version in record.history(lines[0].id) if isinstance(version.fact, Agreed)}
    assert record.unreadable == ()
    assert len(acknowledged) > KILLS
    assert {version.hex for version in acknowledged} <= plans.keys()
    assert all(plan.conditions == CONDITIONS for plan in plans.values())
    assert len(lines) == 1
    assert agreed == {"the first", *plans}  # the two of one sign-in are there together or not at all
    assert visits_are_sound(home)
