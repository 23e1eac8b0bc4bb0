"""Takes pictures of every page into build/shots, with a contact sheet: `python -m pytest tests/browser/shots.py`."""

from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.stay import Stay

FOLDER = Path(__file__).parents[2] / "build" / "shots"
WIDTHS, SCHEMES, LANGUAGES = (360, 768, 1280), ("light", "dark"), ("en", "es")


def test_take_pictures(browser: Browser, stay: Stay) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for scheme, language in product(SCHEMES, LANGUAGES):
        context = stay.sign_in(browser, color_scheme=scheme, locale=language)
        page = context.new_page()
        for width in WIDTHS:
            _pictures(page, stay, width, f"{width}-{language}-{scheme}")
        context.close()
    _contact_sheets(browser, list(stay.pages()))


def _pictures(page: Page, stay: Stay, width: int, label: str) -> None:
    for name, path in stay.pages().items():
        page.set_viewport_size({"width": width, "height": 780})
        page.goto(stay.address + path)
        whole = int(page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": width, "height": max(whole, 780)})
        page.screenshot(path=FOLDER / f"{name}-{label}.png")


def _contact_sheets(browser: Browser, names: list[str]) -> None:
    page = browser.new_page(viewport={"width": 2400, "height": 900})
    for width, language, scheme in product(WIDTHS, LANGUAGES, SCHEMES):
        label = f"{width}-{language}-{scheme}"
        shots = "".join(f'<img src="{name}-{label}.png" height="640">' for name in names)
        sheet = FOLDER / f"sheet-{label}.html"
        sheet.write_text(f'<body style="background:#998;display:flex;flex-wrap:wrap;gap:12px">{shots}')
        page.goto(sheet.as_uri())
        page.screenshot(path=sheet.with_suffix(".png"), full_page=True)
    page.close()
