"""Dated days, three kinds of gap, phases: what is refused and what is only told."""

import datetime as dt

import pytest

from vado.evidence.cautions import Caution
from vado.evidence.diaries import Diary, Entry, Gap, Phase, diary
from vado.evidence.errors import (
    DiaryTooLong,
    DoubleDate,
    NoPhase,
    NotANumber,
    OverlappingPhases,
    ReversedPhase,
    SameLabel,
)

START = dt.date(2026, 1, 5)


def _on(day: int) -> dt.date:
    return START + dt.timedelta(days=day)


def _kept(*phases: Phase) -> Diary:
    return diary([Entry(_on(at), float(at % 3)) for at in range(20)], phases)


def test_answered_none_is_zero_and_the_other_gaps_are_unknown() -> None:
    entries = [Entry(_on(0), 2), Entry(_on(1), None, Gap.SKIPPED), Entry(_on(3), None, Gap.ANSWERED_NONE)]
    kept = diary(entries, [Phase("A", _on(0), _on(4))])
    assert kept.days(_on(0), _on(4)) == [2, None, None, 0, None]
    assert kept.gaps("A") == {Gap.NOT_ASKED: 2, Gap.SKIPPED: 1, Gap.ANSWERED_NONE: 1}


def test_a_pair_takes_the_days_of_two_phases_and_no_others() -> None:
    kept = _kept(Phase("A", _on(0), _on(6)), Phase("B", _on(10), _on(19)))
    days = kept.pair("A", "B", improvement="decrease")
    assert (len(days.before), len(days.after)) == (7, 10)
    with pytest.raises(NoPhase, match="A, B"):
        kept.pair("A", "C", improvement="decrease")


@pytest.mark.parametrize(
    ("phases", "error"),
    [
        ([Phase("A", _on(5), _on(2))], ReversedPhase),
        ([Phase("A", _on(0), _on(5)), Phase("B", _on(5), _on(9))], OverlappingPhases),
        ([Phase("A", _on(0), _on(5)), Phase("A", _on(8), _on(9))], SameLabel),
    ],
)
def test_phases_that_cannot_be_are_refused(phases: list[Phase], error: type[Exception]) -> None:
    with pytest.raises(error):
        _kept(*phases)


def test_double_dates_and_impossible_lengths_are_refused() -> None:
    with pytest.raises(DoubleDate, match="2026-01-05"):
        diary([Entry(_on(0), 1), Entry(_on(0), 2)])
    with pytest.raises(DiaryTooLong):
        diary([Entry(dt.date(1, 1, 1), 1), Entry(_on(0), 2)])
    with pytest.raises(NotANumber):
        diary([Entry(_on(0), "much")])  # type: ignore[arg-type]


def test_order_long_gaps_and_recall_are_told() -> None:
    mixed = diary([Entry(_on(2000), 1), Entry(_on(0), 2, is_recalled=True)])
    assert mixed.first == _on(0)
    assert set(mixed.cautions) == {Caution.PUT_IN_ORDER, Caution.LONG_GAP, Caution.RECALLED_AND_DAILY}
    assert len(mixed.days(mixed.first, mixed.last)) == 2001
