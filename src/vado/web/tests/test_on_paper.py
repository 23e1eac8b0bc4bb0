"""A page that is read through a door carries, on paper, what the door is for, until when, and what the law says."""

import pytest
from django.test import Client

from tests.cast import Cast, Part, make_cast
from tests.matrix.canaries import write_doors

pytestmark = pytest.mark.django_db

WORDS = {
    "en": (
        "that the person opened for: therapy.",
        "my diary: use, urges",
        "It is open until",
        "42 CFR part 2",
        "no consent to any use in court",
    ),
    "es": (
        "que la persona abrió para: terapia.",
        "mi diario: uso, ganas",
        "Está abierta hasta",
        "42 CFR parte 2",
        "No es permiso para usarlo ante un tribunal",
    ),
}


@pytest.fixture
def cast() -> Cast:
    cast = make_cast()
    write_doors(cast)
    return cast


def on_paper(client: Client, address: str, language: str = "en") -> str:
    client.post("/language/", {"language": language, "next": "/"})
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode()).partition('<footer class="on-paper">')[2]


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("where", ["days/", "changed/", "plan/", "meetings/"])
def test_it_tells_what_the_door_is_for(cast: Cast, where: str, language: str) -> None:
    told = on_paper(cast.client(Part.THERAPIST), f"/with/{cast.record_id}/{where}", language)
    assert all(words in told for words in WORDS[language])


def test_it_tells_neither_the_name_nor_the_own_words_of_the_consent(cast: Cast) -> None:
    html = cast.client(Part.THERAPIST).get(f"/with/{cast.record_id}/days/").content.decode()
    assert "canary-person-consent" not in html


def test_ones_own_pages_carry_nothing_of_the_kind(cast: Cast) -> None:
    for address in ("/me/", "/me/days/", "/doors/"):
        assert on_paper(cast.client(Part.PERSON), address) == ""
