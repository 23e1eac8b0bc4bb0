"""Whether something else was used near a moment: it was, it was not, or the diary cannot tell."""

from bisect import bisect_left
from collections.abc import Callable

from vado.plans.rules_known import DiaryIndex, SubstanceDays, days_of, minute_of
from vado.plans.rules_outcomes import AS_PLANNED, CANT_TELL, DIFFERENT

DAY = 24 * 60
Near = Callable[[int, int], int]  # day as an ordinal, minute of that day or -1


class Other:
    """One other substance in a diary, laid out once: its moments, and the days on which it is known."""

    def __init__(self, index: DiaryIndex, code: str, word: str) -> None:
        days = days_of(index, code, word)
        self.moments, untimed = _moments(days)
        known = {on.toordinal() for on in (*days.uses, *days.none_on)}
        self.clear = known - untimed - {on.toordinal() for on in days.unsure_on}

    def within(self, before: int, after: int) -> Near:
        """The question whether it was used within so many minutes before and after."""
        moments, clear = self.moments, self.clear

        def asked(day: int, minute: int) -> int:
            first, last = (minute, minute) if minute >= 0 else (0, DAY - 1)
            begins, ends = day * DAY + first - before, day * DAY + last + after
            place = bisect_left(moments, begins)
            if place < len(moments) and moments[place] <= ends:
                return DIFFERENT if minute >= 0 else CANT_TELL
            for touched in range(begins // DAY, ends // DAY + 1):
                if touched not in clear:
                    return CANT_TELL
            return AS_PLANNED

        return asked


def _moments(days: SubstanceDays) -> tuple[list[int], set[int]]:
    """The moments of the other substance, and the days on which it was used at some time."""
    moments: list[int] = []
    untimed: set[int] = set()
    for on, uses in days.uses.items():
        day = on.toordinal()
        for use in uses:
            minute = minute_of(use, days.index.day_starts_at, unknown=-1)
            if minute < 0:
                untimed.add(day)
            else:
                moments.append(day * DAY + minute)
    return sorted(moments), untimed
