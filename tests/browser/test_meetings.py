"""The same page on two devices: the person's phone and the therapist's screen, in both languages."""

import itertools
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page

from tests.browser.others import Practice
from tests.browser.stay import PHONE
from tests.cast import Part

pytestmark = pytest.mark.django_db(transaction=True)

SCREEN = {"width": 1280, "height": 800}
Sizes = tuple[Any, Any]  # of the person's device and of the therapist's
TAPS_TO_ANSWER = 5
SECONDS_TO_ANSWER = 20
TOPIC, LINE, OFF = "Viernes y el relevo", "la hoja del sueño", "me sentí mal mirada"
REPAIR = "hablé con prisa"


class Two:
    """Two browsers that are signed in, and every host that either asked."""

    def __init__(self, browser: Browser, practice: Practice, language: str, sizes: Sizes) -> None:
        self.home, self.hosts = practice.address, set[str]()
        self.record = practice.cast.record_id
        self.phone = self._page(practice.sign_in(browser, Part.PERSON, locale=language, viewport=sizes[0]))
        self.screen = self._page(practice.sign_in(browser, Part.THERAPIST, locale=language, viewport=sizes[1]))

    def _page(self, context: Any) -> Page:
        page: Page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        return page

    def at_phone(self, name: str = "since") -> Page:
        self.phone.goto(self.home + reverse(f"meetings:{name}"))
        return self.phone

    def at_screen(self, name: str = "since") -> Page:
        self.screen.goto(self.home + reverse(f"with-meetings:{name}", args=[self.record]))
        return self.screen

    def close(self) -> None:
        self.phone.context.close()
        self.screen.context.close()


@pytest.fixture(
    params=itertools.product(("en", "es"), ((PHONE, SCREEN), (SCREEN, PHONE))),
    ids=["en 360, 1280", "en 1280, 360", "es 360, 1280", "es 1280, 360"],
)
def two(request: pytest.FixtureRequest, browser: Browser, practice: Practice) -> Iterator[Two]:
    both = Two(browser, practice, *request.param)
    yield both
    both.close()


def fits(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_one_page_on_two_devices_from_preparing_to_a_repair_and_a_closed_door(two: Two) -> None:
    _prepare(two)
    _agree(two)
    _answer(two)
    _mend(two)
    assert two.hosts == {urlsplit(two.home).netloc}
    _close_the_door(two)


def _prepare(two: Two) -> None:
    """The person writes what they want to talk about; it is the first thing on the other screen, turned or not."""
    phone = two.at_phone()
    phone.fill(".quick textarea", TOPIC)
    phone.click(".quick button")
    phone.wait_for_selector(f".topic:has-text('{TOPIC}')")
    assert fits(phone)
    screen = two.at_screen()
    assert TOPIC in screen.inner_text(".topic >> nth=0")
    screen.click("a[href$='?turned']")
    screen.wait_for_selector("body.turned")
    assert fits(screen)
    assert not screen.locator(".nav").is_visible()


def _agree(two: Two) -> None:
    """The therapist writes a line through the door; the phone shows it, and the page of visits says so."""
    screen = two.at_screen("agreed-new")
    screen.fill("[name=words]", LINE)
    screen.click("label:has([value=therapist])")
    screen.click("main form .button")
    screen.wait_for_selector(f".agreed:has-text('{LINE}')")
    assert LINE in two.at_phone().inner_text("main")
    two.phone.goto(two.home + reverse("people:visits"))
    assert "The therapist" in two.phone.inner_text("main")


def _answer(two: Two) -> None:
    """Four answers: five taps, in less than twenty seconds."""
    phone, began, taps = two.at_phone("answers"), time.monotonic(), 0
    for name in ("heard", "worked_on", "way", "free_to_say_no"):
        phone.click(f"label:has([name={name}][value='8'])")
        taps += 1
    phone.click("main form .button")
    taps += 1
    phone.wait_for_selector("[role=status]")
    assert taps <= TAPS_TO_ANSWER
    assert time.monotonic() - began < SECONDS_TO_ANSWER
    assert fits(phone)


def _mend(two: Two) -> None:
    """Something felt off: for the person alone, then shown, then mended by both."""
    phone = two.at_phone("felt-off")
    phone.fill("[name=words]", OFF)
    phone.click("main form .button")
    phone.wait_for_selector("button[value=let_go]")
    assert OFF not in two.at_screen().inner_text("main")
    phone.click("button[value=let_go]")
    phone.wait_for_selector("button[value=mended]")
    screen = two.at_screen()
    screen.click(f".strain:has-text('{OFF}') a")
    screen.fill("[name=words]", REPAIR)
    screen.click("main form .button")
    screen.wait_for_selector(f".repairs:has-text('{REPAIR}')")
    phone.reload()
    assert REPAIR in phone.inner_text(".repairs")
    phone.click("button[value=mended]")
    phone.wait_for_load_state()
    assert OFF not in two.at_screen().inner_text("main")


def _close_the_door(two: Two) -> None:
    """Between preparing and meeting the person closes the door: the page does not exist any more."""
    two.phone.goto(two.home + reverse("people:doors"))
    two.phone.click("li:has(h2:text-is('The therapist')) form button")
    two.phone.wait_for_load_state()
    answer = two.screen.goto(two.home + reverse("with-meetings:since", args=[two.record]))
    assert answer is not None
    assert answer.status == 404
