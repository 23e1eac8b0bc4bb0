"""Writing: a use, an urge, how I am, a step, a note."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from vado.diary.forms import CheckInForm, EntryForm, NoteForm, StepForm, UrgeForm, UseForm, Writing
from vado.diary.forms_small import RepeatForm
from vado.diary.keeping import keep_new
from vado.diary.reading import recent_uses, writing_now
from vado.diary.rules_entries import is_same_but_for_when, recent_doses
from vado.diary.rules_when import WhenAnswer, today_of
from vado.diary.timeline import dose_words
from vado.diary.views.addresses import after_keeping, day_in
from vado.people.doorkeeper import opens
from vado.record import ChangedUnderItsId, Drawer, Leaf, Record


@opens(Drawer.DIARY, write=True)
def use_new(request: HttpRequest, record: Record) -> HttpResponse:
    writing = writing_now(record, timezone.now())
    return _written(
        request,
        record,
        UseForm,
        writing,
        {"doses": chips(record, writing), "repeat_form": RepeatForm(initial={"version_id": uuid4()})},
    )


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


def chips(record: Record, writing: Writing) -> list[dict[str, Any]]:
    """The person's own doses as buttons, each carrying the entry that it repeats."""
    leaves = recent_uses(record, today_of(writing.settings, writing.now))
    by_use = {id(leaf.fact): leaf.id for leaf in leaves}
    doses = recent_doses(leaf.fact for leaf in leaves)
    return [{"leaf": by_use[id(use)], "words": dose_words(use, writing.vocabulary)} for use in doses]


def _written(
    request: HttpRequest,
    record: Record,
    form_type: type[EntryForm],
    writing: Writing,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    form = form_type(request.POST or None, writing=writing, initial=_asked(request))
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(after_keeping(keep_form(record, form)))
        except ChangedUnderItsId as known:
            kept = record.leaf(known.leaf_id)
            if is_same_but_for_when(kept.fact, form.fact()):
                return redirect(after_keeping(kept))
            form = _offered_anew(request, form_type, writing)
    name = form_type.fact_type.kind
    return render(
        request, f"diary/{name}.html", {"form": form, "vocabulary": writing.vocabulary, **(more or {})}
    )


def keep_form(record: Record, form: EntryForm) -> Leaf[Any]:
    """Keeps what the form says; sent twice, it is kept once."""
    said = form.cleaned_data
    return keep_new(
        record, form.fact(), said["version_id"], only_mine=said["only_mine"], mine=form.mine_fields()
    )


def _offered_anew(request: HttpRequest, form_type: type[EntryForm], writing: Writing) -> EntryForm:
    """The page was sent before with other words: both can be kept, and nothing is lost."""
    said = request.POST.copy()
    said["version_id"] = str(uuid4())
    form = form_type(said, writing=writing)
    form.add_error(
        None, _("An entry from this page is already kept. Press “Keep it” to keep this one as well.")
    )
    return form


def _asked(request: HttpRequest) -> dict[str, Any]:
    """The day that a link from a day page names."""
    day = day_in(request.GET.get("on", ""))
    return {"when": WhenAnswer.EARLIER, "on": day} if day else {}
