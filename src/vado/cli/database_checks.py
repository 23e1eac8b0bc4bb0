"""The doctor's look at the database: its safety settings, tables, triggers and the key that opens it."""

from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext_lazy as _

from vado.cli.findings import Findings, refusal, warning
from vado.cli.situation import LOOPBACK_HOSTS, Situation
from vado.record.errors import KeyFileProblem, WrongKey
from vado.record.house_keys import house_key
from vado.record.keyring import keyring
from vado.record.triggers import triggers_present

SQLITE_WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
POSTGRESQL_WANTED = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
MIGRATE = _("Run: vado migrate")


def check_database_settings(situation: Situation) -> Findings:
    """What can be told from the settings alone."""
    database = situation.database
    if situation.database_file is not None:
        if database.get("OPTIONS", {}).get("transaction_mode") != "IMMEDIATE":
            yield refusal(
                "transactions",
                _("SQLite would begin its transactions late and lose writes to locks."),
                _("Set transaction_mode to IMMEDIATE."),
            )
    elif not _is_near(str(database.get("HOST", ""))):
        yield warning(
            "database-host",
            _("The database is on another computer."),
            _("Keep PostgreSQL on the same computer, behind a socket, or use an encrypted tunnel."),
        )


def _is_near(host: str) -> bool:
    return not host or host.startswith("/") or host in LOOPBACK_HOSTS


def check_database() -> Findings:
    """What the open database says of itself."""
    yield from check_pragmas(pragmas_in_force())
    if pending_migrations():
        yield refusal("migrations", _("The tables are older than this Vado."), MIGRATE)
        return
    if not triggers_present():
        yield refusal("triggers", _("The database would let somebody change the visits."), MIGRATE)
    yield from _check_key_fits()


def check_pragmas(found: Mapping[str, Any]) -> Findings:
    """Whether an acknowledged entry survives a power cut, and an erased one does not."""
    wanted: Mapping[str, Any] = SQLITE_WANTED if connection.vendor == "sqlite" else POSTGRESQL_WANTED
    for name, value in wanted.items():
        if found.get(name) != value:
            yield refusal(
                f"database-{name}",
                _("The database setting %(name)s is %(found)s.") % {"name": name, "found": found.get(name)},
                _("Set %(name)s to %(wanted)s.") % {"name": name, "wanted": value},
            )


def pragmas_in_force() -> dict[str, Any]:
    """The safety settings of the open connection."""
    names = SQLITE_WANTED if connection.vendor == "sqlite" else POSTGRESQL_WANTED
    word = "PRAGMA" if connection.vendor == "sqlite" else "SHOW"
    with connection.cursor() as cursor:
        return {name: _single(cursor, f"{word} {name}") for name in names}


def _single(cursor: Any, statement: str) -> Any:
    cursor.execute(statement)
    row = cursor.fetchone()
    return row[0] if row else None


def pending_migrations() -> bool:
    """Whether the tables lag behind the program."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _check_key_fits() -> Findings:
    try:
        keyring()
        house_key("visits")
    except WrongKey:
        yield refusal(
            "wrong-key",
            _("The key file does not open this database."),
            _("Put the key file in place that was made with this database."),
        )
    except KeyFileProblem:  # the key file's own check tells more
        return
