"""What safety says on the page that follows a keeping: to the person, on the same page, and to nobody else."""

import datetime as dt
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.cast import Cast, Part, lived_today
from vado.diary.facts import Use
from vado.record.lived_day import Lived
from vado.safety.facts import CardSeen, Regular
from vado.safety.reading import safety_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(Part.PERSON)


def use(client: Client, substance: str, **more: Any) -> str:
    """Keeps a use and gives the page that follows."""
    sent = {"version_id": str(uuid4()), "substance": substance, "when": "now", **more}
    return str(client.post("/me/use/", sent, follow=True).content.decode())


def test_a_pair_is_a_full_card_at_first_sight_and_one_line_afterwards(client: Client) -> None:
    use(client, "Beer")
    first, second = use(client, "Heroin"), use(client, "Beer")
    assert 'class="safety-card" data-rule="alcohol-opioid"' in first
    assert 'class="safety-line" data-rule="alcohol-opioid"' in second
    assert "You used. Thanks for writing it down." in first


def test_i_know_this_rests_for_thirty_days_but_not_for_an_opioid_with_another_sedative(client: Client) -> None:
    use(client, "Cocaine")
    assert "I know this" in use(client, "Beer")
    client.post("/me/safety/know/", {"rule": "alcohol-cocaine", "next": "/me/"})
    assert "alcohol-cocaine" not in use(client, "Beer")
    use(client, "Heroin")
    client.post("/me/safety/know/", {"rule": "alcohol-opioid", "next": "/me/"})
    page = use(client, "Beer")
    assert "alcohol-opioid" in page
    assert "I know this" not in page


def test_what_is_written_long_after_is_worth_knowing_one_time(client: Client) -> None:
    long_ago = (lived_today() - dt.timedelta(days=5)).isoformat()
    use(client, "Cocaine", when="that_day", on=long_ago)
    first = use(client, "Beer", when="that_day", on=long_ago)
    assert "Worth knowing for next time" in first
    assert "alcohol-cocaine" not in use(client, "Beer", when="that_day", on=long_ago)


def test_what_is_not_listed_says_nothing(client: Client) -> None:
    use(client, "Beer")
    page = use(client, "Cannabis")
    assert "data-rule" not in page


def test_the_list_of_what_is_taken_regularly_is_read(cast: Cast, client: Client) -> None:
    cast.open().put(Regular(name="Sertralina", code="sertraline"))
    assert 'data-rule="ssri-tramadol"' in use(client, "Tramadol")


def test_the_class_of_an_own_substance_is_asked_one_time(cast: Cast, client: Client) -> None:
    use(client, "Heroin")
    assert "What kind of thing is “the blue one”?" in use(client, "the blue one")
    client.post("/me/safety/kind/", {"word": "the blue one", "class_code": "benzodiazepine", "next": "/me/"})
    page = use(client, "The Blue One")
    assert "What kind of thing" not in page
    assert 'data-rule="benzodiazepine-opioid"' in page
    use(client, "moonlight")
    client.post("/me/safety/kind/", {"word": "moonlight", "class_code": "", "next": "/me/"})
    page = use(client, "moonlight")
    assert "What kind of thing" not in page
    assert [one.word for one in safety_of(cast.open()).own_classes] == ["the blue one", "moonlight"]


def test_a_return_to_an_opioid_is_met_with_its_card(client: Client) -> None:
    assert 'data-rule="lost-tolerance-opioid"' in use(client, "Heroin")
    assert "lost-tolerance-opioid" not in use(client, "Heroin")


def test_a_step_in_a_break_is_thanked_for_and_the_card_still_shown(cast: Cast, client: Client) -> None:
    day = lived_today() - dt.timedelta(days=6)
    cast.open().put(Use(when=Lived(on=day), substance="caballo", substance_code="heroin"))
    sent = {"version_id": str(uuid4()), "when": "now", "words": "a week of mornings"}
    page = client.post("/me/step/", sent, follow=True).content.decode()
    assert "Thanks for writing it down." in page
    assert "lost-tolerance-opioid" in page


def test_words_that_touch_a_crisis_lead_gently_on_the_same_page(cast: Cast, client: Client) -> None:
    before = list(cast.open().leaves(CardSeen))
    page = use(client, "Beer", note="I do not want to wake up tomorrow")
    assert "This sounds heavy." in page
    assert "/me/safety/plan/" in page
    assert "This sounds heavy." not in use(client, "Beer", note="I was dying of laughter")
    assert list(cast.open().leaves(CardSeen)) == before


def test_nobody_else_sees_what_was_said(cast: Cast, client: Client) -> None:
    use(client, "Beer")
    use(client, "Heroin", note="I want to die")
    leaf = max(cast.open().leaves(Use), key=lambda one: one.sequence)
    address = f"/with/{cast.record_id}/day/{leaf.fact.when.on}/?kept={leaf.id.hex}"
    page = cast.client(Part.THERAPIST).get(address).content.decode()
    assert "Heroin" in page
    assert "data-rule" not in page
    assert "This sounds heavy" not in page


def test_sent_twice_it_is_kept_and_noted_one_time(cast: Cast, client: Client) -> None:
    use(client, "Beer")
    sent = {"version_id": str(uuid4()), "substance": "Heroin", "when": "now"}
    for _time in range(2):
        client.post("/me/use/", sent, follow=True)
    noted = [leaf.fact.rule for leaf in cast.open().leaves(CardSeen)]
    assert sorted(noted) == ["alcohol-opioid", "lost-tolerance-opioid"]


def test_an_entry_that_is_changed_is_looked_at_as_well(cast: Cast, client: Client) -> None:
    use(client, "Beer")
    use(client, "Tea")
    leaf = max(cast.open().leaves(Use), key=lambda one: one.sequence)
    address = f"/me/entry/{leaf.id}/change/"
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in ("version_id", "follows", "when", "on", "at", "zone")}
    page = client.post(address, {**sent, "substance": "Heroin"}, follow=True).content.decode()
    assert 'data-rule="alcohol-opioid"' in page


def filled(client: Client, cast: Cast, *days_ago: int) -> str:
    """Fills these days with the last beer and gives the page that follows."""
    beer = next(leaf for leaf in cast.open().leaves(Use) if leaf.fact.substance == "Beer")
    days = [(lived_today() - dt.timedelta(days=ago)).isoformat() for ago in days_ago]
    rows = {f"choice-{day}": "use" for day in days} | {f"dose-{day}": str(beer.id) for day in days}
    sent = {"token": str(uuid4()), "day": days, **rows}
    return str(client.post("/me/fill/", sent, follow=True).content.decode())


def test_several_days_filled_are_warned_of_only_where_their_hours_still_run(cast: Cast, client: Client) -> None:
    now, long_ago = timezone.now(), lived_today() - dt.timedelta(days=6)
    use(client, "Beer", when="that_day", on=(now.date() - dt.timedelta(days=40)).isoformat())
    use(client, "Cocaine", when="that_day", on=long_ago.isoformat())
    noted = len(list(cast.open().leaves(CardSeen)))
    assert "data-rule" not in filled(client, cast, 6, 7)
    assert len(list(cast.open().leaves(CardSeen))) == noted
    use(client, "Cocaine")
    page = filled(client, cast, 0)
    assert 'class="safety-card" data-rule="alcohol-cocaine"' in page
    assert 'class="safety-line" data-rule="alcohol-cocaine"' in use(client, "Beer")


def test_what_comes_in_as_a_file_is_not_warned_of_and_is_read_by_the_next_entry(cast: Cast, client: Client) -> None:
    use(client, "Cocaine")
    use(client, "Beer")
    told = client.post("/me/export/", {"form": "json"}).content
    other = cast.client(Part.PERSON_ON_THEIR_OWN)
    before = len(list(cast.open(Part.PERSON_ON_THEIR_OWN).leaves(CardSeen)))
    file = SimpleUploadedFile("notes.json", told.replace(b"card_seen", b"card_unseen"))
    page = other.post("/me/import/", {"file": file}).content.decode()
    assert len(list(cast.open(Part.PERSON_ON_THEIR_OWN).leaves(Use))) == 2
    assert "data-rule" not in page
    assert len(list(cast.open(Part.PERSON_ON_THEIR_OWN).leaves(CardSeen))) == before == 0
    assert 'class="safety-card" data-rule="alcohol-cocaine"' in use(other, "Beer")
