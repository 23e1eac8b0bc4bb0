"""What has changed since the person began; keeping a finding as a step, or hiding it; choosing what is shown."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.diary.facts import Step
from vado.diary.forms_entry import Writing
from vado.diary.rules_when import today_of
from vado.people.doorkeeper import opens
from vado.plans.changes_page import changes_of, page_of
from vado.plans.drink_told import drink_of
from vado.plans.facts import HiddenFinding, UnitHolds
from vado.plans.finding_words import FindingShown
from vado.plans.forms_change import ChangeSettingsForm, UnitHoldsForm, holds_words
from vado.plans.keeping import kept_or_anew
from vado.plans.reading import plan_settings_leaf
from vado.plans.views.shared import now_writing, shown
from vado.record import Drawer, Leaf, LeafError, Record, one_head_each
from vado.record.lived_day import lived_now


@opens(Drawer.PLAN, Drawer.DIARY)
def changed(request: HttpRequest, record: Record) -> HttpResponse:
    writing = now_writing(record)
    page = page_of(changes_of(record, writing))
    return shown(request, record, "changed", page | {"version_id": uuid4(), "drink": drink_of(writing)})


@require_POST
@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def finding(request: HttpRequest, record: Record) -> HttpResponse:
    """A finding becomes a step, is hidden, or is shown again."""
    writing, key = now_writing(record), request.POST.get("finding", "")
    changes = changes_of(record, writing)
    known = {one.key: one for one in (*changes.findings, *changes.hidden)}
    if key in known:
        _done(request, record, writing, known[key])
    return redirect("plans:changed")


def _done(request: HttpRequest, record: Record, writing: Writing, told: FindingShown) -> None:
    asked = request.POST.get("do", "")
    if asked == "step" and told.may_be_step:
        _keep_as_step(request, record, writing, told)
    elif asked == "hide":
        record.put(HiddenFinding(finding=told.key, hidden_on=today_of(writing.settings, writing.now)))
    elif asked == "show":
        for leaf in list(record.leaves(HiddenFinding)):
            if leaf.fact.finding == told.key:
                record.remove(leaf.id)


def _keep_as_step(request: HttpRequest, record: Record, writing: Writing, told: FindingShown) -> None:
    lived = lived_now(writing.now, writing.settings.zone, writing.settings.day_starts_at)
    version_id = uuid5(_page_id(request), told.key)
    try:
        record.put(Step(when=lived, words=told.as_step), leaf_id=version_id, version_id=version_id)
    except LeafError:
        messages.info(request, _("It is kept already."))
        return
    messages.info(request, _("Kept as a step."))


def _page_id(request: HttpRequest) -> UUID:
    """The page that was looked at: its buttons pressed twice keep one step."""
    try:
        return UUID(request.POST.get("version_id", ""))
    except ValueError:
        return uuid4()


@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def choose(request: HttpRequest, record: Record) -> HttpResponse:
    leaf = plan_settings_leaf(record)
    heads = record.heads(leaf.id) if leaf else []
    form = ChangeSettingsForm(request.POST or None, writing=now_writing(record), heads=heads)
    if request.method == "POST" and form.is_valid():
        kept = kept_or_anew(record, form, form.fact(), leaf.id if leaf else None)
        if isinstance(kept, Leaf):
            return redirect("plans:changed")
        form = kept  # type: ignore[assignment]
    return shown(request, record, "choose", {"form": form})


@opens(Drawer.DIARY, write=True)
def holds(request: HttpRequest, record: Record) -> HttpResponse:
    """What the person's units hold and cost."""
    writing = now_writing(record)
    form = UnitHoldsForm(request.POST or None, writing=writing)
    if request.method == "POST" and form.is_valid() and isinstance(kept_or_anew(record, form, form.fact()), Leaf):
        return redirect("plans:holds")
    kept = [_holds_line(leaf, writing) for leaf in one_head_each(record.leaves(UnitHolds))]
    page = {"form": form, "vocabulary": writing.vocabulary, "kept": kept, "drink": drink_of(writing)}
    return shown(request, record, "holds", page)


def _holds_line(leaf: Leaf[UnitHolds], writing: Writing) -> dict[str, Any]:
    unit = writing.vocabulary.unit_words(leaf.fact.unit, 1)
    return {"id": leaf.id, "unit": unit, "about": leaf.fact.substance, "holds": holds_words(leaf.fact)}


@require_POST
@opens(Drawer.DIARY, write=True)
def holds_remove(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        if isinstance(record.leaf(leaf_id).fact, UnitHolds):
            record.remove(leaf_id)
    except LeafError:
        messages.info(request, _("That is no longer here."))
    return redirect("plans:holds")
