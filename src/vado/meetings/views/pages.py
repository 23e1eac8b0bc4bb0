"""What the pages of this room have in common."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vado.meetings.addresses import address
from vado.meetings.forms import MeetingsForm
from vado.people.called import called
from vado.record import Leaf, Purpose, Record

FOR = Purpose.CARE  # a page of meetings is opened by the person, or through a door for therapy


def page(request: HttpRequest, record: Record, template: str, shown: dict[str, Any]) -> HttpResponse:
    """A page with who reads it and whether they may write here; a form with errors answers 400."""
    form = shown.get("form")
    status = 400 if isinstance(form, MeetingsForm) and form.errors else 200
    more = {"record": record, "is_own": record.is_own, "may_write": record.may_write, **shown}
    more.setdefault("whose", "" if record.is_own else called(record))
    return render(request, f"meetings/{template}.html", more, status=status)


def kept(request: HttpRequest, record: Record, name: str, *asked: object) -> HttpResponse:
    """Says that it is kept, and goes on to that page."""
    messages.info(request, _("Kept."))
    return redirect(address(record, name, *asked))


def seen(heads: list[Leaf[Any]]) -> str:
    """The versions that a form shows, so that an edit follows them."""
    return ",".join(str(head.version) for head in heads)
