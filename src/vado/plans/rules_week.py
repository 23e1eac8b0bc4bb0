"""A person's own typical week, from their diary alone: what was used on more than half of such weekdays, or nothing."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import msgspec

from vado.diary.marks import substance_key
from vado.plans.rules_known import DayKnown, DiaryIndex, days_of

WEEKS_LOOKED_AT = 8  # two months of one's own weeks [D]
FEWEST_OF_A_WEEKDAY = 3  # below it a weekday has no habit to speak of [D]


class TypicalDay(msgspec.Struct, frozen=True):
    """One weekday: the words of what is usual then; `is_without` where usually nothing is used."""

    words: tuple[str, ...] = ()
    is_without: bool = False


def typical_week(index: DiaryIndex, before: dt.date) -> list[TypicalDay]:
    """The seven weekdays from that day's on, by the eight weeks before it. No amount is told, and none proposed."""
    return [_typical(index, before + dt.timedelta(days=step)) for step in range(7)]


def _typical(index: DiaryIndex, like: dt.date) -> TypicalDay:
    together = days_of(index)
    days = [like - dt.timedelta(weeks=back) for back in range(1, WEEKS_LOOKED_AT + 1)]
    known = [on for on in days if together.known(on) is not DayKnown.UNKNOWN]
    if len(known) < FEWEST_OF_A_WEEKDAY:
        return TypicalDay()
    usual = _usual_words(index, known)
    without = sum(together.known(on) is DayKnown.NONE for on in known)
    return TypicalDay(usual, is_without=not usual and 2 * without > len(known))


def _usual_words(index: DiaryIndex, known: Sequence[dt.date]) -> tuple[str, ...]:
    """What was used on more than half of these days, in the person's newest word for it."""
    times: Counter[str] = Counter()
    words: dict[str, str] = {}
    for on in reversed(known):
        keys = {substance_key(use.substance_code, use.substance): use.substance for use in index.uses.get(on, ())}
        times.update(keys.keys())
        words |= keys
    return tuple(words[key] for key in words if 2 * times[key] > len(known))


def is_empty(week: Sequence[TypicalDay]) -> bool:
    """Whether no weekday has anything to tell."""
    return not any(day.words or day.is_without for day in week)
