"""Every text is read for what no page of Vado says, catalogues and data and stories: look.md §1, product.md idea 3."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import polib
import pytest

from tests.architecture.sources import PACKAGE

CATALOGUES = sorted(PACKAGE.glob("*/locale/es/LC_MESSAGES/django.po"))
# Facts of the world and the stories of the demonstration; not the lists of what is looked for in somebody's words.
LOOKED_FOR = ("forbidden_en.toml", "forbidden_es.toml", "touching.toml")
DATA = sorted(path for path in PACKAGE.rglob("*.toml") if path.name not in LOOKED_FOR and "tests" not in path.parts)
# (language, what it is, pattern)
FORBIDDEN = (
    ("en", "a streak", r"\bstreaks?\b|\bin a row\b"),
    ("en", "a relapse or a lapse", r"\b(?:re)?laps(?:e|ed|es|ing)\b"),
    ("en", "failure", r"\bfail(?:ed|ure|ures|s)\b|\bmissed\b|\bbroke(?:n)? (?:your|the) plan\b"),
    ("en", "a duty", r"\b(?:should|must|ought to)\b"),
    ("en", "praise for one goal alone", r"\bcongratulations\b|\bwell done\b|\bgood job\b|\bproud\b"),
    ("en", "a rank", r"\b(?:best|worst) (?:day|week|month|result)s?\b|\bscore\b"),
    ("es", "una racha", r"\brachas?\b|\bseguidos? sin\b"),
    ("es", "una recaída", r"\brecaídas?\b|\brecaer\b|\bdesliz\b"),
    ("es", "un fracaso", r"\bfracas\w+\b|\bfall(?:aste|ó|os?)\b|\bincumpl\w+\b"),
    ("es", "un deber", r"\bdeb(?:es|erías|emos|ías)\b|\btienes que\b"),
    ("es", "un elogio de una sola meta", r"\bfelicidades\b|\bfelicitaciones\b|\borgullos[oa]\b"),
    ("es", "un orden", r"\b(?:mejor|peor)(?:es)? (?:día|semana|mes)e?s?\b|\bpuntaje\b"),
    ("both", "an exclamation mark", r"[!¡]"),
    ("both", "a sign of alarm", r"[✗✘❌⚠🚫]"),
)
MAY_SAY = {  # texts for emergencies and for the people who run a server speak of duties and faults
    "cli": ("a duty", "failure", "un deber", "un fracaso"),
    "safety": ("a duty", "un deber", "failure", "un fracaso", "a streak"),  # doses missed in a row
}


def told(catalogue: Path) -> list[str]:
    found = []
    for entry in polib.pofile(str(catalogue)):
        texts = {"en": (entry.msgid, entry.msgid_plural), "es": (entry.msgstr, *entry.msgstr_plural.values())}
        for language, what, pattern in FORBIDDEN:
            said = texts.get(language) or (*texts["en"], *texts["es"])
            hits = [text for text in said if text and re.search(pattern, text, re.IGNORECASE)]
            if hits and what not in MAY_SAY.get(catalogue.parents[3].name, ()):
                found.append(f"{what}: {hits[0]}")
    return found


def texts_in(value: Any) -> Iterator[str]:
    """Every text of a file of data, however deep it lies."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)


def said_in(data: Path) -> list[str]:
    """A file of data does not say in which language a text is: each is read for both."""
    texts = list(texts_in(tomllib.loads(data.read_text("utf-8"))))
    return [
        f"{what}: {text}"
        for text in texts
        for _language, what, pattern in FORBIDDEN
        if re.search(pattern, text, re.IGNORECASE)
    ]


@pytest.mark.parametrize("data", DATA, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_data_and_no_story_says_so_either(data: Path) -> None:
    assert said_in(data) == []


def test_a_text_deep_in_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[[rows]]\n[[rows.more]]\nes = ["bien", "una racha"]\nen = "no streak"\n', "utf-8")
    assert {one.split(":")[0] for one in said_in(tmp_path / "a.toml")} == {"una racha", "a streak"}
    assert any("demonstration" in path.parts for path in DATA)
    assert any("catalogue" in path.parts for path in DATA)


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parents[3].name)
def test_no_page_shames_counts_streaks_or_ranks(catalogue: Path) -> None:
    assert told(catalogue) == []


def test_the_patterns_find_what_they_name(tmp_path: Path) -> None:
    said = polib.POFile()
    said.append(polib.POEntry(msgid="A streak of 9 days!", msgstr="No debes fallar: fallaste"))
    folder = tmp_path / "room" / "locale" / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    said.save(str(folder / "django.po"))
    kinds = {one.split(":")[0] for one in told(folder / "django.po")}
    assert kinds == {"a streak", "an exclamation mark", "un deber", "un fracaso"}
