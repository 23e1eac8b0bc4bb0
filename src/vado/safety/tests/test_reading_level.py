"""Somebody may read this while a friend is not breathing: the texts are measured."""

from collections.abc import Callable

import pytest
from django.utils import translation

from vado.safety.cards import all_rows
from vado.safety.plan_parts import PARTS
from vado.safety.rows import Row
from vado.safety.rows_dangers import DANGER_ROWS
from vado.safety.tests.reading_level import grade, inflesz
from vado.safety.words_always import ON_THE_PHONE, ON_THE_SIDE
from vado.safety.words_steady import STEPS

HARDEST_GRADE, LOWEST_INFLESZ = 6.0, 70.0
# A single card has few sentences and names that cannot be said shorter (benzodiazepine): one grade more is let pass.
HARDEST_CARD, LOWEST_CARD = 7.0, 70.0


def said_by(row: Row) -> str:
    return "\n".join(
        str(text) for text in (row.heading, row.now_anywhere, row.why, *row.signs, *row.safer) if str(text)
    )


def always() -> str:
    return "\n".join([*(said_by(row) for row in DANGER_ROWS), *map(str, ON_THE_SIDE), *map(str, ON_THE_PHONE)])


def cards() -> str:
    return "\n".join(said_by(row) for row in all_rows())


def steady() -> str:
    return "\n".join(str(words) for step in STEPS for words in step)


def plan() -> str:
    return "\n".join(f"{part.question}\n{part.hint}" for part in PARTS)


@pytest.mark.parametrize("text", [always, cards, steady, plan], ids=lambda text: text.__name__)
def test_a_page_is_read_by_somebody_of_eleven(text: Callable[[], str]) -> None:
    with translation.override("en"):
        assert grade(text()) <= HARDEST_GRADE
    with translation.override("es"):
        assert inflesz(text()) >= LOWEST_INFLESZ


@pytest.mark.parametrize("row", all_rows(), ids=lambda row: row.id)
def test_each_card_is_plain(row: Row) -> None:
    with translation.override("en"):
        assert grade(said_by(row)) <= HARDEST_CARD
    with translation.override("es"):
        assert inflesz(said_by(row)) >= LOWEST_CARD


def test_hard_texts_are_found() -> None:
    assert grade("Pharmacological interactions potentiate respiratory depression considerably.") > HARDEST_CARD
    assert inflesz("Las interacciones farmacológicas potencian considerablemente la depresión respiratoria.") < 40
