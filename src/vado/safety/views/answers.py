"""Two small answers to what a page showed: "I know this", and what kind of thing an own substance is."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from vado import catalogue
from vado.people.doorkeeper import opens
from vado.record import Drawer, Record
from vado.safety.combining import never_rests
from vado.safety.facts import Known, OwnClass
from vado.safety.forms_list import LONGEST_LINE, class_choices
from vado.safety.reading import safety_of

RESTS_FOR = dt.timedelta(days=30)


@require_POST
@opens(Drawer.SAFETY, write=True)
def know(request: HttpRequest, record: Record) -> HttpResponse:
    """The line of a combination rests for 30 days; an opioid with another sedative never rests."""
    rule = request.POST.get("rule", "")
    may_rest = {pair.id for pair in catalogue.combinations().pairs if not never_rests(pair)}
    if rule in may_rest:
        fact = Known(rule=rule, until=timezone.now().date() + RESTS_FOR)
        before = [leaf for leaf in safety_of(record).known if leaf.fact.rule == rule]
        record.put_over(before[-1] if before else None, fact)
    return _back(request)


@require_POST
@opens(Drawer.SAFETY, write=True)
def own_class(request: HttpRequest, record: Record) -> HttpResponse:
    """Asked once for each word; "I don't know" is an answer and stays unknown."""
    word = request.POST.get("word", "").strip()
    chosen = request.POST.get("class_code", "")
    is_known = chosen in {code for code, _name in class_choices()}
    if 0 < len(word) <= LONGEST_LINE and is_known and safety_of(record).class_of_own(word) is None:
        record.put(OwnClass(word=word, class_code=chosen))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """To the page that asked, if it is one of ours."""
    asked = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/")
    return redirect(asked if is_ours else "today")
