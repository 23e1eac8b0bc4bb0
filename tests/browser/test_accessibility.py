"""Every page in two ways, a phone in Spanish by night and a desk in English by day, and each by the other light."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page

from tests.browser.look import Look, faults_of
from tests.browser.others import DEMONSTRATION_PAGES, NEW_STAFF_PAGES, Practice
from tests.browser.stay import PASSPHRASE, PUBLIC_PAGES, Stay
from tests.cast import Part

# Spanish is the longer of the two, and 320 px the width that WCAG 1.4.10 names.
WAYS: dict[str, dict[str, Any]] = {
    "phone es dark": {"viewport": {"width": 320, "height": 640}, "locale": "es-ES", "color_scheme": "dark"},
    "desk en light": {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", "color_scheme": "light"},
}
every_way = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)


@every_way
def test_nothing_is_found_on_any_page(browser: Browser, stay: Stay, way: dict[str, Any]) -> None:
    with stay.sign_in(browser, **way) as context:
        assert Look(context, stay.address).at(stay.pages()) == {}


@every_way
def test_nothing_is_found_before_signing_in(browser: Browser, stay: Stay, way: dict[str, Any]) -> None:
    with browser.new_context(**way) as context:
        assert Look(context, stay.address).at({name: reverse(name) for name in PUBLIC_PAGES}) == {}


@every_way
def test_nothing_is_found_on_the_pages_of_a_practice(browser: Browser, practice: Practice, way: dict[str, Any]) -> None:
    for part, pages in (
        (Part.THERAPIST, practice.pages()),
        (Part.MANAGER, practice.manager_pages()),
        (Part.NEW_STAFF, {name: reverse(name) for name in NEW_STAFF_PAGES}),
    ):
        with practice.sign_in(browser, part, **way) as context:
            assert Look(context, practice.address).at(pages) == {}


@pytest.mark.usefixtures("_demonstration")
@every_way
def test_nothing_is_found_in_the_demonstration(browser: Browser, live_server: Any, way: dict[str, Any]) -> None:
    with browser.new_context(**way) as context:
        assert Look(context, live_server.url).at(DEMONSTRATION_PAGES) == {}


def test_nothing_is_found_on_what_is_shown_one_time(browser: Browser, stay: Stay) -> None:
    page = browser.new_page()
    page.goto(stay.address + reverse("people:sign-up"))
    page.fill("[name=chosen]", "orilla")
    page.fill("[name=passphrase]", PASSPHRASE)
    page.click("main form .button")
    page.wait_for_selector(".code")
    assert faults_of(page) == []
    page.goto(stay.address + reverse("people:invite"))
    page.fill("[name=recipient]", "Amparo")
    page.fill("[name=signed]", "N.")
    page.click("main form .button[type=submit]")
    page.wait_for_selector(".code")
    assert faults_of(page) == []
    _look_behind_the_passphrase(page, stay.address)
    page.goto(stay.address + reverse("people:erase-now"))
    page.fill("[name=word]", "erase")
    page.click("main form button[type=submit]")
    page.wait_for_selector("main:not(:has([name=word]))")
    assert faults_of(page) == []
    page.close()


def _look_behind_the_passphrase(page: Page, address: str) -> None:
    """Pages that ask once more who is there, and the page that asks."""
    page.goto(address + reverse("people:passkeys"))
    assert faults_of(page) == []
    page.fill("[name=password]", PASSPHRASE)
    page.click("main form .button")
    page.wait_for_url(address + reverse("people:passkeys"))
    for name in ("people:passkeys", "mfa_add_webauthn"):
        page.goto(address + reverse(name))
        assert faults_of(page) == []
