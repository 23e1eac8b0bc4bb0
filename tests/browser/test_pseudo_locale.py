"""Every visible text of every page comes from a catalogue: in the pseudo-language each of them stands in brackets."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser

from tests.browser.others import Practice
from tests.browser.pseudo import CLOSE, LANGUAGE, OPEN, write_pseudo_catalogues
from tests.browser.stay import PUBLIC_PAGES, Stay
from vado.catalogue import meanings, routes, units
from vado.demonstration.stories import stories
from vado.people.logins import login_index
from vado.people.models import Account
from vado.record import Actor, Fact, Purpose, open_record

# What a person wrote, what stands for itself in every language, and what the browser formats.
OWN_WORDS = {
    "Marta",
    "payday",
    "the blue one",
    "cider",
    "quiet",
    "slept from eleven",
    "left the third can closed",
    "2 cans",
    "☾",
}
NOT_LANGUAGE = {"Vado", "ES", "EN", "JSON", "CSV", "ml"}
# The catalogue has both languages in itself.
CATALOGUE_NAMES = {name for named in (*meanings(), *routes(), *units()) for name in named.names.values()}

VISIBLE_TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const inside = walker.currentNode.parentElement;
    if (inside.closest("script, style, option, time, [data-own], [data-catalogue]")) continue;
    texts.push(walker.currentNode.data.trim());
  }
  return texts.filter(text => /[A-Za-z]{2}/.test(text));
}"""


@pytest.fixture
def _pseudo(tmp_path: Path, settings: Any) -> None:
    write_pseudo_catalogues(tmp_path)
    settings.LOCALE_PATHS = [tmp_path]
    settings.LANGUAGES = [(LANGUAGE, "Pseudo")]


WORD = re.compile(r"[^\W\d_]+")
DATE = re.compile(r"\d{1,2} \w{3}( \d{4})?")


def _is_bare(text: str) -> bool:
    """A piece of a sentence between two blanks has no bracket of its own, but accents on every vowel."""
    return not {OPEN, CLOSE} & set(text) and re.search("[aeiou]", text) is not None


def _own(text: str, written: frozenset[str] = frozenset()) -> bool:
    plain = text.strip(" .·“”«»")
    return (
        text in NOT_LANGUAGE
        or text in CATALOGUE_NAMES
        or set(WORD.findall(text.casefold())) <= written
        or DATE.fullmatch(plain) is not None
        or any(word in text for word in OWN_WORDS)
    )


def _written(account: Account) -> frozenset[str]:
    """Every word that stands in the person's record: theirs, and nobody's to translate."""
    assert account.own_record_id is not None
    record = open_record(Actor(account.pk), account.own_record_id, Purpose.OWN, now=timezone.now())
    facts = (msgspec.to_builtins(leaf.fact) for leaf in record.leaves(Fact))
    return frozenset(word for fact in facts for text in _texts(fact) for word in WORD.findall(text.casefold()))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in _texts(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in _texts(one))


@pytest.mark.usefixtures("_pseudo")
def test_every_page_speaks_through_the_catalogues(browser: Browser, stay: Stay) -> None:
    context = stay.sign_in(browser, locale=LANGUAGE)
    page = context.new_page()
    written = _written(Account.objects.get(login_index=login_index(stay.login)))
    bare = {}
    for name, path in stay.pages().items():
        page.goto(stay.address + path)
        bare[name] = [text for text in page.evaluate(VISIBLE_TEXTS) if _is_bare(text) and not _own(text, written)]
    context.close()
    assert {name: texts for name, texts in bare.items() if texts} == {}


@pytest.mark.usefixtures("_pseudo")
def test_pages_before_signing_in_speak_through_the_catalogues(browser: Browser, stay: Stay) -> None:
    page = browser.new_page(locale=LANGUAGE)
    bare = {}
    for name in PUBLIC_PAGES:
        if name.endswith(("-en", "-es")):
            continue  # these speak the language that their address names
        page.goto(stay.address + reverse(name))
        bare[name] = [text for text in page.evaluate(VISIBLE_TEXTS) if _is_bare(text) and not _own(text)]
    page.close()
    assert {name: texts for name, texts in bare.items() if texts} == {}


@pytest.mark.usefixtures("_pseudo")
def test_pages_of_a_practice_speak_through_the_catalogues(browser: Browser, practice: Practice) -> None:
    page = practice.sign_in(browser, locale=LANGUAGE).new_page()
    written = _written(practice.cast.person)
    bare = {}
    for name, path in practice.pages().items():
        page.goto(practice.address + path)
        bare[name] = [text for text in page.evaluate(VISIBLE_TEXTS) if _is_bare(text) and not _own(text, written)]
    page.context.close()
    assert {name: texts for name, texts in bare.items() if texts} == {}


@pytest.mark.usefixtures("_pseudo", "_demonstration")
def test_the_demonstration_speaks_through_the_catalogues(browser: Browser, live_server: Any) -> None:
    page = browser.new_page(locale=LANGUAGE)
    page.goto(live_server.url + "/enter/")
    told = {words for story in stories() for words in (story.name, story.story["en"].who)}
    assert [
        text for text in page.evaluate(VISIBLE_TEXTS) if OPEN not in text and text not in told and not _own(text)
    ] == []
    page.close()
