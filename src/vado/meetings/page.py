"""Since last time: the same page for both. A section whose drawer is not open does not exist."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

import msgspec

from vado.meetings.facts import Agreed, FeltOff, Meeting, MeetingAnswers, ToTalkAbout
from vado.meetings.forms import AnswersForm
from vado.meetings.names import went_words, whose_words
from vado.meetings.page_diary import Diary, diary_of
from vado.meetings.page_plan import PlanShown, plan_of
from vado.meetings.reading import Kept, Moment, around, hopes_of, shown_to_both
from vado.meetings.rules import (
    LINES_ON_TOP,
    Between,
    Hopes,
    agreed_since,
    between,
    may_be_answered,
    open_strains,
    shared_out,
    wanted,
)
from vado.people.called import called
from vado.record import Drawer, Leaf, Record, one_head_each
from vado.safety.sharing import Shown, shown_of_safety

MEETINGS_IN_A_ROW = 8  # [D] so many answers stand beside one another on a phone


class AgreedLine(NamedTuple):
    """One line that was agreed, in words."""

    id: UUID
    words: str
    whose: str
    went: str
    heads: int


class Shared(msgspec.Struct, frozen=True):
    """What lies in the drawer of the plan."""

    topics: tuple[Leaf[ToTalkAbout], ...]
    agreed: tuple[AgreedLine, ...]
    strains: tuple[Leaf[FeltOff], ...]
    hopes: Hopes


class AnsweredRow(NamedTuple):
    """One of the four lines and what was answered after the last meetings, the oldest first."""

    label: str
    ratings: tuple[str, ...]


class SinceLastTime(msgspec.Struct, frozen=True):
    """The page. The counts say how many of each are among the ten lines on top."""

    whose: str
    between: Between
    shared: Shared | None
    diary: Diary | None
    plan: PlanShown | None
    safety: Shown | None
    answered: tuple[AnsweredRow, ...]
    may_answer: bool
    topics_on_top: int
    agreed_on_top: int
    steps_on_top: int
    goals_on_top: int
    plans_on_top: int
    cards_on_top: int


def since_last_time(record: Record, at: Moment) -> SinceLastTime:
    """Everything of the page, read once."""
    kept = around(record, at.today)
    times = between(shown_to_both(one_head_each(kept.of(Meeting))), at.settings, at.now, at.today)
    shared = shared_of(record, kept, times) if Drawer.PLAN in record.drawers else None
    diary = diary_of(record, at, times.days)
    plan = plan_of(record, at)
    safety = shown_of_safety(record)
    topics, agreed, steps, goals, plans, cards = _on_top(shared, diary, plan, safety)
    return SinceLastTime(
        whose="" if record.is_own else called(record),
        between=times,
        shared=shared,
        diary=diary,
        plan=plan,
        safety=safety,
        answered=answered_rows(shown_to_both(kept.of(MeetingAnswers))),
        may_answer=record.is_own and may_be_answered(times.last, kept.of(MeetingAnswers), at.today),
        topics_on_top=topics,
        agreed_on_top=agreed,
        steps_on_top=steps,
        goals_on_top=goals,
        plans_on_top=plans,
        cards_on_top=cards,
    )


def shared_of(record: Record, kept: Kept, times: Between) -> Shared:
    """What both see of the drawer of the plan."""
    since = times.last.fact.when.on if times.last else times.since
    return Shared(
        tuple(wanted(shown_to_both(one_head_each(kept.of(ToTalkAbout))))),
        tuple(agreed_lines(record, agreed_since(shown_to_both(kept.of(Agreed)), since))),
        tuple(open_strains(one_head_each(kept.of(FeltOff)))),
        hopes_of(record),
    )


def agreed_lines(record: Record, leaves: Sequence[Leaf[Agreed]]) -> list[AgreedLine]:
    """Lines in the words of whoever reads."""
    name = "" if record.is_own else called(record)
    return [
        AgreedLine(
            leaf.id,
            leaf.fact.words,
            whose_words(leaf.fact.whose, name, is_own=record.is_own),
            went_words(leaf.fact.went),
            leaf.heads,
        )
        for leaf in leaves
    ]


def answered_rows(answers: Sequence[Leaf[MeetingAnswers]]) -> tuple[AnsweredRow, ...]:
    """A row for each of the four lines; a line that was skipped stays open, and is no zero."""
    last = [leaf.fact for leaf in one_head_each(answers)][-MEETINGS_IN_A_ROW:]
    if not last:
        return ()
    form = AnswersForm()
    return tuple(
        AnsweredRow(
            str(form.fields[name].label),
            tuple("·" if (rating := getattr(one, name)) is None else str(rating) for one in last),
        )
        for name in AnswersForm.names
    )


def _on_top(shared: Shared | None, diary: Diary | None, plan: PlanShown | None, safety: Shown | None) -> list[int]:
    """Ten lines: the marks of the days are one of them, the others are shared out in turn."""
    topics, agreed = (len(shared.topics), len(shared.agreed)) if shared else (0, 0)
    marks = 1 if diary else 0
    steps = len(diary.steps) if diary else 0
    goals, plans = (len(plan.goals), len(plan.plans)) if plan else (0, 0)
    cards = len(safety.cards) if safety else 0
    return shared_out([topics, agreed, steps, goals, plans, cards], LINES_ON_TOP - marks)
