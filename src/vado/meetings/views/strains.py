"""Something felt off: the person's own until they let it go; a repair is written by both."""

from typing import Any
from uuid import UUID

import msgspec
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.meetings.facts import FeltOff, Repair
from vado.meetings.forms import FeltOffForm, RepairForm
from vado.meetings.keeping import keep_edit, keep_new
from vado.meetings.names import writer_words
from vado.meetings.reading import around, moment
from vado.meetings.rules import repairs_of
from vado.meetings.views.pages import FOR, kept, page
from vado.people.called import called
from vado.people.doorkeeper import heads_or_404, opens
from vado.people.readers import readers_of
from vado.record import ChangedUnderItsId, Drawer, Leaf, Record, one_head_each


@opens(Drawer.PLAN, write=True)
def felt_off(request: HttpRequest, record: Record) -> HttpResponse:
    """Kept for the person alone; whether somebody else reads it is another step."""
    form = FeltOffForm(request.POST or None)
    at = moment(record)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        fact = FeltOff(when=at.lived(), words=said["words"], would_help=said["would_help"])
        try:
            keep_new(record, fact, said["version_id"], Drawer.OWN)
            return kept(request, record, "strain", said["version_id"])
        except ChangedUnderItsId as problem:
            form = form.offered_anew(problem)
    named = one_head_each(around(record, at.today).of(FeltOff))
    strains = [{"leaf": leaf, "is_let_go": leaf.drawer is not Drawer.OWN} for leaf in reversed(named)]
    return page(request, record, "felt_off", {"form": form, "strains": strains})


@opens(Drawer.PLAN, purpose=FOR)
def strain(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """One strain with what both wrote about it."""
    return _strain_page(request, record, leaf_id, RepairForm())


@opens(Drawer.PLAN, write=True, purpose=FOR)
def repair(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Words of one of the two. Through a door a strain that was not let go does not exist."""
    heads_or_404(record, FeltOff, leaf_id)
    form = RepairForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        fact = Repair(when=moment(record).lived(), strain=leaf_id.hex, words=said["words"])
        try:
            keep_new(record, fact, said["version_id"])
            return kept(request, record, "strain", leaf_id)
        except ChangedUnderItsId as problem:
            form = form.offered_anew(problem)
    return _strain_page(request, record, leaf_id, form)


@require_POST
@opens(Drawer.PLAN, write=True)
def strain_turn(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Lets it go or takes it back; says that it is mended, or open once more."""
    heads = heads_or_404(record, FeltOff, leaf_id)
    if request.POST.get("turn") == "mended":
        now = msgspec.structs.replace(heads[-1].fact, mended=not heads[-1].fact.mended)
        keep_edit(record, heads[-1], now, tuple(head.version for head in heads), None)
    elif request.POST.get("turn") == "let_go":
        is_let_go = heads[-1].drawer is not Drawer.OWN
        record.move(leaf_id, Drawer.OWN if is_let_go else Drawer.PLAN)
        messages.info(
            request,
            _("It is for you alone.") if is_let_go else _("It can be read now by those whose door opens your plan."),
        )
    else:
        raise Http404
    return redirect("meetings:strain", leaf_id)


def _strain_page(request: HttpRequest, record: Record, leaf_id: UUID, form: RepairForm) -> HttpResponse:
    leaf = heads_or_404(record, FeltOff, leaf_id)[-1]
    repairs = repairs_of(leaf, around(record, moment(record).today).of(Repair))
    shown = {
        "leaf": leaf,
        "is_let_go": leaf.drawer is not Drawer.OWN,
        "repairs": _told(record, repairs),
        "form": form,
        "readers": readers_of(record, Drawer.PLAN),
    }
    return page(request, record, "strain", shown)


def _told(record: Record, repairs: list[Leaf[Repair]]) -> list[dict[str, Any]]:
    name = "" if record.is_own else called(record)
    return [
        {"who": writer_words(one.fact.by, name, is_own=record.is_own), "on": one.fact.when.on, "words": one.fact.words}
        for one in repairs
    ]
