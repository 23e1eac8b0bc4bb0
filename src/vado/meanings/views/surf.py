"""Riding an urge: a question first, then taps, then what it wanted."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4, uuid5

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.diary.facts import Urge, UrgeEnding
from vado.diary.reading import today_for
from vado.meanings.alternatives import grouped, helped_so_far, known_helps, names_of_helps
from vado.meanings.closer_page import known_first, leads_to_safety
from vado.meanings.facts_wave import Helped, OwnAlternative, UrgeWave
from vado.meanings.forms_wave import HelpedForm, TapForm, WaveEndForm
from vado.meanings.keeping import keep_change, keep_new
from vado.meanings.reading import has_just_used, meanings_before, words_of
from vado.meanings.rules_moments import is_just_used
from vado.meanings.rules_wave import is_long_ago, seconds_since, taps_said, told, with_taps
from vado.meanings.wave import urge_wave
from vado.people.doorkeeper import heads_or_404, opens
from vado.people.my_days import settings_of
from vado.record import Drawer, Leaf, LeafError, Record
from vado.record.lived_day import lived_now

WAVES_SHOWN = 12


@opens(Drawer.REFLECTIONS, write=True)
def surf(request: HttpRequest, record: Record) -> HttpResponse:
    """Could this be withdrawal? Then safety comes first; else the wave begins."""
    if request.method == "POST":
        now, settings = timezone.now(), settings_of(record)
        when = lived_now(now, settings.zone, settings.day_starts_at)
        leaf = record.put(UrgeWave(when=when, began_at=now))
        return redirect("meanings:wave", leaf.id)
    waves = sorted(record.leaves(UrgeWave), key=lambda leaf: leaf.fact.began_at, reverse=True)
    unended = [leaf for leaf in waves if not leaf.fact.is_over]
    page = {
        "open": unended[:1],
        "waves": [_shown(leaf) for leaf in waves[:WAVES_SHOWN]],
        "has_just_used": has_just_used(record, timezone.now()),
    }
    return render(request, "meanings/surf.html", page)


def _shown(leaf: Leaf[UrgeWave]) -> dict[str, Any]:
    return {"leaf": leaf, "told": told(leaf.fact.taps)}


@opens(Drawer.REFLECTIONS, write=True)
def wave(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    leaf = heads_or_404(record, UrgeWave, leaf_id)[-1]
    form = TapForm(request.POST or None)
    if request.method == "POST":
        if form.is_valid():
            _keep_taps(record, leaf, form, timezone.now())
        return HttpResponse(status=204) if "quiet" in request.POST else redirect("meanings:wave", leaf_id)
    if is_long_ago(leaf.fact.began_at, timezone.now()):
        return redirect("meanings:wave-end", leaf_id)
    page = {
        "leaf": leaf,
        "drawing": urge_wave(leaf.fact.taps),
        "told": told(leaf.fact.taps),
        "heights": range(11),
        "taps": ",".join(f"{seconds}:{height}" for seconds, height in leaf.fact.taps),
        "seconds": seconds_since(leaf.fact.began_at, timezone.now()),
    }
    return render(request, "meanings/wave.html", page)


def _keep_taps(record: Record, leaf: Leaf[UrgeWave], form: TapForm, now: dt.datetime) -> None:
    said = form.cleaned_data
    more = taps_said(said["taps"])
    if said["height"] is not None:
        more.append((seconds_since(leaf.fact.began_at, now), said["height"]))
    taps = with_taps(leaf.fact.taps, more)
    if taps != leaf.fact.taps:
        heads = tuple(head.version for head in record.heads(leaf.id))
        record.put(msgspec.structs.replace(leaf.fact, taps=taps), leaf_id=leaf.id, follows=heads)


@require_POST
@opens(Drawer.REFLECTIONS, write=True)
def wave_later(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Every tap is kept as it was tapped: putting a wave off changes nothing in it."""
    heads_or_404(record, UrgeWave, leaf_id)
    return _rests(request)


def _rests(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("It waits for you here. Nothing in it gets lost."))
    return redirect("meanings:surf")


@opens(Drawer.REFLECTIONS, Drawer.DIARY, write=True)
def wave_end(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    leaf, names = heads_or_404(record, UrgeWave, leaf_id)[-1], words_of(record).meaning_names()
    initial = {
        "follows": str(leaf.version),
        "wanted": leaf.fact.wanted,
        "ending": leaf.fact.ending,
        "meanings": [one for one in leaf.fact.meanings if one in names],
        "own_meaning": ", ".join(one for one in leaf.fact.meanings if one not in names),
    }
    helps = known_helps(record)
    form = WaveEndForm(request.POST or None, names=names, helps=helps, initial=initial)
    if request.method == "POST" and form.is_valid():
        if request.POST.get("then") in ("stop", "later"):
            _keep_unended(record, leaf, form)
            return _rests(request)
        _keep_end(record, leaf, form)
        return redirect("meanings:wave-told", leaf_id)
    today = today_for(record)
    page = {
        "leaf": leaf,
        "form": form,
        "drawing": urge_wave(leaf.fact.taps),
        "is_long_ago": is_long_ago(leaf.fact.began_at, timezone.now()),
        "known": known_first(form, meanings_before(record, today), names),
    }
    return render(request, "meanings/wave_end.html", page)


def _keep_unended(record: Record, leaf: Leaf[UrgeWave], form: WaveEndForm) -> None:
    """What was said so far; a wave that is put off has not ended by that, and one that has ended stays so."""
    changes = form.changes() | {"is_over": leaf.fact.is_over}

    def onto(fact: UrgeWave) -> UrgeWave:
        return msgspec.structs.replace(fact, **changes)

    keep_change(record, leaf.id, form.cleaned_data["version_id"], follows=form.followed(), onto=onto)


def _keep_end(record: Record, leaf: Leaf[UrgeWave], form: WaveEndForm) -> None:
    """The wave with its end; in the days it stands as an urge; what helped is remembered."""
    changes, version_id = form.changes(), form.cleaned_data["version_id"]
    drawer = Drawer.OWN if leaf.drawer is Drawer.OWN else None
    keep_change(
        record,
        leaf.id,
        version_id,
        follows=form.followed(),
        onto=lambda fact: msgspec.structs.replace(fact, **changes),
    )
    crest = told(leaf.fact.taps)
    urge = Urge(when=leaf.fact.when, strength=crest.highest if crest else None, ending=changes["ending"])
    _keep_once(record, urge, uuid5(leaf.id, "urge"), drawer)
    for what in form.helped():
        _keep_once(record, Helped(what=what, on=leaf.fact.when.on), uuid5(version_id, what), drawer)


def _keep_once(record: Record, fact: Urge | Helped, version_id: UUID, drawer: Drawer | None) -> None:
    """The urge of one wave stands in the days one time, however often its end is written."""
    try:
        heads = record.heads(version_id)
    except LeafError:
        record.put(fact, leaf_id=version_id, version_id=version_id, drawer=drawer)
        return
    if heads[-1].fact != fact:
        record.put(fact, leaf_id=version_id, follows=tuple(head.version for head in heads))


@opens(Drawer.REFLECTIONS)
def wave_told(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    leaf, names = heads_or_404(record, UrgeWave, leaf_id)[-1], words_of(record).meaning_names()
    page = {
        "is_own": record.is_own,
        "record_id": record.id,
        "leaf": leaf,
        "drawing": urge_wave(leaf.fact.taps),
        "told": told(leaf.fact.taps),
        "taps": [{"minute": round(seconds / 60), "height": height} for seconds, height in leaf.fact.taps],
        "meanings": [names.get(one, one) for one in leaf.fact.meanings],
        "is_mine": leaf.drawer is Drawer.OWN,
        "leads_to_safety": leads_to_safety(leaf.fact.meanings),
        "look_closer_from": _to_look_closer(record, leaf, timezone.now()),
        "closer_version": uuid4(),
    }
    return render(request, "meanings/wave_told.html", page)


def _to_look_closer(record: Record, leaf: Leaf[UrgeWave], now: dt.datetime) -> str:
    """The urge in the days from which one may look closer, where somebody has just used; else nothing."""
    has_used = leaf.fact.ending in (UrgeEnding.USED, UrgeEnding.USED_LESS)
    return uuid5(leaf.id, "urge").hex if record.is_own and has_used and is_just_used(leaf.fact.when, now) else ""


@opens(Drawer.REFLECTIONS, write=True)
def helps(request: HttpRequest, record: Record) -> HttpResponse:
    """What can be done with an urge; what has helped this person stands first."""
    form = HelpedForm(request.POST or None, helps=list(names_of_helps(record).items()))
    if request.method == "POST" and form.is_valid():
        said, version_id = form.cleaned_data, form.cleaned_data["version_id"]
        today = today_for(record)
        for what in said["helped"]:
            keep_new(record, Helped(what=what, on=today), uuid5(version_id, what))
        if said["own"].strip():
            keep_new(record, OwnAlternative(words=said["own"].strip()), version_id)
        return redirect("meanings:helps")
    page = {"form": form, "groups": grouped(form, record), "first": helped_so_far(record)}
    return render(request, "meanings/helps.html", page)
