"""The first page is light: under 100 KB compressed, with everything that it loads."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from vado.web.fonts import build_fonts

MOST_BYTES = 100_000
ALREADY_COMPRESSED = {".woff2"}


@pytest.fixture(autouse=True)
def _fonts() -> None:
    build_fonts(Path(settings.FONT_FOLDER))


def _loaded_by(page: str) -> Iterator[Path]:
    """What the page names, and what its styles name."""
    for address in re.findall(r'(?:href|src)="/static/([^"]+)"', page):
        yield _file(address)
    for address in re.findall(
        r'url\("([^"]+)"\)', _file("web/tokens.css").read_text() + _file("web/base.css").read_text()
    ):
        yield _file(f"web/{address}")


def _file(name: str) -> Path:
    found = finders.find(name)
    assert isinstance(found, str), f"{name} is named by a page and found nowhere"
    return Path(found)


def _compressed(path: Path) -> int:
    content = path.read_bytes()
    return len(content) if path.suffix in ALREADY_COMPRESSED else len(brotli.compress(content))


@pytest.mark.django_db
def test_the_first_page_is_under_a_hundred_kilobytes(client: Client, record_property: Any) -> None:
    page = client.get("/sign-in/").content.decode()
    whole = len(brotli.compress(page.encode())) + sum(_compressed(path) for path in set(_loaded_by(page)))
    record_property("first page, bytes compressed", whole)
    assert whole < MOST_BYTES
