"""Goals: written in own words, looked at, changed, rated; and readiness, about one thing at a time."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from vado.diary.forms_entry import Writing
from vado.people.doorkeeper import opens
from vado.plans.activating import guarded, intent_of_goal, with_help
from vado.plans.facts import Goal, Readiness
from vado.plans.forms_goal import GoalForm, GoalRatingForm, ReadinessForm
from vado.plans.forms_kept import KeptForm
from vado.plans.goals_page import goal_card, ratings_shown
from vado.plans.keeping import change_settings, kept_or_anew
from vado.plans.reading import plan_settings, ratings_of
from vado.plans.rules_growing import key_of, may_count
from vado.plans.views.shared import gone, now_writing, shown
from vado.plans.without import switched, without_words
from vado.record import Drawer, Leaf, LeafError, Record, one_head_each


@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def goal_new(request: HttpRequest, record: Record) -> HttpResponse:
    writing = now_writing(record)
    form = GoalForm(request.POST or None, writing=writing)
    return _kept_goal(request, record, form, None)


@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def goal_edit(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        heads = record.heads_of(Goal, leaf_id)
    except LeafError as problem:
        return gone(request, record, problem)
    form = GoalForm(request.POST or None, writing=now_writing(record), heads=heads)
    return _kept_goal(request, record, form, leaf_id)


def _kept_goal(request: HttpRequest, record: Record, form: GoalForm, leaf_id: UUID | None) -> HttpResponse:
    """The one place where a goal is kept, past the guards whatever way the form came."""
    guard = None
    if request.method == "POST" and form.is_valid():
        goal = form.fact()
        guard = guarded(record, intent_of_goal(goal), form.today, request.POST)
        if not guard.holds:
            kept = kept_or_anew(record, form, with_help(goal) if guard.wants_help else goal, leaf_id)
            if isinstance(kept, Leaf):
                return redirect("plans:goal", kept.id)
            form = kept  # type: ignore[assignment]
            guard = None
    page = {"form": form, "vocabulary": form.writing.vocabulary, "leaf_id": leaf_id, "guard": guard}
    return shown(request, record, "goal_write", page)


@opens(Drawer.PLAN)
def goal(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        heads = record.heads_of(Goal, leaf_id)
    except LeafError as problem:
        return gone(request, record, problem)
    return shown(request, record, "goal", _goal_page(record, heads, now_writing(record)))


def _goal_page(record: Record, heads: Sequence[Leaf[Goal]], writing: Writing) -> dict[str, Any]:
    leaf = heads[-1]
    ratings = [rating.fact for rating in ratings_of(record, leaf)]
    settings = plan_settings(record)
    return {
        "goal": goal_card(leaf),
        "others": [goal_card(head) for head in heads[:-1]],
        "ratings": ratings_shown(ratings, leaf.fact),
        "form": GoalRatingForm(writing=writing, goal=leaf.fact, goal_id=leaf.id.hex),
        "may_count": record.is_own and may_count(leaf.fact),
        "counted": without_words(record, leaf.fact, settings, writing),
    }


@require_POST
@opens(Drawer.PLAN, write=True)
def goal_rate(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        heads = record.heads_of(Goal, leaf_id)
    except LeafError as problem:
        return gone(request, record, problem)
    writing, goal = now_writing(record), heads[-1].fact
    form = GoalRatingForm(request.POST, writing=writing, goal=goal, goal_id=leaf_id.hex)
    if form.is_valid() and isinstance(kept_or_anew(record, form, form.fact()), Leaf):
        return redirect("plans:goal", leaf_id)
    return shown(request, record, "goal", _goal_page(record, heads, writing) | {"form": form})


@require_POST
@opens(Drawer.PLAN, write=True)
def goal_choose(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Two edits at once: the chosen one follows both; with "both" the others become goals of their own."""
    try:
        heads = record.heads_of(Goal, leaf_id)
    except LeafError as problem:
        return gone(request, record, problem)
    record.settle(heads, request.POST.get("version", ""), keeps_all=request.POST.get("keep") == "both")
    return redirect("plans:goal", leaf_id)


@require_POST
@opens(Drawer.PLAN, write=True)
def count_without(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Turns the count of days without on or off, for those who chose stopping or pausing."""
    try:
        goal = record.heads_of(Goal, leaf_id)[-1].fact
    except LeafError as problem:
        return gone(request, record, problem)
    if may_count(goal):
        change_settings(record, lambda settings: switched(settings, key_of(goal)))
    return redirect("plans:goal", leaf_id)


@opens(Drawer.PLAN, write=True)
def readiness(request: HttpRequest, record: Record) -> HttpResponse:
    writing = now_writing(record)
    form = ReadinessForm(request.POST or None, writing=writing)
    if request.method == "POST" and form.is_valid() and _is_kept(record, form, form.fact):
        return redirect("plans:readiness")
    kept = [leaf.fact for leaf in one_head_each(record.leaves(Readiness))]
    by_about: dict[str, list[Readiness]] = {}
    for one in sorted(kept, key=lambda one: one.when.on, reverse=True):
        by_about.setdefault(one.about, []).append(one)
    page = {"form": form, "vocabulary": writing.vocabulary, "about": list(by_about.items())}
    return shown(request, record, "readiness", page)


def _is_kept(record: Record, form: KeptForm, fact: Callable[[], Any]) -> bool:
    return isinstance(kept_or_anew(record, form, fact()), Leaf)
