"""The journey of a person and their therapist in real Chromium, on a phone of 360 px, in both languages."""

import datetime as dt
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.cast import lived_today
from vado.people.access import Role
from vado.people.actions import add_staff, found_practice

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 360, "height": 740}
PASSPHRASE = "four words by the ford"
TAPS_TO_REPEAT, TAPS_FOR_A_NEW_ONE = 3, 9
SECONDS_FOR_A_WEEK = 60


class Phone:
    """One browser of one person: it counts the taps and remembers every host that was asked."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = home
        self.hosts: set[str] = set()
        self.taps = 0
        self.page: Page = context.new_page()
        self.page.set_default_timeout(8000)
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))

    def go(self, path: str) -> int:
        answer = self.page.goto(self.home + path)
        assert answer is not None
        return answer.status

    def tap(self, selector: str) -> None:
        self.taps += 1
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()

    def see(self, selector: str) -> None:
        self.page.locator(selector).first.wait_for(timeout=5000)

    def fits(self) -> bool:
        """Whether nothing has to be scrolled sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def person(browser: Browser, live_server: LiveServer, language: str) -> Iterator[Phone]:
    """Somebody who signs up on their phone."""
    context = browser.new_context(viewport=PHONE, locale=language, has_touch=True)  # type: ignore[arg-type]
    phone = Phone(context, live_server.url)
    phone.go("/sign-up/")
    phone.page.fill("[name=chosen]", "ford")
    phone.page.fill("[name=passphrase]", PASSPHRASE)
    phone.tap("main form [type=submit]")
    phone.tap("main a.button[href='/me/']")
    yield phone
    context.close()


@pytest.fixture
def therapist(browser: Browser, live_server: LiveServer, language: str) -> Iterator[Phone]:
    """A therapist with a second factor, signed in."""
    account = add_staff(
        practice=found_practice(name="Practice"), role=Role.THERAPIST, name="Nora the therapist", chosen="t"
    ).account
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    context = browser.new_context(viewport=PHONE, locale=language)  # type: ignore[arg-type]
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
    yield Phone(context, live_server.url)
    context.close()


def write_first_entry(person: Phone) -> None:
    """Something happened, about two of cider, kept."""
    person.go("/me/")
    person.taps = 0
    person.tap("a.big.a")
    person.tap("form#new [name=substance]")
    person.page.keyboard.type("cider")
    for _can in range(2):
        person.tap("form#new .stepper [data-by='1']")
    person.tap("form#new label:has([name=sureness])")
    assert person.page.locator("form#new [name=on]").is_hidden()
    person.tap("form#new button.button[type=submit]")
    person.see(".timeline .entry.use")
    assert person.taps <= TAPS_FOR_A_NEW_ONE


def test_the_first_entry_the_month_and_a_week_told_later(person: Phone, language: str) -> None:
    write_first_entry(person)

    person.go("/me/")
    person.taps = 0
    person.tap("a.big.a")
    person.tap("button[name=dose]")
    person.see(".timeline .entry.use >> nth=1")
    assert person.taps <= TAPS_TO_REPEAT

    person.go("/me/days/")
    assert person.page.get_attribute("html", "lang") == language
    person.see("td.today .mark")
    assert person.fits()

    _fill_a_week(person)
    person.go("/me/days/")
    assert person.hosts == {urlsplit(person.home).netloc}


def _fill_a_week(person: Phone) -> None:
    """Seven days that end a month ago, each with one tap and one button for all."""
    started = time.monotonic()
    until = lived_today() - dt.timedelta(days=30)
    person.go(f"/me/fill/?until={until.isoformat()}")
    days = person.page.locator("form#fill fieldset")
    for row in range(days.count()):
        words = "nothing_used" if row % 2 else "do_not_know"
        days.nth(row).locator(f"label:has([value={words}])").click()
    assert person.fits()
    person.tap("form#fill button.button")
    assert "7" in person.page.inner_text("main")
    assert time.monotonic() - started < SECONDS_FOR_A_WEEK


def test_a_door_is_opened_the_visit_seen_and_the_door_closed(person: Phone, therapist: Phone) -> None:
    write_first_entry(person)
    person.go("/doors/invite/")
    person.page.fill("[name=recipient]", "Ana")
    person.page.fill("[name=signed]", "f.")
    person.tap("main form.stack button[type=submit]")
    code = person.page.inner_text(".code")

    assert therapist.go("/people/") == 200
    therapist.page.fill("[name=code]", code)
    therapist.tap("main form:has([name=code]) button[type=submit]")
    therapist.go("/people/")
    door = urlsplit(str(therapist.page.get_attribute("a[href^='/with/']", "href"))).path
    calendar = "/".join([*door.split("/")[:3], "days/"])
    assert therapist.go(calendar) == 200
    therapist.see("td.today .mark")
    assert therapist.fits()

    person.go("/visits/")
    assert "Nora the therapist" in person.page.inner_text("main")

    person.go("/doors/")
    person.tap("form[action$='/close/'] button")
    assert therapist.go(calendar) == 404
    assert person.hosts | therapist.hosts == {urlsplit(person.home).netloc}
