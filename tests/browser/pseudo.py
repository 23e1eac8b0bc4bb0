"""A pseudo-language: every text of every catalogue, accented, longer by two fifths, and in brackets."""

import re
from pathlib import Path

import allauth
import django
import polib

import vado

LANGUAGE, LOCALE = "en-xa", "en_XA"
OPEN, CLOSE = "⟦", "⟧"
ACCENTS = str.maketrans("aeiounAEIOUN", "áéíóúñÁÉÍÓÚÑ")
KEPT_AS_IS = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;")
PLURALS = "nplurals=2; plural=(n != 1);"
SOURCES = (Path(vado.__file__).parent, Path(django.__file__).parent / "conf", Path(allauth.__file__).parent)


def pseudo(text: str) -> str:
    """The text in brackets; placeholders and tags stay as they are.

    >>> pseudo("Open %(name)s")
    '⟦Ópéñ %(name)s~~~~~⟧'
    """
    kept = KEPT_AS_IS.findall(text)
    pieces = [piece.translate(ACCENTS) for piece in KEPT_AS_IS.split(text)]
    mixed = "".join(piece + (kept[n] if n < len(kept) else "") for n, piece in enumerate(pieces))
    longer = "~" * round(len(text) * 0.4)
    return f"{OPEN}{mixed}{longer}{CLOSE}"


def write_pseudo_catalogues(folder: Path) -> None:
    """Writes one compiled catalogue with the texts of Vado and of what it stands on."""
    whole = polib.POFile()
    whole.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": PLURALS, "Language": LOCALE}
    seen = set()
    for source in SOURCES:
        for path in sorted(source.rglob("locale/es/LC_MESSAGES/django.po")):
            for entry in polib.pofile(str(path)):
                if (entry.msgctxt, entry.msgid) not in seen:
                    seen.add((entry.msgctxt, entry.msgid))
                    whole.append(_pseudo_entry(entry))
    target = folder / LOCALE / "LC_MESSAGES"
    target.mkdir(parents=True)
    whole.save_as_mofile(str(target / "django.mo"))


def _pseudo_entry(entry: polib.POEntry) -> polib.POEntry:
    if entry.msgid_plural:
        forms = {0: pseudo(entry.msgid), 1: pseudo(entry.msgid_plural)}
        return polib.POEntry(
            msgctxt=entry.msgctxt, msgid=entry.msgid, msgid_plural=entry.msgid_plural, msgstr_plural=forms
        )
    return polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid, msgstr=pseudo(entry.msgid))
