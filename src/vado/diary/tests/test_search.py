"""Searching one's own words through the page."""

import datetime as dt

import pytest
from django.test import Client

from tests.signed_in import Open
from vado.diary.facts import Note, OnlyMineField, Use
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db

Diary = Open
WHEN = Lived(on=dt.date(2026, 3, 8))


def found(person: Client, words: str) -> str:
    answer = person.post("/me/search/", {"words": words})
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_words_are_found_whatever_their_accents(person: Client, diary: Diary) -> None:
    diary().put(Note(when=WHEN, words="Llamé a mamá"))
    html = found(person, "mama")
    assert "<mark>mamá</mark>" in html
    assert "8 Mar 2026" in html


def test_words_that_are_only_the_persons_are_found_by_the_person(person: Client, diary: Diary) -> None:
    record = diary()
    leaf = record.put(Use(when=WHEN, substance="wine"))
    record.put(OnlyMineField(leaf=leaf.id.hex, field="note", words="the letter"))
    assert "<mark>letter</mark>" in found(person, "letter")


def test_nothing_found_says_so(person: Client) -> None:
    assert "None of your entries holds these words." in found(person, "nowhere")


def test_found_words_are_shown_as_words_and_never_as_a_page(person: Client, diary: Diary) -> None:
    diary().put(Note(when=WHEN, words="<script>alert(1)</script> ford"))
    html = found(person, "script")
    assert "<script>alert" not in html


def test_the_words_looked_for_never_stand_in_an_address(person: Client, diary: Diary) -> None:
    diary().put(Note(when=WHEN, words="by the ford"))
    html = person.get("/me/search/").content.decode()
    assert 'method="post" class="stack" role="search"' in html
    assert "<mark>" not in person.get("/me/search/?words=ford").content.decode()
