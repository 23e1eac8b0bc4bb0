"""Two pages open at the same time, and a door that closes while somebody writes behind it: no word is lost."""

from playwright.sync_api import Browser, Page

from tests.browser.others import Practice
from tests.cast import Part
from vado.record import Record

WORDS = "ask about the night shift, and the sister's visit"


def _close_the_door(record: Record, practice: Practice) -> None:
    therapist = practice.cast.accounts[Part.THERAPIST].pk
    for door in record.doors():
        if door.actor == therapist:
            record.close_door(door.id, now=record.now)


def _say(page: Page, words: str) -> None:
    page.evaluate("for (const more of document.querySelectorAll('details')) more.open = true")
    page.fill("[name=note]", words)


def _keep(page: Page) -> None:
    page.click("main form button.button[type=submit]")
    page.wait_for_load_state()


def test_two_pages_that_change_one_entry_are_both_kept(browser: Browser, practice: Practice) -> None:
    context = practice.sign_in(browser, Part.PERSON)
    here, there = context.new_page(), context.new_page()
    entry = f"{practice.address}/me/entry/{practice.leaf}/"
    for page, words in ((here, "the long way home"), (there, "the bus, then the long way")):
        page.goto(f"{entry}change/")
        _say(page, words)
    _keep(here)
    _keep(there)
    there.goto(entry)
    shown = there.inner_text("main")
    assert "Both are kept here" in shown
    assert "the long way home" in shown
    assert "the bus, then the long way" in shown
    context.close()


def test_a_door_closed_in_mid_page_gives_the_words_back(browser: Browser, practice: Practice) -> None:
    page = practice.sign_in(browser).new_page()
    behind = f"{practice.address}/with/{practice.cast.record_id}"
    page.goto(f"{behind}/meetings/agreed/new/")
    page.fill("[name=words]", WORDS)
    _close_the_door(practice.cast.open(), practice)
    _keep(page)
    shown = page.inner_text("main")
    assert "a door may have been closed" in shown
    assert WORDS in shown
    page.go_back()
    page.goto(f"{behind}/days/")
    assert "There is nothing here" in page.inner_text("main")
    page.click("main .button")
    assert page.url.endswith("/people/")
    page.context.close()
