"""Many series at once give the numbers of one by one, and hold no more the more there are."""

import math
import tracemalloc
import warnings

import numpy as np
import pytest

from vado.evidence import nonoverlap
from vado.evidence.baseline_tau import baseline_corrected_tau
from vado.evidence.batch import batch
from vado.evidence.differences import smd
from vado.evidence.errors import EmptyPhase, NotANumber
from vado.evidence.goal import percent_of_goal
from vado.evidence.pairs import pair
from vado.evidence.ratios import lrm, lrr
from vado.evidence.tau_u import tau_u

Days = list[float | None]
ODD: list[tuple[Days, Days]] = [
    ([1, None, 3, 0], [2, None, 2]),
    ([0, 0, 0], [0, 0, 0]),
    ([3, 3, 3], [1, 2, 1]),
    ([9, 8], [4, 6]),
    ([5, 4, 6], [1, 1]),
]


def _series(number: int) -> list[tuple[Days, Days]]:
    rng = np.random.default_rng(12)
    made = []
    for _one in range(number):
        days = rng.negative_binomial(1.5, 0.33, int(rng.integers(60, 91))).astype(float).tolist()
        start = int(rng.integers(20, 36))
        made.append((days[:start], days[start:]))
    return made


@pytest.mark.parametrize("improvement", ["decrease", "increase"])
def test_the_numbers_are_those_of_one_by_one(improvement: str) -> None:
    series = [*_series(40), *ODD]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = batch(series, improvement=improvement, goal=1.0)
    for place, (before, after) in enumerate(series):
        days = pair(before, after, improvement=improvement)
        one, ratio, way, difference = nonoverlap.nap(days), lrr(days), percent_of_goal(days, 1.0), smd(days)
        expected = {
            "nap": one.estimate, "nap_se": one.se, "nap_low": one.low, "nap_high": one.high,
            "tau_u": tau_u(days).estimate, "smd": difference.estimate, "smd_se": difference.se,
            "pnd": nonoverlap.pnd(days).estimate, "pem": nonoverlap.pem(days).estimate,
            "pand": nonoverlap.pand(days).estimate, "ird": nonoverlap.ird(days).estimate,
            "pogo": way.estimate, "pogo_se": way.se, "tau_bc": baseline_corrected_tau(days).estimate,
        }  # fmt: skip
        tau, medians = nonoverlap.tau(days), lrm(days)
        expected |= {"tau": tau.estimate, "tau_se": tau.se, "lrm": medians.estimate, "lrm_se": medians.se}
        if improvement == "decrease":
            expected |= {"lrr": ratio.estimate, "lrr_se": ratio.se}
        for name, value in expected.items():
            got = float(getattr(found, name)[place])
            assert math.isnan(got) if value is None else got == pytest.approx(value, abs=1e-12), (name, place)


def test_memory_does_not_grow_with_the_number_of_series() -> None:
    peaks = []
    for number in (500, 2_000):
        series = _series(number)
        tracemalloc.start()
        batch(series, improvement="decrease")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0]


def test_an_empty_phase_and_a_word_are_refused() -> None:
    with pytest.raises(EmptyPhase, match="series 2"):
        batch([([1], [2]), ([None], [1])], improvement="decrease")
    with pytest.raises(NotANumber):
        batch([(["much"], [2])], improvement="decrease")  # type: ignore[list-item]
