"""Planning an occasion beforehand, and looking back on it afterwards."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from vado.diary.calendar_page import date_words
from vado.diary.forms_entry import Writing
from vado.diary.rules_when import today_of
from vado.diary.views.addresses import day_in
from vado.people.doorkeeper import opens
from vado.plans.facts import LookBack, PlannedOccasion
from vado.plans.forms_occasion import LookBackForm, OccasionForm
from vado.plans.keeping import kept_or_anew, newest
from vado.plans.occasion_page import occasion_line, outcome_of, outcome_words, planned_words, written_words
from vado.plans.planned_safety import guarded_ahead, lines_of_occasion, with_care
from vado.plans.reading import held_index, holdings, plan_settings
from vado.plans.rules_known import in_order_of_clock
from vado.plans.views.shared import gone, now_writing, shown
from vado.record import Drawer, Leaf, LeafError, Record


@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def occasion_new(request: HttpRequest, record: Record) -> HttpResponse:
    form = OccasionForm(request.POST or None, writing=now_writing(record))
    return _kept_occasion(request, record, form, None)


@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def occasion_edit(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        heads = record.heads_of(PlannedOccasion, leaf_id)
    except LeafError as problem:
        return gone(request, record, problem)
    form = OccasionForm(request.POST or None, writing=now_writing(record), heads=heads)
    return _kept_occasion(request, record, form, leaf_id)


def _kept_occasion(request: HttpRequest, record: Record, form: OccasionForm, leaf_id: UUID | None) -> HttpResponse:
    """The one place where an occasion is kept, past the guards."""
    guard = None
    if request.method == "POST" and form.is_valid():
        planned = form.fact()
        guard = guarded_ahead(record, lines_of_occasion(planned), form.writing, form.today, request.POST)
        if not guard.holds:
            kept = kept_or_anew(record, form, with_care(planned) if guard.wants_help else planned, leaf_id)
            if isinstance(kept, Leaf):
                return redirect("plans:occasion", kept.id)
            form, guard = kept, None  # type: ignore[assignment]
    page = {"form": form, "vocabulary": form.writing.vocabulary, "leaf_id": leaf_id, "guard": guard}
    return shown(request, record, "occasion_write", page)


@opens(Drawer.PLAN, Drawer.DIARY)
def occasion(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        leaf = record.heads_of(PlannedOccasion, leaf_id)[-1]
    except LeafError as problem:
        return gone(request, record, problem)
    return shown(request, record, "occasion", _occasion_page(record, leaf, now_writing(record)))


def _occasion_page(record: Record, leaf: Leaf[PlannedOccasion], writing: Writing) -> dict[str, Any]:
    planned, today = leaf.fact, today_of(writing.settings, writing.now)
    on = planned.when.on
    page: dict[str, Any] = {
        "occasion": occasion_line(leaf, writing.vocabulary, today),
        "planned": planned_words(planned, writing.vocabulary),
        "has_begun": on <= today,
        "outcome": None,
        "outcome_words": "",
        "written": [],
        "looked_back": None,
    }
    if on > today:
        return page
    index, settings = held_index(record, writing.settings, on, on), plan_settings(record)
    outcome = outcome_of(planned, index, holdings(record, writing.settings))
    uses = in_order_of_clock(index.uses.get(on, ()), writing.settings.day_starts_at)
    looked_back = newest(record, LookBack, lambda one: one.about == leaf.id.hex)
    return page | {
        "outcome": outcome,
        "outcome_words": outcome_words(outcome),
        "written": written_words(uses, writing.vocabulary, shows_amounts=settings.shows_amounts),
        "looked_back": looked_back.fact if looked_back else None,
    }


@require_POST
@opens(Drawer.PLAN, write=True)
def occasion_remove(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        record.heads_of(PlannedOccasion, leaf_id)
        record.remove(leaf_id)
    except LeafError as problem:
        return gone(request, record, problem)
    return redirect("plans:plan")


@opens(Drawer.PLAN, write=True)
def look_back(request: HttpRequest, record: Record, day: str) -> HttpResponse:
    """Three questions about a day, a week or a planned occasion, each free to skip; then it stops."""
    on = day_in(day)
    if on is None:
        raise Http404
    about = str(request.POST.get("about") or request.GET.get("about", ""))[:64]
    before = newest(record, LookBack, lambda one: one.when.on == on and one.about == about)
    heads = record.heads(before.id) if before else []
    initial = {"about": about, "is_week": request.GET.get("week") == "1"}
    form = LookBackForm(request.POST or None, writing=now_writing(record), heads=heads, on=on, initial=initial)
    if request.method == "POST" and form.is_valid():
        kept = kept_or_anew(record, form, form.fact(), before.id if before else None)
        if isinstance(kept, Leaf):
            return redirect("plans:looked-back")
        form = kept  # type: ignore[assignment]
    page = {"form": form, "day": on, "day_words": date_words(on), "before": before}
    return shown(request, record, "look_back", page)


@opens(Drawer.PLAN)
def looked_back(request: HttpRequest, record: Record) -> HttpResponse:
    """It is kept, and nothing more is asked."""
    return shown(request, record, "looked_back", {})
