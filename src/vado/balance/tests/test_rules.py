"""Then and now: what moved, item by item, and no sum of anything."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vado.balance.facts import BalanceItem, Kind, Weight, Whom
from vado.balance.rules import Move, Moved, days_of_change, matters_on, moved, weighed

THEN, MIDWAY, NOW = dt.date(2026, 3, 1), dt.date(2026, 6, 1), dt.date(2026, 11, 1)


def item(*weights: tuple[dt.date, int | None], until: dt.date | None = None) -> BalanceItem:
    known = tuple(Weight(on, matters) for on, matters in weights)
    return BalanceItem(pan=Kind.BENEFIT, whom=Whom.ME, words="quiet", weights=known, until=until)


@pytest.mark.parametrize(
    ("one", "move"),
    [
        (item((THEN, 2)), None),
        (item((MIDWAY, 2)), Move.CAME),
        (item((THEN, 2), until=MIDWAY), Move.WENT),
        (item((THEN, 2), (MIDWAY, 4)), Move.MORE),
        (item((THEN, 4), (MIDWAY, 0)), Move.LESS),
        (item((THEN, None), (MIDWAY, 4)), None),  # unsaid is unsaid, never zero
        (item((THEN, 3), (MIDWAY, None)), None),
        (item((MIDWAY, 3), until=dt.date(2026, 7, 1)), None),  # came and went in between
        (item((dt.date(2026, 12, 1), 3)), None),
    ],
)
def test_what_moved_between_two_days(one: BalanceItem, move: Move | None) -> None:
    expected = [Moved("a", move)] if move else []
    assert moved({"a": one}, THEN, NOW) == expected
    assert moved({"a": one}, NOW, THEN) == expected, "whichever day is named first"


def test_on_one_and_the_same_day_nothing_moves() -> None:
    assert moved({"a": item((THEN, 1), (NOW, 4))}, NOW, NOW) == []


def test_weights_of_other_days_are_kept_and_one_day_has_one() -> None:
    weights = weighed((Weight(THEN, 2),), 3, NOW)
    assert weights == (Weight(THEN, 2), Weight(NOW, 3))
    assert weighed(weights, 1, NOW) == (Weight(THEN, 2), Weight(NOW, 1))
    assert weighed(weights, 2, NOW) == (Weight(THEN, 2),), "as it was: nothing to add"


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from((None, 0, 1, 4))), min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_what_was_said_last_holds(said: list[tuple[int, int | None]]) -> None:
    weights: tuple[Weight, ...] = ()
    for days, matters in sorted(said, key=lambda one: one[0]):
        day = THEN + dt.timedelta(days=days)
        weights = weighed(weights, matters, day)
        one = BalanceItem(pan=Kind.HARM, whom=Whom.ME, words="x", weights=weights)
        assert matters_on(one, day) == matters
        assert [weight.on for weight in weights] == sorted({weight.on for weight in weights})


def test_days_of_change_are_all_days_newest_first() -> None:
    assert days_of_change([item((THEN, 2), (NOW, 3), until=dt.date(2026, 12, 1))]) == [
        dt.date(2026, 12, 1),
        NOW,
        THEN,
    ]
