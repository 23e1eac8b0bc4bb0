"""The texts of a file: what somebody will read, with its language and its line."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from vado.language.rules import LANGUAGES, Kind

EVERYWHERE = frozenset({Kind.PEOPLE})
PAGES = frozenset(Kind)

_UNREAD = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1>|{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}",
    re.DOTALL | re.IGNORECASE,
)
_MARKUP = re.compile(r"<[^>]*>|{%.*?%}|{{.*?}}", re.DOTALL)
_SPOKEN_IN_MARKUP = re.compile(
    r"""\b(?:trans|translate|_)\s*\(?\s*(?P<a>"[^"]*"|'[^']*')|\b(?:title|alt|placeholder|aria-label|content)=(?P<b>"[^"{]*")"""
)
_CODE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)\s]*\)", re.DOTALL)


class Passage(NamedTuple):
    """Words with the line on which they begin."""

    words: str
    language: str
    kinds: frozenset[Kind]
    line: int = 1


class UnknownFile(ValueError):
    """A file of a kind that nobody has taught us to read."""


def passages(path: Path) -> Iterator[Passage]:
    """What the file says to its readers; raises `UnknownFile`."""
    reader = _READERS.get(path.suffix)
    if reader is None:
        raise UnknownFile(f"{path}: texts are .html, .txt, .po, .toml and .md")
    return reader(path)


def _of_template(path: Path) -> Iterator[Passage]:
    yield Passage(_spoken(path.read_text("utf-8")), "en", PAGES)


def _spoken(template: str) -> str:
    """The template with everything unread blanked, so that lines stay where they are."""
    return _MARKUP.sub(_spoken_in_markup, _UNREAD.sub(_blank, template))


def _spoken_in_markup(markup: re.Match[str]) -> str:
    kept = list(_blank(markup))
    for spoken in _SPOKEN_IN_MARKUP.finditer(markup[0]):
        group = "a" if spoken["a"] else "b"
        start, end = spoken.span(group)
        kept[start + 1 : end - 1] = markup[0][start + 1 : end - 1]
    return "".join(kept)


def _of_catalogue(path: Path) -> Iterator[Passage]:
    import polib  # here, so that the rules work without it

    language = path.parts[-3] if len(path.parts) >= 3 else "en"  # locale/es/LC_MESSAGES/django.po
    for entry in polib.pofile(str(path)):
        if entry.obsolete:
            continue
        for words in filter(None, (entry.msgid, entry.msgid_plural)):
            yield Passage(words, "en", PAGES, entry.linenum or 1)
        for words in filter(None, (entry.msgstr, *entry.msgstr_plural.values())):
            yield Passage(words, language if language in LANGUAGES else "en", PAGES, entry.linenum or 1)


def _of_table(path: Path) -> Iterator[Passage]:
    text = path.read_text("utf-8")
    for words, language in _strings(tomllib.loads(text), _language_of_name(path)):
        place = text.find(words[:40])
        yield Passage(words, language, EVERYWHERE, text.count("\n", 0, max(place, 0)) + 1)


def _strings(value: Any, language: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield value, language
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _strings(inner, _language_of_key(str(key)) or language)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, language)


def _of_manual(path: Path) -> Iterator[Passage]:
    yield Passage(_CODE.sub(_blank, path.read_text("utf-8")), _language_of_name(path), EVERYWHERE)


def _language_of_name(path: Path) -> str:
    """README.es.md, story_es.toml, es/story.md; English otherwise."""
    marks = {*re.split(r"[._-]", path.stem), path.parent.name}
    return next((language for language in LANGUAGES if language in marks and language != "en"), "en")


def _language_of_key(key: str) -> str:
    begin = key.partition("_")[0]
    return begin if begin in LANGUAGES else ""


def _blank(unread: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", unread[0])


_READERS: Mapping[str, Callable[[Path], Iterator[Passage]]] = {
    ".html": _of_template,
    ".txt": _of_template,
    ".po": _of_catalogue,
    ".toml": _of_table,
    ".md": _of_manual,
}
