"""A planned occasion and the page of a week ask the guards before they are kept, and keep nothing while those speak."""

import datetime as dt

import pytest
from django.test import Client

from tests.cast import lived_today
from tests.signed_in import Open
from vado.plans.facts import PlannedOccasion, WeekPage
from vado.plans.planned_safety import left_out, named_in
from vado.plans.tests.conftest import said
from vado.safety.reading import SafetyDrawer

NEW, WEEK = "/me/occasions/new/", "/me/week/"
NOBODY = SafetyDrawer()
ON = {"guard-asked": "1", "guard-choice": "on"}


def planned(**words: str) -> dict[str, str]:
    return said(on=(lived_today() + dt.timedelta(days=3)).isoformat(), **words)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("beer", ["beer"]),
        ("Beer and ketamine", ["beer", "ketamine"]),
        ("cerveza con ketamina", ["beer", "ketamine"]),
        ("moonlight, 🌙 / чай", []),
        ("", []),
    ],
)
def test_what_a_line_names(words: str, codes: list[str]) -> None:
    assert [code for code, _class in named_in(words, NOBODY)] == codes


@pytest.mark.parametrize(
    ("line", "classes"),
    [
        ("without", {"alcohol"}),  # what is usual for this person
        ("sin nada", set()),  # a word that nobody knows tells nothing
        ("no heroin", {"opioid"}),
        ("sin cerveza", {"alcohol"}),
        ("0 beer", {"alcohol"}),
        ("nothing", {"alcohol"}),
        ("nothing special", set()),
        ("notebook", set()),
        ("choir", set()),
    ],
)
def test_what_a_line_leaves_out(line: str, classes: set[str]) -> None:
    assert left_out([line], NOBODY, frozenset({"alcohol"})) == classes


@pytest.mark.django_db
def test_none_at_all_of_what_can_be_dangerous_to_leave_is_asked_about_first(person: Client, diary: Open) -> None:
    form = planned(substance="Beer", limit="0")
    assert "a few questions for your safety" in person.post(NEW, form).content.decode()
    card = person.post(NEW, {**form, "guard-asked": "1"}).content.decode()
    assert 'data-rule="sudden-stop"' in card
    assert list(diary().leaves(PlannedOccasion)) == []
    person.post(NEW, {**form, **ON, "guard-seen": "sudden-stop"})
    assert next(iter(diary().leaves(PlannedOccasion))).fact.none_at_all


@pytest.mark.django_db
def test_help_to_slow_down_is_kept_in_its_place(person: Client, diary: Open) -> None:
    form = planned(substance="Beer", limit="0")
    person.post(NEW, {**form, "guard-asked": "1", "guard-seen": "sudden-stop", "guard-choice": "help"})
    kept = next(iter(diary().leaves(PlannedOccasion))).fact
    assert (kept.none_at_all, kept.wants) == (False, "Not all at once: slowly, with medical help.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("substance", "rule"),
    [
        ("Beer and heroin", "alcohol-opioid"),
        ("cerveza con ketamina", "alcohol-ketamine"),
        ("Heroin", "lost-tolerance-opioid"),  # nothing of it is written: that counts as a break
        ("Beer", ""),
        ("moonlight", ""),
    ],
)
def test_what_an_occasion_names_is_read(person: Client, diary: Open, substance: str, rule: str) -> None:
    answer = person.post(NEW, planned(substance=substance))
    assert (f'data-rule="{rule}"' in answer.content.decode()) is bool(rule)
    assert bool(list(diary().leaves(PlannedOccasion))) is not bool(rule)


@pytest.mark.django_db
def test_an_occasion_is_held_against_the_list(person: Client) -> None:
    person.post("/me/safety/takes/", said(name="Diazepam"))
    assert "benzodiazepine" in person.post(NEW, planned(substance="Beer")).content.decode()


@pytest.mark.django_db
def test_a_week_asks_too_and_can_always_be_kept(person: Client, diary: Open) -> None:
    week = said(day_0="sin cerveza", day_4="Beer and heroin")
    assert "a few questions for your safety" in person.post(WEEK, week).content.decode()
    cards = person.post(WEEK, {**week, "guard-asked": "1"}).content.decode()
    assert 'data-rule="sudden-stop"' in cards
    assert 'data-rule="alcohol-opioid"' in cards
    assert list(diary().leaves(WeekPage)) == []
    seen = ["sudden-stop", "alcohol-opioid", "lost-tolerance-opioid"]
    assert person.post(WEEK, {**week, **ON, "guard-seen": seen}).status_code == 302
    assert len(list(diary().leaves(WeekPage))) == 1


@pytest.mark.django_db
def test_a_week_of_other_things_is_kept_in_one_tap(person: Client, diary: Open) -> None:
    assert person.post(WEEK, said(day_2="choir", words="a calm one")).status_code == 302
    assert len(list(diary().leaves(WeekPage))) == 1
