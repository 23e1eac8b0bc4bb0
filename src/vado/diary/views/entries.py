"""Writing: a use, an urge, how I am, a step, a note."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from vado.diary.for_safety import note_first_sights
from vado.diary.forms import CheckInForm, EntryForm, NoteForm, StepForm, UrgeForm, UseForm, Writing
from vado.diary.forms_small import RepeatForm
from vado.diary.keeping import keep_new
from vado.diary.reading import recent_uses, writing_now
from vado.diary.rules_entries import is_same_but_for_when, recent_doses
from vado.diary.rules_when import WhenAnswer, today_of
from vado.diary.timeline import dose_words
from vado.diary.views.addresses import after_keeping, day_in
from vado.people.doorkeeper import opens
from vado.record import ChangedUnderItsId, Drawer, Leaf, LeafGone, Record


@opens(Drawer.DIARY, write=True)
def use_new(request: HttpRequest, record: Record) -> HttpResponse:
    writing = writing_now(record, timezone.now())
    return _written(request, record, UseForm, writing, lambda: _chips(record, writing))


@opens(Drawer.DIARY, write=True)
def urge_new(request: HttpRequest, record: Record) -> HttpResponse:
    return _written(request, record, UrgeForm, writing_now(record, timezone.now()))


@opens(Drawer.DIARY, write=True)
def check_in_new(request: HttpRequest, record: Record) -> HttpResponse:
    return _written(request, record, CheckInForm, writing_now(record, timezone.now()))


@opens(Drawer.DIARY, write=True)
def step_new(request: HttpRequest, record: Record) -> HttpResponse:
    return _written(request, record, StepForm, writing_now(record, timezone.now()))


@opens(Drawer.DIARY, write=True)
def note_new(request: HttpRequest, record: Record) -> HttpResponse:
    return _written(request, record, NoteForm, writing_now(record, timezone.now()))


def _chips(record: Record, writing: Writing) -> dict[str, Any]:
    """The person's own doses as buttons, each carrying the entry that it repeats."""
    leaves = recent_uses(record, today_of(writing.settings, writing.now))
    by_use = {id(leaf.fact): leaf.id for leaf in leaves}
    doses = recent_doses(leaf.fact for leaf in leaves)
    chips = [{"leaf": by_use[id(use)], "words": dose_words(use, writing.vocabulary)} for use in doses]
    return {"doses": chips, "repeat_form": RepeatForm(initial={"version_id": uuid4()})}


def _written(
    request: HttpRequest,
    record: Record,
    form_type: type[EntryForm],
    writing: Writing,
    more: Callable[[], dict[str, Any]] = dict,
) -> HttpResponse:
    form = form_type(request.POST or None, writing=writing, initial=_asked(request))
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(after_keeping(keep_form(record, form)))
        except ChangedUnderItsId as known:
            kept: Leaf[Any] = record.leaf(known.leaf_id)
            if is_same_but_for_when(kept.fact, form.fact()):
                return redirect(after_keeping(kept))
            form = form.offered_anew()
        except LeafGone:
            form = form.offered_anew()
    page = {"form": form, "vocabulary": writing.vocabulary, **more()}
    return render(request, f"diary/{form.kind}.html", page)


def keep_form(record: Record, form: EntryForm) -> Leaf[Any]:
    """Keeps what the form says; sent twice, it is kept once."""
    said = form.cleaned_data
    leaf = keep_new(record, form.fact(), said["version_id"], only_mine=said["only_mine"], mine=form.mine_fields())
    note_first_sights(record, leaf, form.writing.settings, form.writing.now)
    return leaf


def _asked(request: HttpRequest) -> dict[str, Any]:
    """The day that a link from a day page names."""
    day = day_in(request.GET.get("on", ""))
    return {"when": WhenAnswer.EARLIER, "on": day} if day else {}
