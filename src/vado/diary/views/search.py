"""Searching one's own words: every entry is opened and read; no index, and nothing in an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vado.diary.forms_words import SearchForm
from vado.diary.reading import whole
from vado.diary.rules_entries import ENTRY_TYPES
from vado.diary.rules_search import Excerpt, found_in, terms_of
from vado.diary.timeline import Written
from vado.people.doorkeeper import opens
from vado.record import Drawer, Record, one_head_each

MOST_SHOWN = 100


@opens(Drawer.DIARY)
def search(request: HttpRequest, record: Record) -> HttpResponse:
    form = SearchForm(request.POST or None)
    page = {"form": form, "asked": request.method == "POST"}
    if request.method == "POST" and form.is_valid():
        found = found_places(record, form.cleaned_data["words"])
        page |= {"found": found[:MOST_SHOWN], "count": len(found), "most": MOST_SHOWN}
    return render(request, "diary/search.html", page | {"unreadable": record.unreadable})


def found_places(record: Record, query: str) -> list[tuple[Written, Excerpt]]:
    """The entries that hold the words, newest day first."""
    terms = terms_of(query)
    if not terms:
        return []
    entries = whole(one_head_each(record.leaves(ENTRY_TYPES)), record)
    places = ((one, found_in(one.entry, terms)) for one in entries)
    found = [(one, excerpt) for one, excerpt in places if excerpt is not None]
    return sorted(found, key=lambda pair: (pair[0].entry.when.on, pair[0].leaf.sequence), reverse=True)
