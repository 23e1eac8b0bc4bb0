"""What most tests of a room begin with: the whole cast, or one person who has signed up and has written nothing yet."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import Cast, make_cast, own_record_of
from vado.people.actions import sign_up
from vado.people.models import Account
from vado.record import Actor, Purpose, Record, open_record

Open = Callable[[], Record]


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def account(db: None) -> Account:
    return sign_up(chosen="the person", passphrase=None, now=timezone.now()).account


@pytest.fixture
def person(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def diary(account: Account) -> Open:
    """The record of the person, opened as they would open it."""
    return lambda: open_record(Actor(account.id), own_record_of(account), Purpose.OWN, now=timezone.now())
