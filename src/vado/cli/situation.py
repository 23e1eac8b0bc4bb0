"""Where Vado stands: everything that the doctor looks at from outside the database, gathered once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})


@dataclass(frozen=True)
class Situation:
    """How Vado is about to be served, and on what ground."""

    home: Path
    key_file: Path
    database: Mapping[str, Any]
    host: str = "127.0.0.1"
    names: tuple[str, ...] = ("127.0.0.1", "localhost")
    tls_cert: Path | None = None
    tls_key: Path | None = None
    is_https: bool = False
    is_debugging: bool = False
    are_cookies_secure: bool = False
    is_demonstration: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_loopback(self) -> bool:
        """Whether only this computer can reach the pages."""
        return self.host in LOOPBACK_HOSTS

    @property
    def database_file(self) -> Path | None:
        """The SQLite file; None on PostgreSQL."""
        is_sqlite = str(self.database.get("ENGINE", "")).endswith("sqlite3")
        return Path(str(self.database["NAME"])) if is_sqlite else None


def present_situation(host: str = "127.0.0.1", tls_cert: Path | None = None, tls_key: Path | None = None) -> Situation:
    """The situation by the settings in force."""
    from django.conf import settings

    from vado.record.keyring import key_path

    return Situation(
        home=Path(settings.HOME),
        key_file=key_path(),
        database=settings.DATABASES["default"],
        host=host,
        names=tuple(settings.ALLOWED_HOSTS),
        tls_cert=tls_cert,
        tls_key=tls_key,
        is_https=bool(settings.HTTPS),
        is_debugging=bool(settings.DEBUG),
        are_cookies_secure=bool(settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE),
        is_demonstration=bool(settings.DEMONSTRATION),
        environment=dict(os.environ),
    )
