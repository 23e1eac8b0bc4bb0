"""A place to measure in: a home folder, a key file and a database that go away afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def fresh_place(address: str = "") -> Iterator[str]:
    """Prepares Django in this process on an empty database; yields the kind of database."""
    os.umask(0o077)  # Vado refuses to serve from a folder that others can reach
    folder = Path(tempfile.mkdtemp(prefix="vado-bench-"))
    (folder / "home").mkdir()
    os.environ.update(VADO_HOME=str(folder / "home"), VADO_KEY_FILE=str(folder / "keys" / "practice.key"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vado.web.settings")
    try:
        with _own_database(address) as own:
            os.environ["DATABASE_URL"] = own
            _prepare(folder / "keys" / "practice.key")
            yield "PostgreSQL" if address else "SQLite"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _own_database(address: str) -> Iterator[str]:
    """A database beside the one that the address names, never that one itself; nothing for SQLite, which is a file."""
    if not address:
        yield ""
        return
    import psycopg

    name = f"vado_bench_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield address.rpartition("/")[0] + f"/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _prepare(key_file: Path) -> None:
    import django
    from django.core.management import call_command

    from vado.record.key_file import create_key_file
    from vado.web.collecting import settle_memory

    create_key_file(key_file)
    django.setup()
    call_command("migrate", verbosity=0)
    settle_memory()  # as a worker does


def at_home(folder: Path) -> dict[str, str]:
    """The environment of a command on SQLite in that folder, with a key of its own."""
    key_file = folder / "keys" / "practice.key"
    return {**os.environ, "VADO_HOME": str(folder / "home"), "VADO_KEY_FILE": str(key_file), "DATABASE_URL": ""}
