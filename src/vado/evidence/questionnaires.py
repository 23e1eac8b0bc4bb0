"""Reliable change of one person on a questionnaire before and after."""

import math
from dataclasses import dataclass

from vado.evidence.distributions import normal_quantile
from vado.evidence.errors import BadModel


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """The change of one person on a questionnaire, against its error of measurement."""

    change: float
    index: float
    low: float
    high: float
    level: float
    is_reliable: bool
    crossed: bool | None
    method: str = "change over the standard error of a difference, sqrt(2) SD sqrt(1 - reliability)"
    source: str = "Jacobson and Truax 1991"
    cautions: tuple[str, ...] = (
        "A reliability from a group is not the precision for one person.",
        "People begin when things are at their worst: some change is regression to the mean.",
        "For questionnaires before and after; for daily days use a change with an interval.",
    )


def reliable_change(
    before: float, after: float, *, sd: float, reliability: float, cutoff: float | None = None, level: float = 0.95
) -> ReliableChange:
    """Reliable change in its usual form, with the root of two that some programs leave out.

    `crossed` says whether the cut-off to the other range was passed; None without a cut-off.

    >>> round(reliable_change(32, 20, sd=7.5, reliability=0.8).index, 2)
    -2.53

    Shape: two scores, `sd` and `cutoff` on the scale of the questionnaire, `reliability` from 0 to below 1.
    Errors: `BadModel` for an impossible `sd` or `reliability`; `BadLevel`.
    Source: Jacobson and Truax 1991.
    """
    if not sd > 0 or not 0 <= reliability < 1:
        raise BadModel(reason="a standard deviation above 0 and a reliability from 0 to below 1 are needed")
    error = math.sqrt(2) * sd * math.sqrt(1 - reliability)
    z = normal_quantile((1 + level) / 2)
    change = after - before
    crossed = None if cutoff is None else (before - cutoff) * (after - cutoff) < 0
    return ReliableChange(
        change, change / error, change - z * error, change + z * error, level, abs(change / error) > z, crossed
    )
