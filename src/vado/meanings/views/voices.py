"""Two voices, and one page for two hands."""

import datetime as dt
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vado.diary.reading import today_for
from vado.diary.views.addresses import day_in
from vado.meanings.facts_map import Hand
from vado.meanings.facts_voices import FormulationPart, Section, Side, VoiceLine
from vado.meanings.forms_voices import SECTIONS, SIDE_NAMES, PartForm, VoiceForm
from vado.meanings.keeping import keep_change, keep_new
from vado.meanings.lanes import lanes
from vado.meanings.reading_map import hand_of
from vado.meanings.rules_voices import by_section, courses, days_of_writing, rewritten, spoken, words_on
from vado.meanings.templatetags.meanings import address_for
from vado.people.called import who
from vado.people.doorkeeper import opens
from vado.record import Drawer, Leaf, Record


@opens(Drawer.VOICES)
def voices(request: HttpRequest, record: Record) -> HttpResponse:
    """Both voices, in the order in which they spoke."""
    leaves = _lines(record)
    answered = leaves.get(request.GET.get("to", ""))
    other = Side.WANTS_ELSE if answered and answered.fact.side is Side.WANTS_IT else Side.WANTS_IT
    initial = {"version_id": uuid4(), "answers": answered.id.hex if answered else "", "side": other}
    form = VoiceForm(initial=initial)
    return render(request, "meanings/voices.html", _voices_page(record, leaves, form))


@opens(Drawer.VOICES, write=True)
def speak(request: HttpRequest, record: Record) -> HttpResponse:
    """One line more."""
    form = VoiceForm(request.POST or None, initial={"version_id": uuid4()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        line = VoiceLine(side=Side(said["side"]), words=said["words"], on=today_for(record), answers=said["answers"])
        keep_new(record, line, said["version_id"])
        return redirect("meanings:voices")
    return render(request, "meanings/voices.html", _voices_page(record, _lines(record), form))


def _lines(record: Record) -> dict[str, Leaf[VoiceLine]]:
    found = sorted(record.leaves(VoiceLine), key=lambda leaf: (leaf.fact.on, leaf.sequence))
    return {leaf.id.hex: leaf for leaf in found}


def _voices_page(record: Record, leaves: dict[str, Leaf[VoiceLine]], form: VoiceForm) -> dict[str, Any]:
    told = spoken({key: leaf.fact for key, leaf in leaves.items()})
    shown = [
        {
            "key": one.id,
            "id": leaves[one.id].id,
            "line": one.line,
            "name": SIDE_NAMES[one.line.side],
            "to": one.to.words if one.to else "",
            "to_itself": one.to_itself,
        }
        for one in told
    ]
    return {**who(record), "lines": shown, "form": form}


@opens(Drawer.VOICES)
def voices_over_time(request: HttpRequest, record: Record) -> HttpResponse:
    """What each voice said first and last, and when they spoke. No side is counted, none is ahead."""
    told = spoken({key: leaf.fact for key, leaf in _lines(record).items()})
    today = today_for(record)
    since = min((one.line.on for one in told), default=today)
    shown = [{"name": SIDE_NAMES[one.side], "course": one} for one in courses(one.line for one in told)]
    page = {"picture": lanes(told, since, today), "since": since, "today": today, "courses": shown}
    return render(request, "meanings/voices_over_time.html", {**who(record), **page})


@opens(Drawer.REFLECTIONS)
def formulation(request: HttpRequest, record: Record, day: str = "") -> HttpResponse:
    """The page of both hands, now or as it stood on a day."""
    on = day_in(day) if day else None
    if day and on is None:
        raise Http404
    parts = [leaf.fact for leaf in _parts(record)]
    page = {**who(record), "day": on, "days": days_of_writing(parts), "sections": _sections(record, parts, on)}
    return render(request, "meanings/formulation.html", page)


def _parts(record: Record) -> list[Leaf[FormulationPart]]:
    return sorted(record.leaves(FormulationPart), key=lambda leaf: leaf.sequence)


def _sections(record: Record, parts: list[FormulationPart], on: dt.date | None) -> list[dict[str, Any]]:
    hands = by_section(parts)
    return [
        {
            "code": section.value,
            "name": SECTIONS[section][0],
            "hint": SECTIONS[section][1],
            "mine": _words(hands[section].get(hand_of(record)), on),
            "theirs": _words(hands[section].get(_other(hand_of(record))), on),
            "differs": any(part.sees_otherwise for part in hands[section].values()),
        }
        for section in Section
    ]


def _other(hand: Hand) -> Hand:
    return Hand.THERAPIST if hand is Hand.PERSON else Hand.PERSON


def _words(part: FormulationPart | None, on: dt.date | None) -> dict[str, Any] | None:
    words = words_on(part, on) if part else ""
    return {"words": words, "on": part.on} if part and words else None


@opens(Drawer.REFLECTIONS, write=True)
def formulation_part(request: HttpRequest, record: Record, section: str) -> HttpResponse:
    """What this hand writes in one part; the other's words are not touched."""
    if section not in set(Section):
        raise Http404
    asked, hand, today = Section(section), hand_of(record), today_for(record)
    mine = [leaf for leaf in _parts(record) if leaf.fact.section is asked and leaf.fact.by is hand]
    newest = mine[-1] if mine else None
    initial: dict[str, Any] = {"words": newest.fact.words, "follows": str(newest.version)} if newest else {}
    initial |= {"sees_otherwise": newest.fact.sees_otherwise} if newest else {}
    form = PartForm(request.POST or None, section=asked, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        otherwise, version_id = said["sees_otherwise"], said["version_id"]
        if newest is None:
            part = FormulationPart(section=asked, by=hand, words=said["words"], on=today, sees_otherwise=otherwise)
            keep_new(record, part, version_id)
        else:
            keep_change(
                record,
                newest.id,
                version_id,
                follows=form.followed(),
                onto=lambda seen: rewritten(seen, said["words"], today, sees_otherwise=otherwise),
            )
        return redirect(address_for(record.is_own, record.id, "formulation"))
    theirs = by_section(leaf.fact for leaf in _parts(record))[asked].get(_other(hand))
    return render(request, "meanings/formulation_part.html", {**who(record), "form": form, "theirs": theirs})
