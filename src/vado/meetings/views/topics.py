"""What the person wants to talk about: theirs alone to write."""

from uuid import UUID

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from vado.meetings.addresses import address
from vado.meetings.facts import ToTalkAbout
from vado.meetings.forms import TopicForm
from vado.meetings.keeping import keep_edit, keep_new
from vado.meetings.reading import moment
from vado.meetings.views.pages import kept, page
from vado.people.doorkeeper import heads_or_404, opens
from vado.people.readers import readers_of
from vado.record import ChangedUnderItsId, Drawer, Record


@opens(Drawer.PLAN, write=True)
def topic_new(request: HttpRequest, record: Record) -> HttpResponse:
    form = TopicForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        fact = ToTalkAbout(when=moment(record).lived(), words=form.cleaned_data["words"])
        try:
            keep_new(record, fact, form.cleaned_data["version_id"])
            return kept(request, record, "since")
        except ChangedUnderItsId as problem:
            form = form.offered_anew(problem)
    return page(request, record, "topic", {"form": form, "readers": readers_of(record, Drawer.PLAN)})


@require_POST
@opens(Drawer.PLAN, write=True)
def topic_talked(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Off the list, or back on it; the words stay in the record."""
    heads = heads_or_404(record, ToTalkAbout, leaf_id)
    before = heads[-1]
    now = msgspec.structs.replace(before.fact, talked=not before.fact.talked)
    keep_edit(record, before, now, tuple(head.version for head in heads), None)
    return redirect(address(record, "since"))
