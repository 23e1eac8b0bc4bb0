"""A passkey is made on a device and lets its owner in; a virtual device stands for the finger."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.stay import PASSPHRASE, Stay, arrive

pytestmark = pytest.mark.django_db(transaction=True)
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def named(live_server: Any) -> Stay:
    """Passkeys belong to a name: 127.0.0.1 has none, localhost is one."""
    return arrive(live_server.url.replace("127.0.0.1", "localhost"))


@pytest.fixture
def signed_in(browser: Browser, named: Stay) -> Iterator[BrowserContext]:
    context = named.sign_in(browser)
    yield context
    context.close()


def _with_device(context: BrowserContext) -> Page:
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


def test_a_passkey_is_made_and_lets_its_owner_in(signed_in: BrowserContext, named: Stay) -> None:
    page = _with_device(signed_in)
    page.goto(named.address + reverse("mfa_add_webauthn"))
    page.fill("[name=password]", PASSPHRASE)
    page.click("main form .button")
    assert not Axe().run(page).response["violations"]
    page.click("form[data-passkey=create] button")
    page.wait_for_url(named.address + reverse("people:passkeys"))
    assert not Axe().run(page).response["violations"]
    kept = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)
    assert kept.data["name"] == "passkey"
    signed_in.clear_cookies()
    page.goto(named.address + reverse("people:sign-in"))
    page.click("form[data-passkey=get] button")
    page.wait_for_url(named.address + reverse("today"))


def test_without_a_key_on_the_device_the_other_ways_stay(browser: Browser, named: Stay) -> None:
    context = browser.new_context()
    page = _with_device(context)
    page.goto(named.address + reverse("people:sign-in"))
    page.click("form[data-passkey=get] button")
    page.wait_for_selector("[data-refused]:not([hidden])")
    assert page.is_visible("[name=password]")
    context.close()
