"""While the key is locked, a form that is sent loses no word, and shows none to whoever stands before the page."""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests.cast import Cast, Part
from vado.people.models import LoginSession
from vado.web import unlocking, waiting_form

pytestmark = pytest.mark.django_db
WORDS = "the rain on the roof, and nobody asked"
FORM = {"version_id": "5f3a0000-0000-4000-8000-000000000009", "when": "now", "words": WORDS}
PASSPHRASE = "five calm words by the river"


@pytest.fixture
def person(cast: Cast) -> Client:
    """The person, whose sign-in lasts."""
    client = cast.client(Part.PERSON)
    client.get("/doors/")
    return client


@pytest.fixture(autouse=True)
def _locked(cast: Cast, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record of this computer, with a key that has rested too long."""
    settings.ALONE = True
    is_open = [False]

    def opens(passphrase: str) -> bool:
        is_open[0] = passphrase == PASSPHRASE
        return is_open[0]

    monkeypatch.setattr(unlocking, "is_open", lambda: is_open[0])
    monkeypatch.setattr(unlocking, "_opens", opens)
    monkeypatch.setattr("vado.web.alone.the_account", lambda _now: cast.person)


def _sent(client: Client, to: str = "/me/note/", **said: str) -> Any:
    page = client.post(to, FORM | said)
    assert page.status_code == HTTPStatus.UNAUTHORIZED
    assert WORDS not in page.content.decode()
    return page.context["waiting"]


def _unlock(client: Client, waiting: str, passphrase: str = PASSPHRASE) -> Any:
    return client.post("/me/note/", {"waiting": waiting, "passphrase": passphrase})


def _given_back(client: Client) -> str:
    return client.get("/late-words/").content.decode()


def test_the_words_wait_in_the_page_and_are_given_back_with_the_passphrase(person: Client) -> None:
    waiting = _sent(person)
    entrance = _unlock(person, waiting)["Location"]
    assert person.get(entrance)["Location"] == "/late-words/"
    assert WORDS in _given_back(person)


def test_a_wrong_passphrase_costs_no_word(person: Client) -> None:
    wrong = _unlock(person, _sent(person), "six")
    assert wrong.status_code == HTTPStatus.UNAUTHORIZED
    assert wrong.context["is_wrong"]
    person.get(_unlock(person, wrong.context["waiting"])["Location"])
    assert WORDS in _given_back(person)


def test_a_program_started_anew_says_so_before_it_opens(person: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = _sent(person)
    monkeypatch.setattr(waiting_form._Memory, "key", bytes(32))
    page = _unlock(person, waiting)
    assert page.status_code == HTTPStatus.UNAUTHORIZED
    assert page.context["is_gone"]
    assert _unlock(person, page.context["waiting"]).status_code == HTTPStatus.FOUND


@pytest.mark.parametrize("to", ["/doors/invite/", "/erase/now/", "/language/", "/nothing-here/"])
def test_acts_about_doors_and_the_end_of_a_record_are_done_afresh(person: Client, to: str) -> None:
    assert _sent(person, to) == ""


def test_a_form_from_another_site_is_not_carried(cast: Cast) -> None:
    stranger = Client(enforce_csrf_checks=True)
    stranger.cookies["here"] = cast.client(Part.PERSON).cookies["here"].value
    assert _sent(stranger) == ""


def test_whoever_left_on_purpose_gets_nothing_back(person: Client) -> None:
    cookie = person.cookies["here"].value
    assert person.post("/leave/")["Clear-Site-Data"] == '"cache", "cookies"'
    assert not LoginSession.objects.exists()
    person.cookies["here"] = cookie
    entrance = _unlock(person, _sent(person))["Location"]
    assert person.get(entrance)["Location"] == "/me/"


def test_the_page_speaks_the_language_of_the_browser(person: Client) -> None:
    page = person.get("/me/", headers={"accept-language": "es"}).content.decode()
    assert "Tu frase de acceso" in page
    assert 'lang="es"' in page
