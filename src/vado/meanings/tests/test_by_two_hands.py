"""The map drawn by two on two devices: each hand changes its own words, and both stand beside each other."""

import uuid

import pytest
from django.test import Client

from tests.cast import Cast, Part
from tests.signed_in import Open
from vado.meanings.reading_map import drawn_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(cast: Cast) -> tuple[Client, Client, Open]:
    """The person and their therapist, whose door may write, each in a browser."""
    return cast.client(Part.PERSON), cast.client(Part.THERAPIST), cast.open


def thing(client: Client, where: str, words: str, sort: str) -> None:
    page = {"version_id": str(uuid.uuid4()), "words": words, "sort": sort}
    assert client.post(f"{where}map/thing/", page).status_code == 302


def arrow(client: Client, where: str, ends: list[str], does: str, held_by: str) -> None:
    page = {"version_id": str(uuid.uuid4()), "source": ends[0], "target": ends[1], "does": does, "held_by": held_by}
    assert client.post(f"{where}map/arrow/", page).status_code == 302


def test_each_draws_and_where_they_differ_both_see_it(two: tuple[Client, Client, Open]) -> None:
    person, therapist, diary = two
    door = f"/with/{diary().id}/"
    thing(person, "/me/", "cider", "use")
    thing(therapist, door, "tight chest", "state")
    ends = list(drawn_in(diary()).nodes)
    arrow(person, "/me/", ends, "eases", "person")
    arrow(therapist, door, ends, "raises", "therapist")
    mine, theirs = person.get("/me/map/").content.decode(), therapist.get(f"{door}map/").content.decode()
    assert "Where you see it differently" in mine
    assert "My therapist sees" in mine
    assert "The person sees" in theirs


def test_neither_hand_changes_what_the_other_wrote(two: tuple[Client, Client, Open]) -> None:
    person, therapist, diary = two
    door = f"/with/{diary().id}/"
    thing(person, "/me/", "cider", "use")
    thing(therapist, door, "tight chest", "state")
    for leaf in drawn_in(diary()).nodes.values():
        for client, where, hand in ((person, "/me/", "person"), (therapist, door, "therapist")):
            page = client.get(f"{where}map/thing/{leaf.id}/change/")
            assert page.status_code == (200 if leaf.fact.by == hand else 404)
