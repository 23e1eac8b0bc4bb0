"""Words from somebody close: asked for, left by a code, read or dropped unseen. Nobody else has a way in."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.signed_in import Open
from vado.balance.facts import WordsLeft
from vado.balance.forms_letters import LONGEST_LETTER
from vado.balance.letters import TRIES
from vado.people.access import RULES, Role
from vado.people.checks import addresses
from vado.record import Drawer, letter_boxes
from vado.record.models import StoredLetterBox

pytestmark = pytest.mark.django_db

WORDS = "I saw how you slept in August.\nI wish for one Sunday."


def asked(person: Client, whom: str = "my sister") -> str:
    answer = person.post("/me/letters/ask/", {"asked": whom})
    assert answer.status_code == 200
    return str(answer.context["code"])


def leave(code: str, words: str = WORDS, **said: str) -> str:
    """What the one who was asked is shown; empty where the words were left."""
    sent = {"version_id": str(uuid.uuid4()), "code": code, "words": words, "signed": "S.", **said}
    answer = Client().post("/letter/", sent)
    assert answer.status_code in {302, 400}
    return answer.content.decode()


def came(diary: Open) -> uuid.UUID:
    return next(box.id for box in letter_boxes(diary()) if box.has_letter)


def test_a_letter_is_asked_for_left_and_read(person: Client, diary: Open) -> None:
    code = asked(person)
    assert leave(f" {code[:4].lower()} {code[4:]}") == ""
    shown = person.get("/me/letters/").content.decode()
    assert "my sister" in shown
    assert "August" not in shown, "nothing of it before it is opened"
    assert "A letter came" in person.get("/me/balance/").content.decode()
    where = person.post(f"/me/letters/{came(diary)}/read/")["Location"]
    assert "I saw how you slept in August.<br>" in person.get(where).content.decode()
    (leaf,) = diary().leaves(WordsLeft)
    assert (leaf.drawer, leaf.fact.signed, leaf.fact.asked) == (Drawer.OWN, "S.", "my sister")
    assert letter_boxes(diary()) == []


def test_it_is_for_the_person_alone_until_they_show_it(person: Client, diary: Open) -> None:
    leave(asked(person))
    person.post(f"/me/letters/{came(diary)}/read/")
    (leaf,) = diary().leaves(WordsLeft)
    assert "August" not in person.get("/me/balance/").content.decode()
    person.post(f"/me/balance/item/{leaf.id}/only-me/")
    assert "August" in person.get("/me/balance/").content.decode()
    assert diary().leaf(leaf.id).drawer is Drawer.REFLECTIONS
    person.post(f"/me/balance/item/{leaf.id}/only-me/")
    person.post(f"/me/balance/item/{leaf.id}/off/", {"erase": "1"})
    assert list(diary().leaves(WordsLeft)) == []


def test_it_goes_unread_and_nobody_is_told(person: Client, diary: Open) -> None:
    leave(asked(person))
    assert person.post(f"/me/letters/{came(diary)}/drop/").status_code == 302
    assert not StoredLetterBox.objects.exists()
    assert list(diary().leaves(WordsLeft)) == []
    assert person.post(f"/me/letters/{uuid.uuid4()}/read/")["Location"] == "/me/letters/", "gone a moment ago"


def test_a_letter_of_100_kb_is_refused_with_a_clear_limit_and_comes_back_whole(person: Client, diary: Open) -> None:
    code = asked(person)
    shown = leave(code, "ñandú " * 17_000)
    assert str(LONGEST_LETTER) in shown.replace(",", "")
    assert "Your words are still here" in shown
    assert shown.count("ñandú") == 17_000
    assert not any(box.has_letter for box in letter_boxes(diary()))
    assert leave(code, "x" * LONGEST_LETTER) == "", "the code is still good"


@pytest.mark.parametrize("words", ["🌊", "لم أنم جيدا", "<script>alert(1)</script>", "you ruin everything"])
def test_any_words_are_shown_as_words(person: Client, diary: Open, words: str) -> None:
    leave(asked(person), words)
    where = person.post(f"/me/letters/{came(diary)}/read/")["Location"]
    shown = person.get(where).content.decode()
    assert words.replace("<", "&lt;").replace(">", "&gt;") in shown
    assert "<script>alert" not in shown


@pytest.mark.parametrize("said", [{"words": " "}, {"code": ""}, {"code": "AAAA2222"}, {"signed": "x" * 301}])
def test_what_cannot_be_left_comes_back_with_a_reason(person: Client, diary: Open, said: dict[str, str]) -> None:
    shown = leave(**{"code": asked(person), **said})
    assert "Not left yet. Your words are still here." in shown
    if "words" not in said:
        assert "I wish for one Sunday." in shown
    assert not any(box.has_letter for box in letter_boxes(diary()))


def test_used_unknown_and_old_codes_get_one_and_the_same_answer(person: Client, diary: Open) -> None:
    used, taken_back = asked(person), asked(person)
    leave(used)
    waiting = next(box for box in letter_boxes(diary()) if not box.has_letter)
    person.post(f"/me/letters/{waiting.id}/drop/")
    answers = {re.sub(r'value="[^"]*"', "", leave(code)) for code in (used, taken_back, "AAAA2222")}
    assert len({re.sub(r"csrf\S+", "", answer) for answer in answers}) == 1


def test_sent_twice_it_is_left_one_time_and_says_so(person: Client, diary: Open) -> None:
    code, once = asked(person), str(uuid.uuid4())
    assert leave(code, version_id=once) == ""
    assert leave(code, version_id=once) == ""
    assert sum(box.has_letter for box in letter_boxes(diary())) == 1


def test_guessing_ends_soon_for_one_address(person: Client) -> None:
    code = asked(person)
    for _try in range(TRIES):
        leave("AAAA2222")
    shown = leave(code)
    assert "Too many tries for now." in shown
    assert "I wish for one Sunday." in shown


def test_the_page_of_whoever_was_asked_tells_nothing_of_anybody(person: Client) -> None:
    asked(person)
    assert "my sister" not in Client().get("/letter/").content.decode()


def test_there_is_no_door_for_an_employer_a_court_or_probation() -> None:
    """Neither a role, nor an address. Whoever adds one has to take this line away."""
    unwanted = re.compile(r"employ|court|probation|judge|police|family|relative")
    assert not [role for role in Role if unwanted.search(role)]
    assert not [rule for rule in RULES if unwanted.search(f"{rule.role} {rule.purpose}")]
    assert not [where for where, _view in addresses(get_resolver().url_patterns) if unwanted.search(where)]
