"""A planned occasion as a page shows it, and afterwards beside what was written: kindly, and without a verdict."""

import datetime as dt
from collections.abc import Iterable, Sequence
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _

from vado.diary.facts import Use
from vado.diary.timeline import amount_words
from vado.diary.vocabulary import Vocabulary
from vado.plans.conditions import AtMost, Per
from vado.plans.facts import PlannedOccasion
from vado.plans.names import OUTCOME_WORDS
from vado.plans.rules_amounts import Holdings
from vado.plans.rules_conditions import Held
from vado.plans.rules_held import blank_answers, hold_days
from vado.plans.rules_known import DiaryIndex, days_of
from vado.plans.rules_outcomes import Outcome
from vado.record import Leaf

PLANNED = "planned"  # the one condition that a planned occasion makes


class OccasionLine(msgspec.Struct, frozen=True):
    """A planned occasion on a list."""

    id: UUID
    on: dt.date
    at: dt.time | None
    title: str
    is_over: bool


class Pair(msgspec.Struct, frozen=True):
    """One blank of the plan, in words."""

    label: str
    words: str


def occasion_line(leaf: Leaf[PlannedOccasion], vocabulary: Vocabulary, today: dt.date) -> OccasionLine:
    """One line of a list."""
    planned = leaf.fact
    title = planned.words or planned.substance or _("An occasion")
    return OccasionLine(leaf.id, planned.when.on, planned.when.at, title, planned.when.on < today)


def planned_words(planned: PlannedOccasion, vocabulary: Vocabulary) -> list[Pair]:
    """What was thought of beforehand; blanks that stayed open are not shown."""
    how_much = _("none") if planned.none_at_all else amount_words(planned.how_much, vocabulary)
    pairs = (
        (_("What I want from it"), planned.wants),
        (_("With what"), planned.substance),
        (_("How much"), how_much),
        (_("With whom"), planned.with_whom),
        (_("What I eat, and when"), planned.food),
        (_("My way home"), planned.way_home),
        (_("Who is near if I need somebody"), planned.who_is_near),
        (_("How I check what it is"), planned.dose_check),
        (_("Where the naloxone is"), planned.naloxone),
    )
    return [Pair(label, words) for label, words in pairs if words]


def outcome_of(planned: PlannedOccasion, index: DiaryIndex, holdings: Holdings) -> Outcome | None:
    """How the amount of that day stands beside the planned one; None where no amount was planned."""
    how_much = planned.how_much
    limit = 0.0 if planned.none_at_all else how_much.least if how_much.most is None else how_much.most
    if limit is None:
        return None
    condition = AtMost(token=PLANNED, limit=limit, unit=how_much.unit, per=Per.DAY)
    held = Held(days_of(index, planned.substance_code, planned.substance), holdings)
    on = planned.when.on
    return hold_days(condition, held, blank_answers(held, [on]))[on]


def outcome_words(outcome: Outcome | None) -> str:
    """The answer as words; nothing where there is none."""
    return "" if outcome is None else str(OUTCOME_WORDS[outcome])


def written_words(uses: Iterable[Use], vocabulary: Vocabulary, *, shows_amounts: bool) -> list[str]:
    """What was written of that day. Amounts stand there only where the person asked for them."""
    return [_written(use, vocabulary, shows_amounts=shows_amounts) for use in uses]


def _written(use: Use, vocabulary: Vocabulary, *, shows_amounts: bool) -> str:
    parts: Sequence[str] = (
        use.when.at.strftime("%H:%M") if use.when.at else "",
        use.substance,
        amount_words(use.amount, vocabulary) if shows_amounts else "",
        use.where,
        use.with_whom,
    )
    return ", ".join(part for part in parts if part)
