"""The plain values that safety rules read. Other rooms convert their own facts into these and call the rules."""

import datetime as dt
import enum
from collections.abc import Iterable

import msgspec

RECENT_DAYS = 14
# The month after treatment and the two weeks after prison are the most dangerous: Evidence-to-Impact, Pennsylvania
# State University (read); the longer of the two, counted in days: own judgement.
DAYS_AFTER_RETURN = 28
NALTREXONE_CODE = "naltrexone"


class Taken(msgspec.Struct, frozen=True):
    """Something was taken: which substance or class, and between which two moments that was.

    `until` equals `since` where the clock time is known; "some time that day" spans the lived day `on`. Both are aware.
    """

    substance_code: str
    class_code: str
    on: dt.date
    since: dt.datetime
    until: dt.datetime


class RecentDays(msgspec.Struct, frozen=True):
    """What is known of the last days about one class: on how many it was used, and how many are not written."""

    used: int
    unknown: int
    of: int = RECENT_DAYS


NOTHING_KNOWN = RecentDays(used=0, unknown=RECENT_DAYS)


class Away(enum.StrEnum):
    """Where tolerance is lost without anybody writing it in a diary."""

    PRISON = "prison"
    HOSPITAL = "hospital"
    DETOX = "detox"
    NALTREXONE = "naltrexone"


class Standing(msgspec.Struct, frozen=True):
    """What the person said of themselves once; None means that it was not said."""

    class_codes: frozenset[str] = frozenset()  # taken regularly, prescribed or not
    substance_codes: frozenset[str] = frozenset()
    pregnant: bool | None = None
    seizures: bool | None = None  # a seizure, confusion or seeing things on stopping, at any time
    overdose: bool | None = None
    naloxone: bool | None = None
    missed_maintenance_doses: int | None = None  # of methadone or buprenorphine, in a row
    away: frozenset[Away] = frozenset()
    back_on: dt.date | None = None  # None: not said, which counts as lately

    @property
    def on_naltrexone(self) -> bool:
        """Whether it stands on the list: whoever takes it takes no opioid, so that the next one comes after it."""
        return NALTREXONE_CODE in self.substance_codes

    def away_before(self, on: dt.date) -> frozenset[Away]:
        """Where somebody was shortly before this day.

        >>> gone = Standing(away=frozenset({Away.PRISON}), back_on=dt.date(2026, 11, 1))
        >>> [len(gone.away_before(dt.date(2026, 11, day))) for day in (1, 28, 29)]
        [1, 1, 0]
        >>> Standing(substance_codes=frozenset({"naltrexone"})).away_before(dt.date(2026, 11, 1))
        frozenset({<Away.NALTREXONE: 'naltrexone'>})
        """
        is_long_ago = self.back_on is not None and on >= self.back_on + dt.timedelta(days=DAYS_AFTER_RETURN)
        listed = frozenset({Away.NALTREXONE} if self.on_naltrexone else ())
        return listed if is_long_ago else self.away | listed


UNSAID = Standing()


def recent_days(
    used_on: Iterable[dt.date], none_on: Iterable[dt.date], today: dt.date, of: int = RECENT_DAYS
) -> RecentDays:
    """What is known of the last days, today included: days of use, days said to be without, and the rest unknown.

    >>> today = dt.date(2026, 11, 20)
    >>> recent_days([today], [today - dt.timedelta(days=1)], today)
    RecentDays(used=1, unknown=12, of=14)
    """
    window = {today - dt.timedelta(days=back) for back in range(of)}
    used = window & set(used_on)
    return RecentDays(len(used), len(window - used - set(none_on)), of)
