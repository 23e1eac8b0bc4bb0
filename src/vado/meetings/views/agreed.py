"""What both agreed: the whole list, a new line, a line changed or answered; and when the two meet next."""

from typing import Any
from uuid import UUID

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from vado.meetings.facts import Agreed, Meeting
from vado.meetings.forms import AgreedChangeForm, AgreedForm, NextMeetingForm
from vado.meetings.keeping import keep_edit, keep_new
from vado.meetings.names import who_may_take_it_on
from vado.meetings.page import agreed_lines
from vado.meetings.reading import Moment, around, moment, shown_to_both
from vado.meetings.rules import agreed_open, between
from vado.meetings.views.pages import FOR, kept, page, seen
from vado.people.doorkeeper import heads_or_404, opens
from vado.record import ChangedUnderItsId, Drawer, Leaf, LeafGone, Record, one_head_each
from vado.record.lived_day import lived_at


@opens(Drawer.PLAN, purpose=FOR)
def agreed(request: HttpRequest, record: Record) -> HttpResponse:
    """Everything that was ever agreed, what is still ahead first."""
    lines = shown_to_both(record.leaves(Agreed))
    ahead = agreed_open(lines)
    answered = sorted((leaf for leaf in lines if leaf not in ahead), key=lambda leaf: -leaf.sequence)
    shown = {
        "ahead": agreed_lines(record, ahead),
        "answered": agreed_lines(record, answered),
        "form": AgreedForm(who=who_may_take_it_on(record)),
    }
    return page(request, record, "agreed", shown)


@opens(Drawer.PLAN, write=True, purpose=FOR)
def agreed_new(request: HttpRequest, record: Record) -> HttpResponse:
    form = AgreedForm(request.POST or None, who=who_may_take_it_on(record))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        fact = Agreed(when=moment(record).lived(), words=said["words"], whose=said["whose"])
        try:
            keep_new(record, fact, said["version_id"])
            return kept(request, record, "agreed")
        except ChangedUnderItsId as problem:
            form = form.offered_anew(problem)
    return page(request, record, "agreed_new", {"form": form})


@opens(Drawer.PLAN, write=True, purpose=FOR)
def agreed_change(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Words, who takes it on, and what came of it. Of two versions written at once both are shown."""
    heads = heads_or_404(record, Agreed, leaf_id)
    form = AgreedChangeForm(request.POST or None, initial=_said(heads), who=who_may_take_it_on(record))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        fact = msgspec.structs.replace(heads[-1].fact, words=said["words"], whose=said["whose"], went=said["went"])
        try:
            keep_edit(record, heads[-1], fact, said["follows"], said["version_id"])
            return kept(request, record, "agreed")
        except (ChangedUnderItsId, LeafGone) as problem:
            form = form.offered_anew(problem)
    return page(request, record, "agreed_change", {"form": form, "heads": heads, "leaf_id": leaf_id})


def _said(heads: list[Leaf[Any]]) -> dict[str, Any]:
    newest = heads[-1].fact
    return {"words": newest.words, "whose": newest.whose, "went": newest.went, "follows": seen(heads)}


@opens(Drawer.PLAN, write=True, purpose=FOR)
def next_meeting(request: HttpRequest, record: Record) -> HttpResponse:
    """When the two meet, or met lately."""
    at = moment(record)
    form = NextMeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        when = lived_at(said["on"], said["at"], at.settings.zone, at.settings.day_starts_at)
        try:
            keep_new(record, Meeting(when=when), said["version_id"])
            return kept(request, record, "since")
        except ChangedUnderItsId as problem:
            form = form.offered_anew(problem)
    return page(request, record, "next", {"form": form, "meetings": _ahead(record, at)})


def _ahead(record: Record, at: Moment) -> list[Leaf[Meeting]]:
    held = [leaf for leaf in one_head_each(around(record, at.today).of(Meeting)) if not leaf.fact.called_off]
    ahead = [leaf for leaf in held if leaf.fact.when.on >= at.today]
    last = between(held, at.settings, at.now, at.today).last
    return sorted({leaf.id: leaf for leaf in (*([last] if last else []), *ahead)}.values(), key=_on)


def _on(leaf: Leaf[Meeting]) -> tuple[object, ...]:
    return (leaf.fact.when.on, leaf.fact.when.at is not None, leaf.sequence)


@require_POST
@opens(Drawer.PLAN, write=True, purpose=FOR)
def meeting_off(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """A meeting that does not take place is called off, and kept."""
    heads = heads_or_404(record, Meeting, leaf_id)
    now = msgspec.structs.replace(heads[-1].fact, called_off=True)
    keep_edit(record, heads[-1], now, tuple(head.version for head in heads), None)
    return kept(request, record, "next")
