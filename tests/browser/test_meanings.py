"""In a browser, at 360 px: an evening looked at closely, meanings on the map, an urge ridden with the network gone."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from tests.browser.stay import Stay

LANGUAGES = ("en-GB", "es-ES")


def page_of(browser: Browser, stay: Stay, language: str, **chosen: Any) -> Page:
    return stay.sign_in(browser, locale=language, **chosen).new_page()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_urge_is_ridden_with_the_network_gone(browser: Browser, stay: Stay, language: str) -> None:
    page = page_of(browser, stay, language)
    page.goto(stay.address + reverse("meanings:surf"))
    page.click("main .soft")
    page.click("[name=height][value='6']")
    page.wait_for_function("document.querySelectorAll('svg.wave circle').length === 1")
    page.context.set_offline(True)
    page.wait_for_timeout(1100)
    page.click("[name=height][value='9']")
    page.wait_for_timeout(1100)
    page.click("[name=height][value='3']")
    expect(page.locator("[data-waiting]")).to_be_visible()
    assert page.locator("svg.wave circle").count() == 3
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-waiting]")).to_be_hidden()
    page.click("main .button >> nth=0")
    page.fill("[name=wanted]", "an hour of quiet")
    page.click("main form.moment .button")
    page.click("details summary")
    assert page.locator("tbody tr").count() == 3, "every tap arrived, and each one time"
    page.context.close()


def test_without_script_an_urge_is_ridden_by_forms(browser: Browser, stay: Stay) -> None:
    page = page_of(browser, stay, "en-GB", java_script_enabled=False)
    page.goto(stay.address + reverse("meanings:surf"))
    page.click("main .soft")
    page.click("[name=height][value='7']")
    page.click("main a.button")
    page.click("main form.moment .button")
    expect(page.locator("main .why")).to_contain_text("7 at its height")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_evening_is_unwrapped_and_two_meanings_go_on_the_map(browser: Browser, stay: Stay, language: str) -> None:
    page = page_of(browser, stay, language)
    page.goto(stay.address + reverse("meanings:closer"))
    page.fill("[name=about]", "the party")
    page.click("main .card .button")
    page.fill("[name=words]", "nobody spoke to me")
    page.click("main .button[value=next]")
    page.fill("[name=words]", "not to be seen")
    page.fill("[name=own_meaning]", "to disappear, to dance")
    page.click("main .button[value=next]")
    page.fill("[name=words]", "an hour of lightness")
    page.click("main .button[value=next]")
    expect(page.locator("main .notice")).to_be_visible()
    where = page.url
    for words in ("to disappear", "to dance"):
        page.goto(where)
        page.click("a[href*='map/thing/']")
        page.click(f"main form button:text-is('{words}')")
        expect(page.locator("svg.map[role=group]")).to_contain_text(words)
    page.context.close()


def test_the_map_is_reached_by_keyboard_and_read_as_a_list(browser: Browser, stay: Stay) -> None:
    page = page_of(browser, stay, "en-GB", viewport={"width": 1280, "height": 900})
    page.goto(stay.address + reverse("meanings:map"))
    expect(page.locator(".reading .why").first).to_contain_text("This goes round")
    things = page.locator("svg.map a.node")
    assert things.count() == page.locator(".map-list > li > ul > li").count()
    things.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main .question")).to_have_text("What if this were easier?")
    page.fill("main textarea", "I could go straight to bed")
    page.click("main .card form .button")
    expect(page.locator("main")).to_contain_text("I could go straight to bed")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_stop_and_steady_myself_are_in_reach_of_every_question(browser: Browser, stay: Stay, language: str) -> None:
    page = page_of(browser, stay, language)
    page.goto(stay.address + reverse("meanings:closer-moment", args=[stay.closer, "voice"]))
    page.fill("[name=words]", "quieter today")
    page.click(".in-reach [value=stop]")
    expect(page.locator("main")).to_contain_text("quieter today")
    page.click(".in-reach a >> nth=-1")
    assert page.url.endswith(reverse("safety:steady"))
    page.context.close()
