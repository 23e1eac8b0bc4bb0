"""The places of the navigation, and which of them a page belongs to."""

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Place(msgspec.Struct, frozen=True):
    """One door of the navigation."""

    name: str
    words: str | Promise
    address: str  # name of the URL
    icon: str


PERSON_PLACES = (
    Place("today", pgettext_lazy("navigation", "Today"), "today", "home"),
    Place("days", pgettext_lazy("navigation", "Days"), "me:days", "days"),
    Place("doors", pgettext_lazy("navigation", "Doors"), "people:doors", "door"),
    Place("more", pgettext_lazy("navigation", "More"), "more", "more"),
)
STAFF_PLACES = (
    Place("caseload", pgettext_lazy("navigation", "People"), "people:caseload", "people"),
    Place("more", _("Settings"), "people:settings", "settings"),
)

DAYS_PAGES = ("days", "day", "fill", "anchors", "entry", "occasion")
WRITING_PAGES = ("use-new", "urge-new", "check-in-new", "step-new", "note-new", "repeat")
DOOR_PAGES = ("doors", "door", "visits", "invitation", "invite")


def place_of(view_name: str) -> str:
    """The place that a page belongs to; "more" for whatever has no place of its own.

    >>> place_of("me:entry-edit"), place_of("people:visits"), place_of("today")
    ('days', 'doors', 'today')
    """
    space, _colon, name = view_name.rpartition(":")
    if space == "with" or name == "caseload":
        return "caseload"
    if name == "today" or name.startswith(WRITING_PAGES):
        return "today"
    if space == "me" and name.startswith(DAYS_PAGES):
        return "days"
    return "doors" if space == "people" and name.startswith(DOOR_PAGES) else "more"
