"""Many people: exact spread, predictive interval, opposite goals apart, whole denominators."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate

from vado.evidence.cautions import Caution
from vado.evidence.errors import BadModel, NobodyToPool
from vado.evidence.moderation import moderated
from vado.evidence.synthesis import Goal, Person, Prior, default_scale, synthesise

CHANGES = (-2.1, -0.4, -3.0, -1.2, 0.3, -1.9)
ERRORS = (0.7, 0.9, 1.1, 0.5, 0.8, 0.6)


def _people(changes: tuple[float, ...] = CHANGES, goal: Goal | None = None) -> list[Person]:
    errors = [ERRORS[at % len(ERRORS)] for at in range(len(changes))]
    return [Person(f"P{at}", d, s, goal) for at, (d, s) in enumerate(zip(changes, errors, strict=True))]


def test_the_grid_is_the_integral() -> None:
    y, s = np.array(CHANGES), np.array(ERRORS)
    scale = default_scale(y, s)

    def density(t: float) -> float:
        v = s**2 + t**2
        mean = (y / v).sum() / (1 / v).sum()
        log = -0.5 * np.log(v).sum() - 0.5 * math.log((1 / v).sum()) - 0.5 * ((y - mean) ** 2 / v).sum()
        return float(math.exp(log - 0.5 * (t / scale) ** 2))

    def mean_at(t: float) -> float:
        v = s**2 + t**2
        return float((y / v).sum() / (1 / v).sum())

    whole = integrate.quad(density, 0, 40, limit=400)[0]
    expected = integrate.quad(lambda t: density(t) * mean_at(t), 0, 40, limit=400)[0] / whole
    (found,) = synthesise(_people(), improvement="decrease")
    assert found.mean == pytest.approx(expected, abs=1e-4)
    below = integrate.quad(density, 0, found.spread_high, limit=400)[0] / whole
    assert below == pytest.approx(0.975, abs=1e-3)


def test_the_next_person_is_less_certain_than_the_mean() -> None:
    (found,) = synthesise(_people(), improvement="decrease", threshold=1.0)
    assert found.next_low < found.low < found.mean < found.high < found.next_high
    (easier,) = synthesise(_people(), improvement="decrease", threshold=0.0)
    assert 0 < found.chance < easier.chance < 1
    assert [other.prior for other in found.others] == [Prior.WIDER, Prior.HALF_CAUCHY]
    assert Caution.FEW_PEOPLE in found.cautions


def test_replication_is_counted_not_scored() -> None:
    (found,) = synthesise(_people(), improvement="decrease")
    assert (found.showed, found.attempts) == (4, 6)


def test_opposite_goals_are_kept_apart_unless_asked() -> None:
    people = [*_people(goal=Goal.STOP), *_people((1.0, 2.0, 1.5), Goal.KEEP)]
    apart = synthesise(people, improvement="decrease")
    assert len(apart) == 2
    assert all(Caution.OPPOSITE_GOALS in found.cautions for found in apart)
    (pooled,) = synthesise(people, improvement="decrease", pools_goals=True)
    assert Caution.POOLED_OPPOSITE_GOALS in pooled.cautions


def test_who_gave_no_estimate_is_counted() -> None:
    (found,) = synthesise([*_people(), Person("P9", None, None)], improvement="decrease")
    assert (found.people, found.pooled, found.left_out) == (7, 6, ("P9",))
    assert Caution.LEFT_OUT_PEOPLE in found.cautions
    with pytest.raises(NobodyToPool):
        synthesise([Person("P9", None, None)], improvement="decrease")


@pytest.mark.parametrize(
    "person",
    [Person("x", math.inf, 1), Person("x", math.nan, 1), Person("x", 1, math.inf), Person("x", 1, 1e-300)],
    ids=["endless", "no number", "endless error", "error of nothing"],
)
def test_what_cannot_be_weighed_is_counted_as_no_estimate(person: Person) -> None:
    (found,) = synthesise([*_people(), person], improvement="decrease")
    assert found.left_out == ("x",)
    assert (found.mean,) == (synthesise(_people(), improvement="decrease")[0].mean,)


def test_one_person_says_nothing_of_the_next() -> None:
    (found,) = synthesise(_people()[:1], improvement="decrease")
    assert Caution.ONE_PERSON in found.cautions
    assert found.next_high - found.next_low > 4 * ERRORS[0]


@settings(deadline=None, max_examples=10)
@given(st.floats(-50, 50), st.floats(0.1, 20))
def test_shift_and_scale_move_everything_along(shift: float, scale: float) -> None:
    (here,) = synthesise(_people(), improvement="decrease")
    moved = [Person(p.name, (p.estimate or 0) * scale + shift, (p.se or 0) * scale) for p in _people()]
    (there,) = synthesise(moved, improvement="decrease")
    assert there.mean == pytest.approx(here.mean * scale + shift, abs=1e-5 * scale + 1e-5)
    assert there.next_high == pytest.approx(here.next_high * scale + shift, abs=1e-5 * scale + 1e-5)
    assert there.spread == pytest.approx(here.spread * scale, rel=1e-5)


def test_many_people_are_covered_as_often_as_said() -> None:
    rng = np.random.default_rng(6)
    covered = 0
    for _study in range(60):
        s = rng.uniform(0.4, 1.2, 9)
        y = rng.normal(-1, 0.8, 9) + s * rng.normal(size=9)
        people = [Person(str(at), d, e) for at, (d, e) in enumerate(zip(y.tolist(), s.tolist(), strict=True))]
        (found,) = synthesise(people, improvement="decrease")
        covered += found.next_low <= rng.normal(-1, 0.8) <= found.next_high
    assert covered / 60 >= 0.88


def test_a_moderator_needs_three_people() -> None:
    with pytest.raises(NobodyToPool):
        moderated([Person("a", 1, 1, moderator=1), Person("b", 1, 1, moderator=2)])


def test_a_moderator_must_differ_and_be_a_number() -> None:
    with pytest.raises(BadModel, match="the same for everybody"):
        moderated([Person(str(n), float(n), 1, moderator=2) for n in range(4)])
    told = [Person(str(n), float(n), 1, moderator=float(n)) for n in range(4)]
    assert moderated([*told, Person("x", 1, 1, moderator=math.inf)]) == moderated(told)
