"""What the pages of this room read from a record."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from vado.diary.facts import Urge, Use
from vado.diary.reading import today_for, vocabulary_of, whole
from vado.diary.timeline import Moment, moment_of
from vado.diary.vocabulary import Vocabulary
from vado.meanings.facts import Unwrapping
from vado.meanings.rules_moments import is_just_used, known_meanings
from vado.people.my_days import settings_of
from vado.record import Drawer, Leaf, LeafError, Record

ENTRIES_OFFERED = 6
ENTRIES_OFFERED_DAYS = 14


def words_of(record: Record) -> Vocabulary:
    """The words of this person, read in the language of the page."""
    if Drawer.DIARY not in record.drawers:
        return Vocabulary(settings_of(record).vocabulary, _language())
    return vocabulary_of(record, settings_of(record))


def _language() -> str:
    return (get_language() or "en")[:2]


def unwrappings(record: Record) -> list[Leaf[Unwrapping]]:
    """All of them, the one lived last first."""
    return sorted(record.leaves(Unwrapping), key=lambda leaf: (leaf.fact.when.on, leaf.sequence), reverse=True)


def entries_offered(record: Record, today: dt.date, vocabulary: Vocabulary) -> list[Moment]:
    """Uses and urges of the last days from which one may begin, newest first."""
    if Drawer.DIARY not in record.drawers:
        return []
    since = today - dt.timedelta(days=ENTRIES_OFFERED_DAYS)
    found: Iterable[Leaf[Any]] = record.leaves((Use, Urge), since, today)
    leaves = sorted(found, key=_lived_order, reverse=True)[:ENTRIES_OFFERED]
    return [moment_of(written, vocabulary) for written in whole(leaves, record)]


def _lived_order(leaf: Leaf[Any]) -> tuple[dt.date, dt.time, int]:
    return leaf.fact.when.on, leaf.fact.when.at or dt.time(), leaf.sequence


def has_just_used(record: Record, now: dt.datetime) -> bool:
    """Whether a use of the last hours is written, so that tomorrow may be offered."""
    today = today_for(record)
    uses = record.leaves(Use, today - dt.timedelta(days=1), today)
    return any(is_just_used(leaf.fact.when, now) for leaf in uses)


def meanings_before(record: Record, today: dt.date) -> tuple[str, ...]:
    """What this person has named before, in unwrappings and beside uses of the last two months."""
    marked: list[Iterable[str]] = [leaf.fact.meanings for leaf in reversed(unwrappings(record))]
    if Drawer.DIARY in record.drawers:
        uses = record.leaves(Use, today - dt.timedelta(days=60), today)
        marked = [*(leaf.fact.meanings for leaf in uses), *marked]
    return known_meanings(tuple(each) for each in marked)


def entry_of(record: Record, entry_id: str, vocabulary: Vocabulary) -> Moment | None:
    """The diary entry that something began from, where this door shows it and it is still there."""
    if not entry_id or Drawer.DIARY not in record.drawers:
        return None
    try:
        return moment_of(whole(record.heads(UUID(entry_id)), record)[0], vocabulary)
    except LeafError:
        return None
