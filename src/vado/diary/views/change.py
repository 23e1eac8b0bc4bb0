"""One entry: what it says, changing it, its earlier versions, and two edits at once."""

from itertools import groupby
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from vado.diary.for_safety import note_first_sights
from vado.diary.forms import FORMS, EntryForm, Writing
from vado.diary.keeping import keep_edit
from vado.diary.reading import heads_of_entry, whole, writing_now
from vado.diary.timeline import Written, moment_of
from vado.diary.views.addresses import day_address
from vado.people.doorkeeper import opens
from vado.record import ChangedUnderItsId, Drawer, LeafError, LeafGone, Record


@opens(Drawer.DIARY)
def entry(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        heads = heads_of_entry(record, leaf_id)
    except LeafError as problem:
        if not record.is_own:
            raise Http404 from problem  # through a door nothing tells that it was ever there
        return gone(request, problem)
    writing = writing_now(record, timezone.now())
    shown = [moment_of(head, writing.vocabulary) for head in heads]
    return render(
        request,
        "diary/entry.html",
        {"moments": shown, "moment": shown[0], "is_own": record.is_own, "record_id": record.id},
    )


@opens(Drawer.DIARY, write=True)
def edit(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    writing = writing_now(record, timezone.now())
    try:
        form = _edit_form(request, heads_of_entry(record, leaf_id), writing)
        if request.method == "POST" and form.is_valid():
            return redirect(_kept(record, leaf_id, form))
    except ChangedUnderItsId:
        form = form.offered_anew()
    except LeafGone as problem:
        return _words_saved(request, problem, writing)
    except LeafError as problem:
        return gone(request, problem)
    return _edit_page(request, form, writing, leaf_id=leaf_id)


def _edit_form(request: HttpRequest, heads: list[Written], writing: Writing) -> EntryForm:
    form_type = FORMS[type(heads[0].entry)]
    initial = {
        "follows": ",".join(str(head.leaf.version) for head in heads),
        **{f"mine_{field}": True for field in heads[0].mine},
    }
    return form_type(request.POST or None, writing=writing, before=heads[0].entry, initial=initial)


def _edit_page(request: HttpRequest, form: EntryForm, writing: Writing, **more: Any) -> HttpResponse:
    return render(
        request, f"diary/{form.fact_type.kind}.html", {"form": form, "vocabulary": writing.vocabulary, **more}
    )


def _kept(record: Record, leaf_id: UUID, form: EntryForm) -> str:
    leaf = keep_edit(
        record,
        leaf_id,
        form.fact(),
        form.cleaned_data["version_id"],
        follows=form.followed(),
        mine=form.mine_fields(),
    )
    note_first_sights(record, leaf, form.writing.settings, form.writing.now)
    return day_address(leaf.fact.when.on, changed=leaf_id.hex)


def _words_saved(request: HttpRequest, problem: LeafGone, writing: Writing) -> HttpResponse:
    """The entry was erased while it was changed: the words come back, ready to be kept as a new entry."""
    form_type = next((form for form in FORMS.values() if form.fact_type.kind == request.POST.get("kind")), None)
    if form_type is None:
        return gone(request, problem)
    said = request.POST.copy()
    said["version_id"], said["follows"] = str(uuid4()), ""
    action = reverse(f"me:{form_type.fact_type.kind.replace('_', '-')}-new")
    return _edit_page(request, form_type(said, writing=writing), writing, erased=problem, action=action)


def gone(request: HttpRequest, problem: LeafError) -> HttpResponse:
    """An entry that cannot be shown, and why."""
    return render(request, "diary/gone.html", {"problem": problem}, status=404)


@opens(Drawer.DIARY)
def history(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        heads_of_entry(record, leaf_id)
        versions = record.history(leaf_id)
    except LeafError as problem:
        return gone(request, problem)
    vocabulary = writing_now(record, timezone.now()).vocabulary
    told = [next(same) for _fact, same in groupby(versions, key=lambda version: version.fact)]
    shown = [moment_of(version, vocabulary) for version in whole(told, record)]
    return render(request, "diary/history.html", {"moments": shown[::-1], "leaf_id": leaf_id})


@require_POST
@opens(Drawer.DIARY, write=True)
def choose(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Two edits at once: the chosen one follows both; with "both" the others become entries of their own."""
    try:
        heads = [written.leaf for written in heads_of_entry(record, leaf_id)]
    except LeafError as problem:
        return gone(request, problem)
    chosen = record.settle(heads, request.POST.get("version", ""), keeps_all=request.POST.get("keep") == "both")
    return redirect(day_address(chosen.fact.when.on, changed=leaf_id.hex))
