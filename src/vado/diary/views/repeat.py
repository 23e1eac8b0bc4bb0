"""The same dose now: one tap keeps it."""

from uuid import uuid5

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.diary.facts import Use
from vado.diary.for_safety import note_first_sights
from vado.diary.forms_small import RepeatForm
from vado.diary.keeping import keep_new
from vado.diary.rules_entries import repeated
from vado.diary.views.addresses import after_keeping
from vado.people.doorkeeper import opens
from vado.people.my_days import settings_of
from vado.record import ChangedUnderItsId, Drawer, LeafError, Record
from vado.record.lived_day import lived_now


@require_POST
@opens(Drawer.DIARY, write=True)
def repeat(request: HttpRequest, record: Record) -> HttpResponse:
    form = RepeatForm(request.POST)
    if not form.is_valid():
        return redirect("me:use-new")
    try:
        return redirect(_repeated(record, form))
    except ChangedUnderItsId as known:
        return redirect(after_keeping(record.leaf(known.leaf_id)))
    except LeafError:
        messages.info(request, _("That entry is no longer here. Write it as a new one."))
        return redirect("me:use-new")


def _repeated(record: Record, form: RepeatForm) -> str:
    before = record.leaf(form.cleaned_data["dose"])
    if not isinstance(before.fact, Use):
        return "me:use-new"
    settings = settings_of(record)
    lived = lived_now(timezone.now(), settings.zone, settings.day_starts_at)
    use = msgspec.structs.replace(repeated(before.fact), when=lived)
    only_mine = before.drawer is Drawer.OWN
    # One page offers several doses under one id: two taps on one chip are one entry, on two chips two.
    version_id = uuid5(form.cleaned_data["version_id"], before.id.hex)
    leaf = keep_new(record, use, version_id, only_mine=only_mine, mine=())
    note_first_sights(record, leaf, settings, timezone.now())
    return after_keeping(leaf)
