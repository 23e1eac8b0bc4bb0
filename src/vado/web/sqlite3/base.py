"""Who waits for SQLite's one write lock asks every millisecond.

SQLite itself asks ever more rarely, at last ten times a second: beside another process that writes back to back,
whoever has waited longest is served last, and an entry waited most of a second.
"""

import sqlite3
import time
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

PAUSE = 0.001  # seconds; a write holds the lock for two or three of them
LONGEST_WAIT = 5.0  # seconds, where the settings name none: SQLite's own


class DatabaseWrapper(SQLite):
    """SQLite whose write transactions wait their turn."""

    def _start_transaction_under_autocommit(self) -> None:
        chosen = self.settings_dict["OPTIONS"]
        patience = float(chosen.get("timeout", LONGEST_WAIT))
        # A number in this process: nothing is asked of the file, so it is no statement of a page either.
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            with self.cursor() as cursor:
                _begin(cursor, f"BEGIN {chosen.get('transaction_mode', '')}", time.monotonic() + patience)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")


def _begin(cursor: Any, statement: str, ends: float) -> None:
    while True:
        try:
            cursor.execute(statement)
        except OperationalError as problem:
            if not _is_taken(problem) or time.monotonic() > ends:
                raise
            time.sleep(PAUSE)
        else:
            return


def _is_taken(problem: OperationalError) -> bool:
    return getattr(problem.__cause__, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
