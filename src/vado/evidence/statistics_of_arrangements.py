"""Statistics of labelled days, and tables of them for all start points of a case at once."""

import enum
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from vado.evidence.designs import Labels

if TYPE_CHECKING:
    from numpy import int8
    from numpy.typing import NDArray

    from vado.evidence.pairs import Array


class Statistic(enum.StrEnum):
    """What a randomisation test compares; with less less without, averaged over cases."""

    MEAN = "mean difference"
    MEDIAN = "median difference"
    NAP = "NAP"


Compare = Callable[["Array", "Array"], float]


def of_labels(values: "Array", labels: Labels, statistic: Statistic | Compare) -> float:
    """The statistic of one case under one labelling; NaN days are left out, NaN where a side has none."""
    import numpy as np

    marks = np.array(labels, dtype=bool)
    present = ~np.isnan(values)
    without, with_ = values[present & ~marks], values[present & marks]
    if not len(without) or not len(with_):
        return float("nan")
    return float(_compare(statistic)(without, with_))


def _compare(statistic: Statistic | Compare) -> Compare:
    import numpy as np

    if not isinstance(statistic, Statistic):
        return statistic
    return {
        Statistic.MEAN: lambda a, b: float(b.mean() - a.mean()),
        Statistic.MEDIAN: lambda a, b: float(np.median(b) - np.median(a)),
        Statistic.NAP: lambda a, b: float(np.sign(b - a[:, None]).mean() / 2 + 0.5),
    }[statistic]


def of_starts(values: "Array", firsts: Sequence[int], statistic: Statistic | Compare) -> "Array":
    """The statistic of one case for each of its possible first days; cumulative sums where they serve."""
    import numpy as np

    if statistic is Statistic.MEAN:
        return _means_of_starts(values, np.asarray(firsts) - 1)
    if statistic is Statistic.NAP:
        return _naps_of_starts(values, np.asarray(firsts) - 1)
    days = len(values)
    return np.array([of_labels(values, (0,) * (f - 1) + (1,) * (days - f + 1), statistic) for f in firsts])


AT_A_TIME = 10_000


def means_of_marks(values: "Array", marks: "NDArray[int8]") -> "Array":
    """The difference of means for each row of labels; NaN days are left out, NaN where a side has none."""
    import numpy as np

    present = ~np.isnan(values)
    days, table = values[present], marks[:, present]
    total, count = float(days.sum()), len(days)
    parts = []
    for at in range(0, len(table), AT_A_TIME):
        part = table[at : at + AT_A_TIME].astype(float)
        with_, sums = part.sum(axis=1), part @ days
        with np.errstate(invalid="ignore", divide="ignore"):
            means = sums / with_ - (total - sums) / (count - with_)
        parts.append(np.where((with_ == 0) | (with_ == count), np.nan, means))
    return np.concatenate(parts)


def _means_of_starts(values: "Array", edges: "Array") -> "Array":
    import numpy as np

    present = ~np.isnan(values)
    sums = np.concatenate(([0.0], np.cumsum(np.where(present, values, 0.0))))
    counts = np.concatenate(([0], np.cumsum(present)))
    before, after = counts[edges], counts[-1] - counts[edges]
    with np.errstate(invalid="ignore", divide="ignore"):
        found = (sums[-1] - sums[edges]) / after - sums[edges] / before
    return np.where((before == 0) | (after == 0), np.nan, found)


def _naps_of_starts(values: "Array", edges: "Array") -> "Array":
    """The sum of signs over all days before and after each edge, from one table of cumulative sums."""
    import numpy as np

    present = ~np.isnan(values)
    filled = np.where(present, values, 0.0)
    signs = np.sign(filled[None, :] - filled[:, None]) * (present[None, :] & present[:, None])
    table = np.zeros((len(values) + 1, len(values) + 1))
    table[1:, 1:] = signs.cumsum(axis=0).cumsum(axis=1)
    counts = np.concatenate(([0], np.cumsum(present)))
    pairs = counts[edges] * (counts[-1] - counts[edges])
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(pairs == 0, np.nan, (table[edges, -1] - table[edges, edges]) / pairs / 2 + 0.5)
