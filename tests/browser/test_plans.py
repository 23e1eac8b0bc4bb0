"""From a goal in own words to what has changed, on a phone and a wide screen; then a therapist opens the same pages."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.others import Practice
from tests.browser.stay import PHONE
from tests.cast import Part

pytestmark = pytest.mark.django_db(transaction=True)

SCREEN = {"width": 1280, "height": 800}
WORDS = {
    "en": {"goal": "no cider at all", "drink": "cider", "evening": "Ana's birthday", "home": "the last bus"},
    "es": {"goal": "nada de sidra", "drink": "sidra", "evening": "el cumple de Ana", "home": "el último bus"},
}
BLANKS = {
    "new-at_most-limit": "2",
    "new-only_between-earliest": "18:00",
    "new-not_before-hours": "8",
    "new-not_before-at": "06:00",
}
CONDITIONS = 5
GUARDS = 3  # questions, then a card, and room for one more


class Walk:
    """Somebody's browser, with the addresses of their own record."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        page.set_default_timeout(20_000)

    def to(self, name: str, *of: object) -> Page:
        self.page.goto(self.home + reverse(name, args=of))
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        return self.page

    def fill(self, **words: str) -> None:
        for field, said in words.items():
            self.page.fill(f"main [name={field}]", said)

    def keep(self) -> None:
        """Sends the form; what a guard asks is read and gone past."""
        self.page.locator("main form:not(.inline) > button[type=submit]").last.click()
        for _guard in range(GUARDS):
            self.page.wait_for_load_state()
            if not self.page.locator("#guard").count():
                return
            self.page.locator("#guard button[type=submit]").last.click()

    def open_all(self) -> None:
        self.page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("own", "other"), [(PHONE, SCREEN), (SCREEN, PHONE)], ids=["360 then 1280", "1280 then 360"])
def test_from_a_goal_to_what_has_changed_and_the_same_on_a_second_device(
    browser: Browser, practice: Practice, language: str, own: Any, other: Any
) -> None:
    words = WORDS[language]
    context = practice.sign_in(browser, Part.PERSON, locale=language, viewport=own)
    walk = Walk(context.new_page(), practice.address)
    _want_to_stop(walk, words)
    plan = _plan(walk, words)
    _evening(walk, words, practice.day)
    _week(walk)
    assert walk.to("plans:changed").locator(".finding").count() > 1
    _on_paper(walk.page)
    context.close()
    _second_device(practice, practice.sign_in(browser, locale=language, viewport=other), words, plan)


def _want_to_stop(walk: Walk, words: dict[str, str]) -> None:
    """A sudden stop is questioned; whoever has read it goes on, and nothing was lost meanwhile."""
    page = walk.to("plans:goal-new")
    walk.fill(words=words["goal"], substance=words["drink"])
    page.click("label:has([name=aim][value=stop])")
    page.click("label:has([name=status][value=trying])")
    page.locator("main form > button[type=submit]").last.click()
    page.wait_for_selector("#guard")
    assert page.input_value("[name=words]") == words["goal"]
    page.locator("#guard button[type=submit]").last.click()  # what stays open counts as yes
    page.wait_for_selector("#guard button[value=on]")
    page.click("#guard button[value=on]")
    page.wait_for_selector(f"h1:has-text('{words['goal']}')")


def _plan(walk: Walk, words: dict[str, str]) -> str:
    """Five sentences are written, read back, and one of them is held against the diary."""
    page = walk.to("plans:plan-new")
    walk.open_all()
    walk.fill(
        **{"substance": words["drink"], "new-at_most-unit": "can", "new-not_before-duty": words["home"], **BLANKS}
    )
    page.select_option("[name=new-days_without-days]", "4")
    page.check("[name=new-not_alone-wanted]")
    page.check("[name=new-not_before-weekdays][value='0']", force=True)
    walk.keep()
    assert page.locator(".sentences >> nth=0").locator("p").count() == CONDITIONS
    assert not page.locator("#held").count()
    page.locator("button[name=condition]").first.click()
    page.wait_for_selector("#held")
    return page.url


def _evening(walk: Walk, words: dict[str, str], today: dt.date) -> None:
    """An evening is thought through, written as it went, and the two stand beside each other."""
    page = walk.to("plans:occasion-new")
    walk.fill(words=words["evening"], on=today.isoformat(), substance=words["drink"], limit="3", unit="can")
    walk.fill(way_home=words["home"])
    walk.keep()
    planned = page.url
    walk.to("me:use-new")
    page.fill("#new [name=substance]", words["drink"])
    page.fill("#new [name=least]", "2")
    page.fill("#new [name=unit]", "can")
    page.locator("#new > button[type=submit]").last.click()
    page.wait_for_load_state()
    page.goto(planned)
    assert words["home"] in page.inner_text("section:has(#planned)")
    assert words["drink"] in page.inner_text("section:has(#written)")


def _week(walk: Walk) -> None:
    """A week like one's own weeks, in one tap."""
    page = walk.to("plans:week")
    page.locator("button[name=like]").first.click()
    page.wait_for_selector(".page-of-week")


def _on_paper(page: Page) -> None:
    """What has changed, printed: the courses and their sentences, and nothing that is only to be tapped."""
    page.emulate_media(media="print")
    assert page.locator(".finding svg").first.is_visible()
    assert not any(page.locator(one).first.is_visible() for one in (".nav", ".finding button", "main .no-print"))
    page.emulate_media(media="screen")


def _second_device(practice: Practice, screen: BrowserContext, words: dict[str, str], plan: str) -> None:
    walk, record = Walk(screen.new_page(), practice.address), practice.cast.record_id
    since = walk.to("with-meetings:since", record)
    assert words["goal"] in since.inner_text("main")
    since.goto(plan.replace("/me/", f"/with/{record}/"))
    assert since.locator("#held").count()
    assert not since.locator("main [name=condition]").count()
    assert walk.to("with-plans:changed", record).locator(".finding").count() > 1
    screen.close()
