"""Which database: SQLite in Vado's own folder, or PostgreSQL where DATABASE_URL says so."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;"


class UnknownDatabase(ValueError):
    """DATABASE_URL names a kind of database that Vado does not know."""


def home_folder() -> Path:
    """Where Vado keeps its own files."""
    chosen = os.environ.get("VADO_HOME")
    return Path(chosen) if chosen else Path.home() / ".local" / "share" / "vado"


def database_from_environment() -> dict[str, Any]:
    """Django's settings of the one database."""
    address = os.environ.get("DATABASE_URL", "")
    return postgresql(address) if address else sqlite(home_folder() / "vado.sqlite3")


def sqlite(path: Path) -> dict[str, Any]:
    """IMMEDIATE is not optional: deferred transactions fail with "database is locked" under two writers."""
    return {
        "ENGINE": "vado.web.sqlite3",
        "NAME": str(path),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
        "TEST": {"NAME": str(path.with_name("test-" + path.name))},
        "CONN_MAX_AGE": None,
    }


def postgresql(address: str) -> dict[str, Any]:
    """PostgreSQL by its address, as in postgres://name:password@host:port/database."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise UnknownDatabase(
            f"DATABASE_URL begins with {parts.scheme!r}; Vado knows postgres:// and, without it, SQLite"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # Values travel beside the text and a statement is planned once: a third less work for each.
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 3},
        "CONN_MAX_AGE": None,
    }
