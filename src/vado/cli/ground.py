"""What a command stands on: the settings, the language of the terminal, refusals in plain words."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

LANGUAGES = ("en", "es")


def prepare() -> None:
    """Load Django with Vado's settings, in the language of the terminal; what is written is closed to others."""
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vado.web.settings")
    import django
    from django.utils import translation

    django.setup()
    translation.activate(terminal_language())


def terminal_language() -> str:
    """English or Spanish, as the terminal asks.

    >>> terminal_language() in LANGUAGES
    True
    """
    named = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((os.environ[name] for name in named if os.environ.get(name)), "en")
    return wanted[:2] if wanted[:2] in LANGUAGES else "en"


@contextmanager
def prepared() -> Iterator[None]:
    """For the length of one command: Django is loaded, and what the record refuses is said in plain words."""
    with plain_settings_problems():
        prepare()
    from django.db import OperationalError, ProgrammingError
    from django.utils.translation import gettext as _

    from vado.record.errors import RecordError
    from vado.record.faults import NotWritten, why_not_written

    try:
        yield
    except RecordError as problem:
        refuse(str(problem))
    except (OperationalError, ProgrammingError) as problem:
        why = why_not_written(problem)
        if why is NotWritten.FULL:
            refuse(_("The disk is full. Nothing that was kept is lost: make room on it and run this anew."))
        if why is NotWritten.BUSY:
            refuse(_("Another program holds the database. Nothing was lost: wait a minute and run this anew."))
        where_to_look = _("Nothing was lost. vado doctor says what is missing and how to mend it.")
        refuse(f"{str(problem).strip()}\n{where_to_look}")


@contextmanager
def plain_settings_problems() -> Iterator[None]:
    """Settings that cannot be read end the command with their own words."""
    from vado.web.databases import UnknownDatabase

    try:
        yield
    except UnknownDatabase as problem:
        refuse(str(problem))


def refuse(message: str) -> NoReturn:
    """Say why, on the error stream, and end with 1."""
    sys.stderr.write(f"{message}\n")
    raise SystemExit(1)


def say(message: str) -> None:
    """One line for the person at the terminal."""
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()


def private_folder(path: Path) -> Path:
    """The folder, made if need be, closed to other users of the computer."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path
