"""What every test stands on: no network but loopback, a real database file, a key file of its own."""

import ipaddress
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import translation

from vado.record.key_file import create_key_file

LOOPBACK_NAMES = {"localhost", ""}
TRANSACTIONAL_FIXTURES = {"transactional_db", "live_server", "django_db_reset_sequences"}


class NetworkBlocked(RuntimeError):
    """A test tried to reach another computer."""


def _is_loopback(host: str) -> bool:
    if host in LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse_other_hosts(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and not _is_loopback(str(address[0])):
        raise NetworkBlocked(f"a test tried to reach {address[0]}")


sys.addaudithook(_refuse_other_hosts)


def pytest_configure(config: pytest.Config) -> None:
    """One practice key for the whole run, made before the first table."""
    named = os.environ.get("VADO_KEY_FILE")
    if named and not Path(named).exists():
        create_key_file(Path(named))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests for the other database are left out here, so that a skip always means a lack.

    Those that ask no database say the same beside each of them: they run once, with SQLite.
    """
    on_postgresql = os.environ.get("DATABASE_URL", "").startswith("postgres")
    runs = _needs_postgresql if on_postgresql else _runs_without_postgresql
    config.hook.pytest_deselected(items=[item for item in items if not runs(item)])
    items[:] = [item for item in items if runs(item)]


def _runs_without_postgresql(item: pytest.Item) -> bool:
    return not item.get_closest_marker("postgres")


def _needs_postgresql(item: pytest.Item) -> bool:
    if item.get_closest_marker("sqlite"):
        return False
    asks = {"db", *TRANSACTIONAL_FIXTURES} & set(getattr(item, "fixturenames", ()))
    return bool(asks or item.get_closest_marker("django_db") or item.get_closest_marker("postgres"))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With VADO_REQUIRE_ALL=1 a test that could not run is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("VADO_REQUIRE_ALL") == "1" and reporter and reporter.stats.get("skipped") and not exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _visits_can_be_flushed(request: pytest.FixtureRequest, _django_db_marker: None) -> Iterator[None]:
    """Visits refuse even a test's flush: the triggers are lifted first, post_migrate puts them back."""
    marker = request.node.get_closest_marker("django_db")
    by_fixture = bool(TRANSACTIONAL_FIXTURES & set(request.fixturenames))
    if by_fixture:
        request.getfixturevalue("transactional_db")
    yield
    if by_fixture or (marker and (marker.kwargs.get("transaction") or marker.args[:1] == (True,))):
        lift_triggers()


@pytest.fixture(autouse=True)
def _the_language_is_given_back() -> Iterator[None]:
    """A page leaves its language on the thread: what the next test says must not hang on who came before."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


def lift_triggers() -> None:
    """Drop every trigger of the test database."""
    listed = {
        "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid"
        " WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(listed[connection.vendor])
        for name, table in cursor.fetchall():
            on_table = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on_table}')
