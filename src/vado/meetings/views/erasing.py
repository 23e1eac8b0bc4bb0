"""Erasing something of meetings: the person's right, whoever wrote it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from vado.meetings.reading import KINDS
from vado.meetings.views.pages import page
from vado.people.doorkeeper import heads_or_404, opens
from vado.record import Drawer, Record


@opens(Drawer.PLAN, Drawer.MEASURES, write=True)
def erase(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Asked once, then erased with its earlier versions."""
    leaf = heads_or_404(record, KINDS, leaf_id)[-1]
    if request.method == "POST":
        record.remove(leaf_id)
        messages.info(request, _("It is erased."))
        return redirect("meetings:since")
    return page(
        request, record, "erase", {"words": getattr(leaf.fact, "words", ""), "when": getattr(leaf.fact, "when", None)}
    )
