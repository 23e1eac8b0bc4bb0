"""An entry that was altered outside Vado is named where it would stand: never as an empty day, never as a lost one."""

from typing import Any

import pytest
from django.test import Client

from vado.diary.tests.test_entries import only_leaf, page, write
from vado.record.models import Version

pytestmark = pytest.mark.django_db

ONE_NOT_READ = {
    "en": ("1 entry could not be read. It is kept as it is.", "altered outside Vado"),
    "es": ("1 anotación no se pudo leer. Queda como está.", "alterada fuera de Vado"),
}


@pytest.fixture
def altered(person: Client, diary: Any) -> Any:
    """The one entry of the diary, after somebody changed a bit of it in the database."""
    write(person, substance="cider")
    leaf = only_leaf(diary())
    rows = Version.objects.filter(leaf_id=leaf.id)
    sealed = bytes(rows.get().sealed)
    rows.update(sealed=sealed[:-1] + bytes([sealed[-1] ^ 1]))
    return leaf


@pytest.mark.parametrize("language", ONE_NOT_READ)
def test_pages_that_would_show_it_name_it(person: Client, altered: Any, language: str) -> None:
    person.post("/language/", {"language": language, "next": "/me/"})
    day = altered.fact.when.on
    for address in ("/me/", f"/me/days/{day.year}/{day.month}/", f"/me/day/{day}/", "/me/fill/"):
        html = page(person, address)
        assert all(words in html for words in ONE_NOT_READ[language]), address
        assert str(altered.id)[:8] in html
    assert ONE_NOT_READ[language][0] in person.post("/me/search/", {"words": "cider"}).content.decode()


def test_its_day_is_not_called_unwritten(person: Client, altered: Any) -> None:
    assert "Nothing is written on this day" not in page(person, f"/me/day/{altered.fact.when.on}/")


def test_its_own_page_says_why_it_cannot_be_shown_and_nothing_overwrites_it(person: Client, altered: Any) -> None:
    kept = bytes(Version.objects.get(leaf_id=altered.id).sealed)
    for address in (f"/me/entry/{altered.id}/", f"/me/entry/{altered.id}/change/"):
        answer = person.get(address)
        assert "altered outside Vado and cannot be read. It is kept as it is." in answer.content.decode()
    said = {"version_id": "0" * 32, "follows": str(altered.version), "kind": "use", "substance": "wine", "when": "now"}
    person.post(f"/me/entry/{altered.id}/change/", said)
    assert [bytes(row.sealed) for row in Version.objects.filter(leaf_id=altered.id)] == [kept]
