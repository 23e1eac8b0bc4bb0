"""The places of the navigation, and which of them a page belongs to."""

import msgspec
from django.urls import reverse
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
    Place("meanings", pgettext_lazy("navigation", "Meanings"), "meanings:meanings", "meanings"),
    Place("doors", pgettext_lazy("navigation", "Doors"), "people:doors", "door"),
    Place("more", pgettext_lazy("navigation", "More"), "more", "more"),
)
STAFF_PLACES = (
    Place("caseload", pgettext_lazy("navigation", "People"), "people:caseload", "people"),
    Place("more", _("Settings"), "people:settings", "settings"),
)

DAYS_PAGES = ("days", "day", "fill", "anchors", "entry", "occasion")
WRITING_PAGES = ("use-new", "urge-new", "check-in-new", "step-new", "note-new", "repeat", "own-items")
MEANINGS_ROOMS = ("meanings", "balance")
DOOR_PAGES = ("doors", "door", "visits", "invite", "close")


def place_of(view_name: str) -> str:
    """The place that a page belongs to; "more" for whatever has no place of its own.

    >>> place_of("me:entry-edit"), place_of("people:visits"), place_of("today")
    ('days', 'doors', 'today')
    """
    space, _colon, name = view_name.rpartition(":")
    if space.startswith("with") or name == "caseload":
        return "caseload"
    if space in MEANINGS_ROOMS:
        return "meanings"
    if name == "today" or name.startswith(WRITING_PAGES):
        return "today"
    if space == "me" and name.startswith(DAYS_PAGES):
        return "days"
    return "doors" if space == "people" and name.startswith(DOOR_PAGES) else "more"


class Line(msgspec.Struct, frozen=True):
    """One line of the page "More"."""

    words: str | Promise
    address_name: str
    icon: str
    hint: str | Promise = ""

    @property
    def address(self) -> str:
        return reverse(self.address_name)


class Group(msgspec.Struct, frozen=True):
    """Lines that belong together."""

    words: str | Promise
    lines: tuple[Line, ...]


def more_groups() -> tuple[Group, ...]:
    """Everything that has no place of its own in the navigation."""
    return (
        Group(
            _("My notes"),
            (
                Line(_("Search my words"), "me:search", "search"),
                Line(_("My words for things"), "me:words", "words", _("substances, units, symbols")),
                Line(_("What I ask myself"), "me:own-items", "how", _("my own lines in “How I am”")),
                Line(_("Days to find my way by"), "me:anchors", "anchor", _("payday, a birthday")),
                Line(_("Fill several days"), "me:fill", "days"),
            ),
        ),
        Group(
            _("It is mine"),
            (
                Line(_("Take everything with me"), "me:export", "download"),
                Line(_("Bring notes in"), "me:import", "upload"),
                Line(_("Who has been here"), "people:visits", "eye"),
                Line(_("Settings"), "people:settings", "settings", _("language, day, erase everything")),
            ),
        ),
    )
