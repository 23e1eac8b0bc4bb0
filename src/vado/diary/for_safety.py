"""The diary's side of safety: entries turned into plain values, and the cards of the page that follows a keeping."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

import msgspec

from vado.diary.facts import DayAnswer, DayStatement, Step, Use
from vado.diary.rules_when import today_of
from vado.people.facts import DiarySettings
from vado.people.my_days import settings_of
from vado.record import Leaf, Record
from vado.record.lived_day import Lived, lived_at
from vado.safety import after
from vado.safety.cards import Card
from vado.safety.classes import class_of, code_of
from vado.safety.combining import Met
from vado.safety.facts import CardSeen
from vado.safety.plain import RECENT_DAYS, RecentDays, Taken, recent_days
from vado.safety.reading import SafetyDrawer, safety_of


class AfterKeeping(msgspec.Struct, frozen=True):
    """What safety says on the page after an entry was kept."""

    cards: tuple[Card, ...] = ()
    asks_class_of: str = ""  # a word of the person's own whose kind was never asked

    @property
    def says_anything(self) -> bool:
        """Whether the page has a place for it."""
        return bool(self.cards or self.asks_class_of)


def safety_after(
    record: Record, leaf: Leaf[Any], entry: Any, settings: DiarySettings, now: dt.datetime
) -> AfterKeeping:
    """The cards and the question after this entry; `entry` is the whole of it, own words included."""
    drawer = safety_of(record)
    met = _met(record, leaf, entry, drawer, settings, now)
    return AfterKeeping(
        cards=tuple(after.cards_for(met, leaf.id.hex, entry.when.on, drawer, today_of(settings, now))),
        asks_class_of=_unasked(entry, drawer, settings),
    )


def _unasked(entry: Any, drawer: SafetyDrawer, settings: DiarySettings) -> str:
    """The word of an own substance whose kind was never asked."""
    if not isinstance(entry, Use) or _code_of(entry, settings):
        return ""
    return entry.substance if drawer.class_of_own(entry.substance) is None else ""


def note_first_sights(record: Record, leaf: Leaf[Any], settings: DiarySettings, now: dt.datetime) -> None:
    """Remembers which cards are shown in full after this entry, so that the next time one line is enough."""
    if not record.is_own:
        return  # what safety says, it says to the person alone
    for card in safety_after(record, leaf, leaf.fact, settings, now).cards:
        if not card.is_short:
            _note(record, leaf, card)


def _note(record: Record, leaf: Leaf[Any], card: Card) -> None:
    seen = CardSeen(rule=card.row.id, entry=leaf.id.hex, on=leaf.fact.when.on)
    sighting = uuid5(leaf.id, f"{card.row.id} {seen.on}")
    record.put(seen, leaf_id=sighting, version_id=sighting)


def cards_of_filled(
    record: Record, leaves: Iterable[Leaf[Any]], settings: DiarySettings, now: dt.datetime
) -> dict[str, tuple[Leaf[Any], Card]]:
    """What several days filled at once meet inside its hours, each rule one time; what is late is not warned of."""
    met: dict[str, tuple[Leaf[Any], Card]] = {}
    for leaf in leaves:
        if record.is_own and isinstance(leaf.fact, Use):
            for card in safety_after(record, leaf, leaf.fact, settings, now).cards:
                if not card.is_late:
                    met.setdefault(card.row.id, (leaf, card))
    return met


def note_filled(record: Record, leaves: Iterable[Leaf[Any]], settings: DiarySettings, now: dt.datetime) -> None:
    """Remembers the cards that the page after a filling shows in full."""
    for leaf, card in cards_of_filled(record, leaves, settings, now).values():
        if not card.is_short:
            _note(record, leaf, card)


def recent_days_of(record: Record, class_codes: Iterable[str], today: dt.date) -> dict[str, RecentDays]:
    """What the diary knows of the last 14 days about each class: for the guards of goals, plans and experiments."""
    since = today - dt.timedelta(days=RECENT_DAYS - 1)
    drawer, settings = safety_of(record), settings_of(record)
    uses = [taken_of(leaf.fact, drawer, settings) for leaf in record.leaves(Use, since, today)]
    said = [leaf.fact for leaf in record.leaves(DayStatement, since, today)]
    return {code: recent_days(_used_on(uses, code), _none_on(said, code), today) for code in class_codes}


def _used_on(uses: Iterable[Taken], class_code: str) -> list[dt.date]:
    return [one.on for one in uses if one.class_code == class_code]


def _none_on(said: Iterable[DayStatement], class_code: str) -> list[dt.date]:
    """Days said to be without this class; "I don't know" tells nothing."""
    return [
        one.when.on
        for one in said
        if one.answer is DayAnswer.NOTHING_USED
        and (not one.substance_codes or class_code in {class_of(code) for code in one.substance_codes})
    ]


def taken_of(use: Use, drawer: SafetyDrawer, settings: DiarySettings) -> Taken:
    """An entry as the rules read it; an own substance has the class that was named for it, if any."""
    code = _code_of(use, settings)
    class_code = class_of(code) or drawer.class_of_own(use.substance) or ""
    since, until = _between(use.when, settings.day_starts_at)
    return Taken(code, class_code, use.when.on, since, until)


def _code_of(use: Use, settings: DiarySettings) -> str:
    """The code of the entry, or the one that its word stands for; the entry itself is never changed."""
    return use.substance_code or code_of(use.substance, settings.vocabulary)


def _between(when: Lived, day_starts_at: dt.time) -> tuple[dt.datetime, dt.datetime]:
    """The moment, or the whole lived day where no clock time was said."""
    if when.at is not None:
        at = _moment(when, when.at, day_starts_at)
        return at, at
    begins = _moment(when, day_starts_at, day_starts_at)
    return begins, begins + dt.timedelta(days=1)


def _moment(when: Lived, at: dt.time, day_starts_at: dt.time) -> dt.datetime:
    """The aware moment of a clock time; its own offset where the clock was turned back, else that of its zone."""
    day = when.on + dt.timedelta(days=1) if at < day_starts_at else when.on
    minutes = when.utc_offset_minutes
    if minutes is None:
        minutes = lived_at(when.on, at, when.zone, day_starts_at).utc_offset_minutes or 0
    return dt.datetime.combine(day, at, tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))


def _met(
    record: Record, leaf: Leaf[Any], entry: Any, drawer: SafetyDrawer, settings: DiarySettings, now: dt.datetime
) -> list[Met]:
    if isinstance(entry, Step):
        taken = _takings(record, leaf.id, entry.when.on, after.STEP_LOOK_BACK_DAYS, drawer, settings)
        return after.rules_of_step(entry.when.on, taken)
    if not isinstance(entry, Use):
        return []
    new = taken_of(entry, drawer, settings)
    look = after.look_back(new.substance_code, new.class_code)
    if not look.near_days:
        return []
    others = _takings(record, leaf.id, new.on, look.near_days, drawer, settings)
    if look.far_days and after.is_break(new, others):
        others = _takings(record, leaf.id, new.on, look.far_days, drawer, settings)
    return after.rules_met(new, others, drawer.standing, now)


def _takings(
    record: Record, but_for: UUID, on: dt.date, days: int, drawer: SafetyDrawer, settings: DiarySettings
) -> list[Taken]:
    """Other uses near a lived day: so many days before it, and the day after for what was written backwards."""
    since, until = on - dt.timedelta(days=days), on + dt.timedelta(days=1)
    leaves = record.leaves(Use, since, until)
    return [taken_of(leaf.fact, drawer, settings) for leaf in leaves if leaf.id != but_for]
