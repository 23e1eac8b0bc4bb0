"""What a page of the diary reads from a record, made whole for the one who reads."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils import timezone

from vado.diary.facts import DayStatement, OnlyMineField, OwnWord, Use
from vado.diary.forms import Writing
from vado.diary.rules_entries import ENTRY_TYPES, RECENT_DAYS, with_fields
from vado.diary.rules_when import today_of
from vado.diary.timeline import Written
from vado.diary.vocabulary import Vocabulary, page_language
from vado.people.facts import DiarySettings
from vado.people.my_days import settings_of
from vado.record import Leaf, Record


def today_for(record: Record) -> dt.date:
    """The lived day that it is for the person."""
    return today_of(settings_of(record), timezone.now())


def vocabulary_of(record: Record, settings: DiarySettings) -> Vocabulary:
    """The words of this person, read in the language of the page."""
    own = tuple(leaf.fact for leaf in record.leaves(OwnWord))
    return Vocabulary(settings.vocabulary, page_language(), own)


def writing_now(record: Record, now: dt.datetime) -> Writing:
    """The moment of writing, with the person's settings and words."""
    settings = settings_of(record)
    return Writing(now, settings, vocabulary_of(record, settings))


def mine_of(record: Record, leaves: Iterable[UUID]) -> Mapping[UUID, dict[str, Leaf[OnlyMineField]]]:
    """The fields of these entries that only the person sees; through a door there are none."""
    asked = {leaf.hex: leaf for leaf in leaves}
    mine: dict[UUID, dict[str, Leaf[OnlyMineField]]] = defaultdict(dict)
    if record.is_own and asked:
        for kept in record.leaves(OnlyMineField):
            if kept.fact.leaf in asked:
                mine[asked[kept.fact.leaf]][kept.fact.field] = kept
    return mine


def whole(leaves: Iterable[Leaf[Any]], record: Record) -> list[Written]:
    """Entries with the fields that are only the person's put back in for the person."""
    entries = list(leaves)
    mine = mine_of(record, {leaf.id for leaf in entries})
    return [
        Written(
            leaf,
            with_fields(leaf.fact, {field: kept.fact.words for field, kept in mine.get(leaf.id, {}).items()}),
            frozenset(mine.get(leaf.id, ())),
        )
        for leaf in entries
    ]


def entries_on(record: Record, day: dt.date) -> list[Written]:
    """All entries of one lived day."""
    return whole(record.leaves(ENTRY_TYPES, day, day), record)


def heads_of_entry(record: Record, leaf_id: UUID) -> list[Written]:
    """The heads of an entry, whole; a leaf that is no entry raises `UnknownLeaf` like one that is not there."""
    return whole(record.heads_of(ENTRY_TYPES, leaf_id), record)


def statements_on(record: Record, day: dt.date) -> list[Leaf[DayStatement]]:
    """What was said of the whole day."""
    return list(record.leaves(DayStatement, day, day))


def recent_uses(record: Record, today: dt.date) -> list[Leaf[Use]]:
    """Uses of the last weeks, those written last first."""
    since = today - dt.timedelta(days=RECENT_DAYS)
    return sorted(record.leaves(Use, since, today), key=lambda leaf: leaf.sequence, reverse=True)
