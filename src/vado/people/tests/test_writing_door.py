"""The person chooses in plain words whether their therapist may write with them."""

import pytest
from django.test import Client
from django.utils import timezone

from vado.people.access import Role
from vado.people.actions import add_staff, found_practice
from vado.people.models import Account
from vado.record import Actor, Door, Drawer, Purpose, accept_invitation, open_record

pytestmark = pytest.mark.django_db

SAID = {"recipient": "Amparo", "purpose": "to work on it", "months": "3", "signed": "M."}
PLAN, DIARY = str(int(Drawer.PLAN)), str(int(Drawer.DIARY))


def door_of_the_therapist(account: Account, code: str) -> Door:
    staff = add_staff(practice=found_practice(name="p"), role=Role.THERAPIST, name="Amparo", chosen="a").account
    accept_invitation(Actor(staff.pk), code, now=timezone.now())
    assert account.own_record_id
    record = open_record(Actor(account.pk), account.own_record_id, Purpose.OWN, now=timezone.now())
    return next(door for door in record.doors() if not door.is_own)


@pytest.mark.parametrize(("said", "may_write"), [({}, False), ({"may_write": "on"}, True)])
def test_a_door_writes_where_the_person_said_so(
    person: Client, account: Account, said: dict[str, str], may_write: bool
) -> None:
    answer = person.post("/doors/invite/", {**SAID, "role": "therapist", "drawers": [PLAN], **said})
    door = door_of_the_therapist(account, answer.context["code"])
    assert door.may_write is may_write
    assert door.consent is not None
    assert ("may also write what we both agree" in door.consent.what) is may_write
    assert ("may also write what we both agree" in person.get("/doors/").content.decode()) is may_write


@pytest.mark.parametrize(
    ("role", "drawers", "told"),
    [
        ("researcher", [PLAN], "Take this tick away for anybody else"),
        ("supervisor", [PLAN], "Take this tick away for anybody else"),
        ("therapist", [DIARY], "open “my goals, my plan and what we agree” too"),
    ],
)
def test_nobody_else_writes_and_not_where_nothing_is_shared(
    person: Client, role: str, drawers: list[str], told: str
) -> None:
    answer = person.post("/doors/invite/", {**SAID, "role": role, "drawers": drawers, "may_write": "on"})
    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert "Amparo" in answer.content.decode()
