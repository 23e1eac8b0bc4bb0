"""A browser, a server on loopback, and a person with a few days written."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext

from tests.browser.others import Practice, arrive_at_work
from tests.browser.stay import Stay, arrive
from vado.web.fonts import build_fonts
from vado.web.static_build import PACKAGE, compile_catalogues

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything of this folder needs Chromium; where it is missing, `make test` leaves it out and says so."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": CHROMIUM, "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]}


@pytest.fixture(scope="session", autouse=True)
def _built() -> None:
    build_fonts(Path(settings.FONT_FOLDER))
    compile_catalogues(PACKAGE)


@pytest.fixture
def stay(live_server: Any) -> Stay:
    """A person who has written for some days, and whose login the browser may use."""
    return arrive(live_server.url)


@pytest.fixture
def practice(live_server: Any) -> Practice:
    """Everybody of the cast, with a therapist who may read the diary of one person."""
    return arrive_at_work(live_server.url)


@pytest.fixture
def _demonstration(settings: Any) -> None:
    """The pages to come in by, as they stand before the demonstration is filled."""
    settings.DEMONSTRATION = True
    settings.ROOT_URLCONF = "vado.demonstration.urls"


@pytest.fixture
def inside(browser: Browser, stay: Stay) -> Iterator[BrowserContext]:
    """A browser in which the person is signed in."""
    context = stay.sign_in(browser)
    yield context
    context.close()
