"""The balance as a person has it: benefits first, then and now, and nobody adds it up."""

import datetime as dt
import uuid

import pytest
from django.test import Client

from tests.signed_in import Open
from vado.balance.facts import BalanceItem, ComesTo, Field, Kind, SideItem, Weight, Whom
from vado.record import Drawer

pytestmark = pytest.mark.django_db

THEN = dt.date(2026, 3, 1)
SUMS = ("total", "sum of", "score", "average", "outweigh", "verdict", "result:", "on balance,", "winner")


def lay(person: Client, pan: str, words: str, status: int = 302, **said: str) -> str:
    page = {"version_id": str(uuid.uuid4()), "words": words, "whom": "me", **said}
    answer = person.post(f"/me/balance/add/{pan}/", page)
    assert answer.status_code == status
    return answer.content.decode()


def test_benefits_come_first_with_the_same_space_and_nothing_is_added_up(person: Client, diary: Open) -> None:
    lay(person, "harm", "short with my brother", whom="people", matters="3", ready="6", next_step="tell him")
    lay(person, "benefit", "quiet", matters="4", substance="cider")
    shown = person.get("/me/balance/").content.decode()
    assert shown.index("What it gives</h2>") < shown.index("quiet") < shown.index("What it costs</h2>")
    assert shown.count('<section class="card stack"') == 2
    assert "very much" in shown
    assert not [word for word in SUMS if word in shown.lower()]


def test_what_moved_is_told_in_sentences(person: Client, diary: Open) -> None:
    diary().put(BalanceItem(pan=Kind.BENEFIT, whom=Whom.ME, words="quiet", weights=(Weight(THEN, 4),)))
    (leaf,) = diary().leaves(BalanceItem)
    page = {"version_id": str(uuid.uuid4()), "words": "quiet", "whom": "me", "matters": "1"}
    assert person.post(f"/me/balance/item/{leaf.id}/", {**page, "follows": str(leaf.version)}).status_code == 302
    lay(person, "harm", "mornings")
    today = next(iter(diary().leaves(BalanceItem))).fact.weights[-1].on
    shown = person.get(f"/me/balance/{THEN}/and/{today}/").content.decode()
    assert "Matters less than then: quiet." in shown
    assert "New: mornings." in shown
    assert not [word for word in SUMS if word in shown.lower()]
    assert person.get("/me/balance/never/and/2026-01-01/").status_code == 404


def test_taken_off_it_stays_on_earlier_days_and_erased_it_does_not(person: Client, diary: Open) -> None:
    kept = diary().put(BalanceItem(pan=Kind.HARM, whom=Whom.ME, words="mornings", weights=(Weight(THEN, 4),)))
    person.post(f"/me/balance/item/{kept.id}/off/")
    assert "mornings" not in person.get("/me/balance/").content.decode()
    assert "mornings" in person.get(f"/me/balance/{THEN}/and/{THEN}/").content.decode()
    person.post(f"/me/balance/item/{kept.id}/off/", {"erase": "1"})
    assert not list(diary().leaves(BalanceItem))


def test_the_person_may_say_what_it_comes_to(person: Client, diary: Open) -> None:
    person.post("/me/balance/comes-to/", {"version_id": str(uuid.uuid4()), "words": "Worth it on Fridays."})
    assert [leaf.fact.words for leaf in diary().leaves(ComesTo)] == ["Worth it on Fridays."]
    assert "Worth it on Fridays." in person.get("/me/balance/").content.decode()


def test_changing_and_staying_have_four_fields_and_lie_with_the_voices(person: Client, diary: Open) -> None:
    for field in Field:
        page = {"version_id": str(uuid.uuid4()), "field": field.value, "words": f"said of {field}", "matters": "2"}
        assert person.post("/me/sides/add/", page).status_code == 302
    assert {leaf.drawer for leaf in diary().leaves(SideItem)} == {Drawer.VOICES}
    shown = person.get("/me/sides/").content.decode()
    assert all(f"said of {field}" in shown for field in Field)
    assert "Not decided is an answer." in shown
    assert not [word for word in SUMS if word in shown.lower()]


@pytest.mark.parametrize("words", ["", "x" * 301])
def test_what_cannot_be_kept_comes_back_with_a_reason(person: Client, diary: Open, words: str) -> None:
    assert "Not kept yet." in lay(person, "benefit", words, status=200)
    assert not list(diary().leaves(BalanceItem))


def test_there_is_no_third_pan_and_no_leaf_of_another_room(person: Client, diary: Open) -> None:
    assert person.get("/me/balance/add/verdict/").status_code == 404
    assert person.get(f"/me/balance/item/{uuid.uuid4()}/").status_code == 404


@pytest.mark.parametrize("where", ["balance", "sides"])
def test_how_it_moved_is_shown_thing_by_thing_and_no_total_is_printed(person: Client, diary: Open, where: str) -> None:
    weights = (Weight(THEN, 4), Weight(dt.date(2026, 6, 1), 1), Weight(dt.date(2026, 9, 1)))
    off = dt.date(2026, 5, 1)
    record = diary()
    record.put(BalanceItem(pan=Kind.BENEFIT, whom=Whom.ME, words="quiet", weights=weights))
    record.put(BalanceItem(pan=Kind.HARM, whom=Whom.ME, words="mornings", weights=weights[:1], until=off))
    record.put(SideItem(field=Field.STAY_GOOD, words="quiet", weights=weights))
    record.put(SideItem(field=Field.CHANGE_GOOD, words="mornings", weights=weights[:1], until=off))
    shown = person.get(f"/me/{where}/over-time/").content.decode()
    for told in (" to ", ": very much", ": a little", ": nothing said", "taken off on"):
        assert told in shown
    assert shown.count('<svg class="strip"') == 2, "one picture for each thing, and none for all of them"
    assert not [word for word in SUMS if word in shown.lower()]
    assert "How it moved" in person.get(f"/me/{where}/").content.decode()


def test_how_it_moved_is_calm_where_nothing_is_there(person: Client) -> None:
    for where in ("balance", "sides"):
        assert person.get(f"/me/{where}/over-time/").status_code == 200
