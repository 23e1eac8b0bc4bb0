"""What the pages of many days read from a record."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from vado.diary.facts import Anchor, DayStatement, OwnWord
from vado.diary.rules_calendar import days_of_month
from vado.diary.rules_entries import ENTRY_TYPES
from vado.record import Leaf, Record, one_head_each
from vado.record.facts import Fact

# Anchors and own words belong to no day: the record gives them whatever days are asked for.
SHOWN_TYPES: tuple[type[Fact], ...] = (*ENTRY_TYPES, DayStatement, Anchor, OwnWord)


def month_facts(record: Record, first: dt.date) -> list[Fact]:
    """The facts of one month, with the anchors and own words that explain it."""
    return facts_between(record, first, days_of_month(first)[-1])


def facts_between(record: Record, first: dt.date, last: dt.date) -> list[Fact]:
    """The facts of these days, with the anchors and own words. Two heads of one leaf are one entry here."""
    return [leaf.fact for leaf in one_head_each(record.leaves(SHOWN_TYPES, first, last))]


def last_written_day(record: Record, until: dt.date) -> dt.date | None:
    """The last day that has something written, not after that day; None where there is none."""
    written: Iterable[Leaf[Any]] = record.leaves((*ENTRY_TYPES, DayStatement))
    return max((on for leaf in written if (on := leaf.fact.when.on) <= until), default=None)
