"""Sharing: card by card, by the person's tap, through a door that names the safety plan, and taken back at once."""

import pytest
from django.test import Client

from tests.cast import Cast, Part
from vado.safety.facts import AboutMe, Regular, SafetyPlan, SharedCard

pytestmark = pytest.mark.django_db

CARD = "After a break, the old amount can stop the breath"


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(Part.PERSON)


def through_the_door(cast: Cast, part: Part = Part.THERAPIST) -> str:
    """What somebody sees of it: the page for two and the plan."""
    door = f"/with/{cast.record_id}/"
    pages = [cast.client(part).get(door + page) for page in ("meetings/", "safety/plan/")]
    return "".join(page.content.decode() for page in pages if page.status_code == 200)


def test_a_card_is_shared_with_one_tap_from_the_page_that_shows_it(cast: Cast, client: Client) -> None:
    sent = {"version_id": "5f3a0000-0000-4000-8000-000000000009", "substance": "Heroin", "when": "now"}
    page = client.post("/me/use/", sent, follow=True).content.decode()
    assert 'action="/me/safety/share/"' in page
    assert CARD not in through_the_door(cast)
    page = client.post("/me/safety/share/", {"rule": "lost-tolerance-opioid"}, follow=True).content.decode()
    assert CARD in page
    assert "Open to: " in page
    assert through_the_door(cast).count(CARD) == 2  # on the page for two, and with the plan
    assert CARD in client.get("/me/meetings/").content.decode()  # the person sees what the other sees


def test_it_is_taken_back_at_once(cast: Cast, client: Client) -> None:
    leaf = cast.open().put(SharedCard(rule="lost-tolerance-opioid", on=cast.open().now.date()))
    assert CARD in through_the_door(cast)
    client.post(f"/me/safety/shared/{leaf.id}/take-back/")
    assert CARD not in through_the_door(cast)
    assert list(cast.open().leaves(SharedCard)) == []


def test_what_was_not_shared_is_seen_by_nobody(cast: Cast, client: Client) -> None:
    record = cast.open()
    for fact in (Regular(name="the blue one"), AboutMe(allergies="nuts"), SafetyPlan(reasons="Sundays")):
        record.put(fact)
    note = {"version_id": "5f3a0000-0000-4000-8000-000000000008", "words": "I want to die", "when": "now"}
    assert "This sounds heavy" in client.post("/me/note/", note, follow=True).content.decode()
    seen = through_the_door(cast)
    assert "Sundays" in seen  # the door of the cast names the safety plan
    assert not any(words in seen for words in ("the blue one", "nuts", "This sounds heavy", "Words that touch"))
    client.post("/me/safety/share/", {"rule": "words-touch"})
    assert "Words that touch" in through_the_door(cast)


@pytest.mark.parametrize("part", [Part.SUPERVISOR, Part.FACILITATOR, Part.RESEARCHER, Part.FORMER_THERAPIST])
def test_a_door_that_does_not_name_it_shows_nothing(cast: Cast, client: Client, part: Part) -> None:
    client.post("/me/safety/share/", {"rule": "lost-tolerance-opioid"})
    assert CARD not in through_the_door(cast, part)


def test_a_card_is_shared_once_and_only_one_that_is_there(cast: Cast, client: Client) -> None:
    for rule in ("alcohol-opioid", "alcohol-opioid", "no such rule", ""):
        client.post("/me/safety/share/", {"rule": rule})
    assert [leaf.fact.rule for leaf in cast.open().leaves(SharedCard)] == ["alcohol-opioid"]


def test_without_a_door_it_says_that_nobody_sees_it(cast: Cast) -> None:
    alone = cast.client(Part.PERSON_ON_THEIR_OWN)
    page = alone.post("/me/safety/share/", {"rule": "alcohol-opioid"}, follow=True).content.decode()
    assert "so nobody sees this" in page
