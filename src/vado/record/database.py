"""How the hot paths speak to the database: statements written once for SQLite and PostgreSQL.

Only names of columns and places for values are ever put into a statement's text; every value is passed beside it.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

Row = tuple[Any, ...]
Value = Any  # what the driver takes: ids, numbers, bytes

LARGEST_PIECE = 5_000


@cache
def is_postgresql() -> bool:
    """Whether the one database is PostgreSQL."""
    return connection.vendor == "postgresql"


def as_stored(value: UUID) -> UUID | str:
    """An id as this database keeps it: native on PostgreSQL, 32 hex digits on SQLite."""
    return value if is_postgresql() else value.hex


def as_uuid(value: UUID | str) -> UUID:
    """An id as it came from the database."""
    return value if isinstance(value, UUID) else UUID(hex=value)


def id_reader() -> Callable[[Any], bytes]:
    """What turns an id of this database into its 16 bytes."""
    return (lambda value: value.bytes) if is_postgresql() else bytes.fromhex


def fetch(sql: str, values: Sequence[Value]) -> list[Row]:
    """All rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[Row] = cursor.fetchall()
        return rows


def run(sql: str, values: Sequence[Value]) -> int:
    """Runs a statement; how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def run_many(sql: str, rows: Sequence[Sequence[Value]]) -> None:
    """Runs a statement once for each of these rows of values."""
    if len(rows) == 1:
        run(sql, rows[0])
    elif rows:
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)


def places(values: Sequence[object]) -> str:
    """The places of a list: `%s, %s`; for an empty one a list in which nothing is."""
    return ", ".join(["%s"] * len(values)) or "NULL"


def pieces(values: Sequence[object], size: int = LARGEST_PIECE) -> Iterable[Sequence[object]]:
    """Long lists in pieces that every database takes."""
    return (values[start : start + size] for start in range(0, len(values), size))


def locking(sql: str, alias: str) -> str:
    """A query that takes its rows; SQLite's IMMEDIATE transaction holds the one write lock already."""
    return f"{sql} FOR UPDATE OF {alias}" if is_postgresql() else sql
