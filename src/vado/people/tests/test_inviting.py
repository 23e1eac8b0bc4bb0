"""Before a door is opened: the question whether anybody asks for it, a way out, and a code that works for two days."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import Cast, Part, make_cast
from vado.record import Actor, Drawer, accept_invitation, waiting_invitations

pytestmark = pytest.mark.django_db

ASKED = {
    "en": ("Is anybody asking you to open this?", "nothing opens and nobody is told", "Go back without opening"),
    "es": ("¿Alguien te está pidiendo que abras esto?", "no se abre nada y nadie se entera", "Volver sin abrir"),
}


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.mark.parametrize("language", ASKED)
def test_it_is_asked_first_and_one_can_go_back(cast: Cast, language: str) -> None:
    person = cast.client(Part.PERSON)
    person.post("/language/", {"language": language, "next": "/doors/"})
    waiting = len(waiting_invitations(cast.open()))
    main = person.get("/doors/invite/").content.decode().partition("<main")[2]
    asking, _form, _end = main.partition("<form")
    assert all(words in asking for words in ASKED[language])
    assert 'href="/doors/"' in asking
    assert person.get("/doors/").status_code == 200
    assert len(waiting_invitations(cast.open())) == waiting


def test_the_code_is_shown_one_time_as_letters_and_as_a_picture(cast: Cast) -> None:
    person: Client = cast.client(Part.PERSON)
    said = {
        "recipient": "Ana",
        "role": "therapist",
        "drawers": [1],
        "purpose": "therapy",
        "months": "3",
        "signed": "L.",
    }
    made = person.post("/doors/invite/", said)
    html = made.content.decode()
    assert made.context["code"] in html
    assert "<svg" in html
    assert 'class="qr"' in html
    assert "for 48 hours" in html
    assert made.context["code"] not in person.get("/doors/").content.decode()


SAID = {"recipient": "Ana", "purpose": "therapy", "months": "3", "signed": "L."}
NOT_IN_IT = {  # kinds of use that ask for a consent of their own
    "en": (
        "in court, with the police",
        "writes for themselves about your talks",
        "to a study",
        "reminders",
        "pass it on",
    ),
    "es": ("ante un tribunal, la policía", "anota para sí", "para un estudio", "recordatorios", "puede pasarlo"),
}
AGREED = {  # each element of a written consent, as the person finds it again
    "en": ("Shown by: Vado", "To: Ana (therapist)", "my diary: use", "What for: therapy", "Signed by L.", "open until",
           "I can close this door at any time, on the page", "cannot be unread"),
    "es": ("Lo muestra: Vado", "A: Ana (terapeuta)", "mi diario: uso", "Para qué: therapy", "abierta hasta", "L.",
           "Puedo cerrar esta puerta en cualquier momento, en la página", "ya está leído"),
}  # fmt: skip


@pytest.mark.parametrize("language", NOT_IN_IT)
def test_what_asks_for_a_consent_of_its_own_is_said_to_be_outside_this_one(cast: Cast, language: str) -> None:
    person = cast.client(Part.PERSON)
    person.post("/language/", {"language": language, "next": "/doors/"})
    html = person.get("/doors/invite/").content.decode()
    assert [words for words in NOT_IN_IT[language] if words not in html] == []


@pytest.mark.parametrize("language", AGREED)
def test_the_person_finds_every_element_of_their_consent_with_the_door(cast: Cast, language: str) -> None:
    person = cast.client(Part.PERSON_ON_THEIR_OWN)
    person.post("/language/", {"language": language, "next": "/doors/"})
    code = person.post("/doors/invite/", {**SAID, "role": "therapist", "drawers": [int(Drawer.DIARY)]}).context["code"]
    accept_invitation(Actor(cast.accounts[Part.THERAPIST].pk), code, now=timezone.now())
    html = person.get("/doors/").content.decode()
    assert [words for words in AGREED[language] if words not in html] == []


def test_a_role_is_promised_no_more_than_it_may_read(cast: Cast) -> None:
    """Else the consent would name nothing, or something else than what opens."""
    person, waiting = cast.client(Part.PERSON), len(waiting_invitations(cast.open()))
    said = {**SAID, "role": "supervisor", "drawers": [int(Drawer.PROFILE), int(Drawer.DIARY)]}
    answer = person.post("/doors/invite/", said)
    assert answer.status_code == 400
    assert "This role reads at most: my diary" in answer.content.decode()
    assert len(waiting_invitations(cast.open())) == waiting
