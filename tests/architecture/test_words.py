"""The product's own texts pass the product's own words checker."""

from tests.architecture.sources import PACKAGE, ROOT
from vado.language.check import check

TEXTS = (PACKAGE, ROOT / "docs", *sorted(ROOT.glob("*.md")))
MAY_QUOTE = frozenset({"GLOSSARY.md"})


def test_no_text_breaks_the_rules_of_words() -> None:
    found = [str(place) for place in check(path for path in TEXTS if path.name not in MAY_QUOTE)]
    assert not found, "\n".join(found)
