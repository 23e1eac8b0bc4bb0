"""What a design meets of the ideas of the What Works Clearinghouse, in plain words: never a stamp.

After Kratochwill and others 2010, 2013. Three attempts are one of their criteria as table 6 of a review applies them
(Behavior Modification 39:8-42, doi 10.1177/0145445514561318) [S]; five points a phase is to be verified [K].
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vado.evidence.pairs import Pair
from vado.evidence.planning import Plan

ENOUGH_POINTS = 5
ENOUGH_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One idea: whether it is met (None when the data cannot say), and what was seen, as numbers for a sentence."""

    code: str
    is_met: bool | None
    seen: int | None = None
    needed: int | None = None


def check_design(pairs: Sequence[Pair], plan: Plan | None = None) -> tuple[Finding, ...]:
    """The findings for one or several cases of two phases.

    >>> from vado.evidence.pairs import pair
    >>> days = pair([5, 4, 6, 5, 5], [2, 3, 1, 2, 2], improvement="decrease")
    >>> [found.code for found in check_design([days]) if found.is_met is False]
    ['attempts', 'randomised']
    """
    shortest = min(min(len(one.before), len(one.after)) for one in pairs)
    return (
        Finding("points-a-phase", shortest >= ENOUGH_POINTS, shortest, ENOUGH_POINTS),
        Finding("attempts", len(pairs) >= ENOUGH_ATTEMPTS, len(pairs), ENOUGH_ATTEMPTS),
        Finding("randomised", plan is not None and not plan.cautions),
        Finding("second-observer", None),
        Finding("on-purpose", None),
    )
