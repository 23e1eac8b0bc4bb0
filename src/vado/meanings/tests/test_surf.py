"""An urge is ridden: a question first, taps that are never lost or doubled, what it wanted, and what helped."""

import datetime as dt
import uuid

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.signed_in import Open
from vado.diary.facts import Urge, UrgeEnding
from vado.meanings.facts_wave import Helped, OwnAlternative, UrgeWave
from vado.meanings.rules_wave import HIGHEST, LONGEST_WAVE, helped_first, seconds_since, taps_said, told, with_taps
from vado.meanings.wave import urge_wave
from vado.record import Leaf

TAPS = st.lists(st.tuples(st.integers(0, LONGEST_WAVE), st.integers(0, HIGHEST)), max_size=30)


@given(TAPS, TAPS)
def test_taps_that_come_late_or_twice_are_one_wave(known: list[tuple[int, int]], more: list[tuple[int, int]]) -> None:
    once = with_taps(with_taps((), known), more)
    assert with_taps(once, more) == with_taps(once, known) == once
    assert list(once) == sorted(once)
    assert {seconds for seconds, _height in once} == {seconds for seconds, _height in (*known, *more)}


@given(st.text(max_size=80))
def test_whatever_a_page_sends_gives_taps_or_none(said: str) -> None:
    assert all(0 <= seconds <= LONGEST_WAVE and 0 <= height <= HIGHEST for seconds, height in taps_said(said))


@given(TAPS)
def test_any_wave_can_be_drawn(taps: list[tuple[int, int]]) -> None:
    assert urge_wave(with_taps((), taps)).startswith("<svg")


def test_a_wave_told_in_what_was_tapped() -> None:
    wave = told([(0, 4), (120, 8), (420, 8), (900, 2)])
    assert wave is not None
    assert (wave.minutes, wave.first, wave.highest, wave.highest_at_minute, wave.last) == (15, 4, 8, 2, 2)
    assert told([]) is None


def test_a_phone_whose_clock_went_back_or_slept_for_days() -> None:
    began = dt.datetime(2026, 11, 20, 22, tzinfo=dt.UTC)
    assert seconds_since(began, began - dt.timedelta(hours=1)) == 0
    assert seconds_since(began, began + dt.timedelta(days=3)) == LONGEST_WAVE


def test_what_helped_most_often_comes_first() -> None:
    assert helped_first(["a", "b", "c"], ["c", "b", "c", "mine"]) == ("c", "b", "mine")


def begin(person: Client) -> str:
    return str(person.post("/me/surf/")["Location"])


def only(diary: Open) -> Leaf[UrgeWave]:
    (leaf,) = diary().leaves(UrgeWave)
    return leaf


@pytest.mark.django_db
def test_withdrawal_is_asked_first_and_leads_to_help(person: Client) -> None:
    shown = person.get("/me/surf/").content.decode()
    assert "Could this be withdrawal?" in shown
    assert 'href="/safety/"' in shown
    assert shown.index("Show me help") < shown.index("No, it is an urge")


@pytest.mark.django_db
def test_without_script_a_tap_is_a_form(person: Client, diary: Open) -> None:
    where = begin(person)
    assert person.post(where, {"height": "7"}).status_code == 302
    ((_seconds, height),) = only(diary).fact.taps
    assert height == 7
    assert "That is enough" in person.get(where).content.decode()


@pytest.mark.django_db
def test_taps_of_a_time_without_network_arrive_together_and_one_time(person: Client, diary: Open) -> None:
    where = begin(person)
    for _time in range(2):
        answer = person.post(where, {"quiet": "", "taps": "0:5,95:8,240:3"})
        assert answer.status_code == 204
    assert only(diary).fact.taps == ((0, 5), (95, 8), (240, 3))
    assert len(diary().history(only(diary).id)) == 2, "sent two times, kept one time"


@pytest.mark.django_db
def test_a_wave_cut_off_by_a_call_goes_on(person: Client, diary: Open) -> None:
    where = begin(person)
    person.post(where, {"quiet": "", "taps": "0:6"})
    assert "Go on with it" in person.get("/me/surf/").content.decode()
    assert 'data-taps="0:6"' in person.get(where).content.decode()


@pytest.mark.django_db
def test_it_ends_with_what_it_wanted_and_stands_in_the_days(person: Client, diary: Open) -> None:
    where = begin(person)
    person.post(where, {"quiet": "", "taps": "0:6,60:9,300:2"})
    said = {"wanted": "an hour of quiet", "meanings": "inner_critic", "ending": "passed", "helped": "cold_water"}
    for own_help in ("the dog", "the dog and the stairs"):
        page = {"version_id": str(uuid.uuid4()), "follows": str(only(diary).version), "own_help": own_help}
        assert person.post(f"{where}end/", {**page, **said}).status_code == 302
    wave = only(diary).fact
    assert (wave.wanted, wave.meanings, wave.ending, wave.is_over) == (
        "an hour of quiet",
        ("inner_critic",),
        UrgeEnding.PASSED,
        True,
    )
    (urge,) = diary().leaves(Urge)
    assert (urge.fact.strength, urge.fact.ending) == (9, UrgeEnding.PASSED)
    assert "the dog" in {leaf.fact.what for leaf in diary().leaves(Helped)}
    shown = person.get(f"{where}told/").content.decode()
    assert "It began at 6, was 9 at its height and 2 at the end, over 5 minutes." in shown


@pytest.mark.django_db
def test_the_list_remembers_what_helped_and_takes_own_ones(person: Client, diary: Open) -> None:
    person.post("/me/helps/", {"version_id": str(uuid.uuid4()), "helped": ["ten_minutes"], "own": "the allotment"})
    assert [leaf.fact.words for leaf in diary().leaves(OwnAlternative)] == ["the allotment"]
    shown = person.get("/me/helps/").content.decode()
    assert "What has helped you" in shown
    assert shown.count("Ten minutes first, then decide") == 2
    assert "the allotment" in shown


@pytest.mark.django_db
@pytest.mark.parametrize("said", [{"height": "11"}, {"height": "-1"}, {"height": "high"}, {"taps": "::"}, {}])
def test_what_is_no_height_changes_nothing(person: Client, diary: Open, said: dict[str, str]) -> None:
    where = begin(person)
    assert person.post(where, said).status_code == 302
    assert only(diary).fact.taps == ()


@pytest.mark.django_db
def test_each_meaning_leads_to_things_to_try(person: Client) -> None:
    shown = person.get("/me/strategies/inner_critic/").content.decode()
    assert "A portrait of the hard voice" in shown
    assert "When not:" in shown
    assert person.get("/me/strategies/nothing/").status_code == 404
    assert "That part deserves company" in person.get("/me/strategies/self_harm_suicidal/").content.decode()
