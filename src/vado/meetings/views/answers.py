"""Four lines after a meeting, and those of earlier meetings; the person's alone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from vado.meetings.facts import MeetingAnswers
from vado.meetings.forms import AnswersForm
from vado.meetings.keeping import keep_new
from vado.meetings.reading import around, moment
from vado.meetings.views.pages import kept, page
from vado.people.doorkeeper import heads_or_404, opens
from vado.people.readers import readers_of
from vado.record import ChangedUnderItsId, Drawer, Record, one_head_each


@opens(Drawer.MEASURES, write=True)
def answers(request: HttpRequest, record: Record) -> HttpResponse:
    form = AnswersForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        fact = MeetingAnswers(when=moment(record).lived(), **{name: said[name] for name in form.names})
        try:
            keep_new(record, fact, said["version_id"], Drawer.OWN if said["only_mine"] else None)
            return kept(request, record, "answers")
        except ChangedUnderItsId as problem:
            form = form.offered_anew(problem)
    earlier = one_head_each(around(record, moment(record).today).of(MeetingAnswers))
    shown = {
        "form": form,
        "earlier": [{"leaf": leaf, "is_mine": leaf.drawer is Drawer.OWN} for leaf in reversed(earlier)],
        "readers": readers_of(record, Drawer.MEASURES),
    }
    return page(request, record, "answers", shown)


@require_POST
@opens(Drawer.MEASURES, write=True)
def answers_mine(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """For the person alone from the next request on, or shown once more."""
    leaf = heads_or_404(record, MeetingAnswers, leaf_id)[-1]
    record.move(leaf_id, Drawer.MEASURES if leaf.drawer is Drawer.OWN else Drawer.OWN)
    return redirect("meetings:answers")
