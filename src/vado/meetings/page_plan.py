"""Goals and plans on the page for two, in the person's words: what both would see, and nothing held against it."""

from uuid import UUID

import msgspec
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from vado.diary.reading import vocabulary_of
from vado.meetings.reading import Moment, shown_to_both
from vado.plans.goals_page import goal_card
from vado.plans.plan_page import plan_card
from vado.plans.reading import plans, present_goals
from vado.plans.rules_plans import plan_on
from vado.record import Drawer, Record


class GoalLine(msgspec.Struct, frozen=True):
    """One goal that is thought of or tried now."""

    id: UUID
    words: str
    aim: str | Promise


class PlanLine(msgspec.Struct, frozen=True):
    """One plan that holds today, by its first sentences."""

    id: UUID
    about: str
    sentences: tuple[SafeString, ...]


class PlanShown(msgspec.Struct, frozen=True):
    """What the person wants, and what they plan."""

    goals: tuple[GoalLine, ...]
    plans: tuple[PlanLine, ...]


def plan_of(record: Record, at: Moment) -> PlanShown | None:
    """Goals and plans of today, or None where their drawer is not open."""
    if Drawer.PLAN not in record.drawers:
        return None
    cards = [goal_card(leaf) for leaf in shown_to_both(present_goals(record))]
    lines = tuple(GoalLine(card.id, card.title, card.aim if card.aim != card.title else "") for card in cards)
    return PlanShown(lines, tuple(_plans(record, at)))


def _plans(record: Record, at: Moment) -> list[PlanLine]:
    vocabulary = vocabulary_of(record, at.settings)
    versions = (shown_to_both(leaves) for leaves in plans(record).values())
    held = [plan_on([leaf.fact for leaf in leaves], at.today) for leaves in versions]
    cards = [plan_card(plan, vocabulary, at.today) for plan in held if plan is not None]
    return [PlanLine(card.plan, card.about, card.first_lines) for card in cards]
