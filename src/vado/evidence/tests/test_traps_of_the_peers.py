"""Where other programs go wrong or fall silent: each is a case here (evidence, section 3)."""

import math
import re
from pathlib import Path

import pytest

from vado.evidence import nonoverlap
from vado.evidence.baseline_tau import baseline_corrected_tau
from vado.evidence.cautions import Caution
from vado.evidence.differences import smd
from vado.evidence.distributions import normal_quantile
from vado.evidence.dual_criterion import dual_criterion
from vado.evidence.effect_table import effects, under_dependence
from vado.evidence.errors import BadModel, EmptyPhase, OutsideScale
from vado.evidence.goal import percent_of_goal
from vado.evidence.nonoverlap import newcombe_limits
from vado.evidence.pairs import Pair, pair
from vado.evidence.questionnaires import reliable_change
from vado.evidence.ratios import lrm, lrr
from vado.evidence.tau_u import Part, Reading, tau_u


def _falling(before: list[float | None], after: list[float | None]) -> Pair:
    return pair(before, after, improvement="decrease")


@pytest.mark.parametrize(
    ("before", "after", "low"),
    [([9, 8], [4, 6], 0.386), ([5] * 5, [1] * 5, 0.643), ([5] * 6, [1] * 7, 0.707)],
)
def test_full_separation_keeps_the_width_of_the_published_equation(
    before: list[float | None], after: list[float | None], low: float
) -> None:
    """Trap 1."""
    effect = nonoverlap.nap(_falling(before, after))
    assert effect.estimate == 1
    assert effect.low == pytest.approx(low, abs=5e-4)
    assert effect.high == 1
    assert effect.se is not None
    assert effect.se > 0
    assert Caution.FULL_SEPARATION in effect.cautions


def test_limits_solve_their_equation_to_the_last_digits() -> None:
    """Trap 2: a loose root search is off by 3e-5; here each limit meets the equation of Newcombe 2006 to 1e-9."""
    for share, m, n in ((0.8, 12, 15), (0.55, 7, 40), (0.97, 30, 6)):
        z = normal_quantile(0.975)
        for at in newcombe_limits(share, m, n, 0.95):
            spread = (m + n) / 2 - 1
            variance = at * (1 - at) * (1 + spread * ((1 - at) / (2 - at) + at / (1 + at))) / (m * n)
            assert (share - at) ** 2 == pytest.approx(z * z * variance, rel=1e-7)


def test_a_two_day_baseline_has_no_corrected_difference() -> None:
    """Trap 3."""
    assert smd(_falling([9, 8], [4, 6])).why_not is Caution.TWO_DAY_BASELINE
    assert smd(_falling([9, 8], [4, 6]), is_corrected=False).estimate is not None


def test_zero_variance_is_said_not_divided_by() -> None:
    """Trap 4."""
    assert smd(_falling([3, 3, 3], [1, 2, 3])).why_not is Caution.FLAT_BASELINE
    assert smd(_falling([3, 3, 3], [1, 1, 1]), spread="pooled").why_not is Caution.NOTHING_VARIES
    flat = percent_of_goal(_falling([3, 3, 3], [1, 1, 1]), goal=0)
    assert (flat.se, flat.low, flat.high) == (None, None, None)
    assert Caution.NOTHING_VARIES in flat.cautions
    assert lrm(_falling([3, 3, 3], [1, 1, 1])).low is None


def test_nothing_before_and_nothing_after_has_no_ratio() -> None:
    """Trap 5: the artefact of -0.207 for 5 days against 6."""
    assert lrr(_falling([0] * 5, [0] * 6)).why_not is Caution.BOTH_ZERO
    assert lrm(_falling([0] * 5, [0] * 6)).why_not is Caution.BOTH_ZERO


def test_a_phase_of_zeros_depends_on_its_length_and_says_so() -> None:
    """Trap 5."""
    short, long = lrr(_falling([4, 5, 6], [0] * 5)), lrr(_falling([4, 5, 6], [0] * 50))
    assert short.estimate is not None
    assert long.estimate is not None
    assert abs(long.estimate) > abs(short.estimate)
    assert Caution.LENGTH_MATTERS in short.cautions
    assert lrm(_falling([4, 5, 6], [0, 0, 1])).why_not is Caution.ZERO_MEDIAN


def test_one_day_in_a_phase_gives_what_can_be_given() -> None:
    """Trap 6."""
    table = effects([4], [2, 3, 1, 2], improvement="decrease", scale="count", goal=1)
    assert table["NAP"].estimate == 1
    assert table["NAP"].se is None
    assert table["NAP"].low is not None
    assert table["SMD"].why_not is Caution.ONE_DAY_PHASE
    assert table["Tau-BC"].why_not is Caution.ONE_DAY_PHASE
    assert table["LRR decreasing"].why_not is Caution.ONE_DAY_PHASE
    plain = lrr(_falling([4], [2, 3, 1, 2]), is_corrected=False)
    assert plain.estimate == pytest.approx(math.log(2 / 4))
    assert plain.se is None
    assert dual_criterion(_falling([4], [2])).beyond is None


def test_a_goal_already_met_has_no_way_left() -> None:
    """Trap 7."""
    assert percent_of_goal(_falling([2, 2], [1, 1]), goal=2).why_not is Caution.GOAL_AT_BASELINE
    assert percent_of_goal(_falling([2, 2], [1, 1]), goal=None).why_not is Caution.NO_GOAL


def test_missing_days_keep_their_places_in_a_trend() -> None:
    """Trap 8."""
    gaps = _falling([10, None, None, None, 6, 5], [3, 2, 1])
    kept, closed = baseline_corrected_tau(gaps), baseline_corrected_tau(gaps, closes_gaps=True)
    assert kept.detail("slope") == -1
    assert closed.detail("slope") == pytest.approx(-2.5)
    assert Caution.GAPS_CLOSED in closed.cautions
    assert kept.days.missing_at == (2, 3, 4)


def test_each_tau_u_says_which_it_is() -> None:
    """Trap 10."""
    days = _falling([5, 6, 4, 5, 7, 6], [3, 2, 4, 3, 1, 2, 2])
    variants = {tau_u(days, part=part, reading=reading).variant for part in Part for reading in Reading}
    assert len(variants) == len(Part) * len(Reading)
    apart = tau_u(_falling([5, 6], [1, 2, 1]), part=Part.PHASES)
    assert (apart.estimate, apart.low) == (1, None)
    assert math.isfinite(apart.detail("Z"))


def test_pand_differs_by_its_way_and_names_it() -> None:
    """Trap 11."""
    days = _falling([3, 3, 4, 2, 3, 5], [3, 3, 2, 4, 2, 1])
    ways = [nonoverlap.pand(days, way=way) for way in nonoverlap.PandWay]
    assert ways[0].estimate != ways[1].estimate
    assert [effect.variant for effect in ways] == ["minimum", "sort"]


def test_reliable_change_has_the_root_of_two() -> None:
    """Trap 12."""
    change = reliable_change(32, 20, sd=7.5, reliability=0.8, cutoff=25)
    assert change.index == pytest.approx(-12 / (7.5 * math.sqrt(0.2) * math.sqrt(2)))
    assert change.is_reliable
    assert change.crossed
    with pytest.raises(BadModel):
        reliable_change(1, 2, sd=0, reliability=0.8)


def test_a_value_that_its_scale_does_not_have_is_refused_with_its_place() -> None:
    with pytest.raises(OutsideScale, match=r"Day 2 .*1\.2"):
        effects([0.3, 1.2], [0.5, 0.4], improvement="decrease", scale="proportion")
    with pytest.raises(OutsideScale):
        effects([3, -1], [2, 1], improvement="decrease", scale="count")
    with pytest.raises(EmptyPhase):
        effects([None, None], [2, 1], improvement="decrease", scale="count")


def test_all_zero_and_giant_days_pass_without_a_warning() -> None:
    for before, after in (([0] * 9, [0] * 9), ([1e99] * 4 + [1e-99], [1e99, 2e98, 0, 1])):
        table = effects(before, after, improvement="decrease", scale="count", goal=0)
        assert all(math.isfinite(row.estimate) for row in table.estimated if row.estimate is not None)
        assert all(row.why_not for row in table.not_estimated)


def test_an_interval_under_dependence_stays_within_the_possible() -> None:
    table = effects([5, 6, 5, 6, 4, 6, 5], [1, 2, 0, 1, 5, 1, 0, 1], improvement="decrease", scale="count")
    for name in ("NAP", "Tau", "Tau-BC"):
        widest = under_dependence(table[name])[-1]
        assert widest.high is not None
        assert widest.high <= 1


def test_every_trap_has_a_test_that_names_it() -> None:
    tests = "".join(file.read_text() for file in Path(__file__).parent.glob("test_*.py"))
    assert {int(number) for number in re.findall(r'"""Trap (\d+)[.:]', tests)} == set(range(1, 14))
