"""A goal as a page shows it."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vado.plans.facts import LEVELS, Aim, Goal, GoalRating, GoalStatus
from vado.plans.names import AIM_WORDS, STATUS_WORDS
from vado.record import Leaf


class GoalCard(msgspec.Struct, frozen=True, kw_only=True):
    """One goal: the person's own words first, its name and standing beneath."""

    id: UUID
    version: UUID
    title: str
    aim: str | Promise
    about: str
    status: str | Promise
    is_present: bool
    why_now: str
    levels: tuple[tuple[str, str], ...]
    review_on: dt.date | None
    written_on: dt.date


def goal_card(leaf: Leaf[Goal]) -> GoalCard:
    """One goal, ready to be shown."""
    goal = leaf.fact
    levels = tuple((signed(level), words) for level, words in zip(LEVELS, goal.levels, strict=False) if words)
    return GoalCard(
        id=leaf.id,
        version=leaf.version,
        title=title_of(goal),
        aim=AIM_WORDS[goal.aim],
        about=goal.substance,
        status=STATUS_WORDS[goal.status],
        is_present=goal.status in (GoalStatus.THINKING, GoalStatus.TRYING),
        why_now=goal.why_now,
        levels=levels,
        review_on=goal.review_on,
        written_on=goal.written_on,
    )


def signed(level: int) -> str:
    """−1, 0, +1"""
    return f"{level:+d}".replace("-", "−") if level else "0"


def title_of(goal: Goal) -> str:
    """The person's words; without any, the name that they chose and what it is about."""
    if goal.words:
        return goal.words
    if goal.aim is Aim.UNDECIDED and not goal.substance:
        return _("Not decided yet")
    named = str(AIM_WORDS[goal.aim])
    return f"{goal.substance}: {named}" if goal.substance else named.capitalize()


class RatingShown(msgspec.Struct, frozen=True, kw_only=True):
    """How a goal felt on one day."""

    on: dt.date
    importance: int | None
    confidence: int | None
    progress: int | None
    level: str
    words: str


def ratings_shown(ratings: Sequence[GoalRating], goal: Goal) -> list[RatingShown]:
    """The ratings, the newest first."""
    lines = dict(zip(LEVELS, goal.levels, strict=False))
    return [
        RatingShown(
            on=one.when.on,
            importance=one.importance,
            confidence=one.confidence,
            progress=one.progress,
            level="" if one.level is None else lines.get(one.level) or signed(one.level),
            words=one.words,
        )
        for one in reversed(ratings)
    ]
