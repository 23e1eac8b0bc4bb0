"""What stands on paper and not on the screen, and what fits on one sheet."""

import datetime as dt
import re
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser

from tests.browser.others import Practice
from tests.cast import Part, login_session, own_record_of
from vado.demonstration.fill import SEED
from vado.demonstration.meanings import meanings_of, thoughts_of_the_therapist
from vado.demonstration.rules import diary_of
from vado.demonstration.stories import Story, stories
from vado.people.actions import sign_up
from vado.people.models import Account
from vado.record import Actor, Purpose, open_to_write


def test_the_door_is_told_of_on_paper_alone(browser: Browser, practice: Practice) -> None:
    with practice.sign_in(browser, Part.THERAPIST, viewport={"width": 360, "height": 740}, locale="es") as context:
        page = context.new_page()
        page.goto(f"{practice.address}/with/{practice.cast.record_id}/days/")
        door = page.locator("footer.on-paper")
        assert door.is_hidden()
        page.emulate_media(media="print")
        assert door.is_visible()
        assert "42 CFR parte 2" in door.inner_text()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["es-ES", "en-GB"])
@pytest.mark.parametrize("name", ["meanings:map", "meanings:formulation"])
def test_the_map_and_the_page_for_two_fit_on_one_sheet(
    browser: Browser, live_server: Any, name: str, language: str
) -> None:
    """For all ten stories in both languages, on the shorter of the two usual papers."""
    sheets = {}
    for story in stories():
        key = login_session(_somebody_of(story))
        with browser.new_context(locale=language) as context:
            context.add_cookies([{"name": "here", "value": key, "url": live_server.url}])
            page = context.new_page()
            page.goto(live_server.url + reverse(name))
            assert page.locator(".map-frame svg.map:not(.key), .formulation > section").count() >= 1
            (count,) = re.findall(rb"/Count (\d+)", page.pdf(format="Letter"))
            sheets[story.code] = int(count)
    assert sheets == dict.fromkeys(sheets, 1)
    assert len(sheets) == 10


def _somebody_of(story: Story) -> Account:
    """A person who thinks about it what that story tells, with the other hand's words beside theirs."""
    person: Account = sign_up(chosen=story.code, passphrase=None, now=timezone.now()).account
    today = timezone.now().date() - dt.timedelta(days=1)
    with open_to_write(Actor(person.pk), own_record_of(person), Purpose.OWN, now=timezone.now()) as record:
        record.put_many(meanings_of(story, diary_of(story, today, SEED), today))
        record.put_many(thoughts_of_the_therapist(story, today))
    return person
