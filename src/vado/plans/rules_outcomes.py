"""The four answers of a condition, and how answers about parts make one about the whole."""

import enum
from collections.abc import Iterable


class Outcome(enum.StrEnum):
    """How it went beside the plan. None is a verdict."""

    AS_PLANNED = "as_planned"
    PARTLY = "partly"
    DIFFERENT = "different"
    CANT_TELL = "cant_tell"


# Each answer is one bit, so that the parts of a day are put together by "or": 1,800 days times 12 conditions count.
AS_PLANNED, PARTLY, DIFFERENT, CANT_TELL = 1, 2, 4, 8
A_TRIFLE = 1e-9  # three times 0.1 is no more than 0.3, whatever a computer makes of it
BIT_OF = {
    Outcome.AS_PLANNED: AS_PLANNED,
    Outcome.PARTLY: PARTLY,
    Outcome.DIFFERENT: DIFFERENT,
    Outcome.CANT_TELL: CANT_TELL,
}


def _whole(bits: int) -> Outcome:
    """Whatever the unknown parts were, the answer would stay: only then is it given."""
    if bits & PARTLY or (bits & AS_PLANNED and bits & DIFFERENT):
        return Outcome.PARTLY
    if bits & CANT_TELL:
        return Outcome.CANT_TELL
    return Outcome.DIFFERENT if bits & DIFFERENT else Outcome.AS_PLANNED


WHOLE = tuple(_whole(bits) for bits in range(16))


def together(parts: Iterable[Outcome]) -> Outcome:
    """One answer for several parts; no part at all is as planned.

    >>> together([Outcome.AS_PLANNED, Outcome.DIFFERENT])
    <Outcome.PARTLY: 'partly'>
    >>> together([Outcome.DIFFERENT, Outcome.CANT_TELL])
    <Outcome.CANT_TELL: 'cant_tell'>
    """
    bits = 0
    for part in parts:
        bits |= BIT_OF[part]
    return WHOLE[bits]


def at_most(amount: tuple[float, float], limit: float) -> int:
    """What is written decides alone: more than the limit in what is known is different, whatever else there was."""
    least, most = amount
    if least > limit + A_TRIFLE:
        return DIFFERENT
    return AS_PLANNED if most <= limit + A_TRIFLE else CANT_TELL


def at_least(amount: tuple[float, float], limit: float) -> int:
    """Enough in what is known is as planned, whatever else there was."""
    least, most = amount
    if least >= limit - A_TRIFLE:
        return AS_PLANNED
    return DIFFERENT if most < limit - A_TRIFLE else CANT_TELL
