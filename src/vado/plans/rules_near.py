"""Whether something else was used near a moment: it was, it was not, or the diary cannot tell."""

import datetime as dt
import sys
from bisect import bisect_left
from itertools import compress, repeat

from vado.plans.rules_known import DiaryIndex, days_of
from vado.plans.rules_outcomes import AS_PLANNED, CANT_TELL, DIFFERENT
from vado.plans.rules_rows import DAY, Rows, laid_out

NEVER = sys.maxsize  # a moment after every other


class Other:
    """One other substance in a diary, laid out once: its moments, and the days on which it is known."""

    def __init__(self, index: DiaryIndex, code: str, word: str) -> None:
        days, at = days_of(index, code, word), index.day_starts_at
        rows = laid_out(days.uses, at.hour * 60 + at.minute)
        untimed = {rows.uses[place].when.on for place in rows.untimed}
        timed = compress(rows.moments, map((-1).__lt__, rows.minutes))
        self.moments = [*sorted(timed), NEVER]
        self.clear_until = _clear_until((days.uses.keys() | days.none_on) - days.unsure_on - untimed)

    def within(self, rows: Rows, before: int, after: int) -> bytearray:
        """Of each entry, whether it was used within so many minutes before and after."""
        firsts, lasts = [moment - before for moment in rows.moments], [moment + after for moment in rows.moments]
        for place in rows.untimed:
            firsts[place], lasts[place] = rows.midnights[place] - before, rows.midnights[place] + DAY - 1 + after
        until = self.clear_until.get
        following = map(self.moments.__getitem__, map(bisect_left, repeat(self.moments), firsts))
        bits = bytearray(
            [
                DIFFERENT if used <= last else AS_PLANNED if until(first // DAY, 0) >= last // DAY else CANT_TELL
                for first, last, used in zip(firsts, lasts, following, strict=True)
            ]
        )
        for place in rows.untimed:
            bits[place] = CANT_TELL if bits[place] == DIFFERENT else bits[place]
        return bits


def _clear_until(known: set[dt.date]) -> dict[int, int]:
    """For each day that is known, the last day of those that are known without a gap from it on."""
    until: dict[int, int] = {}
    for day in sorted(map(dt.date.toordinal, known), reverse=True):
        until[day] = until.get(day + 1, day)
    return until
