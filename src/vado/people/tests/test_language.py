"""The language that somebody chose meets them on every device, and stands sealed."""

import pytest
from django.test import Client

from tests.cast import Cast, Part, sign_in
from vado.people.models import Account

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("part", [Part.PERSON, Part.THERAPIST])
def test_it_follows_to_another_device(cast: Cast, part: Part) -> None:
    cast.client(part).post("/language/", {"language": "es", "next": "/"})
    elsewhere = Client(headers={"accept-language": "en"})
    sign_in(elsewhere, cast.accounts[part])
    for _page in range(2):
        assert 'lang="es"' in elsewhere.get("/settings/").content.decode()


def test_another_choice_there_is_not_undone(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    client.post("/language/", {"language": "es", "next": "/"})
    client.post("/language/", {"language": "en", "next": "/"})
    assert '<html lang="en"' in client.get("/settings/").content.decode()


def test_it_stands_sealed(cast: Cast) -> None:
    cast.client(Part.PERSON).post("/language/", {"language": "es", "next": "/"})
    assert len(bytes(Account.objects.get(pk=cast.person.pk).wishes)) > 200
