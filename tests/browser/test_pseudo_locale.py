"""Every visible text of every page comes from a catalogue: in the pseudo-language each of them stands in brackets."""

from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser

from tests.browser.others import Practice
from tests.browser.pseudo import LANGUAGE, OPEN, write_pseudo_catalogues
from tests.browser.stay import PUBLIC_PAGES, Stay
from vado.catalogue import meanings, routes, units
from vado.demonstration.stories import stories

# What a person wrote, what stands for itself in every language, and what the browser formats.
OWN_WORDS = {"Marta", "payday", "the blue one", "cider", "quiet", "slept from eleven", "left the third can closed", "☾"}
NOT_LANGUAGE = {"Vado", "ES", "EN", "JSON", "CSV"}
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


def _own(text: str) -> bool:
    return text in NOT_LANGUAGE or text in CATALOGUE_NAMES or any(word in text for word in OWN_WORDS)


@pytest.mark.usefixtures("_pseudo")
def test_every_page_speaks_through_the_catalogues(browser: Browser, stay: Stay) -> None:
    context = stay.sign_in(browser, locale=LANGUAGE)
    page = context.new_page()
    bare = {}
    for name, path in stay.pages().items():
        page.goto(stay.address + path)
        bare[name] = [text for text in page.evaluate(VISIBLE_TEXTS) if OPEN not in text and not _own(text)]
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
        bare[name] = [text for text in page.evaluate(VISIBLE_TEXTS) if OPEN not in text and not _own(text)]
    page.close()
    assert {name: texts for name, texts in bare.items() if texts} == {}


@pytest.mark.usefixtures("_pseudo")
def test_pages_of_a_practice_speak_through_the_catalogues(browser: Browser, practice: Practice) -> None:
    page = practice.sign_in(browser, locale=LANGUAGE).new_page()
    bare = {}
    for name, path in practice.pages().items():
        page.goto(practice.address + path)
        bare[name] = [text for text in page.evaluate(VISIBLE_TEXTS) if OPEN not in text and not _own(text)]
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
