"""Finding one's own words."""

import datetime as dt

import pytest

from vado.diary.facts import CheckIn, Note, Use
from vado.diary.rules_search import AROUND, Excerpt, folded, found_in, terms_of
from vado.record.lived_day import Lived

WHEN = Lived(on=dt.date(2026, 11, 22))
EVENING = Note(when=WHEN, words="Llamé a mamá después del turno")


@pytest.mark.parametrize("query", ["llame", "MAMÁ", "mama turno", "despues"])
def test_accents_and_case_make_no_difference(query: str) -> None:
    assert found_in(EVENING, terms_of(query)) is not None


@pytest.mark.parametrize("query", ["", "a", "tía", "mama tia"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    assert found_in(EVENING, terms_of(query)) is None


def test_terms_may_stand_in_different_fields() -> None:
    use = Use(when=WHEN, substance="sidra", gave="calma", cost="sueño")
    assert found_in(use, terms_of("calma sueno")) == Excerpt("", "calma", "")
    assert found_in(CheckIn(when=WHEN, own_items={"pena": 3}), terms_of("pena")) == Excerpt("", "pena", "")


def test_codes_and_tokens_are_not_the_persons_words() -> None:
    use = Use(when=WHEN, substance="sidra", substance_code="alcohol", source="ctn0094", occasion="evening")
    assert not any(found_in(use, terms_of(query)) for query in ("alcohol", "ctn0094", "evening"))


def test_a_long_text_is_shown_around_the_words() -> None:
    note = Note(when=WHEN, words="x" * 500 + " ford " + "y" * 500)
    excerpt = found_in(note, terms_of("ford"))
    assert excerpt is not None
    assert excerpt.found == "ford"
    assert excerpt.before.startswith("…")
    assert excerpt.after.endswith("…")
    assert len(excerpt.after) == AROUND + 1


def test_places_stay_the_same_letter_for_letter() -> None:
    for words in ("İstanbul straße", "ﬁn", "e\u0301", "日本"):
        assert len(folded(words)) == len(words)
