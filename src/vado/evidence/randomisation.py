"""Randomisation tests: valid for the draw that took place, whatever the serial dependence; nothing else is assumed."""

import functools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.cautions import Caution
from vado.evidence.designs import Arrangement, StartPoints
from vado.evidence.errors import BadDesign
from vado.evidence.planning import Plan
from vado.evidence.scales import Improvement
from vado.evidence.statistics_of_arrangements import Compare, Statistic, means_of_marks, of_labels, of_starts
from vado.evidence.values import checked_level, days

if TYPE_CHECKING:
    from numpy import int8, int64
    from numpy.random import Generator
    from numpy.typing import NDArray

    from vado.evidence.pairs import Array

    Places = NDArray[int64]

EXACT_UP_TO = 100_000
DRAWS = 10_000
SLACK = 1e-9  # statistics this close, relative to the observed one, are ties
BISECTIONS = 60
FEW = 0.05


@dataclass(frozen=True, slots=True)
class RandomisationTest:
    """The p-value of a draw, with the interval of a constant shift found by inversion.

    `low` and `high` are None where the arrangements are too few for the level, or where no interval was asked for.
    """

    estimate: float
    p: float
    low: float | None
    high: float | None
    level: float
    arrangements: int
    tried: int
    is_exact: bool
    is_two_sided: bool
    smallest_p: float
    n: int
    missing: int
    statistic: str
    method: str
    source: str
    cautions: tuple[Caution, ...]


def randomisation_test(
    cases: Sequence[Iterable[float | None]],
    plan: Plan,
    *,
    improvement: Improvement | str,
    rng: "Generator | None" = None,
    statistic: Statistic | str | Compare = Statistic.MEAN,
    is_two_sided: bool = False,
    draws: int = DRAWS,
    level: float = 0.95,
    inverts: bool = True,
) -> RandomisationTest:
    """Test a plan against all arrangements that could have been drawn.

    `cases` holds one series of days a case, None where a day is not known; the statistic is averaged over cases.
    All arrangements are tried up to 100,000; beyond, `draws` random ones, p = (k + 1)/(n + 1) is never 0. A plan not
    drawn, or changed, is tested and marked. A phase without a known day counts as extreme.

    >>> from vado.evidence.designs import started
    >>> plan = Plan(StartPoints.of(20, at_least=5), (started(20, 9),), was_drawn=True)
    >>> round(randomisation_test([[5, 6, 5, 7] * 2 + [2, 3, 1] * 4], plan, improvement="decrease").p, 3)
    0.091

    Shape: as many series as the design has cases, each as long; estimate and limits in the units of the days.
    Errors: `BadDesign`, `BadLevel`, `NotANumber`, `NotFinite`.
    Source: Edgington 1975; Onghena 1992; Phipson and Smyth 2010.
    """
    series = _checked_series(cases, plan)
    kind = Statistic(statistic) if isinstance(statistic, str) else statistic
    lottery = _Lottery(plan, kind, rng, draws)
    null = 0.5 if kind is Statistic.NAP else 0.0
    question = _Question(Improvement(improvement), is_two_sided, checked_level(level), null)
    observed, found = lottery.of(series)
    if math.isnan(observed):
        raise BadDesign(reason="a phase has no known day")
    fold = _folded(question.sign, null, is_two_sided)
    p = _p(float(fold(series[0][:1] * 0 + observed)[0]), fold(found), lottery.is_exact)
    limits = _inverted(lottery, series, plan.arrangement, level, null) if inverts else None
    return _result(lottery, question, series, observed, len(found), p, limits)


def _checked_series(cases: Sequence[Iterable[float | None]], plan: Plan) -> "list[Array]":
    import numpy as np

    series = [np.array(days(case), dtype=float) for case in cases]
    if tuple(map(len, series)) != plan.design.lengths:
        raise BadDesign(reason="the days of the cases are not those of the design")
    return series


@dataclass(frozen=True)
class _Question:
    """What is asked of the arrangements."""

    improvement: Improvement
    is_two_sided: bool
    level: float
    null: float

    @property
    def sign(self) -> float:
        return 1.0 if self.improvement is Improvement.INCREASE else -1.0


def _result(
    lottery: "_Lottery", question: _Question, series: "list[Array]", observed: float, tried: int, p: float,
    limits: tuple[float, float] | None,
) -> RandomisationTest:  # fmt: skip
    missing = sum(int((one != one).sum()) for one in series)  # NaN is not itself
    plan, kind = lottery.plan, lottery.statistic
    return RandomisationTest(
        estimate=observed,
        p=p,
        low=limits[0] if limits else None,
        high=limits[1] if limits else None,
        level=question.level,
        arrangements=plan.design.count,
        tried=tried,
        is_exact=lottery.is_exact,
        is_two_sided=question.is_two_sided,
        smallest_p=plan.smallest_p if lottery.is_exact else max(plan.smallest_p, 1 / (tried + 1)),
        n=sum(map(len, series)) - missing,
        missing=missing,
        statistic=kind.value if isinstance(kind, Statistic) else getattr(kind, "__name__", "own statistic"),
        method="randomisation test on the arrangements of the design; interval of a constant shift by inversion",
        source="Edgington 1975; Onghena 1992; Phipson and Smyth 2010",
        cautions=tuple(_cautions(plan, lottery.is_exact)),
    )


def arrangements_of(
    cases: Sequence[Iterable[float | None]], plan: Plan, statistic: Statistic | Compare
) -> "tuple[float, Array]":
    """The observed statistic and that of every arrangement, for looking at the whole distribution."""
    import numpy as np

    return _Lottery(plan, statistic, None, 0).of([np.array(days(case), dtype=float) for case in cases])


class _Lottery:
    """The arrangements that are tried, the same ones for every shift of the days."""

    def __init__(self, plan: Plan, statistic: Statistic | Compare, rng: "Generator | None", draws: int) -> None:
        self.plan, self.statistic = plan, statistic
        self.is_exact = plan.design.count <= EXACT_UP_TO
        if not self.is_exact and rng is None:
            raise BadDesign(reason="so many arrangements need a random generator to draw from")
        self._sample = self._start_places(rng, draws) if isinstance(plan.design, StartPoints) else None
        self._listed = [] if isinstance(plan.design, StartPoints) else self._list(rng, draws)

    def _list(self, rng: "Generator | None", draws: int) -> list[Arrangement]:
        if self.is_exact or rng is None:
            return list(self.plan.design.arrangements())
        return [self.plan.design.draw(rng) for _draw in range(draws)]

    def _start_places(self, rng: "Generator | None", draws: int) -> "list[Places] | None":
        design = self.plan.design
        if self.is_exact or rng is None or not isinstance(design, StartPoints):
            return None
        return [rng.integers(len(firsts), size=draws) for firsts in design.firsts]

    def of(self, series: "list[Array]") -> "tuple[float, Array]":
        """The observed statistic and that of every arrangement tried."""
        import numpy as np

        design = self.plan.design
        own = [
            of_labels(one, labels, self.statistic) for one, labels in zip(series, self.plan.arrangement, strict=True)
        ]
        observed = float(np.mean(own))
        if not isinstance(design, StartPoints):
            if self.statistic is Statistic.MEAN:
                return observed, self._means(series)
            return observed, np.array([self._of_one(series, one) for one in self._listed])
        tables = [of_starts(one, firsts, self.statistic) for one, firsts in zip(series, design.firsts, strict=True)]
        if self._sample is None:
            total = tables[0]
            for table in tables[1:]:
                total = np.add.outer(total, table).ravel()
        else:
            total = sum((t.take(places) for t, places in zip(tables[1:], self._sample[1:], strict=True)),
                        start=tables[0].take(self._sample[0]))  # fmt: skip
        return observed, total / len(tables)

    @functools.cached_property
    def _marks(self) -> "list[NDArray[int8]]":
        """The labels of all arrangements tried, a table a case; made once for every shift of the days."""
        import numpy as np

        return [np.array([one[case] for one in self._listed], dtype=np.int8) for case in range(len(self._listed[0]))]

    def _means(self, series: "list[Array]") -> "Array":
        import numpy as np

        found = [means_of_marks(one, marks) for one, marks in zip(series, self._marks, strict=True)]
        total: Array = np.mean(found, axis=0)
        return total

    def _of_one(self, series: "list[Array]", arrangement: Arrangement) -> float:
        found = [of_labels(one, labels, self.statistic) for one, labels in zip(series, arrangement, strict=True)]
        return math.fsum(found) / len(found)


def _folded(sign: float, null: float, is_two_sided: bool) -> "Callable[[Array], Array]":
    """Turns a statistic so that larger is more extreme; what could not be computed is the most extreme."""
    import numpy as np

    def fold(values: "Array") -> "Array":
        turned = np.abs(values - null) if is_two_sided else sign * (values - null)
        return np.where(np.isnan(turned), np.inf, turned)

    return fold


def _p(observed: float, found: "Array", is_exact: bool) -> float:
    as_extreme = int((found >= observed - SLACK * max(1e-12, abs(observed))).sum())
    return as_extreme / len(found) if is_exact else (as_extreme + 1) / (len(found) + 1)


def _inverted(
    lottery: _Lottery, series: "list[Array]", arrangement: Arrangement, level: float, null: float
) -> tuple[float, float] | None:
    """The shifts of the days after that a two-sided test does not reject: outward from the shift with p = 1."""
    import numpy as np

    marks = [np.array(labels, dtype=float) for labels in arrangement]
    fold = _folded(1.0, null, is_two_sided=True)

    def p_of(shift: float) -> float:
        observed, found = lottery.of([one - shift * mark for one, mark in zip(series, marks, strict=True)])
        return _p(fold(np.array([observed]))[0], fold(found), lottery.is_exact)

    spread = float(np.nanmax(np.concatenate(series)) - np.nanmin(np.concatenate(series)))
    middles = [of_labels(one, labels, Statistic.MEAN) for one, labels in zip(series, arrangement, strict=True)]
    centre, alpha = float(np.mean(middles)), 1 - level
    limits = [_edge(p_of, centre, centre + side * 2 * max(spread, 1e-12), alpha) for side in (-1.0, 1.0)]
    return None if limits[0] is None or limits[1] is None else (limits[0], limits[1])


def _edge(p_of: Callable[[float], float], inside: float, outside: float, alpha: float) -> float | None:
    """Where p falls to alpha between a shift that is kept and one that is not; None if none is rejected."""
    if p_of(outside) > alpha or p_of(inside) <= alpha:
        return None
    for _step in range(BISECTIONS):
        middle = (inside + outside) / 2
        if middle in (inside, outside) or abs(outside - inside) < 1e-9 * max(1.0, abs(middle)):
            break
        inside, outside = (middle, outside) if p_of(middle) > alpha else (inside, middle)
    return inside


def _cautions(plan: Plan, is_exact: bool) -> Iterable[Caution]:
    yield from plan.cautions
    if plan.smallest_p > FEW:
        yield Caution.FEW_ARRANGEMENTS
    if not is_exact:
        yield Caution.SAMPLED
