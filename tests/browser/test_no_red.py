"""Pages that two people look at together paint no red, by day or by night: every colour of the browser is read."""

import math

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page

from tests.browser.others import Practice
from tests.cast import Part

pytestmark = pytest.mark.django_db(transaction=True)

SCREEN = {"width": 1280, "height": 800}
RED, LEAST_CHROMA = range(5, 39), 0.07  # degrees of OKLCH; danger is 28, the clay of the house begins at 42
# Every colour of every element and of what stands before and after it, turned into sRGB by the browser itself.
PAINTED = """() => {
  const pen = document.createElement('canvas').getContext('2d', {willReadFrequently: true}), found = new Set();
  for (const one of document.querySelectorAll('body, body *:not(dialog *, script, style, template)'))
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(one, part);
      for (const name of ['color', 'backgroundColor', 'borderTopColor', 'borderLeftColor', 'fill', 'stroke'])
        found.add(style[name]);
    }
  return [...found].filter((colour) => colour && colour !== 'none' && !colour.startsWith('url')).map((colour) => {
    pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
    return [colour, ...pen.getImageData(0, 0, 1, 1).data];
  });
}"""


def hue_and_chroma(red: int, green: int, blue: int) -> tuple[float, float]:
    """Of a colour in OKLCH (Ottosson 2020), which is how the tokens of the house are written."""
    r, g, b = ((c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in (red, green, blue))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    c = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return math.degrees(math.atan2(c, a)) % 360, math.hypot(a, c)


def is_red(red: int, green: int, blue: int) -> bool:
    hue, chroma = hue_and_chroma(red, green, blue)
    return int(hue) in RED and chroma >= LEAST_CHROMA


def reds(page: Page) -> list[str]:
    return [str(name) for name, *rgb, alpha in page.evaluate(PAINTED) if alpha > 0 and is_red(*rgb)]


def test_the_measure_knows_red_from_clay() -> None:
    assert is_red(0x9E, 0x2D, 0x26)  # danger by day
    assert is_red(0xF5, 0x8C, 0x7F)  # and by night
    assert not is_red(0x9F, 0x4F, 0x2F)
    assert not is_red(0xE9, 0xA1, 0x7C)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_for_two_and_what_has_changed_use_no_red(browser: Browser, practice: Practice, scheme: str) -> None:
    record = practice.cast.record_id
    addresses = (
        reverse("with-meetings:since", args=[record]) + "?turned",
        reverse("with-plans:changed", args=[record]),
    )
    own = (reverse("meetings:since") + "?turned", reverse("plans:changed"))
    for part, pages in ((Part.THERAPIST, addresses), (Part.PERSON, own)):
        with practice.sign_in(browser, part, viewport=SCREEN, color_scheme=scheme) as context:
            page = context.new_page()
            for address in pages:
                page.goto(practice.address + address)
                page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
                assert len(page.evaluate(PAINTED)) > 5
                assert reds(page) == [], address
            page.evaluate("document.querySelector('main h1').style.color = 'var(--danger)'")
            assert reds(page)  # a red that is painted is found
