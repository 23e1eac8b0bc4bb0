import os
import socket
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.fixtures import NetworkBlocked
from vado.record.keyring import key_path, keyring


@pytest.mark.sqlite
@pytest.mark.django_db
def test_the_database_of_a_test_is_a_file_with_the_pragmas_of_the_house() -> None:
    with connection.cursor() as cursor:
        assert Path(connection.settings_dict["NAME"]).is_file()
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
        assert cursor.execute("PRAGMA secure_delete").fetchone() == (1,)


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_database_of_a_test_is_postgresql_where_the_environment_says_so() -> None:
    assert connection.vendor == "postgresql"
    assert os.environ["DATABASE_URL"].startswith("postgres")


def test_a_test_reaches_no_other_computer() -> None:
    with socket.socket() as elsewhere, pytest.raises(NetworkBlocked):
        elsewhere.connect(("192.0.2.1", 80))


def test_the_key_file_is_private_and_outside_the_database_folder() -> None:
    assert keyring().primary == 1
    assert key_path().stat().st_mode & 0o077 == 0
    assert not key_path().is_relative_to(Path(str(settings.DATABASES["default"]["NAME"])).parent)
