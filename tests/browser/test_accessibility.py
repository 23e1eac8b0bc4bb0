"""axe finds nothing on any page, in both schemes; nothing scrolls sideways at 320 px; targets are large enough."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page

from tests.browser.others import DEMONSTRATION_PAGES, NEW_STAFF_PAGES, Practice
from tests.browser.stay import PASSPHRASE, PUBLIC_PAGES, Stay
from tests.cast import Part

SMALLEST_TARGET = 24  # WCAG 2.5.8; links inside a sentence are its exception
TOO_SMALL = """least => [...document.querySelectorAll("button, select, .chip, .button, .nav a, .list a")]
  .filter(one => one.getClientRects().length)
  .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([words, box]) => `${words} ${Math.round(box.width)}x${Math.round(box.height)}`)"""


def _findings(page: Page) -> list[str]:
    found: dict[str, Any] = Axe().run(page).response
    return [f"{each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]


@pytest.mark.parametrize(("language", "scheme"), [("en-GB", "light"), ("es-ES", "dark")])
def test_axe_finds_nothing_on_any_page(browser: Browser, stay: Stay, scheme: str, language: str) -> None:
    context = stay.sign_in(browser, color_scheme=scheme, locale=language)
    page = context.new_page()
    found = {}
    for name, path in stay.pages().items():
        page.goto(stay.address + path)
        found[name] = _findings(page)
    context.close()
    assert {name: findings for name, findings in found.items() if findings} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_signing_in(browser: Browser, stay: Stay, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(color_scheme=scheme)
    found = {}
    for name in PUBLIC_PAGES:
        page.goto(stay.address + reverse(name))
        found[name] = _findings(page)
    page.close()
    assert {name: findings for name, findings in found.items() if findings} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_a_practice(browser: Browser, practice: Practice, scheme: str) -> None:
    page = practice.sign_in(browser, color_scheme=scheme).new_page()
    found = _found_on(page, practice.address, practice.pages())
    page.context.close()
    page = practice.sign_in(browser, Part.MANAGER, color_scheme=scheme).new_page()
    found |= _found_on(page, practice.address, practice.manager_pages())
    page.context.close()
    page = practice.sign_in(browser, Part.NEW_STAFF, color_scheme=scheme).new_page()
    found |= _found_on(page, practice.address, {name: reverse(name) for name in NEW_STAFF_PAGES})
    page.context.close()
    assert found == {}


@pytest.mark.usefixtures("_demonstration")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_demonstration(
    browser: Browser, live_server: Any, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 640})
    assert _found_on(page, live_server.url, DEMONSTRATION_PAGES) == {}
    assert _wide(page, live_server.url, DEMONSTRATION_PAGES) == []
    page.close()


def test_axe_finds_nothing_on_what_is_shown_one_time(browser: Browser, stay: Stay) -> None:
    page = browser.new_page()
    page.goto(stay.address + reverse("people:sign-up"))
    page.fill("[name=chosen]", "orilla")
    page.fill("[name=passphrase]", PASSPHRASE)
    page.click("main form .button")
    page.wait_for_selector(".code")
    assert _findings(page) == []
    page.goto(stay.address + reverse("people:invite"))
    page.fill("[name=recipient]", "Amparo")
    page.fill("[name=signed]", "N.")
    page.click("main form .button[type=submit]")
    page.wait_for_selector(".code")
    assert _findings(page) == []
    assert _found_behind_the_passphrase(page, stay.address) == {}
    page.goto(stay.address + reverse("people:erase-now"))
    page.fill("[name=word]", "erase")
    page.click("main form button[type=submit]")
    page.wait_for_selector("main:not(:has([name=word]))")
    assert _findings(page) == []
    page.close()


def _found_behind_the_passphrase(page: Page, address: str) -> dict[str, list[str]]:
    """Pages that ask once more who is there, and the page that asks."""
    page.goto(address + reverse("people:passkeys"))
    found = {"once-more": _findings(page)}
    page.fill("[name=password]", PASSPHRASE)
    page.click("main form .button")
    page.wait_for_url(address + reverse("people:passkeys"))
    found |= _found_on(page, address, {name: reverse(name) for name in ("people:passkeys", "mfa_add_webauthn")})
    return {name: findings for name, findings in found.items() if findings}


def _found_on(page: Page, address: str, pages: dict[str, str]) -> dict[str, list[str]]:
    found = {}
    for name, path in pages.items():
        page.goto(address + path)
        found[name] = _findings(page)
    return {name: findings for name, findings in found.items() if findings}


def _wide(page: Page, address: str, pages: dict[str, str]) -> list[str]:
    wide = []
    for name, path in pages.items():
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(name)
    return wide


def test_no_page_of_a_practice_scrolls_sideways_at_320_pixels(browser: Browser, practice: Practice) -> None:
    page = practice.sign_in(browser, viewport={"width": 320, "height": 640}).new_page()
    assert _wide(page, practice.address, practice.pages()) == []
    page.context.close()


@pytest.mark.parametrize("language", ["es-ES"])  # the longer of the two
def test_no_page_scrolls_sideways_at_320_pixels(browser: Browser, stay: Stay, language: str) -> None:
    context = stay.sign_in(browser, viewport={"width": 320, "height": 640}, locale=language)
    page = context.new_page()
    wide = []
    for name, path in stay.pages().items():
        page.goto(stay.address + path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(name)
    context.close()
    assert wide == []


def test_every_control_is_large_enough_to_hit(browser: Browser, stay: Stay) -> None:
    context = stay.sign_in(browser)
    page = context.new_page()
    small = {}
    for name, path in stay.pages().items():
        page.goto(stay.address + path)
        small[name] = page.evaluate(TOO_SMALL, SMALLEST_TARGET)
    context.close()
    assert {name: controls for name, controls in small.items() if controls} == {}
