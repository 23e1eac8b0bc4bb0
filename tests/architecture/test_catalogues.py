"""Both languages are complete: nothing fuzzy, nothing missing, the same placeholders and the same tags."""

import ast
import re
from collections import Counter, defaultdict
from pathlib import Path

import polib
import pytest
from django.utils import translation

from tests.architecture.sources import PACKAGE, Source, program
from vado.cli.catalogues import compile_all, settled

CATALOGUES = tuple(sorted(PACKAGE.glob("*/locale/es/LC_MESSAGES/django.po")))
PLACEHOLDER = re.compile(r"%\(\w+\)[sdif]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?\w+[^>]*>")
GETTEXT = frozenset({"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"})
TEMPLATE_TEXT = re.compile(r"{%\s*(?:translate|trans)\s+(?:\"([^\"]*)\"|'([^']*)')")


def _entries(path: Path) -> list[polib.POEntry]:
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


def _pairs(entry: polib.POEntry) -> list[tuple[str, str]]:
    if entry.msgid_plural:
        return [(entry.msgid_plural, text) for text in entry.msgstr_plural.values()]
    return [(entry.msgid, entry.msgstr)]


def _marks(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(pattern.findall(text))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-5])
def test_a_catalogue_is_complete(path: Path) -> None:
    lacking = [
        f"{entry.linenum}: {entry.msgid!r}"
        for entry in _entries(path)
        if entry.fuzzy or not all(text for _, text in _pairs(entry))
    ]
    assert not lacking, "\n".join(lacking)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-5])
def test_placeholders_and_tags_are_the_same_in_both_languages(path: Path) -> None:
    different = [
        f"{entry.linenum}: {source!r} / {text!r}"
        for entry in _entries(path)
        for source, text in _pairs(entry)
        for pattern in (PLACEHOLDER, TAG)
        if not _same_marks(pattern, entry, source, text)
    ]
    assert not different, "\n".join(different)


def test_a_text_that_two_rooms_share_is_translated_once() -> None:
    """On a page all catalogues are one: of two translations the room that is loaded first would win everywhere."""
    said: dict[tuple[str | None, str], set[tuple[str, ...]]] = defaultdict(set)
    for entry in (entry for path in CATALOGUES for entry in _entries(path)):
        said[entry.msgctxt, entry.msgid].add(tuple(text for _source, text in _pairs(entry)))
    different = {text: ways for text, ways in said.items() if len(ways) > 1}
    assert different == {}


def test_no_library_speaks_over_us() -> None:
    """A library that is asked before us would answer in its own words, in another tone."""
    compile_all()
    with translation.override("es"):
        shown = {
            entry.msgid: (entry.msgstr, translation.gettext(entry.msgid))
            for path in CATALOGUES
            for entry in _entries(path)
            if not entry.msgid_plural and not entry.msgctxt
        }
    assert {words: pair for words, pair in shown.items() if pair[0] != pair[1]} == {}


def _same_marks(pattern: re.Pattern[str], entry: polib.POEntry, source: str, text: str) -> bool:
    """A singular form may leave the number out, as its source does."""
    wanted, found = _marks(pattern, source), _marks(pattern, text)
    return found == wanted or bool(entry.msgid_plural and found == _marks(pattern, entry.msgid))


def _texts_in_code(source: Source) -> set[str]:
    calls = (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))
    return {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in GETTEXT
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and "pgettext" not in call.func.id
    }


def _texts_in_templates() -> set[str]:
    found = (
        match
        for template in PACKAGE.rglob("templates/**/*.html")
        for match in TEMPLATE_TEXT.findall(template.read_text())
    )
    return {double or single for double, single in found}


def test_every_text_stands_in_a_catalogue() -> None:
    known = {entry.msgid for path in CATALOGUES for entry in _entries(path)}
    used = _texts_in_templates().union(*(_texts_in_code(source) for source in program()))
    missing = sorted(used - known)
    assert not missing, f"{len(missing)} texts without Spanish:\n" + "\n".join(missing)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-5])
def test_a_catalogue_is_kept_as_gathering_leaves_it(path: Path) -> None:
    assert path.read_text() == settled(polib.pofile(str(path))), "run: make messages"
