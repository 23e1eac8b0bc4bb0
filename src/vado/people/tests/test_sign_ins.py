"""One's own sign-ins: seen, ended, and ended all at once with another passphrase."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import PASSPHRASE, Cast, Part, sign_in
from vado.people import actions
from vado.people.models import LoginSession
from vado.people.sessions import SessionStore
from vado.people.sign_ins import sign_ins_of

pytestmark = pytest.mark.django_db
NEW = "six other words under the bridge"


@pytest.fixture
def phone(cast: Cast) -> Client:
    """The same person on another device."""
    other = Client(headers={"user-agent": "Any Phone Mobile"})
    sign_in(other, cast.person)
    other.get("/doors/")
    return other


def _change(client: Client, present: str, passphrase: str) -> int:
    return client.post("/passphrase/", {"present": present, "passphrase": passphrase}).status_code


def test_another_passphrase_ends_every_other_sign_in(cast: Cast, phone: Client) -> None:
    here = cast.client(Part.PERSON)
    assert _change(here, PASSPHRASE, NEW) == 302
    assert here.get("/doors/").status_code == 200
    assert phone.get("/doors/").status_code == 302
    assert Client().post("/sign-in/", {"login": cast.login, "password": NEW}).status_code == 302


def test_the_present_passphrase_is_asked_for(cast: Cast, phone: Client) -> None:
    here = cast.client(Part.PERSON)
    assert _change(here, "not the one that is kept", NEW) == 400
    assert phone.get("/doors/").status_code == 200
    assert Client().post("/sign-in/", {"login": cast.login, "password": PASSPHRASE}).status_code == 302


def test_it_cannot_be_guessed_from_a_sign_in_left_open(cast: Cast) -> None:
    here = cast.client(Part.PERSON)
    for _try in range(5):
        assert _change(here, "a guess of twelve signs", NEW) == 400
    assert _change(here, PASSPHRASE, NEW) == 400


def test_the_list_tells_time_and_kind_and_nothing_else(cast: Cast, phone: Client) -> None:
    here = cast.client(Part.PERSON)
    here.get("/doors/")
    page = here.get("/sign-ins/").content.decode()
    assert "a phone" in page
    assert "a computer" in page
    assert "127.0.0.1" not in page
    assert {one.device for one in sign_ins_of(cast.person.pk)} == {"phone", "computer"}


def test_one_sign_in_can_be_ended_from_another(cast: Cast, phone: Client) -> None:
    here = cast.client(Part.PERSON)
    name = next(one.name for one in sign_ins_of(cast.person.pk) if one.device == "phone")
    here.post("/sign-ins/", {"which": name})
    assert phone.get("/doors/").status_code == 302
    assert here.get("/doors/").status_code == 200


def test_nobody_ends_the_sign_in_of_somebody_else(cast: Cast, phone: Client) -> None:
    name = next(one.name for one in sign_ins_of(cast.person.pk))
    cast.client(Part.PERSON_ON_THEIR_OWN).post("/sign-ins/", {"which": name})
    assert phone.get("/doors/").status_code == 200


def test_an_ended_sign_in_holds_nothing_but_whose_it_was(cast: Cast, phone: Client) -> None:
    session = SessionStore(phone.cookies["here"].value)
    session["diary.removed"] = "words"
    session.save()
    actions.change_passphrase(account=cast.person, passphrase=NEW)
    assert not SessionStore(phone.cookies["here"].value).load()
    assert LoginSession.objects.filter(owner="").count() == 0


def test_a_person_stays_no_longer_than_twelve_hours_either(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    client.get("/doors/")
    session = SessionStore(client.cookies["here"].value)
    session["began_at"] = int(timezone.now().timestamp()) - 12 * 60 * 60
    session.save()
    assert "/sign-in/" in client.get("/doors/")["Location"]


def test_a_person_is_not_sent_out_for_resting(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    client.get("/doors/")
    session = SessionStore(client.cookies["here"].value)
    session["seen_at"] = int(timezone.now().timestamp()) - 60 * 60
    session.save()
    assert client.get("/doors/").status_code == 200
