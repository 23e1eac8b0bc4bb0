"""The use plan: an overview, one plan with its sentences, writing a version, laying it aside, holding one sentence."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from vado.diary.forms_entry import Writing
from vado.diary.rules_when import today_of
from vado.people.doorkeeper import opens
from vado.plans.activating import guarded, intent_of_plan, plan_with_help
from vado.plans.drink_told import counts_with_it, drink_of
from vado.plans.facts import PlanSettings, UsePlan
from vado.plans.forms_plan import PlanForm, resting
from vado.plans.goals_page import goal_card
from vado.plans.held_page import HeldShown, held_shown
from vado.plans.keeping import change_settings, kept_or_anew
from vado.plans.occasion_page import occasion_line
from vado.plans.plan_page import PlanCard, newest_version, plan_card
from vado.plans.reading import goals, plan_settings, planned_occasions, plans
from vado.plans.rules_plans import next_version
from vado.plans.views.shared import now_writing, shown
from vado.record import Drawer, Leaf, Record

OCCASIONS_AHEAD = dt.timedelta(days=60)
OCCASIONS_BEHIND = dt.timedelta(days=7)


@opens(Drawer.PLAN)
def plan(request: HttpRequest, record: Record) -> HttpResponse:
    writing = now_writing(record)
    today = today_of(writing.settings, writing.now)
    planned = planned_occasions(record, today - OCCASIONS_BEHIND, today + OCCASIONS_AHEAD)
    page = {
        "goals": [goal_card(leaf) for leaf in goals(record)],
        "plans": [_newest_card(versions, writing, today) for versions in plans(record).values()],
        "occasions": [occasion_line(leaf, writing.vocabulary, today) for leaf in planned],
    }
    return shown(request, record, "plan", page)


def _newest_card(versions: list[Leaf[UsePlan]], writing: Writing, today: dt.date) -> PlanCard:
    return plan_card(newest_version(versions), writing.vocabulary, today)


@opens(Drawer.PLAN)
def use_plan(request: HttpRequest, record: Record, plan_id: UUID) -> HttpResponse:
    versions = _versions(record, plan_id)
    writing, settings = now_writing(record), plan_settings(record)
    today = today_of(writing.settings, writing.now)
    page = {
        "plan": plan_card(newest_version(versions), writing.vocabulary, today),
        "plan_id": plan_id,
        "drink": drink_of(writing) if counts_with_it(newest_version(versions).conditions) else None,
        "earlier": [plan_card(leaf.fact, writing.vocabulary, today) for leaf in versions[-2::-1]],
        "held": _held(record, versions, plan_id, settings, writing, today),
    }
    return shown(request, record, "use_plan", page)


def _versions(record: Record, plan_id: UUID) -> list[Leaf[UsePlan]]:
    versions = plans(record).get(plan_id.hex)
    if not versions:
        raise Http404
    return versions


def _held(
    record: Record,
    versions: list[Leaf[UsePlan]],
    plan_id: UUID,
    settings: PlanSettings,
    writing: Writing,
    today: dt.date,
) -> HeldShown | None:
    """Only where the person turned it on, and only for the one sentence that they picked."""
    if settings.held_plan != plan_id.hex or Drawer.DIARY not in record.drawers:
        return None
    facts = [leaf.fact for leaf in versions]
    return held_shown(record, facts, settings.held_condition, settings, writing.settings, writing.vocabulary, today)


@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def plan_new(request: HttpRequest, record: Record) -> HttpResponse:
    form = PlanForm(request.POST or None, writing=now_writing(record))
    return _kept_plan(request, record, form, None)


@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def plan_edit(request: HttpRequest, record: Record, plan_id: UUID) -> HttpResponse:
    newest = _versions(record, plan_id)[-1]
    form = PlanForm(request.POST or None, writing=now_writing(record), heads=[newest])
    return _kept_plan(request, record, form, newest.fact)


def _kept_plan(request: HttpRequest, record: Record, form: PlanForm, before: UsePlan | None) -> HttpResponse:
    """The one place where a version is kept, past the guards whatever way the form came."""
    guard = None
    if request.method == "POST" and form.is_valid():
        token = before.plan if before else form.cleaned_data["version_id"].hex
        version = form.fact(token, next_version(before))
        guard = guarded(record, intent_of_plan(version), form.today, request.POST)
        if not guard.holds:
            kept = kept_or_anew(record, form, plan_with_help(version) if guard.wants_help else version)
            if isinstance(kept, Leaf):
                return redirect("plans:use-plan", UUID(kept.fact.plan))
            form, guard = kept, None  # type: ignore[assignment]
    page: dict[str, Any] = {"form": form, "vocabulary": form.writing.vocabulary, "before": before, "guard": guard}
    page |= {"plan_id": before and UUID(before.plan), "drink": drink_of(form.writing)}
    return shown(request, record, "plan_write", page)


@require_POST
@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def plan_rest(request: HttpRequest, record: Record, plan_id: UUID) -> HttpResponse:
    """Lays a plan aside or takes it up again: a version like any other, and guarded like one."""
    before = newest_version(_versions(record, plan_id))
    writing = now_writing(record)
    today = today_of(writing.settings, writing.now)
    version = resting(before, next_version(before), today, rests=not before.is_resting)
    guard = guarded(record, intent_of_plan(version), today, request.POST)
    if guard.holds:
        page = {"guard": guard, "plan": plan_card(before, writing.vocabulary, today), "plan_id": plan_id}
        return shown(request, record, "plan_take_up", page)
    record.put(plan_with_help(version) if guard.wants_help else version, version_id=uuid4())
    return redirect("plans:use-plan", plan_id)


@require_POST
@opens(Drawer.PLAN, write=True)
def plan_hold(request: HttpRequest, record: Record, plan_id: UUID) -> HttpResponse:
    """Holds the one sentence that was picked; none turns it off."""
    picked = request.POST.get("condition", "")
    known = {one.token for leaf in _versions(record, plan_id) for one in leaf.fact.conditions}
    token = picked if picked in known else ""
    held_plan = plan_id.hex if token else ""
    change_settings(
        record, lambda settings: msgspec.structs.replace(settings, held_plan=held_plan, held_condition=token)
    )
    return redirect("plans:use-plan", plan_id)
