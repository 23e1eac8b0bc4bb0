"""Then and now: what moved, item by item, and no sum of anything."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vado.balance.facts import BalanceItem, Kind, Weight, Whom
from vado.balance.rules import (
    Move,
    Moved,
    Stretch,
    days_of_change,
    matters_on,
    moved,
    of_same_substance,
    stretches,
    substances_of,
    weighed,
)

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


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (item((THEN, 2)), [(THEN, NOW, 2)]),
        (item((THEN, 2), (MIDWAY, None)), [(THEN, MIDWAY, 2), (MIDWAY, NOW, None)]),
        (item((THEN, 2), until=MIDWAY), [(THEN, MIDWAY, 2)]),
        (item((MIDWAY, 4)), [(MIDWAY, NOW, 4)]),
        (item((NOW, 4)), [(NOW, NOW, 4)]),  # laid there today: it is told all the same
        (item((dt.date(2027, 1, 1), 4)), []),
    ],
)
def test_a_weight_holds_until_the_next_one(one: BalanceItem, told: list[tuple[dt.date, dt.date, int | None]]) -> None:
    assert stretches(one, THEN, NOW) == [Stretch(*each) for each in told]


@given(st.lists(st.tuples(st.integers(0, 300), st.sampled_from((None, 0, 4))), min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_the_pieces_of_an_item_follow_each_other_without_gap_and_say_what_held(
    said: list[tuple[int, int | None]],
) -> None:
    weights: tuple[Weight, ...] = ()
    for days, matters in sorted(said, key=lambda one: one[0]):
        weights = weighed(weights, matters, THEN + dt.timedelta(days=days))
    one = BalanceItem(pan=Kind.HARM, whom=Whom.ME, words="x", weights=weights)
    pieces = stretches(one, THEN, dt.date(2027, 3, 1))
    assert [piece.until for piece in pieces[:-1]] == [piece.since for piece in pieces[1:]]
    assert all(piece.matters == matters_on(one, piece.since) for piece in pieces)


def test_substances_are_told_apart_by_their_words_and_not_by_capitals() -> None:
    def of(substance: str) -> BalanceItem:
        return BalanceItem(pan=Kind.HARM, whom=Whom.ME, words="x", substance=substance, weights=(Weight(THEN, 2),))

    items = {"a": of("Wine"), "b": of(" wine"), "c": of(""), "d": of("cannabis")}
    assert substances_of(items, NOW) == {"c": "", "d": "cannabis", "a": "Wine"}
    assert set(of_same_substance(items, "b")) == {"a", "b"}
    assert of_same_substance(items, "nowhere") == {}
    assert substances_of(items, dt.date(2025, 1, 1)) == {}
