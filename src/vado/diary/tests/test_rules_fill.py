"""What the answers of several days come to."""

import datetime as dt
import uuid

import msgspec

from vado.diary.facts import Amount, DayAnswer, DayStatement, Sureness, Use
from vado.diary.rules_fill import DayChoice, FilledDay, RowSaid, filled, last_day_asked
from vado.record.lived_day import Lived

TODAY = dt.date(2026, 11, 23)
YESTERDAY = dt.date(2026, 11, 22)
TOKEN, DOSE = uuid.UUID(int=1), uuid.UUID(int=2)
WINE = Use(
    when=Lived(on=dt.date(2026, 10, 1), at=dt.time(22), zone="UTC"),
    substance="wine",
    substance_code="alcohol",
    amount=Amount(Sureness.EXACT, 2, None, "glass"),
    note="that other evening",
)


def fill(*rows: RowSaid) -> list[FilledDay]:
    return filled(rows, {DOSE: WINE}, TODAY, "America/Santiago", TOKEN)


def test_a_day_left_out_makes_nothing() -> None:
    assert fill(RowSaid(YESTERDAY)) == []


def test_nothing_used_and_not_known_are_different_statements() -> None:
    leaves = fill(RowSaid(TODAY, DayChoice.NOTHING_USED), RowSaid(YESTERDAY, DayChoice.DO_NOT_KNOW))
    answers = [leaf.fact.answer for leaf in leaves if isinstance(leaf.fact, DayStatement)]
    assert answers == [DayAnswer.NOTHING_USED, DayAnswer.DO_NOT_KNOW]


def test_a_dose_is_told_of_its_new_day_without_the_words_of_the_old_one() -> None:
    (leaf,) = fill(RowSaid(YESTERDAY, doses=(DOSE,)))
    assert isinstance(leaf.fact, Use)
    assert leaf.fact.when == Lived(on=YESTERDAY, zone="America/Santiago")
    assert leaf.fact.amount == WINE.amount
    assert leaf.fact.note == ""
    assert leaf.fact.recalled


def test_a_day_that_is_not_over_is_not_recalled() -> None:
    (leaf,) = fill(RowSaid(TODAY, doses=(DOSE,)))
    assert isinstance(leaf.fact, Use)
    assert not leaf.fact.recalled


def test_sending_twice_makes_the_same_leaves() -> None:
    row = RowSaid(YESTERDAY, doses=(DOSE,))
    assert msgspec.msgpack.encode(fill(row)) == msgspec.msgpack.encode(fill(row))
    assert len({leaf.version_id for leaf in fill(row, RowSaid(TODAY, DayChoice.NOTHING_USED))}) == 2


def test_a_dose_beside_nothing_used_contradicts_itself() -> None:
    assert RowSaid(TODAY, DayChoice.NOTHING_USED, (DOSE,)).contradicts_itself
    assert not RowSaid(TODAY, DayChoice.SKIP, (DOSE,)).contradicts_itself


def test_no_day_of_the_future_is_asked() -> None:
    assert last_day_asked(dt.date(2027, 1, 1), TODAY) == TODAY
    assert last_day_asked(None, TODAY) == TODAY
    assert last_day_asked(dt.date(1999, 1, 1), TODAY) == dt.date(1999, 1, 1)
