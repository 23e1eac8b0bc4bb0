"""What I want, what you hope: shown side by side when both agreed to it, and not before."""

from uuid import UUID, uuid4

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from vado.meetings.facts import Hope, Writer
from vado.meetings.forms import HopeForm
from vado.meetings.reading import hopes_of, writer_of
from vado.meetings.rules import Hopes
from vado.meetings.views.pages import FOR, kept, page
from vado.people.doorkeeper import opens
from vado.record import Drawer, Leaf, Record


@opens(Drawer.PLAN, purpose=FOR)
def hopes(request: HttpRequest, record: Record) -> HttpResponse:
    found = hopes_of(record)
    mine = found.of(writer_of(record))
    words = mine.fact.words if mine else ""
    shown = {
        "hopes": found,
        "i_agree": bool(mine and mine.fact.agrees),
        "you_agree": _other_agrees(found, record),
        "form": HopeForm(initial={"words": words}),
        "is_person": writer_of(record) is Writer.PERSON,
    }
    return page(request, record, "hopes", shown)


def _other_agrees(found: Hopes, record: Record) -> bool:
    other = found.of(Writer.THERAPIST if record.is_own else Writer.PERSON)
    return bool(other and other.fact.agrees)


@require_POST
@opens(Drawer.PLAN, write=True, purpose=FOR)
def hopes_say(request: HttpRequest, record: Record) -> HttpResponse:
    """Agrees, takes it back, or writes one's own words, which needs the word of both."""
    found = hopes_of(record)
    mine = found.of(writer_of(record))
    now = _said(request, found, mine)
    if now is not None:
        _keep(record, mine, now)
    return kept(request, record, "hopes")


def _said(request: HttpRequest, found: Hopes, mine: Leaf[Hope] | None) -> Hope | None:
    before = mine.fact if mine else Hope()
    if "agrees" in request.POST:
        return msgspec.structs.replace(before, agrees=request.POST["agrees"] == "yes")
    form = HopeForm(request.POST)
    if found.are_shown and form.is_valid():
        return msgspec.structs.replace(before, words=form.cleaned_data["words"])
    return None


def _keep(record: Record, mine: Leaf[Hope] | None, now: Hope) -> None:
    """The person's words lie in "only me" as long as the person does not agree: no key of a door opens them."""
    signed = msgspec.structs.replace(now, by=writer_of(record))
    leaf_id: UUID = mine.id if mine else uuid4()
    record.put(signed, leaf_id=leaf_id, follows=(mine.version,) if mine else ())
    if record.is_own:
        record.move(leaf_id, Drawer.PLAN if now.agrees else Drawer.OWN)
