"""Where the pictures of the guides go: `make pictures` puts them into docs/, every other run beside what it builds."""

import os
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / os.environ.get("VADO_PICTURES", "build/pictures")


def picture(page: Page, address: str, name: str) -> None:
    """Opens a page and keeps what the screen shows of it."""
    page.goto(address)
    FOLDER.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=FOLDER / f"{name}.png")
