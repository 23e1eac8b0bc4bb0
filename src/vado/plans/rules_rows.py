"""The entries of many days laid out one after another, so that a condition is asked of all of them at once.

Five years of entries against twelve conditions are sixty thousand questions: whatever is asked of each entry goes
through `map` and tables of the few values that there are, and no function is called for an entry.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property, reduce
from itertools import accumulate, chain, pairwise, repeat
from operator import add, attrgetter, or_, sub
from typing import TypeVar

from vado.diary.facts import Use
from vado.diary.rules_entries import EVENING_GAP

DAY = 24 * 60
SOME_TIME = -1  # the minute of "some time that day"
PAUSE = EVENING_GAP.seconds // 60

Taken = tuple[str, str, str, float | None, float | None]  # what was taken: code, word, unit, least and most of it
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Table(dict[K, V]):
    """The answer to each value, found when it is first asked for."""

    def __init__(self, answer: Callable[[K], V]) -> None:
        self.answer = answer

    def __missing__(self, key: K) -> V:
        self[key] = found = self.answer(key)
        return found


class Rows:
    """Stretches of entries, each of them a lived day or an occasion; stretch n is `bounds[n]` to `bounds[n + 1]`."""

    def __init__(
        self, on: Sequence[dt.date], bounds: Sequence[int], uses: Sequence[Use], minutes: Sequence[int]
    ) -> None:
        self.on = on  # the lived day of each stretch
        self.bounds = bounds
        self.uses = uses
        self.minutes = minutes  # of each entry since its lived day began

    @cached_property
    def slices(self) -> list[slice]:
        """The entries of each stretch."""
        return list(map(slice, self.bounds, self.bounds[1:]))

    @cached_property
    def midnights(self) -> list[int]:
        """The minute since the beginning of time at which the lived day of each entry begins."""
        return repeated([on.toordinal() * DAY for on in self.on], self.bounds)

    @cached_property
    def moments(self) -> list[int]:
        """The minute of each entry since the beginning of time; that of an untimed entry means nothing."""
        return list(map(add, self.midnights, self.minutes))

    @cached_property
    def untimed(self) -> list[int]:
        """The places of the entries of which nobody knows the hour."""
        return [place for place, minute in enumerate(self.minutes) if minute < 0]

    @cached_property
    def taken(self) -> list[Taken]:
        """What was taken each time."""
        asked = attrgetter("substance_code", "substance", "amount.unit", "amount.least", "amount.most")
        return list(map(asked, self.uses))


def repeated(values: Iterable[V], bounds: Sequence[int]) -> list[V]:
    """The value of each stretch for every entry in it."""
    return list(chain.from_iterable(map(repeat, values, map(sub, bounds[1:], bounds))))


def laid_out(uses_on: Mapping[dt.date, Sequence[Use]], start: int) -> Rows:
    """Each day in the order of its clock, "some time that day" first; `start` is the minute when a lived day begins."""
    uses = list(chain.from_iterable(uses_on.values()))
    bounds = [0, *accumulate(map(len, uses_on.values()))]
    times = map(attrgetter("when.at"), uses)
    minutes = [SOME_TIME if at is None else (at.hour * 60 + at.minute - start) % DAY for at in times]
    days_begin = repeated(range(0, len(uses_on) * DAY, DAY), bounds)
    clock = list(map(add, days_begin, minutes))  # what was written later may have been earlier that day
    order = sorted(range(len(uses)), key=clock.__getitem__)
    return _ordered(Rows(list(uses_on), bounds, uses, minutes), order)


def _ordered(rows: Rows, order: Sequence[int]) -> Rows:
    return Rows(rows.on, rows.bounds, [rows.uses[place] for place in order], [rows.minutes[place] for place in order])


def folded(bits: bytes | bytearray, rows: Rows) -> list[int]:
    """One answer for each stretch from the answers about its entries."""
    return list(map(_FOLDED.__getitem__, map(bytes(bits).__getitem__, rows.slices)))


_FOLDED: Table[bytes, int] = Table(lambda bits: reduce(or_, bits))


def occasions_of(rows: Rows) -> tuple[Rows, Rows]:
    """The occasions of each stretch; and the stretches once more, made of occasions instead of entries.

    An occasion is what the person tied together, else what no pause of six hours parts; unknown times are one occasion.
    """
    if any(map(attrgetter("occasion"), rows.uses)):
        rows, parted = _tied_together(rows)
    else:
        parted = _parted_by_pauses(rows.minutes)
    bounds = sorted({*rows.bounds, *parted})
    number = {place: count for count, place in enumerate(bounds)}
    among = [number[place] for place in rows.bounds]
    occasions = Rows(repeated(rows.on, among), bounds, rows.uses, rows.minutes)
    occasions.taken = rows.taken
    return occasions, Rows(rows.on, among, (), ())


def _parted_by_pauses(minutes: Sequence[int]) -> list[int]:
    steps = enumerate(pairwise(minutes), 1)
    return [place for place, (before, minute) in steps if minute - before > PAUSE or before < 0 <= minute]


def _tied_together(rows: Rows) -> tuple[Rows, list[int]]:
    """The entries of one occasion beside each other, and the places at which another one begins."""
    parted = set(_parted_by_pauses(rows.minutes))
    number = accumulate(place in parted for place in range(len(rows.uses)))
    labels: list[int | str] = [use.occasion or own for use, own in zip(rows.uses, number, strict=True)]
    order = [place for among in rows.slices for place in _together(range(len(labels))[among], labels)]
    return _ordered(rows, order), [
        place for place, (before, one) in enumerate(pairwise(order), 1) if labels[before] != labels[one]
    ]


def _together(places: Iterable[int], labels: Sequence[int | str]) -> Iterable[int]:
    groups: dict[int | str, list[int]] = {}
    for place in places:
        groups.setdefault(labels[place], []).append(place)
    return chain.from_iterable(groups.values())
