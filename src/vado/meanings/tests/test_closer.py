"""Looking closer: saved at each step, in any order, put off, resumed weeks later, and never lost."""

import datetime as dt
import re
import uuid

import pytest
from django.test import Client
from django.utils import timezone

from tests.signed_in import Open
from vado.diary.facts import Use
from vado.meanings.facts import Ended, Unwrapping
from vado.record import Drawer, Leaf
from vado.record.lived_day import Lived, lived_now

pytestmark = pytest.mark.django_db


def begin(person: Client, **said: str) -> str:
    answer = person.post("/me/closer/begin/", {"version_id": str(uuid.uuid4()), "when": "earlier", **said})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def only(diary: Open) -> Leaf[Unwrapping]:
    (leaf,) = diary().leaves(Unwrapping)
    return leaf


def say(person: Client, leaf: Leaf[Unwrapping], moment: str, then: str = "next", **said: str) -> str:
    page = {"version_id": str(uuid.uuid4()), "follows": str(leaf.version), "then": then, **said}
    answer = person.post(f"/me/closer/{leaf.id}/{moment}/", page)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_three_questions_first_and_then_enough(person: Client, diary: Open) -> None:
    begin(person, about="cider")
    first = person.get(f"/me/closer/{only(diary).id}/begin/")
    assert first["Location"].endswith("/event/?way=short")
    assert say(person, only(diary), "event", way="short", words="the handover").endswith("/purpose/?way=short")
    on_to = say(person, only(diary), "purpose", way="short", words="quiet", meanings="inner_critic", own_meaning="rest")
    assert on_to.endswith("/first/?way=short")
    assert say(person, only(diary), "first", way="short", words="an hour").endswith("/?enough=")
    fact = only(diary).fact
    assert fact.words == {"event": "the handover", "purpose": "quiet", "first": "an hour"}
    assert fact.meanings == ("inner_critic", "rest")
    assert "That is plenty" in person.get(f"/me/closer/{only(diary).id}/?enough=").content.decode()


def test_any_order_any_left_out_and_all_twelve(person: Client, diary: Open) -> None:
    begin(person)
    leaf_id = only(diary).id
    for moment in ("purpose", "later", "act", "urge", "body", "before"):
        more = {"urge": {"height": "8"}, "act": {"ended": "used_less", "clock": "22:30"}, "body": {"clock": "22:05"}}
        say(person, only(diary), moment, words=f"said of {moment}", **more.get(moment, {}))
    fact = only(diary).fact
    assert (fact.height, fact.ended, fact.first_sign_at) == (8, Ended.USED_LESS, dt.time(22, 5))
    shown = person.get(f"/me/closer/{leaf_id}/").content.decode()
    assert "From the first sign to what you did: 25 minutes" in shown
    assert "How did the body say it?" not in shown
    assert "Was there a thought or an inner voice?" in shown, "what is open stays open, and can be written later"


def test_a_blank_page_keeps_nothing_and_goes_on(person: Client, diary: Open) -> None:
    begin(person)
    assert say(person, only(diary), "event").endswith("/body/")
    assert only(diary).fact.words == {}


def test_stop_leads_to_the_line_and_later_keeps_it_waiting(person: Client, diary: Open) -> None:
    begin(person, about="cider")
    leaf = only(diary)
    assert say(person, leaf, "event", then="stop", words="a look") == f"/me/closer/{leaf.id}/"
    person.post(f"/me/closer/{leaf.id}/tomorrow/")
    assert only(diary).fact.waits
    assert only(diary).fact.words == {"event": "a look"}
    assert "Waiting for you" in person.get("/me/meanings/").content.decode()
    say(person, only(diary), "voice", words="not enough")
    assert not only(diary).fact.waits, "writing on takes it up again"


def test_somebody_who_has_just_used_is_offered_tomorrow(person: Client, diary: Open) -> None:
    use = Use(when=lived_now(timezone.now(), "UTC"), substance="cider", wanted="quiet")
    entry = diary().put(use)
    where = begin(person, entry=str(entry.id))
    assert where.endswith("/tomorrow/")
    assert "This can wait until tomorrow" in person.get(where).content.decode()
    assert begin(person, when="now").endswith("/tomorrow/")
    assert only_of_entry(diary, entry.id).fact.words == {"purpose": "quiet"}


def only_of_entry(diary: Open, entry: uuid.UUID) -> Leaf[Unwrapping]:
    return next(leaf for leaf in diary().leaves(Unwrapping) if leaf.fact.entry == entry.hex)


def test_an_old_entry_begins_at_once(person: Client, diary: Open) -> None:
    entry = diary().put(Use(when=Lived(on=dt.date(2026, 1, 3)), substance="cider"))
    assert begin(person, entry=str(entry.id)).endswith("/begin/")


def test_words_that_are_only_mine_are_not_carried_into_what_a_door_shows(person: Client, diary: Open) -> None:
    said = {"version_id": str(uuid.uuid4()), "when": "now", "substance": "cider", "cost": "the quarrel"}
    person.post("/me/use/", {**said, "mine_cost": "on"})
    (use,) = diary().leaves(Use)
    begin(person, entry=str(use.id))
    assert "later" not in only(diary).fact.words
    diary().move(use.id, Drawer.OWN)
    begin(person, entry=str(use.id))
    assert {leaf.drawer for leaf in diary().leaves(Unwrapping)} == {Drawer.REFLECTIONS, Drawer.OWN}


def test_two_moments_written_at_once_are_both_there(person: Client, diary: Open) -> None:
    begin(person)
    seen = only(diary)
    say(person, seen, "event", words="on the phone")
    say(person, seen, "voice", words="on the laptop")
    assert only(diary).fact.words == {"event": "on the phone", "voice": "on the laptop"}


def test_one_moment_written_two_ways_at_once_keeps_both(person: Client, diary: Open) -> None:
    begin(person)
    seen = only(diary)
    say(person, seen, "event", words="on the phone")
    say(person, seen, "event", words="on the laptop")
    heads = diary().heads(seen.id)
    assert len(heads) == 2
    shown = person.get(f"/me/closer/{seen.id}/").content.decode()
    assert "on the phone" in shown
    assert "on the laptop" in shown
    person.post(f"/me/meanings/leaf/{seen.id}/settle/", {"version": heads[0].version.hex, "keep": "both"})
    kept = {leaf.fact.words["event"] for leaf in diary().leaves(Unwrapping)}
    assert kept == {"on the phone", "on the laptop"}
    assert len(diary().heads(seen.id)) == 1


def test_the_same_page_sent_twice_is_kept_one_time(person: Client, diary: Open) -> None:
    begin(person)
    leaf, version = only(diary), str(uuid.uuid4())
    for _time in range(2):
        page = {"version_id": version, "follows": str(leaf.version), "words": "a look"}
        assert person.post(f"/me/closer/{leaf.id}/event/", page).status_code == 302
    assert len(diary().history(leaf.id)) == 2


@pytest.mark.parametrize("words", ["🌊", "ليلة طويلة", "長い夜", "a" * 100_000])
def test_any_script_an_emoji_alone_and_very_long_words_are_kept(person: Client, diary: Open, words: str) -> None:
    begin(person)
    say(person, only(diary), "voice", words=words)
    assert only(diary).fact.words["voice"] == words


def test_too_long_words_come_back_with_a_reason(person: Client, diary: Open) -> None:
    begin(person)
    page = {"version_id": str(uuid.uuid4()), "follows": str(only(diary).version), "words": "x" * 100_001}
    answer = person.post(f"/me/closer/{only(diary).id}/event/", page)
    assert answer.status_code == 200
    assert "Your words are still here" in answer.content.decode()
    assert "x" * 100_001 in answer.content.decode()


@pytest.mark.parametrize("said", [{"on": "1850-01-01"}, {"on": "2999-01-01"}, {"on": "no day"}])
def test_a_day_that_cannot_be_is_told_and_nothing_is_lost(person: Client, said: dict[str, str]) -> None:
    page = {"version_id": str(uuid.uuid4()), "about": "the boat", "when": "earlier", **said}
    answer = person.post("/me/closer/begin/", page)
    assert answer.status_code == 422
    assert "the boat" in answer.content.decode()


def test_what_is_marked_before_is_offered_first(person: Client, diary: Open) -> None:
    begin(person)
    say(person, only(diary), "purpose", meanings="rebellion")
    begin(person)
    newest = max(diary().leaves(Unwrapping), key=lambda leaf: leaf.sequence)
    shown = person.get(f"/me/closer/{newest.id}/purpose/").content.decode()
    assert "You have named these before." in shown
    assert re.search(r"named these before.*?To be free, to say no.*?More that it can be for", shown, re.DOTALL)


def test_not_minding_to_live_leads_to_help_at_once(person: Client, diary: Open) -> None:
    begin(person)
    say(person, only(diary), "purpose", meanings="self_harm_suicidal")
    assert "That part deserves company" in person.get(f"/me/closer/{only(diary).id}/").content.decode()


def test_only_me_and_back_and_erased(person: Client, diary: Open) -> None:
    begin(person, about="cider")
    leaf_id = only(diary).id
    person.post(f"/me/meanings/leaf/{leaf_id}/only-me/")
    assert only(diary).drawer is Drawer.OWN
    person.post(f"/me/meanings/leaf/{leaf_id}/only-me/")
    assert only(diary).drawer is Drawer.REFLECTIONS
    person.post(f"/me/meanings/leaf/{leaf_id}/erase/")
    assert not list(diary().leaves(Unwrapping))
    assert person.get(f"/me/closer/{leaf_id}/").status_code == 404


def test_a_leaf_of_another_room_does_not_exist_here(person: Client, diary: Open) -> None:
    entry = diary().put(Use(when=Lived(on=dt.date(2026, 1, 3)), substance="cider"))
    assert person.get(f"/me/meanings/leaf/{entry.id}/erase/").status_code == 404
    assert person.get(f"/me/closer/{entry.id}/").status_code == 404
    assert person.post(f"/me/closer/{entry.id}/nonsense/").status_code == 404


def test_stop_later_and_no_body_first_on_every_question(person: Client, diary: Open) -> None:
    begin(person)
    for moment in ("event", "body", "voice", "purpose"):
        shown = person.get(f"/me/closer/{only(diary).id}/{moment}/").content.decode()
        assert "Stop here. It stays as it is." in shown
        assert "Later" in shown
        assert "Skip" in shown
    assert "leave it out" in person.get(f"/me/closer/{only(diary).id}/body/").content.decode()
