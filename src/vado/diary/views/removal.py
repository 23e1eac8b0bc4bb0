"""Erasing an entry, and putting it back within half an hour."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.diary.facts import DayStatement
from vado.diary.reading import vocabulary_of, whole
from vado.diary.removing import put_back, remove_entry
from vado.diary.rules_entries import ENTRY_TYPES
from vado.diary.timeline import moment_of
from vado.diary.views.addresses import day_address
from vado.diary.views.change import gone
from vado.people.doorkeeper import opens
from vado.people.my_days import settings_of
from vado.record import Drawer, Leaf, LeafError, Record

OF_A_DAY = (*ENTRY_TYPES, DayStatement)


@opens(Drawer.DIARY, write=True)
def remove(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        leaf: Leaf[Any] = record.heads_of(OF_A_DAY, leaf_id)[-1]
    except LeafError as problem:
        return gone(request, problem)
    if request.method != "POST":
        return _asked_first(request, record, leaf)
    remove_entry(record, leaf_id, request.session, timezone.now())
    return redirect(day_address(leaf.fact.when.on, erased=1))


def _asked_first(request: HttpRequest, record: Record, leaf: Leaf[Any]) -> HttpResponse:
    if not isinstance(leaf.fact, ENTRY_TYPES):
        return redirect(day_address(leaf.fact.when.on))
    vocabulary = vocabulary_of(record, settings_of(record))
    return render(request, "diary/remove.html", {"moment": moment_of(whole([leaf], record)[0], vocabulary)})


@require_POST
@opens(Drawer.DIARY, write=True)
def put_it_back(request: HttpRequest, record: Record) -> HttpResponse:
    leaf = put_back(record, request.session, timezone.now())
    if leaf is None:
        messages.info(request, _("It is erased for good: the half hour for putting it back is over."))
        return redirect("me:days")
    messages.info(request, _("It is back."))
    return redirect(day_address(leaf.fact.when.on))
