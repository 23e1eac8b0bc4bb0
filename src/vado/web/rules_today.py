"""What home says of all that was written: counts that grow and never fall back to zero."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from vado.diary.facts import Step
from vado.record.facts import Fact


class KeptSoFar(msgspec.Struct, frozen=True):
    """Days with something written and steps kept, from the first day on."""

    days: int
    steps: int
    since: dt.date | None


def kept_so_far(facts: Iterable[Fact]) -> KeptSoFar:
    """Counts lived days and steps; facts that belong to no day are left out."""
    days: set[dt.date] = set()
    steps = 0
    for fact in facts:  # one after another: years of writing are not held together for three numbers
        if (lived := fact.lived()) is not None:
            days.add(lived.on)
            steps += isinstance(fact, Step)
    return KeptSoFar(len(days), steps, min(days, default=None))
