"""Before a door is opened: the question whether anybody asks for it, a way out, and a code that works for two days."""

import pytest
from django.test import Client

from tests.cast import Cast, Part, make_cast
from vado.record import waiting_invitations

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
