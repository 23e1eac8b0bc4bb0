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
    dated = [(lived.on, fact) for fact in facts if (lived := fact.lived()) is not None]
    days = {on for on, _fact in dated}
    steps = sum(isinstance(fact, Step) for _on, fact in dated)
    return KeptSoFar(len(days), steps, min(days, default=None))
