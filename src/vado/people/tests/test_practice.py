"""Whoever keeps a practice adds people and ends roles; nobody's record is open to them."""

import pytest
from django.test import Client

from tests.cast import PASSPHRASE, Cast, Part
from vado.people.models import Membership

pytestmark = pytest.mark.django_db


def _member(cast: Cast, part: Part) -> Membership:
    return cast.accounts[part].memberships.get()


def test_somebody_added_comes_in_with_login_and_code(cast: Cast) -> None:
    manager = cast.client(Part.MANAGER)
    assert manager.get("/")["Location"] == "/staff/"
    page = manager.post("/staff/add/", {"name": "Nora Vidal", "role": "therapist", "chosen": "nora"}).context
    theirs = Client()
    said = {"login": page["login"], "code": page["code"], "passphrase": PASSPHRASE}
    assert theirs.post("/recover/", said).status_code == 200
    assert theirs.post("/sign-in/", {"login": page["login"], "password": PASSPHRASE}).status_code == 302
    assert theirs.get("/people/")["Location"] == "/second-factor/"
    assert "Nora Vidal" in manager.get("/staff/").content.decode()


def test_an_ended_role_opens_nothing_and_its_name_stays_on_the_visits(cast: Cast) -> None:
    therapist = cast.client(Part.THERAPIST)
    assert therapist.get(f"/with/{cast.record_id}/days/").status_code == 200
    cast.client(Part.MANAGER).post(f"/staff/end/{_member(cast, Part.THERAPIST).pk}/")
    assert therapist.get(f"/with/{cast.record_id}/days/").status_code == 302
    cast.clients.pop(Part.THERAPIST)
    assert cast.client(Part.THERAPIST).get(f"/with/{cast.record_id}/days/").status_code == 404
    assert "The therapist" in cast.client(Part.PERSON).get("/visits/").content.decode()
    assert "The therapist" not in cast.client(Part.MANAGER).get("/staff/").content.decode()


def test_nobody_ends_their_own_role(cast: Cast) -> None:
    mine = _member(cast, Part.MANAGER)
    cast.client(Part.MANAGER).post(f"/staff/end/{mine.pk}/")
    mine.refresh_from_db()
    assert not mine.is_ended


def test_a_waiting_invitation_is_seen_and_taken_back(cast: Cast) -> None:
    person = cast.client(Part.PERSON)
    asked = {"recipient": "Nora Vidal", "role": "therapist", "drawers": ["2"], "purpose": "to think", "months": "3"}
    code = person.post("/doors/invite/", {**asked, "signed": "M."}).context["code"]
    waiting = person.get("/doors/").context["waiting"]
    assert [one["recipient"] for one in waiting] == ["Nora Vidal (therapist)"]
    person.post(f"/doors/invitation/{waiting[0]['id']}/take-back/")
    assert person.get("/doors/").context["waiting"] == []
    stranger = cast.client(Part.STRANGER)
    stranger.post("/people/code/", {"code": code})
    assert stranger.get(f"/with/{cast.record_id}/days/").status_code == 404


def test_nobody_takes_back_the_invitation_of_another(cast: Cast) -> None:
    person = cast.client(Part.PERSON)
    asked = {"recipient": "N.", "role": "therapist", "drawers": ["2"], "purpose": "to think", "months": "3"}
    person.post("/doors/invite/", {**asked, "signed": "M."})
    waiting = person.get("/doors/").context["waiting"]
    cast.client(Part.PERSON_ON_THEIR_OWN).post(f"/doors/invitation/{waiting[0]['id']}/take-back/")
    assert len(person.get("/doors/").context["waiting"]) == 1
