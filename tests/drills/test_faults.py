"""A full disk, a locked database, a wrong or missing key: a clear error, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError, connection

from tests.drills.writers import a_home, opened, visits_are_sound, write_one
from vado.record import KeyFileProblem, WrongKey, house_key
from vado.record.faults import NotWritten, why_not_written
from vado.record.house_keys import forget_house_keys
from vado.record.key_file import create_key_file
from vado.record.keyring import key_path, keyring, lock
from vado.record.tests.kept import KeptWords

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]


@pytest.mark.sqlite
def test_a_full_disk_refuses_the_entry_and_keeps_the_earlier_ones() -> None:
    home = a_home()
    kept = [write_one(home)]
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # no free page is left over from other tests
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {int(pages) + 4}")
        with pytest.raises(OperationalError, match="disk is full") as refused:
            kept.extend(write_one(home) for _entry in range(500))
        assert why_not_written(refused.value) is NotWritten.FULL
        cursor.execute("PRAGMA max_page_count = 1073741823")
        assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    write_one(home)
    written = {leaf.version for leaf in opened(home).leaves(KeptWords)}
    assert set(kept) <= written
    assert visits_are_sound(home)


@pytest.mark.sqlite
def test_a_locked_database_refuses_after_its_wait_and_takes_the_entry_later() -> None:
    home = a_home()
    other = sqlite3.connect(str(connection.settings_dict["NAME"]), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100")
        with pytest.raises(OperationalError, match="locked") as refused:
            write_one(home)
        assert why_not_written(refused.value) is NotWritten.BUSY
        cursor.execute("PRAGMA busy_timeout = 20000")
    other.rollback()
    other.close()
    version = write_one(home)
    assert {leaf.version for leaf in opened(home).leaves(KeptWords)} == {version}


def test_a_missing_key_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VADO_KEY_FILE", str(tmp_path / "gone.key"))
    with pytest.raises(KeyFileProblem, match=r"gone\.key"):
        keyring()


def test_a_key_file_that_others_can_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(key_path(), tmp_path / "open.key")
    (tmp_path / "open.key").chmod(0o644)
    monkeypatch.setenv("VADO_KEY_FILE", str(tmp_path / "open.key"))
    with pytest.raises(KeyFileProblem, match=r"open\.key.*chmod 600"):
        keyring()


def test_the_key_of_another_practice_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house_key("visits")
    create_key_file(tmp_path / "other.key")
    monkeypatch.setenv("VADO_KEY_FILE", str(tmp_path / "other.key"))
    forget_house_keys()
    with pytest.raises(WrongKey):
        house_key("visits")
    forget_house_keys()
    lock()


@pytest.mark.sqlite
def test_the_server_does_not_start_without_its_key_and_names_the_file(tmp_path: Path) -> None:
    missing = tmp_path / "keys" / "gone.key"
    environment = {
        **os.environ,
        "VADO_HOME": str(tmp_path / "home"),
        "VADO_KEY_FILE": str(missing),
        "DJANGO_SETTINGS_MODULE": "vado.web.settings",
    }
    (tmp_path / "home").mkdir()
    asked = [sys.executable, "-m", "vado.cli", "serve", "--port", "8769"]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode != 0
    assert missing.name in done.stdout + done.stderr
