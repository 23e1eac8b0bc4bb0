"""kill -9 of a therapist's writing through a door: nothing acknowledged is lost, and each writing has its visits."""

import os
from functools import partial
from uuid import UUID, uuid4

import pytest

from tests.cast import consent
from tests.drills.writers import NOON, Home, a_home, kill_again_and_again, opened, visits_are_sound
from vado.meetings.facts import Agreed, Writer
from vado.record import Actor, Drawer, Purpose, accept_invitation, house_key, open_to_write
from vado.record.lived_day import Lived
from vado.record.visits import Act, VisitKeys, visits_of

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

KILLS = 30


def agree_until_killed(home: Home, therapist: UUID, acknowledge: int) -> None:
    while True:
        version = uuid4()
        line = Agreed(when=Lived(on=NOON.date()), words=f"line {version.hex}", by=Writer.THERAPIST)
        with open_to_write(Actor(therapist), home.record, Purpose.CARE, now=NOON) as record:
            record.put(line, leaf_id=version, version_id=version)
        os.write(acknowledge, f"{version.hex}\n".encode())


def a_writing_door(home: Home, therapist: UUID) -> None:
    said = consent(until=None, now=NOON)
    code = opened(home).make_invitation([Drawer.PLAN], Purpose.CARE, said, None, now=NOON, may_write=True)
    accept_invitation(Actor(therapist), code, now=NOON)


def test_nothing_that_both_agreed_is_lost() -> None:
    home, therapist = a_home(), uuid4()
    a_writing_door(home, therapist)
    acknowledged = kill_again_and_again(partial(agree_until_killed, home, therapist), KILLS, (0.05, 0.25))
    record = opened(home)
    lines = {leaf.version: leaf.fact.words for leaf in record.leaves(Agreed)}
    assert record.unreadable == ()
    assert len(acknowledged) > KILLS
    assert acknowledged <= set(lines)
    assert all(words == f"line {version.hex}" for version, words in lines.items())
    assert visits_are_sound(home)
    keys = VisitKeys.of(house_key("visits"))
    acts = [visit.act for visit in visits_of(keys, keys.pseudonym(home.record)) if visit.actor == therapist]
    assert acts.count(Act.WROTE) == acts.count(Act.OPENED) == len(lines)
