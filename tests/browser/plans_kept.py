"""What somebody wants and planned, and the pages that show it to them or through a door."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.urls import reverse

from vado.diary.facts import Amount, CheckIn, DayAnswer, DayStatement, Sureness, Use
from vado.plans.conditions import AtMost, Condition, DaysWithout, NotAlone, Per
from vado.plans.facts import (
    Aim,
    Goal,
    GoalRating,
    GoalStatus,
    PlannedOccasion,
    PlanSettings,
    Readiness,
    RiskBasis,
    UnitHolds,
    UsePlan,
    WeekPage,
)
from vado.record import Fact, Record
from vado.record.lived_day import Lived

PLAN = UUID(int=0x5F3A)
MONTHS_BACK = range(22, 100)
OWN = ("plan", "plan-new", "goal-new", "readiness", "occasion-new", "looked-back", "week", "changed", "choose", "holds")


def keep_plans(record: Record, today: dt.date) -> dict[str, UUID]:
    """Some of everything; gives the leaves that have a page of their own."""
    goal = record.put(
        Goal(
            written_on=today - dt.timedelta(days=60),
            words="an hour of quiet",
            aim=Aim.PAUSE,
            substance="cider",
            substance_code="alcohol",
            status=GoalStatus.TRYING,
            levels=("", "quiet", "cider", "", ""),
        )
    )
    rated = Lived(on=today - dt.timedelta(days=9))
    record.put(GoalRating(goal=goal.id.hex, when=rated, importance=8, confidence=5, progress=3, words="quiet"))
    planned = PlannedOccasion(when=Lived(on=today), words="payday", substance="cider", substance_code="alcohol")
    occasion = record.put(planned)
    for fact in (*_plans(today), *_months(today)):
        record.put(fact)
    return {"goal": goal.id, "occasion": occasion.id}


def _plans(today: dt.date) -> list[Fact]:
    few = AtMost(token="few", limit=2, unit="can", per=Per.DAY)
    free = DaysWithout(token="free", days=4)
    somebody = NotAlone(token="somebody")
    first, now = today - dt.timedelta(days=50), today - dt.timedelta(days=20)
    return [
        _version(1, first, few),
        _version(2, now, few, free, somebody),
        PlanSettings(held_plan=PLAN.hex, held_condition="few", risk_basis=RiskBasis.BOTH),
        UnitHolds(unit="can", substance="cider", substance_code="alcohol", ml=440, percent=4.5),
        Readiness(when=Lived(on=today), about="cider", substance_code="alcohol", ready=6, words="quiet"),
        WeekPage(when=Lived(on=today - dt.timedelta(days=30)), days=("quiet",), words="quiet"),
    ]


def _version(number: int, from_on: dt.date, *conditions: Condition) -> UsePlan:
    return UsePlan(
        plan=PLAN.hex,
        version=number,
        from_on=from_on,
        substance="cider",
        substance_code="alcohol",
        conditions=conditions,
        wants="quiet",
        confidence=6,
    )


def _months(today: dt.date) -> list[Fact]:
    """The weeks before the three that everybody has, so that there is something to compare."""
    written: list[Fact] = []
    for back in MONTHS_BACK:
        when = Lived(on=today - dt.timedelta(days=back))
        cans = Amount(Sureness.EXACT, 3.0, None, "can")
        if back % 3:
            written.append(Use(when=when, substance="cider", substance_code="alcohol", amount=cans))
        else:
            written.append(DayStatement(when=when, answer=DayAnswer.NOTHING_USED))
        written.append(CheckIn(when=when, sleep=4))
    return written


def plans_pages(kept: Mapping[str, UUID], today: dt.date, record_id: UUID | None = None) -> dict[str, str]:
    """Every page of this room that can be opened by its address alone, for the person or through a door."""
    through = [] if record_id is None else [record_id]
    space = "plans" if record_id is None else "with-plans"
    pages = {
        "goal": reverse(f"{space}:goal", args=[*through, kept["goal"]]),
        "use-plan": reverse(f"{space}:use-plan", args=[*through, PLAN]),
        **{name: reverse(f"{space}:{name}", args=through) for name in (OWN if not through else ("plan", "changed"))},
    }
    if record_id is None:
        pages |= {
            "goal-edit": reverse("plans:goal-edit", args=[kept["goal"]]),
            "plan-edit": reverse("plans:plan-edit", args=[PLAN]),
            "planned-occasion": reverse("plans:occasion", args=[kept["occasion"]]),
            "occasion-edit": reverse("plans:occasion-edit", args=[kept["occasion"]]),
            "look-back": reverse("plans:look-back", args=[today.isoformat()]),
            "week-of": reverse("plans:week-of", args=[(today - dt.timedelta(days=30)).isoformat()]),
        }
    return pages
