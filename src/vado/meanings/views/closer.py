"""Looking closer: one episode or urge, moment by moment."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

import msgspec
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.diary.facts import Urge, Use
from vado.diary.forms_messages import WHEN_MESSAGES
from vado.diary.reading import today_for
from vado.diary.rules_when import WhenAnswer, WhenProblem, today_of, when_said
from vado.meanings.closer_page import line_page, moment_page
from vado.meanings.facts import Unwrapping
from vado.meanings.forms_closer import BeginForm, MomentForm
from vado.meanings.keeping import keep_change, keep_new
from vado.meanings.moments import ASKED, BESIDE_NAMES
from vado.meanings.reading import entries_offered, meanings_before, unwrappings, words_of
from vado.meanings.rules_moments import (
    MOMENTS,
    SHORT_WAY,
    USED_AT_ALL,
    begun_from,
    following,
    is_just_used,
    latencies,
    side_by_side,
)
from vado.people.called import who
from vado.people.doorkeeper import heads_or_404, opens
from vado.people.my_days import settings_of
from vado.record import Drawer, LeafError, Record


@opens(Drawer.REFLECTIONS)
def closer(request: HttpRequest, record: Record) -> HttpResponse:
    kept = unwrappings(record)
    page = {
        "waiting": [leaf for leaf in kept if leaf.fact.waits],
        "kept": [leaf for leaf in kept if not leaf.fact.waits],
        "offered": entries_offered(record, today_for(record), words_of(record)) if record.is_own else [],
        "form": BeginForm(initial={"version_id": uuid4()}),
        **who(record),
    }
    return render(request, "meanings/closer.html", page)


@require_POST
@opens(Drawer.REFLECTIONS, Drawer.DIARY, write=True)
def begin(request: HttpRequest, record: Record) -> HttpResponse:
    form = BeginForm(request.POST)
    if not form.is_valid():
        return render(request, "meanings/begin.html", {"form": form}, status=422)
    now = timezone.now()
    try:
        fact, drawer = _first(request, record, form, now)
    except WhenProblem as problem:
        form.add_error("on", WHEN_MESSAGES[problem.fault])
        return render(request, "meanings/begin.html", {"form": form}, status=422)
    except LeafError:
        messages.info(request, _("That entry is no longer here. One can begin without it."))
        return redirect("meanings:closer")
    leaf = keep_new(record, fact, form.cleaned_data["version_id"], drawer=drawer)
    has_just_used = is_just_used(fact.when, now) and (not fact.entry or fact.ended in USED_AT_ALL)
    return redirect("meanings:closer-tomorrow" if has_just_used else "meanings:closer-begin", leaf.id)


def _first(request: HttpRequest, record: Record, form: BeginForm, now: dt.datetime) -> tuple[Unwrapping, Drawer | None]:
    """From an entry, what it tells except what is only the person's; an entry that is only theirs gives one as well."""
    if request.POST.get("entry"):
        leaf = record.leaf(_leaf_id(request.POST["entry"]))
        if not isinstance(leaf.fact, Use | Urge):
            raise Http404
        return begun_from(leaf.fact, leaf.id.hex), Drawer.OWN if leaf.drawer is Drawer.OWN else None
    said, settings = form.cleaned_data, settings_of(record)
    answer = WhenAnswer.NOW if said["when"] == "now" and not said["on"] else WhenAnswer.THAT_DAY
    on = said["on"] or today_of(settings, now)
    return Unwrapping(when=when_said(answer, on, None, settings, now), about=said["about"]), None


def _leaf_id(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError as problem:
        raise Http404 from problem


@opens(Drawer.REFLECTIONS)
def begin_at(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """The first question; three are enough for one time."""
    return redirect(reverse("meanings:closer-moment", args=[leaf_id, SHORT_WAY[0]]) + "?way=short")


@opens(Drawer.REFLECTIONS, write=True)
def tomorrow(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Offered to somebody who has just used; puts it off without losing it."""
    heads = heads_or_404(record, Unwrapping, leaf_id)
    if request.method != "POST":
        return render(request, "meanings/tomorrow.html", {"leaf": heads[-1]})
    return _put_off(request, record, leaf_id)


def _put_off(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    def onto(fact: Unwrapping) -> Unwrapping:
        return msgspec.structs.replace(fact, waits=True)

    keep_change(record, leaf_id, uuid4(), follows=(record.leaf(leaf_id).version,), onto=onto)
    messages.info(request, _("It waits for you here. Nothing in it gets lost."))
    return redirect("meanings:closer")


@opens(Drawer.REFLECTIONS)
def line(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    heads = heads_or_404(record, Unwrapping, leaf_id)
    page = line_page(record, heads, words_of(record))
    page["is_enough"] = "enough" in request.GET
    return render(request, "meanings/line.html", page)


@opens(Drawer.REFLECTIONS, write=True)
def moment(request: HttpRequest, record: Record, leaf_id: UUID, moment: str) -> HttpResponse:
    if moment not in MOMENTS:
        raise Http404
    heads = heads_or_404(record, Unwrapping, leaf_id)
    names = words_of(record).meaning_names()
    initial = {"follows": ",".join(str(head.version) for head in heads)}
    fact = heads[-1].fact
    form = MomentForm(request.POST or None, moment=moment, unwrapping=fact, names=names, initial=initial)
    is_short = (request.POST or request.GET).get("way") == "short"
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        keep_change(record, leaf_id, said["version_id"], follows=form.followed(), onto=form.onto)
        if request.POST.get("then") == "later":
            return _put_off(request, record, leaf_id)
        return redirect(_then(request.POST.get("then", ""), leaf_id, moment, is_short))
    today = today_for(record)
    page = moment_page(heads[-1], form, is_short=is_short, known=meanings_before(record, today), names=names)
    return render(request, "meanings/moment.html", page)


def _then(asked: str, leaf_id: UUID, moment: str, is_short: bool) -> str:
    """On to the next moment, or to the line where somebody stops or the short way ends."""
    line = reverse("meanings:closer-line", args=[leaf_id])
    if asked == "stop":
        return line
    following_moment = following(moment, short=is_short)
    if following_moment is None:
        return line + ("?enough=" if is_short else "")
    return reverse("meanings:closer-moment", args=[leaf_id, following_moment]) + ("?way=short" if is_short else "")


@opens(Drawer.REFLECTIONS)
def together(request: HttpRequest, record: Record) -> HttpResponse:
    """The person's own words about the same moment, side by side."""
    facts = [leaf.fact for leaf in unwrappings(record)]
    said = side_by_side(facts)
    rows: list[dict[str, Any]] = [
        {"code": code, "name": ASKED[code].short if code in ASKED else BESIDE_NAMES[code], "words": words}
        for code, words in said.items()
    ]
    spans = [{"on": on, "minutes": round(span.total_seconds() / 60)} for on, span in latencies(facts)]
    page = {"rows": rows, "spans": spans, "is_own": record.is_own, "record_id": record.id}
    return render(request, "meanings/together.html", page)
