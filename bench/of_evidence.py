"""What single-case statistics cost, beside the R programs measured earlier on two cores (medians of five)."""

import os
import shutil
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.figures import Figure, at_least, at_most, cpu_ms
from vado.evidence.batch import batch
from vado.evidence.designs import StartPoints, started
from vado.evidence.effect_table import effects
from vado.evidence.nonoverlap import nap
from vado.evidence.pairs import pair
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
    yield at_most("evidence: 1,000 series, twelve indices at once", everything, "s", 0.5)
    yield at_least("evidence: the same, times faster than R", R_ALL / everything, "x", 40)
    table = cpu_ms(lambda: [effects(*one, improvement="decrease", scale="count", goal=1.0) for one in series]) / 1000
    yield at_most("evidence: 1,000 series, 27 rows each, one by one", table, "s", None)
    yield at_least("evidence: the same, times faster than R for twelve of them", R_ALL / table, "x", 4)
    for statistic, limit, peer in ((Statistic.MEAN, 2, R_MEANS), (Statistic.NAP, 100, R_NAP)):
        taken = _multiple_baseline(statistic)
        yield at_most(f"evidence: 10,000 draws over 4 cases, {statistic.value}", taken, "ms", limit)
        yield at_least("evidence: the same, times faster than R", peer * 1000 / taken, "x", 30)
    people = _people()
    pooled = cpu_ms(lambda: synthesise(people, improvement="decrease")) / 1000
    yield at_most("evidence: synthesis of 1,000 people", pooled, "s", 1.0)
    yield at_most("evidence: import of the library", _import_ms("import vado.evidence"), "ms", 150)
    every = "import vado.evidence as e; [getattr(e, name) for name in e.__all__]"
    yield at_most("evidence: import of the library with every public name", _import_ms(every), "ms", 150)
    yield at_most("evidence: memory of 4,000 series over that of 1,000", _memory_grown(series), "x", 1.5)
    yield at_most("evidence: a study of 105 people, end to end, CPU", _study_seconds(), "s", 10)
    if shutil.which("Rscript"):
        faster = _beside_r(series)
        if faster is not None:
            yield at_least("evidence: NAP of 100 series, times faster than R on this machine", faster, "x", 10)


def _memory_grown(series: list[tuple[list[float], list[float]]]) -> float:
    """The most that a batch of four times as many series holds, without its results, against that of one."""

    def most(given: list[tuple[list[float], list[float]]]) -> int:
        tracemalloc.start()
        batch(given, improvement="decrease")
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    return most(series * 4) / most(series)


def _study_seconds() -> float:
    """CPU seconds of `vado evidence series` in a process of its own: the study that VADO_TLFB_FOLDER names, or one
    of its size."""
    named = os.environ.get("VADO_TLFB_FOLDER")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(named) if named else _study(Path(made))
        before = os.times()
        words = ("evidence", "series", str(folder), "--substance", "opioid", "--substance", "alcohol")
        subprocess.run([sys.executable, "-m", "vado.cli", *words], check=True, capture_output=True)
        after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _study(folder: Path) -> Path:
    """105 people with 30 days before and 84 after, two substances."""
    rng = np.random.default_rng(9)
    heading = "person,randomised_day,first_report_day,last_report_day,last_visit_day,first_dose_day\n"
    ends = {f"P{at:03}": int(rng.choice([40, 120, 210])) for at in range(105)}
    rows = "".join(f"{name},5,-30,{end},{end},5\n" for name, end in ends.items())
    (folder / "persons.csv").write_text(heading + rows)
    with (folder / "tlfb_days.csv").open("w") as days:
        days.write("person,substance,day\n")
        for name, end in ends.items():
            for substance in ("opioid", "alcohol"):
                used = (day for day in range(-30, end) if rng.random() < (0.7 if day < 5 else 0.3))
                days.writelines(f"{name},{substance},{day}\n" for day in used)
    return folder


def _beside_r(series: list[tuple[list[float], list[float]]]) -> float | None:
    """How many times faster NAP is here than in SingleCaseES here; None where that is not installed."""
    hundred = series[:100]
    lists = (",".join(f"c({','.join(map(str, phase))})" for phase in side) for side in zip(*hundred, strict=True))
    first, second = lists
    code = (
        f"if (!requireNamespace('SingleCaseES', quietly=TRUE)) quit(status=9); a<-list({first}); b<-list({second});"
        "s<-proc.time()[[1]]; for (i in seq_along(a)) SingleCaseES::NAP(a[[i]], b[[i]], improvement='decrease');"
        "cat(proc.time()[[1]]-s)"
    )
    found = subprocess.run(["Rscript", "-"], input=code, capture_output=True, text=True, check=False)
    if found.returncode:
        return None
    own = cpu_ms(lambda: [nap(pair(a, b, improvement="decrease")) for a, b in hundred]) / 1000
    return float(found.stdout) / own


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


def _import_ms(importing: str) -> float:
    """CPU milliseconds that importing adds to a bare interpreter."""

    def run(code: str) -> float:
        taken = []
        for _round in range(5):
            before = os.times()
            subprocess.run([sys.executable, "-c", code], check=True)
            after = os.times()
            taken.append(after.children_user + after.children_system - before.children_user - before.children_system)
        return sorted(taken)[2] * 1000

    return max(run(importing) - run("import sys"), 0.0)
