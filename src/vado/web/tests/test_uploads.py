"""A file that comes in touches no disk, and one that is too large is refused in plain words."""

import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from pytest_django import Settings

from tests.cast import Cast, Part
from vado import exchange
from vado.diary.facts import Note
from vado.record.lived_day import lived_now

pytestmark = pytest.mark.django_db
OVER_DJANGOS_LIMIT = 3 * 1024 * 1024


@pytest.fixture
def no_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A place for temporary files that does not exist: whoever makes one fails."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))


@pytest.mark.usefixtures("no_disk")
def test_a_large_file_comes_in_without_a_temporary_file(cast: Cast) -> None:
    other = cast.open(Part.PERSON_ON_THEIR_OWN)
    other.put(Note(when=lived_now(other.now, "UTC"), words="the heron came back"))
    file = SimpleUploadedFile("notes.json", exchange.export_json(other).rstrip() + b" " * OVER_DJANGOS_LIMIT)
    assert cast.client(Part.PERSON).post("/me/import/", {"file": file}).status_code == 200
    assert [leaf.fact.words for leaf in cast.open().leaves(Note)] == ["the heron came back"]


@pytest.mark.usefixtures("no_disk")
@pytest.mark.parametrize(("language", "words"), [("en", "larger than 1 MB"), ("es", "más de 1 MB")])
def test_one_that_is_too_large_is_refused_in_plain_words(
    cast: Cast, settings: Settings, language: str, words: str
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
    file = SimpleUploadedFile("notes.json", b" " * OVER_DJANGOS_LIMIT)
    with override(language):
        client = cast.client(Part.PERSON)
        client.cookies["language"] = language
        answer = client.post("/me/import/", {"file": file})
    assert answer.status_code == 422
    assert words in answer.content.decode()
