"""Visits are only ever added: the database itself refuses to change, remove or replace one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from vado.record.models import StoredVisit

_PREFIX = "vado_visits_only_added"

# INSERT OR REPLACE removes the row in its way without firing a DELETE trigger, so the insert looks first.
_SQLITE = {
    "update": "BEFORE UPDATE ON {table} BEGIN {refuse} END",
    "delete": "BEFORE DELETE ON {table} BEGIN {refuse} END",
    "insert": "BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} "
    "WHERE (pseudonym = NEW.pseudonym AND n = NEW.n) OR rowid = NEW.rowid) BEGIN {refuse} END",
}
_SQLITE_REFUSAL = "SELECT RAISE(ABORT, 'visits are only added');"

_POSTGRESQL = {
    "update": "BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW",
    "truncate": "BEFORE TRUNCATE ON {table} FOR EACH STATEMENT",
    "insert": "BEFORE INSERT ON {table} FOR EACH ROW",
}
_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {_PREFIX}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM 1 FROM {{table}} WHERE pseudonym = NEW.pseudonym AND n = NEW.n;
        IF NOT FOUND THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'visits are only added';
END $$"""


class TriggersMissing(RuntimeError):
    """The database would let somebody change the visits."""


def install_triggers(**_signal: Any) -> None:
    """Put every trigger in place, after each migration: SQLite drops them when it remakes a table."""
    if not _table_exists(connection):
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION.format(table=_table()))
        for name in _missing():
            for statement in _creation(name):
                cursor.execute(statement)


def triggers_present() -> bool:
    """Whether the database refuses every change of a visit."""
    return not _missing()


@contextmanager
def lifted() -> Iterator[None]:
    """For tests that empty the tables: without the triggers inside, with them afterwards."""
    with connection.cursor() as cursor:
        for name in _wanted():
            on = f" ON {_table()}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {_trigger(name)}{on}")
    try:
        yield
    finally:
        install_triggers()


def _creation(name: str) -> Iterator[str]:
    if connection.vendor == "postgresql":
        on = _POSTGRESQL[name].format(table=_table())
        yield f"CREATE TRIGGER {_trigger(name)} {on} EXECUTE FUNCTION {_PREFIX}()"
        # ALWAYS: session_replication_role = replica would otherwise pass it by.
        yield f"ALTER TABLE {_table()} ENABLE ALWAYS TRIGGER {_trigger(name)}"
    else:
        body = _SQLITE[name].format(table=_table(), refuse=_SQLITE_REFUSAL)
        yield f"CREATE TRIGGER {_trigger(name)} {body}"


def _missing() -> list[str]:
    present = _present()
    return [name for name in _wanted() if _trigger(name) not in present]


def _present() -> set[str]:
    listed = {
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled = 'A'",
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    }
    with connection.cursor() as cursor:
        cursor.execute(listed[connection.vendor], [_table()])
        return {name for (name,) in cursor.fetchall()}


def _wanted() -> dict[str, str]:
    return _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE


def _table() -> str:
    return StoredVisit._meta.db_table


def _trigger(name: str) -> str:
    return f"{_PREFIX}_{name}"


def _table_exists(database: BaseDatabaseWrapper) -> bool:
    return _table() in database.introspection.table_names()
