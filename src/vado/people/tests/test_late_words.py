"""A form that comes after its sign-in had ended loses no word, and gives none to anybody else."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import Cast, Part, sign_in
from vado.diary.facts import Note
from vado.people.models import SharedNote
from vado.people.sessions import SessionStore
from vado.people.sign_ins import end_sign_ins

pytestmark = pytest.mark.django_db
WORDS = "the rain on the roof, and nobody asked"
FORM = {"version_id": "5f3a0000-0000-4000-8000-000000000009", "when": "now", "words": WORDS}


def _sit_for_twelve_hours(client: Client) -> None:
    client.get("/doors/")
    session = SessionStore(client.cookies["here"].value)
    session["began_at"] = int(timezone.now().timestamp()) - 12 * 60 * 60
    session.save()


def _come_in_again(client: Client, cast: Cast, part: Part = Part.PERSON) -> None:
    sign_in(client, cast.accounts[part])


def _waiting(client: Client) -> str:
    return client.get("/late-words/").content.decode()


def _keep_now(client: Client) -> int:
    """Sends the form that the page offers."""
    form = client.get("/late-words/").context["forms"][0]
    fields = dict(form.pairs) | {"late_form": form.id}
    return client.post(form.to, fields).status_code


def test_the_words_wait_and_can_be_kept_with_one_tap(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    _sit_for_twelve_hours(client)
    assert "/sign-in/" in client.post("/me/note/", FORM)["Location"]
    _come_in_again(client, cast)
    assert client.get("/")["Location"] == "/late-words/"
    assert WORDS in _waiting(client)
    assert _keep_now(client) == 302
    assert [leaf.fact.words for leaf in cast.open().leaves(Note)] == [WORDS]
    assert client.get("/")["Location"] == "/me/"


def test_they_wait_too_when_another_window_learned_of_the_end_first(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    _sit_for_twelve_hours(client)
    client.get("/me/")
    client.post("/me/note/", FORM)
    _come_in_again(client, cast)
    assert WORDS in _waiting(client)


def test_and_when_the_sign_in_was_ended_from_elsewhere(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    client.get("/doors/")
    end_sign_ins(cast.person.pk)
    client.post("/me/note/", FORM)
    _come_in_again(client, cast)
    assert WORDS in _waiting(client)


def test_nobody_else_gets_them(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    _sit_for_twelve_hours(client)
    client.post("/me/note/", FORM)
    _come_in_again(client, cast, Part.PERSON_ON_THEIR_OWN)
    assert WORDS not in _waiting(client)
    client.post("/me/note/", FORM)
    client.cookies.pop("here")
    client.post("/me/note/", FORM | {"words": "theirs, not mine"})
    _come_in_again(client, cast)
    assert "theirs" not in _waiting(client)


def test_they_lie_sealed(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    _sit_for_twelve_hours(client)
    client.post("/me/note/", FORM)
    assert all(WORDS.encode() not in bytes(note.sealed) for note in SharedNote.objects.all())


@pytest.mark.parametrize("way_out", ["/sign-out/", "/leave/"])
def test_whoever_goes_on_purpose_leaves_nothing_behind(cast: Cast, way_out: str) -> None:
    client = cast.client(Part.PERSON)
    client.get("/doors/")
    cookie = client.cookies["here"].value
    client.post(way_out)
    client.cookies["here"] = cookie
    client.post("/me/note/", FORM)
    _come_in_again(client, cast)
    assert WORDS not in _waiting(client)


def test_acts_about_doors_and_the_end_of_a_record_are_done_afresh(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    _sit_for_twelve_hours(client)
    client.post("/erase/now/", {"word": "erase"})
    _come_in_again(client, cast)
    assert client.get("/")["Location"] == "/me/"


def test_they_can_be_let_go(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    _sit_for_twelve_hours(client)
    client.post("/me/note/", FORM)
    _come_in_again(client, cast)
    which = client.get("/late-words/").context["forms"][0].id
    client.post("/late-words/", {"which": which})
    assert client.get("/")["Location"] == "/me/"
