"""Put off until later or tomorrow, broken off by a call or a dead battery, taken up weeks after: nothing gets lost."""

import datetime as dt
import uuid
from typing import TypeVar

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import Cast, Part
from tests.signed_in import Open
from vado.diary.facts import Urge, Use
from vado.meanings.facts import Unwrapping
from vado.meanings.facts_wave import UrgeWave
from vado.meanings.rules_wave import LONGEST_WAVE
from vado.record import Fact
from vado.record.lived_day import lived_now

Kind = TypeVar("Kind", bound=Fact)
pytestmark = pytest.mark.django_db


def once(**said: str) -> dict[str, str]:
    return {"version_id": str(uuid.uuid4()), **said}


def later_by(monkeypatch: pytest.MonkeyPatch, span: dt.timedelta) -> None:
    """Moves the clock of the machine, as Django reads it."""
    moved = timezone.now() + span
    monkeypatch.setattr("django.utils.timezone.now", lambda: moved)


def comes_back(cast: Cast) -> Client:
    """Whoever comes back after weeks signs in once more."""
    cast.clients.pop(Part.PERSON)
    return cast.client(Part.PERSON)


def only(diary: Open, kind: type[Kind]) -> Kind:
    (leaf,) = diary().leaves(kind)
    return leaf.fact


def test_an_unwrapping_is_taken_up_weeks_later_where_it_was_left(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    person = cast.client(Part.PERSON)
    begun = str(person.post("/me/closer/begin/", once(when="earlier", about="cider"))["Location"])
    where = begun.removesuffix("begin/")
    person.post(f"{where}event/", once(words="the handover", then="next"))
    person.post(f"{where}voice/", once(words="you may", then="later"))
    then = only(cast.open, Unwrapping)
    later_by(monkeypatch, dt.timedelta(weeks=5))
    person = comes_back(cast)
    assert f'href="{where}"' in person.get("/me/meanings/").content.decode(), "it waits on the first page"
    shown = person.get(where).content.decode()
    assert "the handover" in shown
    assert "you may" in shown
    assert person.get(f"{where}voice/").content.decode().count("you may") == 1, "in the field where it was written"
    person.post(f"{where}purpose/", once(words="an hour of quiet", then="next"))
    now = only(cast.open, Unwrapping)
    assert now.words == {"event": "the handover", "voice": "you may", "purpose": "an hour of quiet"}
    assert now.when == then.when, "it is still of the evening that it is about"
    assert not now.waits


def test_later_keeps_the_words_that_were_just_written(person: Client, diary: Open) -> None:
    begun = str(person.post("/me/closer/begin/", once(when="earlier"))["Location"])
    answer = person.post(begun.replace("begin/", "feeling/"), once(words="angry, and tired", then="later"))
    assert answer["Location"] == "/me/closer/"
    assert only(diary, Unwrapping).words == {"feeling": "angry, and tired"}
    assert only(diary, Unwrapping).waits


def test_words_too_long_for_later_come_back(person: Client, diary: Open) -> None:
    begun = str(person.post("/me/closer/begin/", once(when="earlier"))["Location"])
    answer = person.post(begun.replace("begin/", "feeling/"), once(words="x" * 100_001, then="later"))
    assert "Your words are still here" in answer.content.decode()


def test_a_wave_is_put_off_and_goes_on_with_all_its_taps(person: Client, diary: Open) -> None:
    wave = str(person.post("/me/surf/")["Location"])
    person.post(wave, {"taps": "0:7"})
    assert f'action="{wave}later/"' in person.get(wave).content.decode(), "without script too"
    waiting = person.post(f"{wave}later/", follow=True).content.decode()
    assert "It waits for you here" in waiting
    assert f'href="{wave}"' in waiting
    person.post(wave, {"taps": "300:4"})
    assert only(diary, UrgeWave).taps == ((0, 7), (300, 4))


@pytest.mark.parametrize("then", ["later", "stop"])
def test_what_it_wanted_is_kept_when_the_last_question_is_put_off(person: Client, diary: Open, then: str) -> None:
    wave = str(person.post("/me/surf/")["Location"])
    person.post(f"{wave}end/", once(wanted="an hour of quiet", then=then))
    assert only(diary, UrgeWave).wanted == "an hour of quiet"
    assert not only(diary, UrgeWave).is_over
    assert list(diary().leaves(Urge)) == []
    assert "an hour of quiet" in person.get(f"{wave}end/").content.decode()


def test_a_timer_of_a_dead_battery_goes_on_by_its_own_clock(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    person = cast.client(Part.PERSON)
    wave = str(person.post("/me/surf/")["Location"])
    person.post(wave, {"quiet": "", "taps": "0:5,60:8"})
    later_by(monkeypatch, dt.timedelta(minutes=40))
    shown = person.get(wave).content.decode()
    assert 'data-taps="0:5,60:8"' in shown
    assert 2400 <= int(shown.split('data-seconds="')[1].split('"')[0]) <= 2460
    person.post(wave, {"height": "3"})
    last_at, last = only(cast.open, UrgeWave).taps[-1]
    assert last == 3
    assert 2400 <= last_at <= 2460


def test_a_wave_of_yesterday_is_tapped_no_more_and_can_still_say_what_it_wanted(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    wave = str(cast.client(Part.PERSON).post("/me/surf/")["Location"])
    cast.client(Part.PERSON).post(wave, {"taps": "0:5,60:8"})
    later_by(monkeypatch, dt.timedelta(seconds=LONGEST_WAVE + 3600))
    person = comes_back(cast)
    assert person.get(wave)["Location"] == f"{wave}end/"
    assert "began a good while ago" in person.get(f"{wave}end/").content.decode()
    person.post(f"{wave}end/", once(wanted="sleep", ending="passed"))
    assert only(cast.open, UrgeWave).taps == ((0, 5), (60, 8))
    assert only(cast.open, UrgeWave).is_over


def test_tomorrow_is_offered_where_somebody_has_just_used(person: Client, diary: Open) -> None:
    assert "used a short while ago" not in person.get("/me/surf/").content.decode()
    diary().put(Use(when=lived_now(timezone.now(), "UTC"), substance="cider"))
    shown = person.get("/me/surf/").content.decode()
    assert "used a short while ago" in shown
    assert ">Tomorrow</a>" in shown
    assert "No, it is an urge. Begin" in shown, "it is offered, and nothing is locked"


def test_an_urge_that_ended_in_use_offers_tomorrow_to_whoever_looks_closer(person: Client, diary: Open) -> None:
    wave = str(person.post("/me/surf/")["Location"])
    person.post(f"{wave}end/", once(ending="used"))
    told = person.get(f"{wave}told/").content.decode()
    assert "can wait until tomorrow" in told
    (urge,) = diary().leaves(Urge)
    assert f'value="{urge.id.hex}"' in told
    begun = person.post("/me/closer/begin/", once(entry=urge.id.hex))
    assert begun["Location"].endswith("/tomorrow/")


def test_an_urge_that_passed_offers_no_tomorrow(person: Client, diary: Open) -> None:
    wave = str(person.post("/me/surf/")["Location"])
    person.post(f"{wave}end/", once(ending="passed"))
    assert "can wait until tomorrow" not in person.get(f"{wave}told/").content.decode()
    (urge,) = diary().leaves(Urge)
    assert person.post("/me/closer/begin/", once(entry=urge.id.hex))["Location"].endswith("/begin/")


def test_stop_later_and_steady_myself_on_every_page_of_a_wave(person: Client) -> None:
    wave = str(person.post("/me/surf/")["Location"])
    for page in (wave, f"{wave}end/"):
        shown = person.get(page).content.decode()
        for words in ("Stop here. It stays as it is.", ">Later</button>", "Steady myself"):
            assert words in shown, page
