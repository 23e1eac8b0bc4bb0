"""What becomes of a record when its person asks for its end: one of three answers, each with what stays and why."""

import datetime as dt
import enum
from typing import NamedTuple

import msgspec

BACKUP_DAYS = 30  # backups are kept no longer; the ledger of erasures is replayed before any of them opens


class RecordKind(enum.StrEnum):
    """Whose record it is: a person's own, or what a practice keeps about its care."""

    OWN = "own"
    CLINICAL = "clinical"


class Answer(enum.StrEnum):
    """The three answers."""

    ERASED_NOW = "erased now"
    BLOCKED = "blocked"  # out of daily use, and destroyed on a set day
    PARTLY_WITHHELD = "partly withheld"


class Retention(msgspec.Struct, frozen=True):
    """How long a law makes a practice keep a clinical record, and whether a professional may withhold own remarks."""

    law: str
    years: int
    is_verified: bool
    withholds_remarks: bool = False


# Chile: Ley 20.584 art. 13, read [S]. Spain: Ley 41/2002 art. 17.1 and 18.3, from the literature, to be verified [K].
RETENTION: dict[str, Retention] = {
    "CL": Retention("Ley 20.584, art. 13", 15, is_verified=True),
    "ES": Retention("Ley 41/2002, art. 17", 5, is_verified=False, withholds_remarks=True),
}


class Erasure(NamedTuple):
    """The answer for one record."""

    kind: RecordKind
    answer: Answer
    until: dt.date | None = None
    law: str = ""
    is_verified: bool = True


def erasure_of(kind: RecordKind, country: str, last_entry_on: dt.date, *, asks_for_copy: bool = False) -> Erasure:
    """What happens with a record of that kind.

    A person's own record is erased at once, whatever the country. A clinical record is blocked until its law lets
    go of it; where no law is known it is erased. A copy of it may be withheld in part, where the law says so.

    >>> erasure_of(RecordKind.OWN, "CL", dt.date(2026, 11, 2)).answer
    <Answer.ERASED_NOW: 'erased now'>
    >>> erasure_of(RecordKind.CLINICAL, "CL", dt.date(2026, 11, 2)).until
    datetime.date(2041, 11, 2)
    """
    law = RETENTION.get(country)
    if kind is RecordKind.OWN or law is None:
        return Erasure(kind, Answer.ERASED_NOW)
    if asks_for_copy and law.withholds_remarks:
        return Erasure(kind, Answer.PARTLY_WITHHELD, None, law.law, law.is_verified)
    return Erasure(kind, Answer.BLOCKED, _years_later(last_entry_on, law.years), law.law, law.is_verified)


def _years_later(day: dt.date, years: int) -> dt.date:
    """The same day so many years on; 29 February becomes 1 March, so that nothing goes a day too early."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)
