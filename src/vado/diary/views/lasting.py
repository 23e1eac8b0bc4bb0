"""Anchors and own words: what stays true over many days."""

import uuid
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.diary.facts import Anchor, OwnWord
from vado.diary.forms_words import AnchorForm, OwnWordForm
from vado.diary.marks import substance_key
from vado.diary.vocabulary import substance_names
from vado.people.doorkeeper import opens
from vado.record import ChangedUnderItsId, Drawer, Leaf, LeafError, Record


@opens(Drawer.DIARY, write=True)
def anchors(request: HttpRequest, record: Record) -> HttpResponse:
    form = AnchorForm(request.POST or None, initial={"version_id": uuid.uuid4()})
    if request.method == "POST" and form.is_valid():
        _keep(record, form.fact(), form.cleaned_data["version_id"])
        return redirect("me:anchors")
    kept = sorted(record.leaves(Anchor), key=lambda leaf: leaf.fact.on)
    return render(request, "diary/anchors.html", {"form": form, "anchors": kept, "unreadable": record.unreadable})


@opens(Drawer.DIARY, write=True)
def words(request: HttpRequest, record: Record) -> HttpResponse:
    form = OwnWordForm(request.POST or None, initial={"version_id": uuid.uuid4()})
    if request.method == "POST" and form.is_valid():
        _keep_word(record, form.fact(), form.cleaned_data["version_id"])
        return redirect("me:words")
    names = substance_names()
    kept = [{"leaf": leaf, "stands_for": names.get(leaf.fact.substance_code, "")} for leaf in record.leaves(OwnWord)]
    return render(request, "diary/own_words.html", {"form": form, "kept": kept, "unreadable": record.unreadable})


def _keep_word(record: Record, word: OwnWord, version_id: UUID) -> None:
    """One substance has one own word: a new one follows the old one."""
    key = substance_key(word.substance_code, word.word)
    same = [leaf for leaf in record.leaves(OwnWord) if _key_of(leaf) == key]
    if not same:
        _keep(record, word, version_id)
    elif version_id not in {leaf.version for leaf in same}:
        follows = tuple(leaf.version for leaf in same if leaf.id == same[0].id)
        record.put(word, leaf_id=same[0].id, follows=follows, version_id=version_id)


def _key_of(leaf: Leaf[OwnWord]) -> str:
    return substance_key(leaf.fact.substance_code, leaf.fact.word)


def _keep(record: Record, fact: Anchor | OwnWord, version_id: UUID) -> None:
    try:
        record.put(fact, version_id=version_id)
    except ChangedUnderItsId:
        return  # the same form sent twice: the first one is kept


@require_POST
@opens(Drawer.DIARY, write=True)
def lasting_remove(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        fact = record.heads(leaf_id)[0].fact
    except LeafError:
        messages.info(request, _("That is no longer here."))
        return redirect("me:days")
    if isinstance(fact, Anchor | OwnWord):
        record.remove(leaf_id)
    return redirect("me:words" if isinstance(fact, OwnWord) else "me:anchors")
