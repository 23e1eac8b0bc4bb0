"""Taking everything along, and bringing it in, through the pages."""

import datetime as dt
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.signed_in import Open
from vado.diary.facts import Note
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db

Diary = Open
WHEN = Lived(on=dt.date(2026, 3, 8))


def taken(person: Client, form: str) -> bytes:
    answer = person.post("/me/export/", {"form": form})
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    return bytes(answer.content)


def brought(person: Client, content: bytes) -> tuple[int, str]:
    answer = person.post("/me/import/", {"file": SimpleUploadedFile("notes.json", content)})
    return answer.status_code, answer.content.decode()


def test_everything_is_taken_along_as_one_file_or_as_tables(person: Client, diary: Diary) -> None:
    diary().put(Note(when=WHEN, words="by the ford"))
    assert b"by the ford" in taken(person, "json")
    tables = zipfile.ZipFile(io.BytesIO(taken(person, "csv")))
    assert any(b"by the ford" in tables.read(name) for name in tables.namelist())


def test_looking_at_the_page_downloads_nothing(person: Client) -> None:
    assert "Content-Disposition" not in person.get("/me/export/?form=json")


def test_bringing_the_same_file_twice_changes_nothing(person: Client, diary: Diary) -> None:
    diary().put(Note(when=WHEN, words="by the ford"))
    status, html = brought(person, taken(person, "json"))
    assert status == 200
    assert "The file is in" in html
    assert len(list(diary().leaves(Note))) == 1


def test_a_file_that_is_not_ours_is_refused_in_words(person: Client, diary: Diary) -> None:
    status, html = brought(person, b"\x89PNG not a file of ours")
    assert status == 422
    assert "Nothing was taken in." in html
    assert list(diary().leaves(Note)) == []


def test_an_empty_file_and_no_file_are_told_apart(person: Client) -> None:
    assert "The file is empty" in brought(person, b"")[1]
    assert "Choose a file." in person.post("/me/import/", {}).content.decode()
