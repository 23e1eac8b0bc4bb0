"""What was written since the last meeting: a mark a day, the steps, and beneath them every entry."""

import datetime as dt
from itertools import groupby
from typing import Any

import msgspec

from vado.diary.calendar_page import Cell, cells_of, days_written_words, statement_words
from vado.diary.facts import DayStatement, OwnWord, Step
from vado.diary.reading_days import SHOWN_TYPES
from vado.diary.rules_calendar import day_views, days_written, shapes_in
from vado.diary.rules_entries import ENTRY_TYPES
from vado.diary.timeline import Moment as Entry
from vado.diary.timeline import Written, moment_of
from vado.diary.vocabulary import Vocabulary, page_language, substance_names
from vado.meetings.addresses import address_of_day
from vado.meetings.reading import Moment, shown_to_both
from vado.record import Drawer, Leaf, Record, one_head_each


class DayBeneath(msgspec.Struct, frozen=True):
    """One day with all that was written on it."""

    on: dt.date
    entries: tuple[Entry, ...]
    said: tuple[str, ...]


class Diary(msgspec.Struct, frozen=True):
    """The days since the last meeting."""

    cells: tuple[Cell | None, ...]
    written: str
    steps: tuple[str, ...]
    days: tuple[DayBeneath, ...]


def diary_of(record: Record, at: Moment, days: tuple[dt.date, ...]) -> Diary | None:
    """These days, or None where the diary is not open."""
    if Drawer.DIARY not in record.drawers:
        return None
    leaves: list[Leaf[Any]] = shown_to_both(one_head_each(record.leaves(SHOWN_TYPES, days[0], days[-1])))
    facts = [leaf.fact for leaf in leaves]
    views = day_views(facts, days, at.today, shapes_in(facts))
    steps = [fact.words for fact in facts if isinstance(fact, Step)]
    return Diary(
        tuple(cells_of(views, substance_names(), address_of_day(record))),
        days_written_words(days_written(views)),
        tuple(reversed(steps)),
        tuple(_beneath(leaves, _vocabulary(at, facts))),
    )


def _vocabulary(at: Moment, facts: list[Any]) -> Vocabulary:
    own = tuple(fact for fact in facts if isinstance(fact, OwnWord))
    return Vocabulary(at.settings.vocabulary, page_language(), own)


def _beneath(leaves: list[Leaf[Any]], vocabulary: Vocabulary) -> list[DayBeneath]:
    of_days = [leaf for leaf in leaves if isinstance(leaf.fact, (*ENTRY_TYPES, DayStatement))]
    of_days.sort(key=lambda leaf: (leaf.fact.when.on, leaf.fact.when.at is not None, leaf.fact.when.at or dt.time()))
    return [_day(on, list(of_day), vocabulary) for on, of_day in groupby(of_days, key=lambda leaf: leaf.fact.when.on)][
        ::-1
    ]


def _day(on: dt.date, leaves: list[Leaf[Any]], vocabulary: Vocabulary) -> DayBeneath:
    statements = [leaf.fact for leaf in leaves if isinstance(leaf.fact, DayStatement)]
    entries = [leaf for leaf in leaves if not isinstance(leaf.fact, DayStatement)]
    return DayBeneath(
        on,
        tuple(moment_of(Written(leaf, leaf.fact), vocabulary) for leaf in entries),
        tuple(statement_words(one, substance_names()) for one in statements),
    )
