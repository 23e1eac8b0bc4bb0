"""`vado start --passphrase` as it is run: unlocked in a browser, written in, locked in mid-form; nothing is lost."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from vado.cli.tests.running import free_port, wait_until_it_listens
from vado.record.key_file import create_key_file

PASSPHRASE = "five calm words by the river"
WORDS = "the kettle, the radio, nobody asking"
SAID = re.compile(r"Vado: (http://127\.0\.0\.1:\d+/own/\S+)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home of its own, with the key that the first start makes after it has asked for a passphrase."""
    create_key_file(tmp_path / "key" / "own.key", PASSPHRASE)
    shutil.copytree(settings.FONT_FOLDER, tmp_path / "home" / "fonts")  # cut already: it takes a while
    return tmp_path


@contextlib.contextmanager
def _started(folder: Path, port: int) -> Iterator[str]:
    """The real program, and the entrance that it names."""
    own = {"VADO_HOME": str(folder / "home"), "VADO_KEY_FILE": str(folder / "key" / "own.key"), "LANG": "en"}
    command = [sys.executable, "-m", "vado.cli", "start", "--passphrase", "--no-browser", "--port", str(port)]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"} | own
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            found = SAID.search(process.stdout.readline() if process.stdout else "")
            assert found is not None
            wait_until_it_listens(port)
            yield found[1]
        finally:
            process.terminate()


def _unlock(page: Page) -> None:
    page.fill("[name=passphrase]", PASSPHRASE)
    page.click("main form .button")


def test_unlocked_written_and_locked_in_mid_form(browser: Browser, folder: Path) -> None:
    port, page = free_port(), browser.new_page()
    home = f"http://127.0.0.1:{port}"
    with _started(folder, port) as entrance:
        page.goto(entrance)
        _unlock(page)
        page.wait_for_url(f"{home}/me/")
        page.goto(f"{home}/me/note/")
        page.fill("[name=words]", "first words")
        page.click("main form button.button[type=submit]")
        page.wait_for_url(f"{home}/me/day/**")
        assert "first words" in page.inner_text("main")
        page.goto(f"{home}/me/note/")
        page.fill("[name=words]", WORDS)
    with _started(folder, port):
        page.click("main form button.button[type=submit]")
        page.wait_for_selector("[name=passphrase]")
        assert "is not lost" in page.inner_text("main")
        assert WORDS not in page.content()
        _unlock(page)
        page.wait_for_url(f"{home}/late-words/")
        page.click("main form .button")
        page.wait_for_url(f"{home}/me/day/**")
        assert WORDS in page.inner_text("main")
    page.close()
    assert [path for path in folder.rglob("*") if path.is_file() and WORDS.encode() in path.read_bytes()] == []
