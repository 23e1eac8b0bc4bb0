"""The places of the navigation, and which of them a page belongs to."""

import msgspec
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vado.people.access import Role, purposes_of


class Place(msgspec.Struct, frozen=True):
    """One door of the navigation. A place whose address is not there yet is not shown."""

    name: str
    words: str | Promise
    address: str  # name of the URL
    icon: str
    rooms: tuple[str, ...] = ()  # the URL spaces whose pages belong to this place
    pages: tuple[str, ...] = ()  # or pages of other spaces, by the beginning of their names


# A room that comes to the house gets its entry here, or a line in `more_groups`. Five fit on a phone.
PERSON_PLACES = (
    Place("today", pgettext_lazy("navigation", "Today"), "today", "home"),
    Place(
        "days",
        pgettext_lazy("navigation", "Days"),
        "me:days",
        "days",
        pages=("me:days", "me:month", "me:day", "me:fill", "me:anchors", "me:entry", "me:occasion", "me:lasting"),
    ),
    Place("plan", pgettext_lazy("navigation", "Plan"), "plans:plan", "plan", rooms=("plans", "experiments")),
    Place(
        "meanings",
        pgettext_lazy("navigation", "Meanings"),
        "meanings:meanings",
        "meanings",
        rooms=("meanings", "balance"),
    ),
    Place("more", pgettext_lazy("navigation", "More"), "more", "more"),
)
STAFF_PLACES = (
    Place("caseload", pgettext_lazy("navigation", "People"), "people:caseload", "people", rooms=("with",)),
    Place("members", pgettext_lazy("navigation", "Practice"), "people:members", "door", pages=("people:member",)),
    Place("more", _("Settings"), "people:settings", "settings"),
)
WRITING_PAGES = ("use-new", "urge-new", "check-in-new", "step-new", "note-new", "repeat", "own-items")


def place_of(view_name: str) -> str:
    """The place that a page belongs to; "more" for whatever has no place of its own.

    >>> place_of("me:entry-edit"), place_of("people:visits"), place_of("today"), place_of("me:use-new")
    ('days', 'more', 'today', 'today')
    """
    space, _colon, name = view_name.rpartition(":")
    if name == "today" or (space == "me" and name.startswith(WRITING_PAGES)):
        return "today"
    if space.startswith("with") or name == "caseload":
        return "caseload"
    places = (*PERSON_PLACES, *STAFF_PLACES)
    found = (place for place in places if space in place.rooms or (place.pages and view_name.startswith(place.pages)))
    return next((place.name for place in found), "more")


def staff_places(roles: frozenset[Role]) -> tuple[Place, ...]:
    """The places of somebody who works in a practice: people for those who read, the practice for who keeps it."""
    hidden = set()
    if not purposes_of(roles):
        hidden.add("caseload")
    if Role.MANAGER not in roles:
        hidden.add("members")
    return tuple(place for place in STAFF_PLACES if place.name not in hidden)


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
            _("With my therapist"),
            (
                Line(_("Since last time"), "meetings:since", "people", _("one page, the same for both")),
                Line(_("What we agreed"), "meetings:agreed", "check"),
                Line(_("How the meeting was"), "meetings:answers", "how", _("20 seconds")),
                Line(_("Something felt off"), "meetings:felt-off", "note"),
            ),
        ),
        Group(
            _("It is mine"),
            (
                Line(_("My safety"), "safety:mine", "shield", _("plan, what I take, emergency card")),
                Line(_("Take everything with me"), "me:export", "download"),
                Line(_("Bring notes in"), "me:import", "upload"),
                Line(_("Who may come in"), "people:doors", "door", _("doors, invitations")),
                Line(_("Who has been here"), "people:visits", "eye"),
                Line(_("Settings"), "people:settings", "settings", _("language, day, erase everything")),
            ),
        ),
    )
