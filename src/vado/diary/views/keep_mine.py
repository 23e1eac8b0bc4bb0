"""Only me: a whole entry, or one field of it, out of reach of every door from the next request on."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from vado.diary.keeping import keep_edit
from vado.diary.reading import heads_of_entry, writing_now
from vado.diary.rules_entries import PRIVATE_FIELDS
from vado.diary.timeline import Written, moment_of
from vado.diary.views.addresses import day_address
from vado.diary.views.change import gone
from vado.people.doorkeeper import opens
from vado.record import Drawer, Leaf, LeafError, Record

WHOLE = "whole"


@opens(Drawer.DIARY, write=True)
def keep_mine(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        heads = heads_of_entry(record, leaf_id)
    except LeafError as problem:
        return gone(request, problem)
    if request.method == "POST":
        _turn(record, heads, request.POST.get("field", ""))
        return redirect(day_address(heads[0].entry.when.on, changed=leaf_id.hex))
    moment = moment_of(heads[0], writing_now(record, timezone.now()).vocabulary)
    fields = [line for line in moment.lines if line.name in PRIVATE_FIELDS[type(heads[0].entry)]]
    return render(request, "diary/keep_mine.html", {"moment": moment, "fields": fields})


def _turn(record: Record, heads: list[Written], field: str) -> None:
    first = heads[0]
    if field == WHOLE:
        record.move(first.leaf.id, Drawer.DIARY if first.leaf.drawer is Drawer.OWN else Drawer.OWN)
    elif field in PRIVATE_FIELDS[type(first.entry)]:
        leaf: Leaf[Any] = first.leaf
        # Of two edits at once the other stays a head; the field leaves it as well.
        keep_edit(record, leaf.id, first.entry, None, follows=(leaf.version,), mine=first.mine ^ {field})
