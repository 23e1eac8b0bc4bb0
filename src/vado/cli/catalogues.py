"""`vado messages`: gathers the texts of templates and code into the catalogues, and compiles them."""

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import polib

from vado.cli.ground import refuse, say

PACKAGE = Path(__file__).resolve().parent.parent
TRANSLATED_LANGUAGES = ("es",)
NEVER_GATHERED = ("tests/*", "migrations/*")
HEADER = {
    "Project-Id-Version": "vado",
    "Language": "es",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    # Django's own Spanish has these three forms; another rule would load beside it and hide its texts.
    "Plural-Forms": "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
}


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
            for catalogue in Path("locale").rglob("django.po"):
                catalogue.write_text(settled(polib.pofile(str(catalogue))))
        say(f"gathered {room.name}")


def settled(gathered: polib.POFile) -> str:
    """The catalogue as it is kept: in the order of its texts, without dates, and without gettext's guesses.

    Two people who add texts then change different lines, and gathering anew changes nothing.
    """
    kept = polib.POFile(wrapwidth=0)
    kept.metadata = HEADER
    for entry in sorted(gathered, key=lambda one: (one.msgid, one.msgctxt or "")):
        kept.append(_without_guesses(entry))
    return f"{kept}\n"


def _without_guesses(entry: polib.POEntry) -> polib.POEntry:
    if entry.fuzzy:
        entry.flags.remove("fuzzy")
        entry.msgstr = ""
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")
    entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    return entry


def compile_all() -> None:
    """Compile what changed, with polib: no gettext needed."""
    from vado.web.static_build import compile_catalogues

    for catalogue in compile_catalogues(PACKAGE):
        say(f"compiled {catalogue.relative_to(PACKAGE)}")
