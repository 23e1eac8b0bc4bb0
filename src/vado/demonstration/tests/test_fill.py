"""The demonstration is filled through the same actions as anybody's record, and entered by one page."""

import datetime as dt
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from vado.demonstration.fill import THERAPIST, cast, fill
from vado.demonstration.stories import stories
from vado.people.models import Account

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
def demonstration(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    settings.DEMONSTRATION = True
    settings.ROOT_URLCONF = "vado.demonstration.urls"
    settings.LOGIN_URL = "enter"


@pytest.mark.usefixtures("demonstration")
def test_one_comes_in_as_a_person_as_the_therapist_or_as_a_stranger(client: Client) -> None:
    told: list[int] = []
    fill(NOW, lambda _name, done, _of: told.append(done))
    assert told == list(range(1, 11))
    assert set(cast()) == {story.code for story in stories()} | {"therapist", "stranger"}

    client.post("/enter/ines/as/")
    assert "vino" in client.get("/me/days/2026/10/").content.decode()
    client.post("/enter/therapist/as/")
    assert client.get("/people/").content.decode().count("/with/") >= len(doors_to_the_therapist())
    client.post("/enter/stranger/as/")
    assert "vino" not in client.get("/me/days/2026/10/").content.decode()
    assert client.get("/people/").status_code == 404

    accounts = Account.objects.count()
    fill(NOW)
    assert Account.objects.count() == accounts


def doors_to_the_therapist() -> list[str]:
    return [story.code for story in stories() if story.with_therapist]


def test_outside_the_demonstration_nobody_enters_so(client: Client) -> None:
    assert client.get("/enter/").status_code in {302, 404}
    assert client.post("/enter/ines/as/").status_code in {302, 404}
    assert THERAPIST not in cast()
