"""What a person asks themselves in a check-in, beside the five that stand there."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vado.diary.forms_own_items import OwnItemsForm
from vado.people.doorkeeper import opens
from vado.people.facts import DiarySettings
from vado.record import Drawer, Record, last_written


@opens(Drawer.PROFILE, write=True)
def own_items(request: HttpRequest, record: Record) -> HttpResponse:
    kept = last_written(record.leaves(DiarySettings))
    settings = kept.fact if kept else DiarySettings()
    form = OwnItemsForm(request.POST or None, initial={"items": "\n".join(settings.own_check_in_items)})
    if request.method == "POST" and form.is_valid():
        record.put_over(kept, msgspec.structs.replace(settings, own_check_in_items=form.cleaned_data["items"]))
        return redirect("me:check-in-new")
    return render(request, "diary/own_items.html", {"form": form, "unreadable": record.unreadable})
