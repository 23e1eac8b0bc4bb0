"""What goes wrong while somebody writes costs no word: an ended sign-in, a day that is none, more than fits."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext

from tests.browser.stay import PASSPHRASE, Stay
from vado.diary.facts import Note
from vado.people.models import Account
from vado.people.sign_ins import end_sign_ins
from vado.record import Actor, Purpose, open_record

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "the kettle, the radio, nobody asking"
MORE_THAN_FITS = "ñandú " * 180_000  # over a megabyte


def _notes() -> list[str]:
    account = Account.objects.get(own_record_id__isnull=False)
    assert account.own_record_id is not None
    record = open_record(Actor(account.pk), account.own_record_id, Purpose.OWN, now=timezone.now())
    return [leaf.fact.words for leaf in record.leaves(Note)]


def test_a_sign_in_that_ends_in_mid_form_loses_no_word(inside: BrowserContext, stay: Stay) -> None:
    page = inside.new_page()
    page.goto(stay.address + reverse("me:note-new"))
    page.fill("[name=words]", WORDS)
    end_sign_ins(Account.objects.get(own_record_id__isnull=False).pk)
    page.click("main form button.button[type=submit]")
    page.fill("[name=login]", stay.login)
    page.fill("[name=password]", PASSPHRASE)
    page.click("main form:has([name=password]) .button")
    page.wait_for_url(stay.address + reverse("people:late-words"))
    assert WORDS in page.inner_text("main")
    page.click("main form .button")
    page.wait_for_url(f"{stay.address}/me/day/**")
    assert _notes() == [WORDS]


def test_the_thirty_first_of_february_is_asked_back_with_the_words(inside: BrowserContext, stay: Stay) -> None:
    page = inside.new_page()
    page.goto(stay.address + reverse("me:note-new"))
    page.fill("[name=words]", WORDS)
    page.evaluate("const on = document.querySelector('[name=on]'); on.type = 'text'; on.value = '31/02/2026'")
    page.evaluate("document.querySelector('[name=words]').form.requestSubmit()")
    page.wait_for_selector(".errorlist, .errors")
    assert "not in the calendar" in page.content()
    assert page.input_value("[name=words]") == WORDS
    assert _notes() == []


def test_more_than_fits_comes_back_whole(inside: BrowserContext, stay: Stay) -> None:
    page = inside.new_page()
    page.goto(stay.address + reverse("me:note-new"))
    page.evaluate("words => { document.querySelector('[name=words]').value = words }", MORE_THAN_FITS)
    page.evaluate("document.querySelector('[name=words]').form.requestSubmit()")
    page.wait_for_selector(".errorlist, .errors")
    assert "Your words are still here" in page.content()
    assert page.input_value("[name=words]").strip() == MORE_THAN_FITS.strip()
