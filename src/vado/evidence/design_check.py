"""What a design meets of the ideas of the What Works Clearinghouse, in plain words: never a stamp.

After Kratochwill and others 2010, 2013: at least three attempts to show an effect at three different points in time
(as table 6 of a review applies them: Behavior Modification 39:8-42, doi 10.1177/0145445514561318 [S]). Five points a
phase meet the standard, three or four meet it with reservations: figures to be verified [K].
"""

import enum
import itertools
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from vado.evidence.designs import Alternation, Blocks
from vado.evidence.errors import EmptyPhase
from vado.evidence.pairs import Pair
from vado.evidence.planning import Plan
from vado.evidence.values import Days, days

ENOUGH_POINTS = 5
FEWEST_POINTS = 3
ENOUGH_ATTEMPTS = 3


class Standing(enum.StrEnum):
    """How far an idea is met."""

    MEETS = "meets"
    WITH_RESERVATIONS = "meets with reservations"
    NOT_MET = "does not meet"
    CANNOT_SAY = "the data cannot say"


@dataclass(frozen=True, slots=True)
class Finding:
    """One idea: how far it is met, and what was seen and is needed, as numbers for a sentence.

    `is_to_be_verified`: the number needed has not been held against its handbook yet.
    """

    code: str
    standing: Standing
    seen: int | None = None
    needed: int | None = None
    is_to_be_verified: bool = False

    @property
    def is_met(self) -> bool | None:
        """Whether it is met, with or without reservations; None when the data cannot say."""
        return None if self.standing is Standing.CANNOT_SAY else self.standing is not Standing.NOT_MET


@dataclass(frozen=True, slots=True)
class Runs:
    """One case as its phases follow each other: known days in each, and when each change took place."""

    points: tuple[int, ...]
    changes: tuple[Hashable, ...]


def runs(labels: Sequence[int], values: Days) -> Runs:
    """The phases of one case whose phases may come back: a label a day, such as 0 for A and 1 for B.

    ABAB has three changes, so three attempts: A to B, B back to A, A to B again.

    >>> runs([0, 0, 1, 1, 1, 0, 0, 1], [5, None, 2, 1, 2, 4, 5, 2])
    Runs(points=(1, 3, 2, 1), changes=(3, 6, 8))

    Errors: `EmptyPhase` without days.
    """
    known = days(values)
    if not known:
        raise EmptyPhase(label="A")
    phases = [[*phase] for _label, phase in itertools.groupby(range(len(labels)), key=labels.__getitem__)]
    points = tuple(sum(known[day] is not None for day in phase) for phase in phases)
    return Runs(points, tuple(phase[0] + 1 for phase in phases[1:]))


def _of_pair(pair: Pair) -> Runs:
    """Two phases; the change takes place on a date, or where dates are not told on a numbered day."""
    when: Hashable = pair.first_after if pair.starts_on is None else pair.starts_on[1]
    return Runs((len(pair.before), len(pair.after)), (when,))


def check_design(cases: Sequence[Pair | Runs], plan: Plan | None = None) -> tuple[Finding, ...]:
    """The findings for one or several cases: of two phases, or of phases that come back (`runs`).

    Attempts at one point in time count once: a second person who changes on the same day is no second point.

    >>> from vado.evidence.pairs import pair
    >>> days = pair([5, 4, 6, 5, 5], [2, 3, 1, 2], improvement="decrease")
    >>> [(found.code, found.standing.value) for found in check_design([days])][:2]
    [('points-a-phase', 'meets with reservations'), ('attempts', 'does not meet')]
    """
    found = [_of_pair(one) if isinstance(one, Pair) else one for one in cases]
    attempts = len({when for one in found for when in one.changes})
    was_drawn = plan is not None and not plan.cautions
    return (
        _points(found, plan),
        Finding("attempts", _met(attempts >= ENOUGH_ATTEMPTS), attempts, ENOUGH_ATTEMPTS),
        Finding("randomised", _met(was_drawn)),
        Finding("second-observer", Standing.CANNOT_SAY),
        Finding("on-purpose", Standing.CANNOT_SAY),
    )


def _met(is_met: bool) -> Standing:
    return Standing.MEETS if is_met else Standing.NOT_MET


def _points(found: Sequence[Runs], plan: Plan | None) -> Finding:
    """The shortest phase; where days alternate by design, the points of each condition."""
    alternates = plan is not None and isinstance(plan.design, Alternation | Blocks)
    parts = [part for one in found for part in (_by_condition(one.points) if alternates else one.points)]
    shortest = min(parts)
    standing = Standing.WITH_RESERVATIONS if FEWEST_POINTS <= shortest < ENOUGH_POINTS else _met(
        shortest >= ENOUGH_POINTS
    )  # fmt: skip
    return Finding("points-a-phase", standing, shortest, ENOUGH_POINTS, is_to_be_verified=True)


def _by_condition(points: tuple[int, ...]) -> tuple[int, int]:
    return sum(points[::2]), sum(points[1::2])
