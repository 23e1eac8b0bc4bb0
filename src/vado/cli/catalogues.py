"""`vado messages`: gathers the texts of templates and code into the catalogues, and compiles them."""

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from vado.cli.ground import refuse, say

PACKAGE = Path(__file__).resolve().parent.parent
TRANSLATED_LANGUAGES = ("es",)
NEVER_GATHERED = ("tests/*", "migrations/*")


def rooms_with_texts() -> Iterator[Path]:
    """The folders under src/vado that keep a catalogue of their own."""
    return (folder.parent for folder in sorted(PACKAGE.glob("*/locale")))


def gather() -> None:
    """Bring every catalogue up to date with its room; needs GNU gettext."""
    from django.core.management import call_command

    if shutil.which("xgettext") is None:
        refuse("GNU gettext is needed here: apt-get install gettext")
    for room in rooms_with_texts():
        with chdir(room):
            call_command(
                "makemessages",
                locale=list(TRANSLATED_LANGUAGES),
                ignore_patterns=list(NEVER_GATHERED),
                no_wrap=True,
                no_location=True,
                no_obsolete=True,
                verbosity=0,
            )
        say(f"gathered {room.name}")


def compile_all() -> None:
    """Compile what changed, with polib: no gettext needed."""
    from vado.web.static_build import compile_catalogues

    for catalogue in compile_catalogues(PACKAGE):
        say(f"compiled {catalogue.relative_to(PACKAGE)}")
