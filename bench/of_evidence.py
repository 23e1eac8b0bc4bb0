"""What single-case statistics cost, beside the R programs measured earlier on two cores (medians of five)."""

import os
import subprocess
import sys
from collections.abc import Iterator

import numpy as np

from bench.figures import Figure, at_least, at_most, cpu_ms
from vado.evidence.batch import batch
from vado.evidence.designs import StartPoints, started
from vado.evidence.planning import Plan
from vado.evidence.randomisation import randomisation_test
from vado.evidence.statistics_of_arrangements import Statistic
from vado.evidence.synthesis import Person, synthesise

SERIES, PEOPLE = 1_000, 1_000
# Seconds of SingleCaseES 0.7.4 and scan 0.67.1 under R 4.2.2 for the same tasks
R_CORE, R_ALL, R_MEANS, R_NAP = 5.09, 20.0, 1.24, 3.07
STARTS = (20, 28, 36, 44)


def figures() -> Iterator[Figure]:
    """1,000 series of 60-90 days, a multiple baseline with 10,000 draws, 1,000 people, the import."""
    series = _series()
    core = cpu_ms(lambda: batch(series, improvement="decrease", has_all=False)) / 1000
    yield at_most("evidence: 1,000 series, NAP with interval, Tau-U, SMD, LRR", core, "s", 0.10)
    yield at_least("evidence: the same, times faster than R", R_CORE / core, "x", 50)
    everything = cpu_ms(lambda: batch(series, improvement="decrease", goal=1.0)) / 1000
    yield at_most("evidence: 1,000 series, all indices", everything, "s", 0.5)
    yield at_least("evidence: the same, times faster than R", R_ALL / everything, "x", 40)
    for statistic, limit, peer in ((Statistic.MEAN, 2, R_MEANS), (Statistic.NAP, 100, R_NAP)):
        taken = _multiple_baseline(statistic)
        yield at_most(f"evidence: 10,000 draws over 4 cases, {statistic.value}", taken, "ms", limit)
        yield at_least("evidence: the same, times faster than R", peer * 1000 / taken, "x", 30)
    people = _people()
    pooled = cpu_ms(lambda: synthesise(people, improvement="decrease")) / 1000
    yield at_most("evidence: synthesis of 1,000 people", pooled, "s", 1.0)
    yield at_most("evidence: import of the library", _import_ms(), "ms", 150)


def _series() -> list[tuple[list[float], list[float]]]:
    rng = np.random.default_rng(2)
    made = []
    for _one in range(SERIES):
        days = rng.negative_binomial(1.5, 0.33, int(rng.integers(60, 91))).astype(float).tolist()
        start = int(rng.integers(20, 36))
        made.append((days[:start], days[start:]))
    return made


def _multiple_baseline(statistic: Statistic) -> float:
    """Milliseconds of one sampled test without inversion."""
    rng = np.random.default_rng(4)
    cases = [rng.poisson(3, 75).astype(float).tolist() for _case in STARTS]
    plan = Plan(StartPoints.of(*[75] * 4, at_least=10), tuple(started(75, first) for first in STARTS), was_drawn=True)
    return cpu_ms(
        lambda: randomisation_test(
            cases, plan, improvement="decrease", rng=rng, statistic=statistic, inverts=False
        )
    )  # fmt: skip


def _people() -> list[Person]:
    rng = np.random.default_rng(5)
    return [Person(str(at), float(rng.normal(-1, 1)), float(rng.uniform(0.3, 1.2))) for at in range(PEOPLE)]


def _import_ms() -> float:
    """CPU milliseconds that importing the library adds to a bare interpreter."""

    def run(code: str) -> float:
        taken = []
        for _round in range(5):
            before = os.times()
            subprocess.run([sys.executable, "-c", code], check=True)
            after = os.times()
            taken.append(after.children_user + after.children_system - before.children_user - before.children_system)
        return sorted(taken)[2] * 1000

    return max(run("import vado.evidence") - run("import sys"), 0.0)
