"""People who work in a practice: a second factor first, and a sign-in that ends."""

import datetime as dt
import re
import time
import uuid

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from tests.cast import Cast, Part, open_door, sign_in
from vado.people.access import Role
from vado.people.called import called_in
from vado.people.facts import Profile
from vado.people.models import LoginSession
from vado.people.my_days import form_of
from vado.people.sessions import SessionStore
from vado.record import Drawer
from vado.record.visits import Act

pytestmark = pytest.mark.django_db


def test_without_a_second_factor_there_is_one_page(cast: Cast) -> None:
    client = cast.client(Part.NEW_STAFF)
    assert client.get("/people/")["Location"] == "/second-factor/"
    assert client.get("/settings/")["Location"] == "/second-factor/"


def test_the_secret_of_the_second_factor_stands_sealed(cast: Cast) -> None:
    kept = Authenticator.objects.get(user=cast.accounts[Part.THERAPIST]).data["secret"]
    assert len(kept) > 300  # a sealed step of 256 bytes, not 32 letters


def test_idle_for_a_quarter_of_an_hour_is_the_end(cast: Cast) -> None:
    client = cast.client(Part.THERAPIST)
    assert client.get("/people/").status_code == 200
    session = SessionStore(client.cookies["here"].value)
    session["seen_at"] = int(timezone.now().timestamp()) - 15 * 60
    session.save()
    assert client.get("/people/")["Location"] == "/sign-in/?next=/people/"


def test_twelve_hours_are_the_end(cast: Cast) -> None:
    client = cast.client(Part.THERAPIST)
    client.get("/people/")
    session = SessionStore(client.cookies["here"].value)
    session["began_at"] = int(timezone.now().timestamp()) - 12 * 60 * 60
    session.save()
    assert client.get("/people/")["Location"] == "/sign-in/?next=/people/"


def test_a_stolen_session_row_signs_nobody_in(cast: Cast) -> None:
    cast.client(Part.PERSON).get("/doors/")
    thief = Client()
    for row in LoginSession.objects.all():
        thief.cookies["here"] = row.cookie_hash
        assert thief.get("/doors/").status_code == 302


def test_leaving_ends_the_sign_in(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    cookie = client.cookies["here"].value
    answer = client.post("/leave/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies"'
    client.cookies["here"] = cookie
    assert client.get("/doors/").status_code == 302


def test_the_waiting_room(cast: Cast) -> None:
    """Sign up, first entry, a door: what a person does in two minutes, in three pages."""
    person, therapist = Client(), cast.client(Part.STRANGER)
    person.post("/sign-up/", {"chosen": "lago", "passphrase": "four quiet words here"})
    person.post("/me/use/", {"version_id": str(uuid.uuid4()), "when": "now", "substance": "cider"})
    asked = {
        "recipient": "Ana",
        "role": "therapist",
        "drawers": [int(Drawer.DIARY)],
        "purpose": "therapy",
        "months": "3",
        "signed": "L.",
    }
    answer = person.post("/doors/invite/", asked)
    therapist.post("/people/code/", {"code": answer.context["code"]})
    list_of_people = therapist.get("/people/").content.decode()
    found = re.search(r"/with/[0-9a-f-]{36}/", list_of_people)
    assert found is not None
    assert "cider" in therapist.get(f"{found[0]}days/").content.decode()
    assert "The stranger" in person.get("/doors/").content.decode()
    assert "The stranger" in person.get("/visits/").content.decode()


def test_a_closed_or_expired_door_opens_nothing_at_the_next_request(cast: Cast) -> None:
    now = timezone.now()
    stranger = cast.accounts[Part.STRANGER]
    until = now + dt.timedelta(milliseconds=50)
    open_door(cast.person, stranger, Role.THERAPIST, frozenset({Drawer.DIARY}), now=now, until=until)
    time.sleep(max(0.0, (until - timezone.now()).total_seconds()))
    assert cast.client(Part.STRANGER).get(f"/with/{cast.record_id}/days/").status_code == 404
    assert cast.client(Part.FORMER_THERAPIST).get(f"/with/{cast.record_id}/days/").status_code == 404


def test_access_is_given_back_with_the_person_present_and_they_read_it(cast: Cast) -> None:
    answer = cast.client(Part.THERAPIST).post(f"/people/{cast.record_id}/restore/", {"is_present": "on"})
    assert answer.status_code == 200
    assert len(answer.context["code"].replace("-", "")) == 28
    assert Act.RESTORED in {visit.act for visit in cast.open().visits()}


def test_settings_are_kept_once_and_changed_in_place(cast: Cast) -> None:
    client = Client()
    sign_in(client, cast.person)
    said = {"called": "Mar", "contact": "", "zone": "America/Santiago", "day_starts_at": "4", "vocabulary": "CL"}
    for _time in range(2):
        assert client.post("/my-days/", said).status_code == 302
    assert "Mar" in cast.client(Part.THERAPIST).get("/people/").content.decode()


def test_of_two_names_written_at_once_the_last_one_stands_in_the_form(cast: Cast) -> None:
    record = cast.open()
    first = record.put(Profile(called="Mar"))
    for called in ("Ana", "Noa"):
        record.put(Profile(called=called), leaf_id=first.id, follows=[first.version])
    assert form_of(cast.open()).initial["called"] == called_in(record, record.leaves(Profile)) == "Noa"


def test_everything_is_erased_when_the_word_is_typed(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    assert client.post("/erase/now/", {"word": "no"}).status_code == 400
    assert client.post("/erase/now/", {"word": "erase"}).status_code == 200
    assert client.get("/doors/").status_code == 302
    assert cast.client(Part.THERAPIST).get(f"/with/{cast.record_id}/days/").status_code == 404
