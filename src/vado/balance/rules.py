"""Then and now: what came, what went, what matters more or less. Nothing is added up, ranked or concluded."""

import datetime as dt
import enum
from collections.abc import Iterable, Mapping

import msgspec

from vado.balance.facts import BalanceItem, SideItem, Weight

Item = BalanceItem | SideItem


class Move(enum.StrEnum):
    """What can be said of one item between two days."""

    CAME = "came"
    WENT = "went"
    MORE = "more"
    LESS = "less"


class Moved(msgspec.Struct, frozen=True):
    """One item that is not as it was."""

    item: str
    move: Move


def was_there(item: Item, day: dt.date) -> bool:
    """Whether the item lay on the balance on that day."""
    return item.weights[0].on <= day and (item.until is None or day < item.until)


def matters_on(item: Item, day: dt.date) -> int | None:
    """How much it mattered then, as was said last before; None where nothing was said."""
    said = [weight.matters for weight in item.weights if weight.on <= day]
    return said[-1] if said else None


def on_day(items: Mapping[str, Item], day: dt.date) -> dict[str, Item]:
    """What lay on the balance on that day."""
    return {key: item for key, item in items.items() if was_there(item, day)}


def moved(items: Mapping[str, Item], then: dt.date, now: dt.date) -> list[Moved]:
    """What is otherwise on the later of two days; an item of which nothing was said is neither more nor less."""
    first, second = min(then, now), max(then, now)
    found = []
    for key, item in items.items():
        move = _move(item, first, second)
        if move is not None:
            found.append(Moved(key, move))
    return found


def _move(item: Item, first: dt.date, second: dt.date) -> Move | None:
    there = was_there(item, first), was_there(item, second)
    if there == (False, True):
        return Move.CAME
    if there == (True, False):
        return Move.WENT
    before, after = matters_on(item, first), matters_on(item, second)
    if there == (False, False) or before is None or after is None or before == after:
        return None
    return Move.MORE if after > before else Move.LESS


def weighed(weights: tuple[Weight, ...], matters: int | None, today: dt.date) -> tuple[Weight, ...]:
    """The weights with that of today; said two times on a day, the later one stays."""
    kept = tuple(weight for weight in weights if weight.on < today)
    if kept and kept[-1].matters == matters:
        return kept
    return (*kept, Weight(today, matters))


def days_of_change(items: Iterable[Item]) -> list[dt.date]:
    """The days on which something was laid there, weighed anew or taken away, newest first."""
    known = list(items)
    days = {weight.on for item in known for weight in item.weights}
    return sorted(days | {item.until for item in known if item.until is not None}, reverse=True)


def substances_of(items: Mapping[str, Item], day: dt.date) -> dict[str, str]:
    """The substances on the balance on that day, by the key of an item that names each; "" is all together."""
    found: dict[str, tuple[str, str]] = {}
    for key, item in on_day(items, day).items():
        word = _substance(item)
        found.setdefault(word.casefold(), (key, word))
    return {key: word for _folded, (key, word) in sorted(found.items())}


def of_same_substance(items: Mapping[str, Item], key: str) -> dict[str, Item]:
    """The items of the substance that this one names, however it is spelt in capitals."""
    if key not in items:
        return {}
    wanted = _substance(items[key]).casefold()
    return {other: item for other, item in items.items() if _substance(item).casefold() == wanted}


def _substance(item: Item) -> str:
    return item.substance.strip() if isinstance(item, BalanceItem) else ""


class Stretch(msgspec.Struct, frozen=True):
    """How much an item mattered from one day to another; None where nothing was said."""

    since: dt.date
    until: dt.date
    matters: int | None


def stretches(item: Item, since: dt.date, until: dt.date) -> list[Stretch]:
    """An item between two days, piece by piece: each weight holds until the next one, or until it was taken off.

    >>> item = SideItem(field="stay_good", words="x", weights=(Weight(dt.date(2026, 3, 1), 2),))
    >>> [(str(one.since), one.matters) for one in stretches(item, dt.date(2026, 1, 1), dt.date(2026, 4, 1))]
    [('2026-03-01', 2)]
    """
    end = until if item.until is None else min(until, item.until)
    starts = [weight.on for weight in item.weights]
    pieces = zip(item.weights, [*starts[1:], end], strict=True)
    clipped = (Stretch(max(weight.on, since), min(after, end), weight.matters) for weight, after in pieces)
    return [one for one in clipped if one.since < one.until or (one.since == one.until == end and one.since == until)]


def first_day(items: Iterable[Item]) -> dt.date | None:
    """The day on which the first of them was laid there."""
    return min((item.weights[0].on for item in items), default=None)
