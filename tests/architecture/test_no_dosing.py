"""No blood alcohol figure, no morphine or diazepam equivalents, no dosing advice: nowhere that anybody reads."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from tests.architecture.sources import PACKAGE, ROOT

FIGURE = r"\d+(?:[.,]\d+)?"
WEIGHT = r"(?:mg|mcg|µg|micrograms?|milligrams?|microgramos?|miligramos?)"
UNIT = rf"(?:{WEIGHT}|ml|g|gramos?|grams?)\b"
RANGE = rf"{FIGURE}(?: ?(?:-|to|a) ?{FIGURE})? ?{UNIT}"
BEGINS = r"(?:^|[.;:,] ?|\b(?:you (?:can|may)|puedes) )"
FORBIDDEN = {
    "a blood alcohol figure": (
        rf"\b(?:bac|blood alcohol|alcoholemia|alcohol en (?:la )?sangre)\b[^.\n]{{0,30}}?{FIGURE} ?(?:%|‰|g/l|mg)",
        rf"{FIGURE} ?(?:%|‰|g/l|promille|por mil)[^.\n]{{0,20}}\b(?:in the blood|en (?:la )?sangre|alcoholemia|bac)\b",
        r"\b(?:safe|fit|sober enough|apto|sobrio) (?:to|para) (?:drive|conducir|manejar)\b",
        r"\b(?:widmark|watson formula)\b",
    ),
    "an equivalent": (
        r"\b(?:mme|omeq|oral morphine equivalent\w*|morphine (?:milligram )?equivalent\w*)\b",
        r"\b(?:morphine|diazepam)[- ]equivalent\w*",
        r"\bequivalentes? (?:a|de|en) (?:mg de )?(?:morfina|diazepam)\b",
        rf"{FIGURE} ?{WEIGHT} (?:of )?(?:de )?\w+ (?:equals?|is (?:equal|the same) (?:to|as)|equivale\w*|es igual) \w*",
    ),
    "dosing advice": (
        rf"{BEGINS}(?:take|use|start with|begin with|inject|toma|usa|empieza con) (?:about |unos |unas )?{RANGE}",
        rf"\b(?:no more than|at most|up to|no más de|hasta) {FIGURE} ?{UNIT}",
        rf"\b(?:reduce|taper|lower|cut|baja|reduce|disminuye)\b[^.\n]{{0,25}} {FIGURE} ?(?:%|{WEIGHT})",
        r"\b(?:the|a|la|una) (?:safe|right|usual|starting|test|segura|correcta|inicial) (?:dose|dosis) (?:is|es)\b",
        r"\b(?:half|a quarter of|la mitad de|un cuarto de) (?:your|the|tu|la) (?:usual|normal) (?:dose|dosis)\b",
        r"\b(?:safe dose|recommended dose|dosis (?:segura|recomendada))\b",
    ),
}
# A sentence that refuses such a thing may name it, as long as it gives no figure.
REFUSED = re.compile(r"\b(?:no|not|never|nor|none|nowhere|sin|ni|nunca|jamás|ningun\w*)\b", re.IGNORECASE)
TEXTS = ("*.toml", "*.html", "*.md", "*.js")
SAYS = {
    "a blood alcohol figure": (
        "Your BAC is about 0.08 %",
        "tu alcoholemia: 0,5 g/l",
        "You are fit to drive",
        "0,3 ‰ en sangre",
    ),
    "an equivalent": ("about 60 MME", "20 mg of diazepam equals 1 mg", "equivalente a morfina", "diazepam equivalents"),
    "dosing advice": (
        "Take 10 mg",
        "empieza con 5 mg",
        "taper by 10 %",
        "Half your usual dose",
        "la dosis segura es",
        "baja un 10 %",
    ),
}
INNOCENT = (
    "It weighs less than 40 KB.",
    "Two sprays of naloxone.",
    "Ask the prescriber before you take the usual dose.",
    "No dose, no blood alcohol figure, no equivalent.",
    "A standard drink holds 14 g.",
    "Older texts use about 15 g for a drink.",
)


def said_in(path: Path) -> Iterator[str]:
    """The sentences of a file that somebody may read; both languages of a catalogue."""
    if path.suffix == ".po":
        for entry in polib.pofile(str(path)):
            yield from (entry.msgid, entry.msgid_plural, entry.msgstr, *entry.msgstr_plural.values())
    else:
        yield from re.split(r"(?<=[.!?])\s+|\n\s*\n", path.read_text())


def found_in(words: str) -> list[str]:
    """What of the forbidden stands in these words, unless they refuse it."""
    if REFUSED.search(words):
        return []
    return [
        kind for kind, patterns in FORBIDDEN.items() if any(re.search(one, words, re.IGNORECASE) for one in patterns)
    ]


def files() -> list[Path]:
    """Every catalogue, template, text file and page of the documentation."""
    of_package = [path for kind in ("*.po", *TEXTS) for path in PACKAGE.rglob(kind) if "tests" not in path.parts]
    return sorted([*of_package, *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])


def test_no_text_gives_a_blood_alcohol_figure_an_equivalent_or_a_dose() -> None:
    read = files()
    assert len(read) > 200
    found = [
        f"{path.relative_to(ROOT)}: {kind}: {' '.join(words.split())[:160]}"
        for path in read
        for words in said_in(path)
        for kind in found_in(words)
    ]
    assert found == []


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, all_of in SAYS.items() for words in all_of])
def test_each_would_be_found_in_either_language(kind: str, words: str) -> None:
    assert kind in found_in(words)


@pytest.mark.parametrize("words", INNOCENT)
def test_what_is_no_such_thing_is_left_alone(words: str) -> None:
    assert found_in(words) == []
