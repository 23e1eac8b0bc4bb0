"""Two voices that may answer each other, and a page of two hands: both stay, and nothing is decided from them."""

import datetime as dt
import re
import uuid

import pytest
from django.test import Client

from tests.signed_in import Open
from vado.meanings.facts_map import Hand
from vado.meanings.facts_voices import FormulationPart, PartThen, Section, Side, VoiceLine
from vado.meanings.rules_voices import courses, days_of_writing, rewritten, spoken, words_on
from vado.record import Drawer

DAY, LATER = dt.date(2026, 9, 1), dt.date(2026, 11, 1)
VERDICTS = ("score", "total", "the winner", "outweigh", "therefore you", "verdict", "stronger side", "result:")


def speak(person: Client, side: str, words: str, answers: str = "") -> None:
    page = {"version_id": str(uuid.uuid4()), "side": side, "words": words, "answers": answers}
    assert person.post("/me/voices/speak/", page).status_code == 302


def test_a_voice_may_answer_the_other_itself_or_nobody() -> None:
    first = VoiceLine(side=Side.WANTS_IT, words="one", on=DAY)
    other = VoiceLine(side=Side.WANTS_ELSE, words="no", on=DAY, answers="a")
    again = VoiceLine(side=Side.WANTS_ELSE, words="or yes", on=DAY, answers="b")
    lost = VoiceLine(side=Side.WANTS_IT, words="who?", on=DAY, answers="erased")
    own = VoiceLine(side=Side.WANTS_IT, words="me", on=DAY, answers="e")
    told = {one.id: one for one in spoken({"a": first, "b": other, "c": again, "d": lost, "e": own})}
    assert told["b"].to is first
    assert (told["c"].to_itself, told["b"].to_itself) == (True, False)
    assert (told["d"].to, told["e"].to) == (None, None)


def test_each_voice_is_told_by_its_first_and_last_words() -> None:
    lines = [
        VoiceLine(side=Side.WANTS_ELSE, words="later", on=LATER),
        VoiceLine(side=Side.WANTS_IT, words="one", on=DAY),
        VoiceLine(side=Side.WANTS_ELSE, words="first", on=DAY),
        VoiceLine(side=Side.WANTS_ELSE, words="between", on=DAY),
    ]
    told = {one.side: one for one in courses(lines)}
    assert told[Side.WANTS_IT].last is None
    assert told[Side.WANTS_ELSE].first.words == "first"
    assert told[Side.WANTS_ELSE].last == lines[0]
    assert courses([]) == []


@pytest.mark.django_db
def test_both_voices_over_time_in_a_picture_and_in_words_without_a_count(person: Client, diary: Open) -> None:
    assert "Nothing is written here yet." in person.get("/me/voices/over-time/").content.decode()
    first = diary().put(VoiceLine(side=Side.WANTS_IT, words="An hour without him.", on=DAY))
    for words, on in (("And the morning?", DAY), ("The morning is mine.", LATER)):
        diary().put(VoiceLine(side=Side.WANTS_ELSE, words=words, on=on, answers=first.id.hex))
    diary().put(VoiceLine(side=Side.WANTS_ELSE, words="Before its time", on=dt.date(2099, 1, 1)))
    shown = person.get("/me/voices/over-time/").content.decode()
    assert all(words in shown for words in ("An hour without him.", "And the morning?", "Neither is ahead."))
    assert shown.count("<circle") == 4
    assert not [word for word in VERDICTS if word in shown.lower()]
    assert not re.search(r"\b(3|three) times\b", shown)


@pytest.mark.django_db
def test_both_voices_are_kept_in_their_own_drawer_and_no_verdict_is_printed(person: Client, diary: Open) -> None:
    speak(person, "wants_it", "An hour without him.")
    (line,) = diary().leaves(VoiceLine)
    speak(person, "wants_else", "And the morning?", answers=line.id.hex)
    speak(person, "wants_else", "🌊")
    assert {leaf.drawer for leaf in diary().leaves(VoiceLine)} == {Drawer.VOICES}
    shown = person.get("/me/voices/").content.decode()
    assert "in answer to: An hour without him." in " ".join(shown.split())
    assert not [word for word in VERDICTS if word in shown.lower()]


@pytest.mark.django_db
@pytest.mark.parametrize("said", [{"words": "x" * 100_001, "side": "wants_it"}, {"words": "mine", "side": "third"}])
def test_a_line_that_is_refused_comes_back(person: Client, diary: Open, said: dict[str, str]) -> None:
    answer = person.post("/me/voices/speak/", {"version_id": str(uuid.uuid4()), **said})
    assert answer.status_code == 200
    assert said["words"][:50] in answer.content.decode()
    assert not list(diary().leaves(VoiceLine))


def part(words: str = "wine at the table") -> FormulationPart:
    return FormulationPart(section=Section.DOES, by=Hand.PERSON, words=words, on=DAY)


def test_the_page_of_any_day_says_what_stood_there() -> None:
    changed = rewritten(part(), "an hour of quiet", LATER, sees_otherwise=True)
    assert changed.before == (PartThen(LATER, "wine at the table"),)
    assert words_on(changed, dt.date(2026, 10, 1)) == "wine at the table"
    assert words_on(changed, LATER) == words_on(changed, None) == "an hour of quiet"
    assert words_on(part(), dt.date(2026, 8, 1)) == ""
    assert days_of_writing([changed]) == [LATER]
    assert rewritten(part(), "the same day", DAY, sees_otherwise=False).before == ()


@pytest.mark.django_db
def test_two_hands_write_one_page_and_neither_touches_the_other(person: Client, diary: Open) -> None:
    diary().put(
        FormulationPart(section=Section.CRITIC, by=Hand.THERAPIST, words="His father's voice, I think.", on=DAY)
    )
    for words in ("My own by now.", "My own, since the move."):
        shown = person.get("/me/formulation/critic/").content.decode()
        assert "His father&#x27;s voice" in shown
        found = re.search(r'name="follows" value="([^"]+)"', shown)
        page = {"version_id": str(uuid.uuid4()), "words": words, "sees_otherwise": "on"}
        page["follows"] = found[1] if found else ""
        assert person.post("/me/formulation/critic/", page).status_code == 302
    shown = person.get("/me/formulation/").content.decode()
    assert "His father&#x27;s voice, I think." in shown
    assert "My own, since the move." in shown
    assert "seen differently" in shown
    assert len(list(diary().leaves(FormulationPart))) == 2


@pytest.mark.django_db
def test_losses_are_never_required_and_never_asked_for_in_detail(person: Client) -> None:
    shown = person.get("/me/formulation/losses/").content.decode()
    assert "Nothing has to be told." in shown
    assert "required" not in shown.split("<textarea")[1].split(">")[0]
    assert person.get("/me/formulation/nothing/").status_code == 404
    assert person.get("/me/formulation/on/never/").status_code == 404
