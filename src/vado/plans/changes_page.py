"""What has changed, as a page shows it: findings with their course, counts that only grow, levels, steps, goals."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vado.diary.facts import CheckIn, DayStatement, Step, Urge, Use
from vado.diary.forms_entry import Writing
from vado.diary.rules_when import today_of
from vado.plans.conditions import is_of_a_week
from vado.plans.facts import GoalRating, HiddenFinding, PlanSettings, RiskBasis, UnitHolds, UsePlan
from vado.plans.finding_words import FindingShown, finding_shown, number, title_of
from vado.plans.held_page import count_words, not_known_words
from vado.plans.names import BASIS_WORDS, RISK_WORDS
from vado.plans.reading import goals, plan_settings, plans, week_starts
from vado.plans.rules_amounts import Holdings, holdings_of
from vado.plans.rules_change import Finding, findings, measures_of, plan_finding
from vado.plans.rules_conditions import Held
from vado.plans.rules_growing import Growing, growing
from vado.plans.rules_held import HeldPlan, hold
from vado.plans.rules_known import DiaryIndex, days_between, days_of, index_of
from vado.plans.rules_risk import MeanGrams, Risk, bases_shown, grams_by_day, levels_changed, mean_grams, risk_of
from vado.plans.rules_windows import FEWEST_RECORDED, Window, baseline_of, now_window, recorded_days
from vado.plans.told_over_time import Axis, goals_told, steps_told
from vado.record import Record, one_head_each

LOOKED_AT = (Use, DayStatement, CheckIn, Urge, Step)
STEPS_SHOWN = 12


class RiskShown(msgspec.Struct, frozen=True, kw_only=True):
    """The WHO's level then and now, on one of its tables."""

    basis: str | Promise
    before: str
    after: str
    change: str


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the page shows."""

    then: Window | None
    now: Window | None
    recorded: int
    findings: list[FindingShown]
    hidden: list[FindingShown]
    silent: list[str]
    growing: Growing
    risks: list[RiskShown]
    grams: str
    held: list[str]
    steps: list[Step]


def changes_of(record: Record, writing: Writing) -> Changes:
    """What has changed in this record, as far as its door shows it."""
    settings, today = plan_settings(record), today_of(writing.settings, writing.now)
    facts = [leaf.fact for leaf in one_head_each(record.leaves(LOOKED_AT))]
    index = index_of(facts, writing.settings.day_starts_at)
    steps = sorted((fact for fact in facts if isinstance(fact, Step)), key=lambda step: step.when.on, reverse=True)
    holdings = holdings_of((leaf.fact for leaf in record.leaves(UnitHolds)), writing.settings.vocabulary)
    then = baseline_of(index, settings)
    recorded = recorded_days(index)
    now = now_window(then, recorded, today)
    begins = week_starts(settings, writing.settings)
    beside_plan = _beside_plan(record, index, holdings, settings, today, begins)
    axis = _axis(index, then, now, today, begins)
    found = _found(index, holdings, axis, beside_plan, f"{settings.held_plan}.{settings.held_condition}")
    of_goals, once = goals_told(goals(record), record.leaves(GoalRating), axis) if axis else ([], [])
    of_steps = steps_told(steps, axis) if axis else []
    hidden = {leaf.fact.finding for leaf in record.leaves(HiddenFinding)} if record.is_own else set()
    told = [finding_shown(one, writing.vocabulary) for one in found if not one.change.is_silent]
    told += [*of_goals, *of_steps]
    return Changes(
        then=then,
        now=now,
        recorded=len(recorded),
        findings=[one for one in told if one.key not in hidden],
        hidden=[one for one in told if one.key in hidden],
        silent=[*(title_of(one.measure, writing.vocabulary) for one in found if one.change.is_silent), *once],
        growing=growing(index, steps),
        risks=_risks(index, holdings, settings, then, now),
        grams=_grams(index, holdings, settings, now),
        held=_held_words(beside_plan),
        steps=steps[:STEPS_SHOWN],
    )


def _axis(index: DiaryIndex, then: Window | None, now: Window | None, today: dt.date, begins: int) -> Axis | None:
    if then is None or now is None:
        return None
    first = index.first_day or then.first
    return Axis(then, now, Window(min(first, then.first), today - dt.timedelta(days=1)), begins)


def _found(
    index: DiaryIndex, holdings: Holdings, axis: Axis | None, beside_plan: HeldPlan | None, name: str
) -> list[Finding]:
    if axis is None:
        return []
    measures = measures_of(index, holdings, axis.whole, axis.begins_on)
    found = findings(measures, axis.then, axis.now, axis.whole, axis.begins_on)
    of_plan = plan_finding(beside_plan, name, axis.now, axis.whole, axis.begins_on) if beside_plan else None
    return [*found, of_plan] if of_plan else found


def _risks(
    index: DiaryIndex, holdings: Holdings, settings: PlanSettings, then: Window | None, now: Window | None
) -> list[RiskShown]:
    if settings.risk_basis is RiskBasis.NEITHER or then is None or now is None:
        return []
    held = Held(days_of(index, "alcohol", "alcohol"), holdings)
    before, after = (mean_grams(grams_by_day(held, days_between(*window))) for window in (then, now))
    shown = []
    for basis in bases_shown(settings.risk_basis):
        was, is_now = (risk_of(grams, basis) if grams else None for grams in (before, after))
        change = _levels_words(levels_changed(was, is_now)) if was and is_now else ""
        shown.append(
            RiskShown(basis=BASIS_WORDS[basis], before=risk_words(was), after=risk_words(is_now), change=change)
        )
    return shown


def risk_words(risk: Risk | None) -> str:
    """The level, and the levels that the unknown days allow; "can't tell" below four fifths of the days."""
    if risk is None:
        return _("can't tell")
    if risk.lowest is risk.highest:
        return str(RISK_WORDS[risk.level])
    named = {"level": RISK_WORDS[risk.level], "low": RISK_WORDS[risk.lowest], "high": RISK_WORDS[risk.highest]}
    return _("%(level)s; with the days that are not known, %(low)s to %(high)s") % named


def _levels_words(levels: int | None) -> str:
    if levels is None:
        return _("Whether it changed by a level cannot be told.")
    if levels == 0:
        return _("The same level.")
    count = {"count": abs(levels)}
    if levels > 0:
        return ngettext("%(count)d level lower.", "%(count)d levels lower.", abs(levels)) % count
    return ngettext("%(count)d level higher.", "%(count)d levels higher.", abs(levels)) % count


def _grams(index: DiaryIndex, holdings: Holdings, settings: PlanSettings, now: Window | None) -> str:
    """The mean that the levels stand on, with its range."""
    if settings.risk_basis is RiskBasis.NEITHER or now is None:
        return ""
    held = Held(days_of(index, "alcohol", "alcohol"), holdings)
    grams = mean_grams(grams_by_day(held, days_between(*now)))
    return grams_words(grams) if grams else ""


def grams_words(grams: MeanGrams) -> str:
    """The mean over the known days, and how far the others and unsure amounts may move it."""
    named = {"mean": number(grams.mean), "known": grams.known, "days": grams.days}
    told = (
        _("Now %(mean)s g of alcohol a day, over %(known)d known of %(days)d days, those without among them.") % named
    )
    least, most = number(grams.least), number(grams.most)
    if least == most:
        return told
    return f"{told} " + _("With what is not known, %(least)s to %(most)s g.") % {"least": least, "most": most}


def _beside_plan(
    record: Record, index: DiaryIndex, holdings: Holdings, settings: PlanSettings, today: dt.date, begins: int
) -> HeldPlan | None:
    """The sentence of a plan that the person holds against the diary, each day by the version of that day."""
    versions: Sequence[UsePlan] = [leaf.fact for leaf in plans(record).get(settings.held_plan, [])]
    if not versions:
        return None
    first = min(version.from_on for version in versions)
    return hold(versions, settings.held_condition, index, holdings, first, today, begins)


def _held_words(found: HeldPlan | None) -> list[str]:
    """Days or weeks as planned."""
    if found is None:
        return []
    of_week = is_of_a_week(found.condition)
    said = (count_words(found.answers, of_week=of_week), not_known_words(found.answers, of_week=of_week))
    return [words for words in said if words]


def page_of(changes: Changes) -> dict[str, Any]:
    """The context of the page."""
    return {"changes": changes, "fewest": FEWEST_RECORDED}
