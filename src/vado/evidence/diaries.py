"""A diary: dated days with a value or a kind of gap, and labelled phases. Nothing is closed up or guessed."""

import datetime as dt
import enum
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from vado.evidence.cautions import Caution
from vado.evidence.errors import (
    DiaryTooLong,
    DoubleDate,
    NoPhase,
    OverlappingPhases,
    PhasesTurned,
    ReversedPhase,
    SameLabel,
)
from vado.evidence.pairs import Pair, pair
from vado.evidence.scales import Improvement
from vado.evidence.values import days as checked

LONGEST = 36_525  # a hundred years of days
LONG_GAP = 365


class Gap(enum.StrEnum):
    """Why a day has no number. Answering "none" is a known day of zero; the other two are not known."""

    NOT_ASKED = "not asked"
    SKIPPED = "skipped"
    ANSWERED_NONE = "answered none"


@dataclass(frozen=True, slots=True)
class Entry:
    """One day: a value, or the kind of gap; `is_recalled` when it was written later than it happened."""

    on: dt.date
    value: float | None
    gap: Gap | None = None
    is_recalled: bool = False

    @property
    def known(self) -> float | None:
        """The value as statistics see it."""
        return 0.0 if self.gap is Gap.ANSWERED_NONE else self.value


@dataclass(frozen=True, slots=True)
class Phase:
    """A labelled stretch of days, both ends included."""

    label: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Diary:
    """Entries in the order of their days, one a day at most, with phases that do not overlap."""

    entries: tuple[Entry, ...]
    phases: tuple[Phase, ...]
    cautions: tuple[Caution, ...] = ()

    @property
    def first(self) -> dt.date:
        """The first day."""
        return self.entries[0].on

    @property
    def last(self) -> dt.date:
        """The last day."""
        return self.entries[-1].on

    def days(self, first: dt.date, last: dt.date) -> list[float | None]:
        """One value a day between two dates, both included; None where a day is not known."""
        known = {entry.on: entry.known for entry in self.entries}
        span = (last - first).days
        return [known.get(first + dt.timedelta(days=at)) for at in range(span + 1)]

    def phase(self, label: str) -> Phase:
        """A phase by its label."""
        found = next((phase for phase in self.phases if phase.label == label), None)
        if found is None:
            raise NoPhase(label=label, labels=", ".join(phase.label for phase in self.phases) or "none")
        return found

    def pair(self, before: str, after: str, *, improvement: Improvement | str) -> Pair:
        """The days of two phases with their dates. Days between the phases belong to neither, and keep their place."""
        one, other = self.phase(before), self.phase(after)
        if other.first < one.first:
            raise PhasesTurned(before=before, after=after)
        return pair(
            self.days(one.first, one.last), self.days(other.first, other.last), improvement=improvement,
            starts_on=(one.first, other.first),
        )  # fmt: skip

    def gaps(self, label: str) -> dict[Gap, int]:
        """How many days of a phase are gaps, by kind; a day without any entry was not asked."""
        phase = self.phase(label)
        counts = dict.fromkeys(Gap, 0)
        within = [entry for entry in self.entries if phase.first <= entry.on <= phase.last]
        for entry in within:
            if entry.gap is not None:
                counts[entry.gap] += 1
        counts[Gap.NOT_ASKED] += (phase.last - phase.first).days + 1 - len(within)
        return counts


def diary(entries: Iterable[Entry], phases: Iterable[Phase] = ()) -> Diary:
    """A checked diary. Days out of order are put in order and it is told; two values for one day are refused.

    >>> day = dt.date(2026, 3, 1)
    >>> kept = diary([Entry(day, 3), Entry(day + dt.timedelta(days=2), None, Gap.ANSWERED_NONE)])
    >>> kept.days(kept.first, kept.last)
    [3.0, None, 0.0]

    Shape: entries and phases in any order; values in units of your own, one a day.
    Errors: `DoubleDate`, `DiaryTooLong`, `SameLabel`, `ReversedPhase`, `OverlappingPhases`, `NotANumber`, `NotFinite`.
    Source: kinds of gap after Hallgren and Witkiewitz 2013.
    """
    given = [*entries]
    values = checked(entry.value for entry in given)
    whole = [Entry(e.on, value, e.gap or (Gap.SKIPPED if value is None else None), e.is_recalled)
             for e, value in zip(given, values, strict=True)]  # fmt: skip
    ordered = sorted(whole, key=lambda entry: entry.on)
    told = [] if ordered == whole else [Caution.PUT_IN_ORDER]
    for one, other in itertools.pairwise(ordered):
        if one.on == other.on:
            raise DoubleDate(day=one.on)
        if (other.on - one.on).days > LONG_GAP:
            told.append(Caution.LONG_GAP)
    if ordered and (ordered[-1].on - ordered[0].on).days >= LONGEST:
        first, last = ordered[0].on, ordered[-1].on
        raise DiaryTooLong(first=first, last=last, days=(last - first).days + 1, limit=LONGEST)
    if len({entry.is_recalled for entry in ordered if entry.known is not None}) > 1:
        told.append(Caution.RECALLED_AND_DAILY)
    return Diary(tuple(ordered), _checked_phases(phases), tuple(dict.fromkeys(told)))


def _checked_phases(phases: Iterable[Phase]) -> tuple[Phase, ...]:
    ordered = sorted(phases, key=lambda phase: phase.first)
    seen: set[str] = set()
    for phase in ordered:
        if phase.last < phase.first:
            raise ReversedPhase(label=phase.label, first=phase.first, last=phase.last)
        if phase.label in seen:
            raise SameLabel(label=phase.label)
        seen.add(phase.label)
    for one, other in itertools.pairwise(ordered):
        if other.first <= one.last:
            raise OverlappingPhases(one=one.label, other=other.label, day=other.first)
    return tuple(ordered)
