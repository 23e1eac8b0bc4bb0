"""After an entry was kept: which rules it meets, and which cards its page shows. Pure."""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from vado import catalogue
from vado.catalogue.combinations import Pair, groups_of, most_hours_beside
from vado.safety.cards import Card, card_of
from vado.safety.combining import Met, combined, never_rests
from vado.safety.facts import CardSeen
from vado.safety.guards import (
    DAYS_WITHOUT_OPIOID,
    DAYS_WITHOUT_OTHER,
    OPIOID,
    TOLERANCE_CLASSES,
    TOLERANCE_OPIOID,
    TOLERANCE_OTHER,
    Returning,
    Speak,
    lost_tolerance,
    missed_maintenance,
)
from vado.safety.plain import Away, Standing, Taken
from vado.safety.reading import SafetyDrawer

FRESH = dt.timedelta(hours=24)  # a return that is told later than a day after is not warned of: own judgement
REGULAR_LOOK_BACK_DAYS = 45  # whether there was something before a break: own judgement
STEP_LOOK_BACK_DAYS = 60
FULL_ONCE_MORE_DAYS = 14  # the card of a return is shown in full once more after so many days: own judgement
RETURN_RULES = frozenset({TOLERANCE_OPIOID, TOLERANCE_OTHER})


class Look(msgspec.Struct, frozen=True):
    """How many days back the rules have to look for an entry: first the near ones, then perhaps the far ones."""

    near_days: int
    far_days: int = 0


def look_back(substance_code: str, class_code: str) -> Look:
    """What an entry makes it necessary to read; nothing for a substance that no rule speaks of.

    >>> look_back("cannabis", "cannabinoid")
    Look(near_days=0, far_days=0)
    """
    hours = most_hours_beside(groups_of(substance_code, class_code))
    days = -(-hours // 24) + 1 if hours else 0
    if class_code == OPIOID:
        return Look(max(days, DAYS_WITHOUT_OPIOID))
    if class_code in TOLERANCE_CLASSES:
        return Look(max(days, DAYS_WITHOUT_OTHER), REGULAR_LOOK_BACK_DAYS)
    return Look(days)


def is_break(new: Taken, near: Iterable[Taken]) -> bool:
    """Whether nothing of that class is written that day or just before: only then it is worth looking further back."""
    return not any(new.class_code == one.class_code and one.on <= new.on for one in near)


def rules_met(new: Taken, others: Iterable[Taken], standing: Standing, now: dt.datetime) -> list[Met]:
    """Every rule that an entry of use meets, the most dangerous first."""
    beside = list(others)
    found = combined(new, beside, standing, now)
    if now - new.until <= FRESH:
        since = days_since(new, beside)
        returned = lost_tolerance(Returning(new.class_code, since, _away(new, since, standing)))
        missed = missed_maintenance(standing) if new.class_code == OPIOID else None
        found += [Met(one.rule) for one in (returned, missed) if isinstance(one, Speak)]
    return found


def _away(new: Taken, since: int | None, standing: Standing) -> frozenset[Away]:
    """Where somebody was before this entry. For an opioid the whole month counts, for the others the first day back."""
    has_returned = since and standing.back_on and new.on - dt.timedelta(days=since) >= standing.back_on
    return frozenset() if has_returned and new.class_code != OPIOID else standing.away_before(new.on)


def days_since(new: Taken, others: Iterable[Taken]) -> int | None:
    """Days since that class was last written before this lived day; 0 for more on one day, None for nothing."""
    same = [one.on for one in others if one.class_code == new.class_code and one.on <= new.on]
    return min(((new.on - on).days for on in same), default=None)


def rules_of_step(on: dt.date, takings: Iterable[Taken]) -> list[Met]:
    """A step in a time without opioids: it is celebrated, and what a break does is said as well."""
    opioid = [(on - one.on).days for one in takings if one.class_code == OPIOID and one.on <= on]
    is_in_a_break = opioid and DAYS_WITHOUT_OPIOID <= min(opioid) <= STEP_LOOK_BACK_DAYS
    return [Met(TOLERANCE_OPIOID)] if is_in_a_break else []


def cards_for(met: Iterable[Met], entry: str, on: dt.date, drawer: SafetyDrawer, today: dt.date) -> list[Card]:
    """The cards of an entry's page: in full at first sight, one line afterwards, none while "I know this" rests."""
    shown = (_card(one, entry, on, drawer, today) for one in met)
    return [card for card in shown if card is not None]


def _card(met: Met, entry: str, on: dt.date, drawer: SafetyDrawer, today: dt.date) -> Card | None:
    pair = _pairs().get(met.rule)
    may_rest = pair is not None and not never_rests(pair)
    if may_rest and any(one.fact.rule == met.rule and one.fact.until >= today for one in drawer.known):
        return None
    is_short = not _is_first_sight(met.rule, entry, on, drawer.seen)
    if met.is_late and is_short:
        return None
    return card_of(
        met.rule, drawer.country, is_short=is_short, is_late=met.is_late, may_rest=may_rest, may_share=not is_short
    )


def _is_first_sight(rule: str, entry: str, on: dt.date, seen: Iterable[CardSeen]) -> bool:
    of_rule = [one for one in seen if one.rule == rule and one.entry != entry]
    if rule in RETURN_RULES:
        return all(abs((on - one.on).days) >= FULL_ONCE_MORE_DAYS for one in of_rule)
    return not of_rule or any(one.rule == rule and one.entry == entry for one in seen)


def _pairs() -> Mapping[str, Pair]:
    return {pair.id: pair for pair in catalogue.combinations().pairs}
