"""The first page of the room: what can be looked at, and what waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vado.meanings.reading import unwrappings
from vado.people.doorkeeper import opens
from vado.record import Drawer, Record


@opens(Drawer.REFLECTIONS)
def meanings(request: HttpRequest, record: Record) -> HttpResponse:
    kept = unwrappings(record)
    page = {"waiting": [leaf for leaf in kept if leaf.fact.waits], "unreadable": record.unreadable}
    return render(request, "meanings/meanings.html", page)
