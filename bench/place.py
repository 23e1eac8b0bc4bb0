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
    os.environ["DATABASE_URL"] = address
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vado.web.settings")
    try:
        _prepare(folder / "keys" / "practice.key")
        yield "PostgreSQL" if address else "SQLite"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prepare(key_file: Path) -> None:
    import django
    from django.core.management import call_command

    from vado.record.key_file import create_key_file

    create_key_file(key_file)
    django.setup()
    call_command("migrate", verbosity=0)


def at_home(folder: Path) -> dict[str, str]:
    """The environment of a command on SQLite in that folder, with a key of its own."""
    key_file = folder / "keys" / "practice.key"
    return {**os.environ, "VADO_HOME": str(folder / "home"), "VADO_KEY_FILE": str(key_file), "DATABASE_URL": ""}
