"""Serving the pages: one process of workers, and beside it the daily anchor of the visits."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from vado.cli.ground import say

TARGET = "vado.web.wsgi:application"


def serve(host: str, port: int, *, workers: int, cert: Path | None = None, key: Path | None = None) -> None:
    """Serve until interrupted. One blocking thread a worker: SQLite has one writer anyway."""
    erase_first()
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    server = Server(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,
        websockets=False,
        log_access=False,  # addresses of pages name records
        respawn_failed_workers=True,
        ssl_cert=cert,
        ssl_key=key,
        log_level=LogLevels.warning,
    )
    with daily_anchor():
        server.serve()


def erase_first() -> None:
    """After an old copy was put back: nobody is answered before what had been erased is gone anew."""
    from django.utils.translation import gettext as _
    from django.utils.translation import ngettext

    from vado.people.old_copies import erase_what_came_back
    from vado.record.ledger import LedgerAltered
    from vado.web.unlocking import is_open

    if not is_open():
        return  # the page that takes the passphrase does it
    try:
        erased = erase_what_came_back()
    except LedgerAltered:
        say(_("The ledger of erasures was altered. vado doctor tells more."))
        return
    if erased:
        came_back = ngettext(
            "%(number)d thing that was erased or closed had come back with an old copy, and is gone anew.",
            "%(number)d things that were erased or closed had come back with an old copy, and are gone anew.",
            erased,
        )
        say(came_back % {"number": erased})


@contextlib.contextmanager
def daily_anchor() -> Iterator[None]:
    """Beside the server, a process that anchors the visits each day."""
    with subprocess.Popen([sys.executable, "-m", "vado.cli", "anchor", "--daily"]) as process:
        try:
            yield
        finally:
            process.terminate()


def address(host: str, port: int, *, is_https: bool) -> str:
    """Where a browser finds the pages.

    >>> address("0.0.0.0", 8765, is_https=True)
    'https://localhost:8765/'
    """
    name = {"0.0.0.0": "localhost", "::": "localhost", "::1": "[::1]"}.get(host, host)  # noqa: S104
    return f"{'https' if is_https else 'http'}://{name}:{port}/"


def announce(host: str, port: int, *, is_https: bool = False) -> None:
    """The one line with the address."""
    say(f"Vado: {address(host, port, is_https=is_https)}")


def build_and_migrate() -> None:
    """Fonts, catalogues, static files and tables, each only if something changed."""
    from django.core.management import call_command

    from vado.cli.database_checks import pending_migrations
    from vado.web.static_build import build_static

    build_static()
    if pending_migrations():
        call_command("migrate", interactive=False, verbosity=0)
