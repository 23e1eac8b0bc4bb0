"""A person, their therapist with a door that may write or may not, and both their browsers."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import give_second_factor, open_door, own_record_of, sign_in, write_profile
from vado.people.access import Role
from vado.people.actions import add_staff, found_practice, sign_up
from vado.people.models import Account
from vado.record import (
    SHAREABLE_DRAWERS,
    Actor,
    Drawer,
    Purpose,
    Record,
    open_record,
)


@dataclass
class Two:
    """The two of them."""

    person_account: Account
    therapist_account: Account

    @property
    def record_id(self) -> UUID:
        return own_record_of(self.person_account)

    @property
    def person(self) -> Client:
        return _browser(self.person_account)

    @property
    def therapist(self) -> Client:
        return _browser(self.therapist_account)

    def own(self) -> Record:
        """The record as the person opens it."""
        return open_record(Actor(self.person_account.pk), self.record_id, Purpose.OWN, now=timezone.now())

    def door(self) -> Record:
        """The record as the therapist opens it."""
        return open_record(Actor(self.therapist_account.pk), self.record_id, Purpose.CARE, now=timezone.now())

    def open_door(self, *, may_write: bool, drawers: frozenset[Drawer] = SHAREABLE_DRAWERS) -> UUID:
        """The person lets the therapist in."""
        people = self.person_account, self.therapist_account
        return open_door(*people, Role.THERAPIST, drawers, now=timezone.now(), may_write=may_write)

    def at(self, page: str = "") -> str:
        """The address of a page through the door."""
        return f"/with/{self.record_id}/meetings/{page}"


def _browser(account: Account) -> Client:
    client = Client()
    sign_in(client, account)
    return client


@pytest.fixture
def apart(db: None) -> Two:
    """A person with a name, and a therapist; no door is open."""
    person = sign_up(chosen="the person", passphrase=None, now=timezone.now()).account
    practice = found_practice(name="by the river")
    therapist = add_staff(practice=practice, role=Role.THERAPIST, name="Amparo", chosen="t").account
    give_second_factor(therapist)
    two = Two(person, therapist)
    write_profile(two.own(), "Noa")
    return two


@pytest.fixture
def two(apart: Two) -> Two:
    """With a door that may write."""
    apart.open_door(may_write=True)
    return apart


@pytest.fixture
def reading(apart: Two) -> Two:
    """With a door for reading."""
    apart.open_door(may_write=False)
    return apart
