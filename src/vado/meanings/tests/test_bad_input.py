"""Words in any script, an emoji alone, and pages whose thing was erased meanwhile: nothing that was written is lost."""

import datetime as dt
import re
import uuid

import pytest
from django.test import Client

from tests.signed_in import Open
from vado.meanings.facts import Unwrapping
from vado.meanings.facts_map import Does, MapArrow, MapNode, NodeSort, WhatIf
from vado.meanings.facts_voices import FormulationPart, VoiceLine
from vado.meanings.facts_wave import OwnAlternative, UrgeWave
from vado.record import Fact
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 9, 1)
ANY_WORDS = ["🌊", "خفت من الصباح", "<b>x</b> & “y” 'z'", "ñandú\nотдых", "ก" * 290]


def once(**said: str) -> dict[str, str]:
    return {"version_id": str(uuid.uuid4()), **said}


def a_thing(diary: Open) -> str:
    return str(diary().put(MapNode(words="the voice", sort=NodeSort.VOICE, drawn_on=DAY)).id)


@pytest.mark.parametrize("words", ANY_WORDS)
def test_any_words_are_kept_as_they_are_on_every_page(person: Client, diary: Open, words: str) -> None:
    thing = a_thing(diary)
    wave = person.post("/me/surf/", {})["Location"]
    person.post("/me/voices/speak/", once(side="wants_it", words=words))
    person.post("/me/formulation/critic/", once(words=words))
    person.post(f"/me/map/thing/{thing}/what-if/", once(words=words))
    person.post(f"{wave}end/", once(wanted=words))
    person.post("/me/helps/", once(own=words.replace("\n", " ")))
    kept = _words_of(diary, VoiceLine, FormulationPart, WhatIf, UrgeWave, OwnAlternative)
    assert len(kept) == 5
    assert {" ".join(one.split()) for one in kept} == {" ".join(words.split())}
    for page in ("/me/voices/", "/me/formulation/", f"/me/map/thing/{thing}/", f"{wave}told/", "/me/helps/"):
        shown = person.get(page).content.decode()
        assert "<b>x</b>" not in shown, page
        assert words.split(maxsplit=1)[0].replace("<", "&lt;").replace(">", "&gt;") in shown, page


def _words_of(diary: Open, *kinds: type[Fact]) -> list[str]:
    leaves = diary().leaves(kinds)
    return [str(getattr(leaf.fact, "words", "") or getattr(leaf.fact, "wanted", "")) for leaf in leaves]


def test_a_voice_answers_itself_on_the_page(person: Client, diary: Open) -> None:
    person.post("/me/voices/speak/", once(side="wants_it", words="one more"))
    (line,) = diary().leaves(VoiceLine)
    person.post("/me/voices/speak/", once(side="wants_it", words="and one more", answers=line.id.hex))
    shown = " ".join(person.get("/me/voices/").content.decode().split())
    assert "to itself: one more" in shown
    assert person.get("/me/voices/over-time/").status_code == 200


def test_a_line_of_another_script_of_100_kb_comes_back_or_is_kept_whole(person: Client, diary: Open) -> None:
    person.post("/me/voices/speak/", once(side="wants_it", words="ж" * 100_000))
    (line,) = diary().leaves(VoiceLine)
    assert line.fact.words == "ж" * 100_000
    shown = person.post("/me/voices/speak/", once(side="wants_it", words="ж" * 100_001)).content.decode()
    assert "Your words are still here" in shown
    assert shown.count("ж") >= 100_001


def test_twelve_long_moments_that_fit_no_leaf_together_come_back(person: Client, diary: Open) -> None:
    where = f"/me/closer/{diary().put(Unwrapping(when=Lived(on=DAY), about='cider')).id}/"
    assert person.post(f"{where}event/", once(words="ж" * 100_000)).status_code == 302
    answer = person.post(f"{where}purpose/", once(words="ш" * 50_000))
    shown = answer.content.decode()
    assert answer.status_code == 413
    assert "more than fits into one entry" in shown
    assert shown.count("ш") == 50_000
    assert person.get(f"{where}event/").content.decode().count("ж") == 100_000, "what was kept is still there"


def test_emojis_alone_that_are_too_large_come_back(person: Client) -> None:
    answer = person.post("/me/formulation/critic/", once(words="🌊" * 70_000))
    assert answer.status_code == 413
    assert answer.content.decode().count("🌊") == 70_000


def test_words_for_a_thing_erased_meanwhile_are_given_back(person: Client, diary: Open) -> None:
    thing = a_thing(diary)
    arrow = diary().put(MapArrow(source=uuid.UUID(thing).hex, target="2" * 32, does=Does.RAISES, drawn_on=DAY)).id
    closer = diary().put(Unwrapping(when=Lived(on=DAY), about="cider")).id
    pages = {
        f"/me/map/thing/{thing}/change/": once(words="my mother's voice", sort="voice"),
        f"/me/map/thing/{thing}/what-if/": once(words="I could go straight to bed"),
        f"/me/map/arrow/{arrow}/change/": once(note="since the move"),
        f"/me/closer/{closer}/purpose/": once(words="an hour without anybody"),
    }
    for leaf_id in (thing, arrow, closer):
        diary().remove(uuid.UUID(str(leaf_id)))
    for page, said in pages.items():
        answer = person.post(page, said)
        assert answer.status_code == 404, page
        words = said.get("words") or said["note"]
        shown = re.sub("&#x27;", "'", answer.content.decode())
        assert words in shown, page


def test_a_timer_of_a_dead_battery_is_found_again_where_it_stood(person: Client, diary: Open) -> None:
    wave = person.post("/me/surf/", {})["Location"]
    person.post(wave, {"taps": "30:7"})
    begun = person.get("/me/surf/").content.decode()
    assert f'href="{wave}"' in begun, "the page of urges leads back to it"
    person.post(wave, {"taps": "30:7,7200:3"})
    (leaf,) = diary().leaves(UrgeWave)
    assert leaf.fact.taps == ((30, 7), (7200, 3))
