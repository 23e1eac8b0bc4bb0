"""What a page says of its door stands on paper and not on the screen."""

from playwright.sync_api import Browser

from tests.browser.others import Practice
from tests.cast import Part


def test_the_door_is_told_of_on_paper_alone(browser: Browser, practice: Practice) -> None:
    with practice.sign_in(browser, Part.THERAPIST, viewport={"width": 360, "height": 740}, locale="es") as context:
        page = context.new_page()
        page.goto(f"{practice.address}/with/{practice.cast.record_id}/days/")
        door = page.locator("footer.on-paper")
        assert door.is_hidden()
        page.emulate_media(media="print")
        assert door.is_visible()
        assert "42 CFR parte 2" in door.inner_text()
