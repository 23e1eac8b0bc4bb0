"""A use plan as a page shows it: sentences with filled blanks, its versions, and what its conditions say together."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

import msgspec
from django.utils.safestring import SafeString

from vado.diary.vocabulary import Vocabulary
from vado.plans.conditions import is_of_a_week
from vado.plans.facts import UsePlan
from vado.plans.rules_plans import contradictions
from vado.plans.sentences import own_lines, plain_sentence, sentence
from vado.record import Leaf

SENTENCES_ON_A_CARD = 3


class ConditionLine(msgspec.Struct, frozen=True):
    """One sentence that can be held against the diary."""

    token: str
    words: SafeString
    plain: str
    is_of_a_week: bool


class PlanCard(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a plan, ready to be shown."""

    plan: UUID
    version: int
    about: str
    from_on: dt.date
    is_resting: bool
    wants: str
    avoids: str
    why_now: str
    know_by: str
    lines: tuple[ConditionLine, ...]
    own: tuple[SafeString, ...]
    contradicting: tuple[tuple[str, str], ...]
    importance: int | None
    confidence: int | None
    review_on: dt.date | None
    review_is_due: bool

    @property
    def first_lines(self) -> tuple[SafeString, ...]:
        """What fits on a card."""
        return (*(line.words for line in self.lines), *self.own)[:SENTENCES_ON_A_CARD]


def plan_card(plan: UsePlan, vocabulary: Vocabulary, today: dt.date) -> PlanCard:
    """One version of a plan, ready to be shown."""
    pairs = contradictions(plan.conditions)
    return PlanCard(
        plan=UUID(plan.plan),
        version=plan.version,
        about=plan.substance,
        from_on=plan.from_on,
        is_resting=plan.is_resting,
        wants=plan.wants,
        avoids=plan.avoids,
        why_now=plan.why_now,
        know_by=plan.know_by,
        lines=tuple(
            ConditionLine(one.token, sentence(one, vocabulary), plain_sentence(one, vocabulary), is_of_a_week(one))
            for one in plan.conditions
        ),
        own=tuple(own_lines(plan)),
        contradicting=tuple((plain_sentence(a, vocabulary), plain_sentence(b, vocabulary)) for a, b in pairs),
        importance=plan.importance,
        confidence=plan.confidence,
        review_on=plan.review_on,
        review_is_due=plan.review_on is not None and plan.review_on <= today,
    )


def newest_version(versions: Sequence[Leaf[UsePlan]]) -> UsePlan:
    """The version that was begun last."""
    return versions[-1].fact
