"""Combinations: what was taken, against what was taken near it in time and what is taken regularly. Pure."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from vado.catalogue.combinations import Pair, groups_of, hours_of, pairs_with
from vado.safety.classes import class_of
from vado.safety.plain import Standing, Taken

OPIOIDS = frozenset({"opioid", "tramadol"})
BREATH = "breath"


class Met(msgspec.Struct, frozen=True):
    """A rule was met. `is_late`: written after its window, so nothing is warned of; worth knowing all the same."""

    rule: str
    is_late: bool = False


def combined(new: Taken, others: Iterable[Taken], standing: Standing, now: dt.datetime) -> list[Met]:
    """The listed pairs that an entry makes with others inside their windows, or with what is taken regularly.

    Dangerous ones come first. What no row names gives nothing; that does not mean it is safe.
    """
    mine = groups_of(new.substance_code, new.class_code)
    if not mine:
        return []
    beside = list(others)
    found = [pair for pair in pairs_with(mine) if _is_met(pair, mine, new, beside, standing)]
    named = _without_doubles(found)
    ordered = sorted(named, key=lambda pair: (pair.strength != "dangerous", pair.id))
    return [Met(pair.id, is_late=_is_late(pair, mine, new, now)) for pair in ordered]


def never_rests(pair: Pair) -> bool:
    """An opioid with another thing that slows the breath is told each time, whatever the person knows."""
    return pair.family == BREATH and bool(OPIOIDS & set(pair.groups))


def _is_met(pair: Pair, mine: frozenset[str], new: Taken, beside: list[Taken], standing: Standing) -> bool:
    one, other = pair.groups
    return any(
        first in mine and (_is_taken_regularly(second, standing) or _is_near(first, new, second, beside))
        for first, second in ((one, other), (other, one))
    )


def _is_taken_regularly(group: str, standing: Standing) -> bool:
    of_substances = (groups_of(code, class_of(code)) for code in standing.substance_codes)
    of_classes = (groups_of("", code) for code in standing.class_codes)
    return any(group in groups for groups in (*of_substances, *of_classes))


def _is_near(first: str, new: Taken, second: str, beside: list[Taken]) -> bool:
    return any(
        second in groups_of(other.substance_code, other.class_code)
        and (_reaches(new, first, other) or _reaches(other, second, new))
        for other in beside
    )


def _reaches(before: Taken, group: str, after: Taken) -> bool:
    """Whether the earlier one may still be at work when the later one is taken, whatever the unknown clock times."""
    window = dt.timedelta(hours=hours_of(group, before.substance_code))
    return before.since <= after.until and after.since - before.until <= window


def _is_late(pair: Pair, mine: frozenset[str], new: Taken, now: dt.datetime) -> bool:
    hours = max(hours_of(group, new.substance_code) for group in pair.groups if group in mine)
    return now - new.until > dt.timedelta(hours=hours)


def _without_doubles(pairs: list[Pair]) -> list[Pair]:
    """Tramadol is an opioid as well: of two rows about one meeting the one that names it stays."""
    named = {frozenset(pair.groups) - {"tramadol"} for pair in pairs if "tramadol" in pair.groups}
    return [pair for pair in pairs if "opioid" not in pair.groups or frozenset(pair.groups) - {"opioid"} not in named]
