"""In a browser, on a phone in Spanish and at a desk in English: what somebody does who looks at what use is for."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from tests.browser.others import Practice
from tests.browser.stay import PHONE, Stay
from tests.cast import Part

SCREEN = {"width": 1280, "height": 900}
ON_BOTH = (("es-ES", PHONE), ("en-GB", SCREEN))
ROUND = {
    "es-ES": ("Esto da vueltas", "¿Y si esto fuera más fácil?"),
    "en-GB": ("This goes round", "What if this were easier?"),
}


def page_of(browser: Browser, stay: Stay, language: str, **chosen: Any) -> Page:
    return stay.sign_in(browser, locale=language, **chosen).new_page()


@pytest.mark.parametrize(("language", "size"), ON_BOTH)
def test_an_urge_is_ridden_with_the_network_gone(
    browser: Browser, stay: Stay, language: str, size: dict[str, int]
) -> None:
    page = page_of(browser, stay, language, viewport=size)
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
    where = page.url
    page.click(".in-reach form button")
    page.wait_for_timeout(300)
    assert page.url == where, "whoever leaves while taps wait is held back one time"
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


@pytest.mark.parametrize(("language", "size"), ON_BOTH)
def test_an_evening_is_unwrapped_and_two_meanings_go_on_the_map(
    browser: Browser, stay: Stay, language: str, size: dict[str, int]
) -> None:
    page = page_of(browser, stay, language, viewport=size)
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


@pytest.mark.parametrize(("language", "size"), ON_BOTH)
def test_the_map_is_reached_by_keyboard_and_read_as_a_list(
    browser: Browser, stay: Stay, language: str, size: dict[str, int]
) -> None:
    goes_round, what_if = ROUND[language]
    page = page_of(browser, stay, language, viewport=size)
    page.goto(stay.address + reverse("meanings:map"))
    expect(page.locator(".reading .why").first).to_contain_text(goes_round)
    things = page.locator("svg.map a.node")
    assert things.count() == page.locator(".map-list > li > ul > li").count()
    things.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main .question")).to_have_text(what_if)
    page.fill("main textarea", "I could go straight to bed")
    page.click("main .card form .button")
    expect(page.locator("main")).to_contain_text("I could go straight to bed")
    page.context.close()


@pytest.mark.parametrize(("language", "size"), ON_BOTH)
def test_stop_and_steady_myself_are_in_reach_of_every_question(
    browser: Browser, stay: Stay, language: str, size: dict[str, int]
) -> None:
    page = page_of(browser, stay, language, viewport=size)
    page.goto(stay.address + reverse("meanings:closer-moment", args=[stay.closer, "voice"]))
    page.fill("[name=words]", "quieter today")
    page.click(".in-reach [value=stop]")
    expect(page.locator("main")).to_contain_text("quieter today")
    page.click(".in-reach a >> nth=-1")
    assert page.url.endswith(reverse("safety:steady"))
    page.context.close()


@pytest.mark.parametrize(("language", "size"), ON_BOTH)
def test_both_voices_a_balance_then_and_now_and_a_letter(
    browser: Browser, stay: Stay, language: str, size: dict[str, int]
) -> None:
    page = page_of(browser, stay, language, viewport=size)
    page.goto(stay.address + reverse("meanings:voices"))
    page.click(".voice a[href*='?to='] >> nth=0")
    page.fill("#speak textarea", "and on Sunday?")
    page.click("#speak .button")
    expect(page.locator(".voice >> nth=-1")).to_contain_text("and on Sunday?")
    page.click("main a[href$='voices/over-time/']")
    assert page.locator("svg.lanes circle").count() == 3
    page.goto(stay.address + reverse("balance:begin"))
    page.fill("[name=benefit_people]", "we laugh")
    page.click("main form .button")
    page.click("summary")
    page.click("details .chip >> nth=0")
    expect(page.locator("ul.why")).to_contain_text("we laugh")
    assert page.locator(".beside > section").count() == 2, "then and now beside each other"
    a_letter_comes(browser, page, stay.address)
    page.context.close()


def a_letter_comes(browser: Browser, page: Page, address: str) -> None:
    """Asked for on one device, left on another without a sign-in, read on the first."""
    page.goto(address + reverse("balance:letters"))
    page.fill("[name=asked]", "Ada")
    page.click("main form:has([name=asked]) .button")
    code = page.inner_text("main .code")
    other = browser.new_context(locale="en-GB").new_page()
    other.goto(f"{address}{reverse('letter:leave')}#{code}")
    expect(other.locator("[name=code]")).to_have_value(code)
    assert code not in other.url
    other.fill("[name=words]", "I saw you on Sunday, awake.")
    other.click("main form .button")
    other.wait_for_url(address + reverse("letter:left"))
    other.context.close()
    page.goto(address + reverse("balance:letters"))
    page.click(".card:has-text('Ada') form[action$='/read/'] button")
    expect(page.locator(".letter")).to_contain_text("I saw you on Sunday, awake.")


def test_a_formulation_is_written_by_two_on_two_devices(browser: Browser, practice: Practice) -> None:
    """The person on a phone in Spanish, the therapist at a desk in English; neither touches what the other wrote."""
    record = practice.cast.record_id
    phone = practice.sign_in(browser, Part.PERSON, locale="es-ES", viewport=PHONE).new_page()
    desk = practice.sign_in(browser, locale="en-GB", viewport=SCREEN).new_page()
    phone.goto(practice.address + reverse("meanings:formulation-part", args=["critic"]))
    desk.goto(practice.address + reverse("with-meanings:formulation-part", args=[record, "critic"]))
    phone.fill("[name=words]", "Ya es mía.")
    phone.click("main form .button")
    desk.fill("[name=words]", "I hear your father in it.")
    desk.check("[name=sees_otherwise]")
    desk.click("main form .button")
    for page, address in (
        (phone, reverse("meanings:formulation")),
        (desk, reverse("with-meanings:formulation", args=[record])),
    ):
        page.goto(practice.address + address)
        section = page.locator(".formulation section", has=page.locator("a[href$='/critic/']"))
        expect(section).to_contain_text("Ya es mía.")
        expect(section).to_contain_text("I hear your father in it.")
        expect(section.locator(".tag")).to_be_visible()
        page.context.close()
