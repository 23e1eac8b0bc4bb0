"""A person with a diary of their own, signed in."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from vado.people.actions import sign_up
from vado.people.models import Account
from vado.record import Actor, Purpose, Record, open_record


@pytest.fixture
def account(db: None) -> Account:
    return sign_up(chosen="the person", passphrase="four words by the ford", now=timezone.now()).account


@pytest.fixture
def person(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def diary(account: Account) -> Callable[[], Record]:
    """The record of the person, opened as they would open it."""
    record_id: UUID | None = account.own_record_id
    assert record_id is not None
    return lambda: open_record(Actor(account.id), record_id, Purpose.OWN, now=timezone.now())
