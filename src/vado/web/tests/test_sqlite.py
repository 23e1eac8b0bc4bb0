"""SQLite's one write lock: whoever waits gets it, waits no longer than said, and no other fault is waited for."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connections, transaction
from django.db.utils import ConnectionHandler

from vado.web.databases import sqlite
from vado.web.sqlite3.base import DatabaseWrapper

pytestmark = pytest.mark.django_db(transaction=True)

HELD = 0.15  # seconds


def _connection(place: Path, timeout: float) -> DatabaseWrapper:
    chosen: dict[str, Any] = sqlite(place)
    chosen["OPTIONS"]["timeout"] = timeout
    found = ConnectionHandler({"default": chosen})["default"]
    assert isinstance(found, DatabaseWrapper)
    return found


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with closing(sqlite3.connect(tmp_path / "one.sqlite3")) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE kept (words TEXT)")
    return tmp_path / "one.sqlite3"


@pytest.fixture
def holding(place: Path) -> Iterator[Callable[[], None]]:
    """Somebody else holds the lock, until they are told to give it back."""
    other = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    yield other.rollback
    other.close()


def _begin(connection: DatabaseWrapper) -> None:
    connection.ensure_connection()
    connection._start_transaction_under_autocommit()


def test_whoever_waits_writes_when_the_other_is_done(place: Path, holding: Callable[[], None]) -> None:
    threading.Timer(HELD, holding).start()
    connection, began = _connection(place, 20), time.monotonic()
    _begin(connection)
    assert time.monotonic() - began >= HELD / 2
    connection.cursor().execute("INSERT INTO kept VALUES ('mine')")
    connection.connection.commit()
    assert connection.cursor().execute("PRAGMA busy_timeout").fetchone() == (20_000,)
    connection.close()


@pytest.mark.usefixtures("holding")
def test_it_waits_no_longer_than_the_settings_say(place: Path) -> None:
    connection = _connection(place, 0.05)
    with pytest.raises(OperationalError, match="locked"):
        _begin(connection)
    assert connection.cursor().execute("PRAGMA busy_timeout").fetchone() == (50,)
    connection.close()


def test_what_is_no_lock_is_said_at_once(place: Path) -> None:
    connection, began = _connection(place, 20), time.monotonic()
    _begin(connection)
    with pytest.raises(OperationalError, match="within a transaction"):
        _begin(connection)
    assert time.monotonic() - began < 10
    connection.close()


def test_pages_use_it() -> None:
    if connections["default"].vendor == "sqlite":
        assert isinstance(connections["default"], DatabaseWrapper)
    with transaction.atomic():
        assert connections["default"].in_atomic_block
