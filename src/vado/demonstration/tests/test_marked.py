"""Every page of the demonstration says that its people are fictional, those without sign-in too."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from pytest_django import Settings

from tests.cast import Cast, Part, make_cast
from vado.demonstration.stories import stories
from vado.people.actions import sign_up
from vado.people.checks import addresses

pytestmark = pytest.mark.django_db

MARK = {
    "en": "Demonstration: every person here is fictional.",
    "es": "Demostración: todas las personas aquí son ficticias.",
}


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture(autouse=True)
def _demonstration(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    settings.DEMONSTRATION = True
    settings.ROOT_URLCONF = "vado.demonstration.urls"
    settings.LOGIN_URL = "enter"


def fixed_addresses() -> list[str]:
    """Every address without a part that has to be filled in."""
    return sorted({f"/{address}" for address, _view in addresses(get_resolver().url_patterns) if "<" not in address})


def unmarked(client: Client, asked: list[str], language: str) -> list[str]:
    """The pages that somebody sees there without the mark in the language of the page; most of them are seen."""
    client.cookies["django_language"] = language
    answers = {address: client.get(address, headers={"accept-language": language}) for address in asked}
    pages = {where: one.content.decode() for where, one in answers.items() if _is_page(one)}
    assert len(pages) > len(asked) // 4
    assert any(f'<html lang="{language}"' in html for html in pages.values())
    return [where for where, html in pages.items() if not any(_is_marked(html, one) for one in MARK)]


def _is_page(answer: Any) -> bool:
    return bool(answer.status_code == 200 and answer["Content-Type"].startswith("text/html"))


def _is_marked(html: str, language: str) -> bool:
    return f'<html lang="{language}"' in html and MARK[language] in html


@pytest.mark.parametrize("language", MARK)
def test_pages_of_a_person(language: str) -> None:
    client = Client()
    client.force_login(sign_up(chosen="ines", passphrase=None, now=timezone.now()).account)
    assert unmarked(client, fixed_addresses(), language) == []


@pytest.mark.parametrize("language", MARK)
def test_pages_before_anybody_comes_in(language: str) -> None:
    stories_told = [f"/enter/{story.code}/" for story in stories()]
    always_there = [address for address in fixed_addresses() if address.startswith("/safety/")]
    assert unmarked(Client(), ["/enter/", *stories_told, *always_there], language) == []


@pytest.mark.parametrize("language", MARK)
def test_pages_through_a_door(cast: Cast, language: str) -> None:
    """The record of the cast stands in for that of one of the ten."""
    shared = [address for address, _view in addresses(get_resolver().url_patterns) if address.startswith("with/")]
    asked = ["/" + address.replace("<uuid:record_id>", str(cast.record_id)) for address in shared]
    client = cast.client(Part.THERAPIST)
    assert unmarked(client, [address for address in asked if "<" not in address], language) == []
