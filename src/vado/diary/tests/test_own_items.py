"""A person's own lines in the check-in: written, answered, taken away, and nothing lost on the way."""

from typing import Any

import pytest
from django.test import Client

from vado.diary.facts import CheckIn
from vado.diary.forms_own_items import MOST_ITEMS
from vado.diary.tests.test_entries import only_leaf, page, write
from vado.people.facts import DiarySettings

pytestmark = pytest.mark.django_db


def ask(person: Client, *items: str) -> Any:
    return person.post("/me/check-in/own/", {"items": "\r\n".join(items)})


def test_an_own_line_stands_in_the_check_in_and_is_answered(person: Client, diary: Any) -> None:
    assert ask(person, "  calm   shoulders ", "", "calm shoulders", "risas").status_code == 302
    assert only_leaf(diary(), DiarySettings).fact.own_check_in_items == ("calm shoulders", "risas")
    assert "risas" in page(person, "/me/check-in/")
    write(person, "check-in", own_1="8")
    assert only_leaf(diary(), CheckIn).fact.own_items == {"risas": 8}


def test_a_line_taken_away_leaves_what_was_answered(person: Client, diary: Any) -> None:
    ask(person, "risas")
    write(person, "check-in", own_0="8")
    ask(person)
    assert "risas" not in page(person, "/me/check-in/")
    assert only_leaf(diary(), CheckIn).fact.own_items == {"risas": 8}


def test_other_settings_stay_and_the_same_lines_leave_no_new_version(person: Client, diary: Any) -> None:
    person.post("/my-days/", {"zone": "America/Santiago", "day_starts_at": "4", "vocabulary": "CL"})
    ask(person, "risas")
    ask(person, "risas")
    leaf = only_leaf(diary(), DiarySettings)
    assert (leaf.fact.zone, leaf.fact.vocabulary) == ("America/Santiago", "CL")
    assert len(diary().history(leaf.id)) == 2


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([f"line {number}" for number in range(MOST_ITEMS + 1)], "choose among them"),
        (["x" * 301], "shorten it"),
        (["x" * 200_000], "keep them in parts"),
    ],
)
def test_too_much_is_said_kindly_and_the_words_stay(person: Client, items: list[str], told: str) -> None:
    answer = ask(person, *items).content.decode()
    assert told in answer
    assert items[-1] in answer
