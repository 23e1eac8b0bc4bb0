"""The map of meanings: seen, read back, and changed by plain forms."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from vado.diary.reading import today_for
from vado.diary.views.addresses import day_in
from vado.meanings.facts_map import MapArrow, MapNode, WhatIf
from vado.meanings.forms_map import ArrowForm, NodeForm, WhatIfForm
from vado.meanings.keeping import keep_change, keep_new
from vado.meanings.map_page import arrow_page, map_page, node_page
from vado.meanings.offered_nodes import offered_from
from vado.meanings.reading import words_of
from vado.meanings.reading_map import Drawn, drawn_in, entries_beside, hand_of
from vado.meanings.rules_map import changed, free_place, may_change
from vado.meanings.templatetags.meanings import address_for
from vado.people.called import who
from vado.people.doorkeeper import opens
from vado.record import Drawer, Record


def _address(record: Record, name: str, *arguments: Any) -> str:
    return address_for(record.is_own, record.id, name, *arguments)


@opens(Drawer.REFLECTIONS)
def meanings_map(request: HttpRequest, record: Record) -> HttpResponse:
    return render(request, "meanings/map.html", map_page(record, drawn_in(record), None, request.GET.get("around", "")))


@opens(Drawer.REFLECTIONS)
def map_on_day(request: HttpRequest, record: Record, day: str) -> HttpResponse:
    on = day_in(day)
    if on is None:
        raise Http404
    return render(request, "meanings/map.html", map_page(record, drawn_in(record), on, request.GET.get("around", "")))


@opens(Drawer.REFLECTIONS, write=True)
def node_new(request: HttpRequest, record: Record) -> HttpResponse:
    drawn, names = drawn_in(record), words_of(record).meaning_names()
    form = NodeForm(request.POST or None, names=names)
    if request.method == "POST" and form.is_valid():
        said = form.changes()
        place = free_place(drawn.all_nodes().values(), said["sort"])
        node = MapNode(**said, place=place, by=hand_of(record), drawn_on=today_for(record))
        keep_new(record, node, form.cleaned_data["version_id"])
        return redirect(_address(record, "map"))
    offered = offered_from(record, request.GET.get("closer", ""), names)
    return render(request, "meanings/map_node_form.html", {**who(record), "form": form, "offered": offered})


def _day_asked(request: HttpRequest) -> dt.date | None:
    """The day whose map led here; None for now."""
    said = request.GET.get("on")
    on = day_in(said) if said else None
    if said and on is None:
        raise Http404
    return on


def _node_in(drawn: Drawn, leaf_id: UUID) -> str:
    if leaf_id.hex not in drawn.nodes:
        raise Http404
    return leaf_id.hex


def _arrow_in(drawn: Drawn, leaf_id: UUID) -> str:
    if leaf_id.hex not in drawn.arrows:
        raise Http404
    return leaf_id.hex


@opens(Drawer.REFLECTIONS)
def node(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    drawn, day = drawn_in(record), _day_asked(request)
    key = _node_in(drawn, leaf_id)
    page = node_page(record, drawn, key, day)
    page["heads"] = record.heads(leaf_id)
    page["is_mine"] = drawn.nodes[key].drawer is Drawer.OWN
    page["may_change"] = page["may_write"] and may_change(drawn.nodes[key].fact, hand_of(record))
    page["what_if_form"] = WhatIfForm(initial={"version_id": uuid4()})
    return render(request, "meanings/map_node.html", page)


def _follows(record: Record, leaf_id: UUID) -> dict[str, str]:
    return {"follows": ",".join(str(head.version) for head in record.heads(leaf_id))}


@opens(Drawer.REFLECTIONS, write=True)
def node_change(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    drawn, names = drawn_in(record), words_of(record).meaning_names()
    before = drawn.nodes[_node_in(drawn, leaf_id)].fact
    if not may_change(before, hand_of(record)):
        raise Http404
    form = NodeForm(request.POST or None, names=names, before=before, initial=_follows(record, leaf_id))
    if request.method == "POST" and form.is_valid():
        said, today = form.changes(), today_for(record)
        if said["sort"] is not before.sort:
            said["place"] = free_place(drawn.all_nodes().values(), said["sort"])

        def onto(seen: MapNode) -> MapNode:
            return changed(seen, today, **said)

        keep_change(record, leaf_id, form.cleaned_data["version_id"], follows=form.followed(), onto=onto)
        return redirect(_address(record, "map-node", leaf_id))
    return render(request, "meanings/map_node_form.html", {**who(record), "form": form, "leaf_id": leaf_id})


@require_POST
@opens(Drawer.REFLECTIONS, write=True)
def take_off(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """No longer on the map from today; the map of earlier days keeps it."""
    drawn, today = drawn_in(record), today_for(record)
    leaf = drawn.nodes.get(leaf_id.hex) or drawn.arrows.get(leaf_id.hex)
    if leaf is None or not may_change(leaf.fact, hand_of(record)):
        raise Http404

    def onto(seen: MapNode | MapArrow) -> MapNode | MapArrow:
        return changed(seen, today, until=None if seen.until else today)

    keep_change(record, leaf_id, uuid4(), follows=(leaf.version,), onto=onto)
    return redirect(_address(record, "map"))


@require_POST
@opens(Drawer.REFLECTIONS, write=True)
def what_if(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    drawn = drawn_in(record)
    key = _node_in(drawn, leaf_id)
    form = WhatIfForm(request.POST)
    if not form.is_valid():
        page = node_page(record, drawn, key) | {"what_if_form": form}
        return render(request, "meanings/map_node.html", page, status=422)
    said = WhatIf(node=key, words=form.cleaned_data["words"], by=hand_of(record), on=today_for(record))
    keep_new(record, said, form.cleaned_data["version_id"])
    return redirect(_address(record, "map-node", leaf_id))


@opens(Drawer.REFLECTIONS)
def arrow(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    drawn, day = drawn_in(record), _day_asked(request)
    key = _arrow_in(drawn, leaf_id)
    page = arrow_page(record, drawn, key, words_of(record), day)
    page["may_change"] = page["may_write"] and may_change(drawn.arrows[key].fact, hand_of(record))
    page["is_mine"] = drawn.arrows[key].drawer is Drawer.OWN
    return render(request, "meanings/map_arrow.html", page)


@opens(Drawer.REFLECTIONS, write=True)
def arrow_new(request: HttpRequest, record: Record) -> HttpResponse:
    drawn = drawn_in(record)
    form = _arrow_form(request, record, drawn, None, initial={"source": request.GET.get("from", "")})
    if request.method == "POST" and form.is_valid():
        keep_new(record, form.fact(today_for(record)), form.cleaned_data["version_id"])
        return redirect(_address(record, "map"))
    return render(request, "meanings/map_arrow_form.html", {**who(record), "form": form})


@opens(Drawer.REFLECTIONS, write=True)
def arrow_change(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    drawn = drawn_in(record)
    before = drawn.arrows[_arrow_in(drawn, leaf_id)].fact
    if not may_change(before, hand_of(record)):
        raise Http404
    form = _arrow_form(request, record, drawn, before, initial=_follows(record, leaf_id))
    if request.method == "POST" and form.is_valid():
        said, today = form.changes(), today_for(record)

        def onto(seen: MapArrow) -> MapArrow:
            return changed(seen, today, **said)

        keep_change(record, leaf_id, form.cleaned_data["version_id"], follows=form.followed(), onto=onto)
        return redirect(_address(record, "map-arrow", leaf_id))
    return render(request, "meanings/map_arrow_form.html", {**who(record), "form": form, "leaf_id": leaf_id})


def _arrow_form(
    request: HttpRequest, record: Record, drawn: Drawn, before: MapArrow | None, initial: dict[str, Any]
) -> ArrowForm:
    named = dict.fromkeys((*before.speaks_for, *before.speaks_against)) if before else {}
    return ArrowForm(
        request.POST or None,
        nodes=drawn.on().nodes,
        entries=entries_beside(record, named, words_of(record)),
        hand=hand_of(record),
        before=before,
        initial=initial,
    )
