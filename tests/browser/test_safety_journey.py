"""Safety in real Chromium, on phones of 320 and 360 px, in both languages, with and without script, and offline."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.stay import Stay

pytestmark = pytest.mark.django_db(transaction=True)

PHONES = list(product((320, 360), ("en", "es"), (True, False)))
NUMBER = {"en": ("Spain", "024"), "es": ("España", "024")}
HELP = {"en": "Help now", "es": "Ayuda ya"}
CARD = {"en": "I know this: rest for 30 days", "es": "Ya lo sé: callar 30 días"}

WORKER_IS_READY = """async () => {
  const ready = async () => (await navigator.serviceWorker.getRegistration("/safety/"))?.active?.state === "activated";
  while (!(await ready())) await new Promise((go) => setTimeout(go, 50));
}"""
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) found.push(...await (await caches.open(name)).keys());
  return found.map((one) => new URL(one.url).pathname);
}"""


def phone(width: int, language: str, script: bool) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 700}, "locale": language, "java_script_enabled": script}


def fits(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways; without script the width of the body tells it."""
    box = page.locator("body").bounding_box()
    return box is not None and page.viewport_size is not None and box["width"] <= page.viewport_size["width"]


@pytest.mark.parametrize(("width", "language", "script"), PHONES)
def test_from_the_sign_in_page_to_the_right_number_in_two_taps(
    browser: Browser, live_server: Any, width: int, language: str, script: bool
) -> None:
    page = browser.new_page(**phone(width, language, script))
    page.goto(live_server.url + reverse("people:sign-in"))
    country, number = NUMBER[language]
    page.locator("header a.help").click()
    assert page.locator("summary", has_text=country).is_visible()
    page.locator("summary", has_text=country).click()
    line = page.locator(f"a.call[href='tel:{number}']")
    assert line.is_visible()
    assert line.inner_text() == number
    assert fits(page)
    page.close()


@pytest.mark.parametrize("language", ["en", "es"])
def test_on_paper_every_number_stands_there_whatever_was_folded(
    browser: Browser, live_server: Any, language: str
) -> None:
    page = browser.new_page(**phone(360, language, False))
    page.goto(live_server.url + reverse(f"safety:page-{language}"))
    number = page.locator("a.call[href='tel:024']")
    assert not number.is_visible()
    page.emulate_media(media="print")
    assert all(one.is_visible() for one in page.locator("a.call").all())
    assert page.locator("#on-the-side li").first.is_visible()
    assert not page.locator("header").is_visible()
    page.close()


@pytest.mark.parametrize(("width", "language"), list(product((320, 360), ("en", "es"))))
def test_without_network_help_is_still_there(browser: Browser, live_server: Any, width: int, language: str) -> None:
    context = browser.new_context(**phone(width, language, True))
    page = context.new_page()
    page.goto(live_server.url + reverse("people:sign-in"))
    page.evaluate(WORKER_IS_READY)
    context.set_offline(True)
    page.goto(live_server.url + reverse("safety:page"))
    assert page.locator("h1").inner_text() == HELP[language]
    assert page.locator("html").get_attribute("lang") == language
    assert fits(page)
    assert page.evaluate("getComputedStyle(document.querySelector('section')).borderRadius") == "18px"
    page.goto(live_server.url + reverse("safety:steady"))
    assert page.locator(".steps li").count() == 7
    kept = page.evaluate(KEPT)
    assert kept
    assert all(path.startswith(("/safety/en/", "/safety/es/", "/static/safety/")) for path in kept)
    context.close()


# Each width meets each language and each way of script, and each language both ways of script: four of the eight.
INSIDE = [(320, "en", True), (320, "es", False), (360, "en", False), (360, "es", True)]


@pytest.fixture(params=INSIDE, ids=str)
def inside_phone(request: pytest.FixtureRequest, browser: Browser, stay: Stay) -> Iterator[tuple[BrowserContext, str]]:
    width, language, script = request.param
    context = stay.sign_in(browser, **phone(width, language, script))
    yield context, language
    context.close()


def keep_use(page: Page, stay: Stay, substance: str) -> None:
    page.goto(stay.address + reverse("me:use-new"))
    page.fill("form#new [name=substance]", substance)
    page.locator("form#new button.button[type=submit]").first.click()
    page.locator(".timeline").first.wait_for()


def a_guard_asks_what_the_days_do_not_tell(page: Page, stay: Stay) -> None:
    """A goal about something that no day is written of: questions, left open, then the card, then it is kept."""
    page.goto(stay.address + reverse("safety:about"))
    page.locator("#about [name=seizures][value='']").check(force=True)
    page.locator("#about button.button").click()
    page.goto(stay.address + reverse("plans:goal-new"))
    page.fill("main form [name=words]", "no more")
    page.fill("main form [name=substance]", "GBL")
    page.locator("[name=aim][value=stop]").check(force=True)
    page.locator("[name=status][value=trying]").check(force=True)
    page.locator("main form button.button[type=submit]").last.click()
    assert page.locator("#guard fieldset").count() == 3  # pregnancy is said in the list already
    assert fits(page)
    page.locator("#guard button.button").click()
    page.locator("#guard .safety-card[data-rule=sudden-stop]").wait_for()
    assert page.locator("main form [name=words]").input_value() == "no more"
    page.locator("#guard button[value=on]").click()
    page.wait_for_url("**/me/goals/*/")
    assert "no more" in page.locator("main").inner_text()


def test_a_combination_met_twice_the_list_and_the_plan(inside_phone: tuple[BrowserContext, str], stay: Stay) -> None:
    context, language = inside_phone
    page = context.new_page()
    keep_use(page, stay, "cocaine")
    card = page.locator(".safety-card[data-rule=alcohol-cocaine]")
    card.wait_for()
    assert fits(page)
    keep_use(page, stay, "cocaine")
    page.locator(".safety-line[data-rule=alcohol-cocaine]").wait_for()
    page.locator(".safety-line[data-rule=alcohol-cocaine] button", has_text=CARD[language]).click()
    keep_use(page, stay, "cocaine")
    assert page.locator("[data-rule=alcohol-cocaine]").count() == 0

    page.goto(stay.address + reverse("safety:takes"))
    page.fill("#takes [name=name]", "sertralin")
    page.locator("#takes button.button").click()
    page.locator("#takes button[name=meant]").first.click()
    assert page.locator("ul.card.list > li").count() == 2
    a_guard_asks_what_the_days_do_not_tell(page, stay)

    page.goto(stay.address + reverse("safety:card"))
    page.emulate_media(media="print")
    wallet = page.locator(".wallet").bounding_box()
    assert wallet is not None
    assert round(wallet["width"] * 25.4 / 96, 1) == 85.6  # the width of a bank card
    page.emulate_media(media="screen")

    page.goto(stay.address + reverse("me:note-new"))
    page.fill("main form [name=words]", "me quiero morir")
    page.locator("main form button.button[type=submit]").first.click()
    page.locator(".safety-gentle a[href='/me/safety/plan/']").click()
    page.locator("a.button").click()
    page.fill("#plan [name=people]", "Marta 600 112 233")
    page.locator("#plan button.button").click()
    assert page.locator("a.call").get_attribute("href") == "tel:600112233"
    page.emulate_media(media="print")
    assert page.locator(".safety-plan").is_visible()
    assert not page.locator(".nav").is_visible()
    assert not page.locator("form[action$='/erase/']").is_visible()


def test_the_plan_lies_on_the_phone_when_its_person_says_so(browser: Browser, stay: Stay) -> None:
    context = stay.sign_in(browser, **phone(360, "en", True))
    page = context.new_page()
    page.goto(stay.address + reverse("safety:plan"))
    page.evaluate(WORKER_IS_READY)
    page.locator("[data-keep]").click()
    page.locator("[data-is-kept]").wait_for()
    context.set_offline(True)
    page.goto(stay.address + reverse("safety:plan-kept"))
    assert "Marta" in page.locator("main").inner_text()
    context.set_offline(False)
    page.goto(stay.address + reverse("safety:plan"))
    page.locator("[data-forget]").click()
    page.locator("[data-is-kept]").wait_for(state="hidden")
    assert page.evaluate("caches.has('my safety plan')") is False
    context.close()
