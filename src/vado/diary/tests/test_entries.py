"""Writing, changing, erasing and keeping for oneself, through the pages as a person uses them."""

import datetime as dt
import re
import uuid
from typing import Any

import pytest
from django.test import Client

from tests.cast import lived_today
from vado.diary.facts import Amount, DayStatement, Note, OnlyMineField, Step, Sureness, Urge, Use
from vado.record import Drawer, Record

pytestmark = pytest.mark.django_db


def write(person: Client, kind: str = "use", **said: str) -> str:
    """Sends a form and tells the address that it leads to."""
    answer = person.post(f"/me/{kind}/", {"version_id": str(uuid.uuid4()), "when": "now", **said})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def page(person: Client, address: str) -> str:
    answer = person.get(address)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', html)
    assert found, name
    return found[1]


def only_leaf(record: Record, kind: Any = Use) -> Any:
    (leaf,) = record.leaves(kind)
    return leaf


def changed(person: Client, leaf_id: uuid.UUID, **said: str) -> Any:
    """The edit form as it stands, with some answers changed, sent."""
    html = page(person, f"/me/entry/{leaf_id}/change/")
    sent = {name: hidden(html, name) for name in ("version_id", "follows", "kind")}
    return person.post(f"/me/entry/{leaf_id}/change/", {**sent, **said})


def test_what_and_when_are_enough(person: Client, diary: Any) -> None:
    after = page(person, write(person, substance="cider"))
    assert "You used. Thanks for writing it down." in after
    use = only_leaf(diary()).fact
    assert (use.substance, use.amount.least, use.recalled) == ("cider", None, False)


def test_a_dose_is_repeated_in_three_taps_and_two_taps_keep_it_once(person: Client, diary: Any) -> None:
    write(person, substance="cider", least="2", unit="cans", gave="quiet")
    html = page(person, "/me/use/")
    sent = {"version_id": hidden(html, "version_id"), "dose": hidden(html, "dose")}
    for _tap in range(2):
        assert person.post("/me/use/repeat/", sent).status_code == 302
    first, second = sorted(diary().leaves(Use), key=lambda leaf: leaf.sequence)
    assert (second.fact.amount, second.fact.gave) == (first.fact.amount, "")


def test_the_same_form_sent_twice_is_kept_once_and_with_other_words_nothing_is_lost(person: Client, diary: Any) -> None:
    sent = {"version_id": str(uuid.uuid4()), "words": "walked home", "when": "now"}
    assert person.post("/me/step/", sent).status_code == 302
    assert person.post("/me/step/", sent).status_code == 302
    assert len(list(diary().leaves(Step))) == 1
    offered = person.post("/me/step/", sent | {"words": "and slept"}).content.decode()
    assert "and slept" in offered
    assert "already kept" in offered
    person.post("/me/step/", sent | {"words": "and slept", "version_id": hidden(offered, "version_id")})
    assert {leaf.fact.words for leaf in diary().leaves(Step)} == {"walked home", "and slept"}


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"least": "-2"}, "Take the minus sign away"),
        ({"least": "nan"}, "cannot keep that amount"),
        ({"least": "1e99"}, "Write the amount as a number"),
        ({"least": "9999999"}, "larger than Vado can keep"),
        ({"on": "2026-02-31"}, "not in the calendar"),
        ({"on": "1850-01-01"}, "back to the year 1900"),
        ({"on": "2999-01-01"}, "has not come yet"),
        ({"zone": "Mars/Olympus"}, "does not know that time zone"),
        ({"note": "x" * 1_000_000}, "This is longer than 100000 characters"),
    ],
)
def test_bad_input_gets_a_clear_message_and_the_words_come_back(
    person: Client, diary: Any, said: dict[str, str], message: str
) -> None:
    sent = {"version_id": str(uuid.uuid4()), "substance": "cider", "gave": "my own words", **said}
    html = person.post("/me/use/", sent).content.decode()
    assert message in html
    assert "my own words" in html
    assert all(words in html for words in said.values())
    assert not list(diary().leaves(Use))


def test_an_earlier_day_is_marked_as_written_later(person: Client, diary: Any) -> None:
    on = (lived_today() - dt.timedelta(days=4)).isoformat()
    after = page(person, write(person, substance="cider", when="earlier", on=on, at="21:30"))
    assert "written later" in after
    assert "21:30" in after
    assert only_leaf(diary()).fact.recalled


def test_an_edit_keeps_history_for_the_person(person: Client, diary: Any) -> None:
    write(person, substance="cider", cost="sleep")
    leaf_id = only_leaf(diary()).id
    assert changed(person, leaf_id, substance="wine", cost="sleep").status_code == 302
    assert only_leaf(diary()).fact.substance == "wine"
    history = page(person, f"/me/entry/{leaf_id}/history/")
    assert "wine" in history
    assert "cider" in history


def test_two_edits_at_once_are_both_shown_and_both_can_stay(person: Client, diary: Any) -> None:
    write(person, substance="cider")
    leaf = only_leaf(diary())
    sent = {"follows": str(leaf.version), "kind": "use", "when": "now"}
    for word in ("beer", "wine"):
        sent["version_id"] = str(uuid.uuid4())
        person.post(f"/me/entry/{leaf.id}/change/", {**sent, "substance": word})
    both = page(person, f"/me/entry/{leaf.id}/")
    assert "Both are kept here" in both
    assert "beer" in both
    assert "wine" in both
    person.post(f"/me/entry/{leaf.id}/choose/", {"version": hidden(both, "version"), "keep": "both"})
    assert {kept.fact.substance for kept in diary().leaves(Use)} == {"beer", "wine"}
    assert all(kept.heads == 1 for kept in diary().leaves(Use))


def test_an_edit_of_something_erased_meanwhile_brings_the_words_back(person: Client, diary: Any) -> None:
    write(person, substance="cider")
    leaf = only_leaf(diary())
    form = page(person, f"/me/entry/{leaf.id}/change/")
    person.post(f"/me/entry/{leaf.id}/erase/")
    sent = {name: hidden(form, name) for name in ("version_id", "follows", "kind")}
    html = person.post(f"/me/entry/{leaf.id}/change/", {**sent, "substance": "cider", "note": "long words"})
    words = html.content.decode()
    assert "erased meanwhile" in words
    assert "long words" in words
    assert 'action="/me/use/"' in words


def test_erasing_can_be_undone_with_what_was_only_mine(person: Client, diary: Any) -> None:
    write(person, substance="cider", cost="the quarrel", mine_cost="on")
    leaf_id = only_leaf(diary()).id
    after = person.post(f"/me/entry/{leaf_id}/erase/")
    assert not list(diary().leaves((Use, OnlyMineField)))
    assert "Put it back" in page(person, after["Location"])
    person.post("/me/entry/back/")
    assert only_leaf(diary()).id != leaf_id
    assert "the quarrel" in page(person, f"/me/entry/{only_leaf(diary()).id}/")
    assert person.get(f"/me/entry/{leaf_id}/").status_code == 404


def test_one_field_is_kept_for_me_at_writing(person: Client, diary: Any) -> None:
    write(person, substance="cider", gave="quiet", cost="the quarrel", mine_cost="on")
    leaf = only_leaf(diary())
    mine = only_leaf(diary(), OnlyMineField)
    assert (leaf.drawer, leaf.fact.gave, leaf.fact.cost) == (Drawer.DIARY, "quiet", "")
    assert (mine.drawer, mine.fact.words) == (Drawer.OWN, "the quarrel")


def test_an_entry_or_a_field_is_kept_for_me_later_and_shown_once_more(person: Client, diary: Any) -> None:
    write(person, substance="cider", cost="the quarrel")
    leaf_id = only_leaf(diary()).id
    only_me = f"/me/entry/{leaf_id}/only-me/"
    assert "the quarrel" in page(person, only_me)
    person.post(only_me, {"field": "cost"})
    assert only_leaf(diary()).fact.cost == ""
    assert all(not one.fact.cost for one in diary().history(leaf_id) if one.drawer is Drawer.DIARY)
    person.post(only_me, {"field": "cost"})
    assert only_leaf(diary()).fact.cost == "the quarrel"
    assert not list(diary().leaves(OnlyMineField))
    person.post(only_me, {"field": "whole"})
    assert only_leaf(diary()).drawer is Drawer.OWN
    person.post(only_me, {"field": "whole"})
    assert only_leaf(diary()).drawer is Drawer.DIARY


def test_a_whole_entry_is_kept_for_me_at_writing(person: Client, diary: Any) -> None:
    write(person, "urge", strength="7", only_mine="on")
    assert only_leaf(diary(), Urge).drawer is Drawer.OWN


def test_questions_come_in_order_and_stop(person: Client, diary: Any) -> None:
    address = write(person, substance="cider")
    leaf_id = only_leaf(diary()).id
    for question, field_words in (("remember", "with Ana"), ("gave", "quiet"), ("keep", "eat first")):
        html = page(person, address)
        assert f"/answer/{question}/" in html
        sent = {"version_id": str(uuid.uuid4()), "words": field_words}
        address = person.post(f"/me/entry/{leaf_id}/answer/{question}/", sent)["Location"]
    assert "/answer/" not in page(person, address)
    assert (only_leaf(diary()).fact.note, only_leaf(diary()).fact.gave) == ("with Ana", "quiet")
    assert only_leaf(diary(), Note).fact.words == "eat first"


def test_a_day_says_nothing_used_once_and_can_take_it_back(person: Client, diary: Any) -> None:
    on = (lived_today() - dt.timedelta(days=3)).isoformat()
    for answer in ("do_not_know", "nothing_used"):
        person.post(f"/me/day/{on}/say/", {"version_id": str(uuid.uuid4()), "answer": answer})
    statement = only_leaf(diary(), DayStatement)
    assert (statement.fact.answer, statement.fact.recalled) == ("nothing_used", True)
    person.post(f"/me/entry/{statement.id}/erase/")
    assert "Blank is not zero" in page(person, f"/me/day/{on}/")


def test_an_evening_is_one_line_in_order(person: Client) -> None:
    on = (lived_today() - dt.timedelta(days=2)).isoformat()
    common = {"when": "earlier", "on": on}
    write(person, substance="cider", at="21:00", **common)
    write(person, "note", words="the voice said no", at="22:00", **common)
    write(person, "urge", strength="7", at="20:30", **common)
    html = page(person, f"/me/day/{on}/")
    assert html.count('class="timeline"') == 1
    assert html.index("Urge, 7 of 10") < html.index("cider") < html.index("the voice said no")


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ({"least": "2"}, Amount(Sureness.EXACT, 2, None)),
        ({"least": "2", "sureness": "about"}, Amount(Sureness.ABOUT, 2, None)),
        ({"least": "2", "most": "4"}, Amount(Sureness.RANGE, 2, 4)),
        ({}, Amount()),
    ],
)
def test_one_chip_and_two_fields_tell_exactly_about_a_range_or_unknown_and_come_back_to_be_changed(
    person: Client, diary: Any, said: dict[str, str], amount: Amount
) -> None:
    write(person, substance="cider", **said)
    leaf = only_leaf(diary())
    assert leaf.fact.amount == amount
    ticked = 'value="about" id="id_sureness" checked' in page(person, f"/me/entry/{leaf.id}/change/")
    assert ticked == (amount.sureness is Sureness.ABOUT)
    changed(person, leaf.id, substance="cider", when="now", note="the bus", **said)
    assert (only_leaf(diary()).fact.amount, only_leaf(diary()).fact.note) == (amount, "the bus")
