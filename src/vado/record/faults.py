"""Why the database did not write: the same causes by their names in SQLite and in PostgreSQL."""

import enum

from django.db import OperationalError

FULL = ("SQLITE_FULL", "53100")
BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED", "55P03", "40P01", "57014")  # a lock not had in time, a deadlock, a time-out


class NotWritten(enum.Enum):
    """What stands between somebody and their entry."""

    FULL = "full"
    BUSY = "busy"
    OUT_OF_REACH = "out of reach"


def why_not_written(problem: BaseException | None) -> NotWritten | None:
    """The cause, or None where the database is not to blame."""
    if not isinstance(problem, OperationalError):
        return None
    cause = problem.__cause__
    name = str(getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None))
    if name.startswith(FULL):
        return NotWritten.FULL
    return NotWritten.BUSY if name.startswith(BUSY) else NotWritten.OUT_OF_REACH
