"""One edge for every form: what touches brings the gentle line one time, to whoever wrote it and to nobody else."""

import uuid

import pytest
from django.test import Client

from tests.cast import lived_today
from tests.signed_in import Open
from vado.meanings.facts import Unwrapping
from vado.meanings.facts_map import MapNode, NodeSort
from vado.record import Fact
from vado.record.lived_day import Lived
from vado.safety.gentle import MOST_READ

pytestmark = pytest.mark.django_db

SAID = {"en": ("I want to die", "This sounds heavy."), "es": ("me quiero morir", "Esto suena duro.")}
# Every form in which a person writes, and a field of it that takes their words.
FORMS = {
    **{f"/me/{entry}/": "note" for entry in ("use", "urge", "check-in")},
    **{f"/me/{entry}/": "words" for entry in ("step", "note")},
    "/me/goals/new/": "why_now",
    "/me/readiness/": "words",
    "/me/plan/new/": "wants",
    "/me/occasions/new/": "wants",
    "/me/looking-back/kept/": "remember",
    "/me/meetings/topic/": "words",
    "/me/meetings/felt-off/": "words",
    "/me/meetings/agreed/new/": "words",
    "/me/meetings/hopes/say/": "words",
    "/me/closer/begin/": "about",
    "/me/closer/{unwrapping}/purpose/": "words",
    "/me/closer/{unwrapping}/voice/": "whose",
    "/me/helps/": "own",
    "/me/map/thing/": "words",
    "/me/map/thing/{map_node}/what-if/": "words",
    "/me/voices/speak/": "words",
    "/me/formulation/losses/": "words",
    "/me/balance/add/harm/": "words",
    "/me/balance/comes-to/": "words",
    "/me/sides/add/": "words",
    "/me/letters/ask/": "asked",
    "/me/anchors/": "name",
    "/me/words/": "word",
}


@pytest.fixture
def ids(diary: Open) -> dict[str, uuid.UUID]:
    today = lived_today()
    facts: list[Fact] = [
        Unwrapping(when=Lived(on=today), about="cider"),
        MapNode(words="shame", sort=NodeSort.STATE, drawn_on=today),
    ]
    return {fact.kind: diary().put(fact).id for fact in facts}


def written(person: Client, address: str, language: str = "en", **said: str) -> str:
    headers = {"accept-language": language}
    page = {"version_id": str(uuid.uuid4()), "which_day": "now", **said}
    return person.post(address, page, follow=True, headers=headers).content.decode()


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("address", FORMS)
def test_every_form_leads_gently_to_the_plan_and_the_lines(
    person: Client, ids: dict[str, uuid.UUID], address: str, language: str
) -> None:
    words, line = SAID[language]
    shown = written(person, address.format(**ids), language, **{FORMS[address]: words})
    assert shown.count(line) == 1
    assert "/me/safety/plan/" in shown


def test_it_is_said_one_time_and_then_forgotten(person: Client) -> None:
    assert "This sounds heavy." in written(person, "/me/note/", words="I want to die")
    assert "This sounds heavy." not in person.get("/me/").content.decode()


def test_it_waits_for_a_page_over_more_than_one_redirect(person: Client) -> None:
    person.post("/me/note/", {"version_id": str(uuid.uuid4()), "which_day": "now", "words": "I want to die"})
    assert person.get("/").status_code == 302
    assert "This sounds heavy." in person.get("/me/").content.decode()


def test_a_form_that_is_not_kept_yet_says_it_on_its_own_page(person: Client, diary: Open) -> None:
    shown = written(person, "/me/note/", words="I want to die", which_day="earlier", on="2026-02-31")
    assert "This sounds heavy." in shown
    assert "I want to die" in shown


def test_innocent_words_and_words_beyond_what_is_read_say_nothing(person: Client) -> None:
    assert "This sounds heavy." not in written(person, "/me/note/", words="I was dying of laughter")
    assert "This sounds heavy." not in written(person, "/me/note/", words="x " * MOST_READ + "I want to die")
