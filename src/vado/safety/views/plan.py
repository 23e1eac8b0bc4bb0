"""My safety plan: to read, to write, its versions, and the page through a door that names the safety drawer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from vado.people.called import called
from vado.people.doorkeeper import opens
from vado.record import ChangedUnderItsId, Drawer, Leaf, LeafGone, Record
from vado.safety.facts import SafetyPlan
from vado.safety.forms_plan import PlanForm
from vado.safety.plan_parts import PARTS, parts_shown
from vado.safety.reading import plan_heads
from vado.safety.sharing import shown_of_safety


@opens(Drawer.SAFETY)
def plan(request: HttpRequest, record: Record) -> HttpResponse:
    return render(request, "safety/plan.html", _shown(plan_heads(record)) | {"is_own": True})


@opens(Drawer.SAFETY)
def shared(request: HttpRequest, record: Record) -> HttpResponse:
    heads, shared_too = plan_heads(record), shown_of_safety(record)
    if shared_too is None or not shared_too.is_there:
        raise Http404
    page = _shown(heads) | {"is_own": False, "whose": called(record), "cards": shared_too.cards}
    return render(request, "safety/plan.html", page)


def _shown(heads: list[Leaf[SafetyPlan]]) -> dict[str, Any]:
    return {"plans": [(head, parts_shown(head.fact)) for head in heads], "questions": [part.question for part in PARTS]}


@opens(Drawer.SAFETY, write=True)
def write(request: HttpRequest, record: Record) -> HttpResponse:
    heads = plan_heads(record)
    form = PlanForm(request.POST or None, heads=heads)
    if request.method == "POST" and form.is_valid():
        try:
            _keep(record, form, heads)
            return redirect("safety:plan")
        except (ChangedUnderItsId, LeafGone):
            form.offer_anew()
    return render(request, "safety/plan_write.html", {"form": form, "is_new": not heads})


def _keep(record: Record, form: PlanForm, heads: list[Leaf[SafetyPlan]]) -> None:
    """A plan written twice at once has two heads: both are kept and shown."""
    version_id: UUID = form.cleaned_data["version_id"]
    if not heads:
        record.put(form.fact(), leaf_id=version_id, version_id=version_id)
    else:
        record.put(form.fact(), leaf_id=heads[-1].id, version_id=version_id, follows=form.followed())


@opens(Drawer.SAFETY)
def history(request: HttpRequest, record: Record) -> HttpResponse:
    heads = plan_heads(record)
    if not heads:
        return redirect("safety:plan")
    versions = [parts_shown(version.fact) for version in record.history(heads[-1].id)]  # type: ignore[arg-type]
    return render(request, "safety/plan_history.html", {"versions": versions[::-1]})


@require_POST
@opens(Drawer.SAFETY, write=True)
def erase(request: HttpRequest, record: Record) -> HttpResponse:
    for leaf_id in {head.id for head in plan_heads(record)}:
        record.remove(leaf_id)
    return redirect("safety:plan")
