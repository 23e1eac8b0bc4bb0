"""The guide's path with an old copy, by the real commands: put back, examined, served; what was erased is gone."""

import contextlib
import http.client
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from vado.cli.tests.running import HOST, VADO, environment, free_port, run, wait_until_it_listens

pytestmark = pytest.mark.sqlite

SIGN_UP = """
from vado.people.actions import sign_up
print(sign_up(chosen="river", passphrase=None, now=timezone.now()).account.pk)
"""
ERASE = """
account = Account.objects.get()
record = open_record(Actor(account.pk), account.own_record_id, Purpose.OWN, now=timezone.now())
record.erase(now=timezone.now())
remove_account(account=account)
"""
COUNT = """
from vado.record.models import StoredRecord, Version, Wrap
print(*(table.objects.count() for table in (Account, StoredRecord, Version, Wrap)))
"""
READY = """
import os
os.umask(0o077)
os.environ["DJANGO_SETTINGS_MODULE"] = "vado.web.settings"
import django
django.setup()
from django.utils import timezone
from vado.people.actions import remove_account
from vado.people.models import Account
from vado.record import Actor, Purpose, open_record
"""


def there(home: Path, script: str) -> str:
    """What a few lines of Python print in that practice."""
    command = [sys.executable, "-c", READY + script]
    done = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def new_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody is in it yet."""
    folder = tmp_path_factory.mktemp("new")
    assert run("migrate", home=folder).returncode == 0
    assert run("keys", "create", home=folder).returncode == 0
    return folder


@pytest.fixture
def home(new_practice: Path, tmp_path: Path) -> Path:
    """A practice of its own for what is destroyed here."""
    return Path(shutil.copytree(new_practice, tmp_path / "practice"))


def put_back(copy: Path, home: Path) -> None:
    """As the guide says: the files of the database away, the copy in their place; the ledger stays."""
    for each in (home / "home").glob("vado.sqlite3*"):
        each.unlink()
    shutil.copy(copy, home / "home" / "vado.sqlite3")
    (home / "home" / "vado.sqlite3").chmod(0o600)


def served_once(home: Path) -> str:
    """What `vado serve` has said when its first page is there."""
    port, said = free_port(), home / "said.txt"
    command = [*VADO, "serve", "--port", str(port)]
    with said.open("w") as file, subprocess.Popen(command, env=environment(home), stdout=file) as process:
        try:
            wait_until_it_listens(port)
            with contextlib.closing(http.client.HTTPConnection(HOST, port, timeout=30)) as page:
                page.request("GET", "/robots.txt")
                assert page.getresponse().status == http.client.OK
            process.terminate()
            process.wait(timeout=30)
        finally:
            process.kill()
    return said.read_text()


def test_an_old_copy_that_is_put_back_is_erased_anew_before_anybody_is_answered(home: Path, tmp_path: Path) -> None:
    there(home, SIGN_UP)
    copy = tmp_path / "vado-2026-11-01.sqlite3"
    with contextlib.closing(sqlite3.connect(home / "home" / "vado.sqlite3")) as database:
        database.execute("VACUUM INTO ?", [str(copy)])
    there(home, ERASE)
    assert there(home, COUNT) == "0 0 0 0"
    put_back(copy, home)
    before = there(home, COUNT)
    assert before.startswith("1 1 ")
    examined = run("doctor", home=home)
    assert examined.returncode == 0, examined.stdout
    assert "1 thing that was erased or closed had come back" in served_once(home)
    assert there(home, COUNT) == "0 0 0 0"
    assert "come back" not in served_once(home)


def test_a_ledger_that_was_altered_is_named_and_what_is_sound_is_followed(home: Path) -> None:
    there(home, SIGN_UP)
    there(home, ERASE)
    ledger = home / "keys" / "erased.ledger"
    ledger.write_bytes(ledger.read_bytes().replace(b'"at"', b'"an"') + ledger.read_bytes())
    assert "The ledger of erasures was altered at line" in run("doctor", home=home).stdout
    assert "The ledger of erasures was altered" in served_once(home)
