"""What every page may say about the shell around it."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from vado.people.access import DRAWER_NAMES, PURPOSE_NAMES
from vado.people.arrival import Arrival
from vado.people.middleware import STAFF_IDLE_SECONDS
from vado.record import Record
from vado.safety.gentle import says_it_here

OTHER_LANGUAGE = {"en": ("es", "Español"), "es": ("en", "English")}


WARNED_SECONDS = 2 * 60


def warn_after(arrival: Arrival | None) -> int:
    """After how many seconds of rest a page says that the sign-in is about to end; 0 for whom it does not."""
    return STAFF_IDLE_SECONDS - WARNED_SECONDS if arrival is not None and arrival.is_staff else 0


def door_told(request: HttpRequest) -> dict[str, Any] | None:
    """What a page read through a door says of that door on paper; nothing for the person whose record it is.

    Names of drawers and a purpose in general, for a consent's own words and the name under it are the person's.
    """
    record: Record | None = getattr(request, "came_into", None)
    if record is None or record.is_own:
        return None
    drawers = [DRAWER_NAMES[drawer] for drawer in sorted(record.drawers)]
    return {"drawers": drawers, "purpose": PURPOSE_NAMES[record.purpose], "until": record.opens_until}


def shell(request: HttpRequest) -> dict[str, Any]:
    """The language to switch to, where the exit leads, and whether all of this is fictional."""
    code, name = OTHER_LANGUAGE.get((get_language() or "en")[:2], OTHER_LANGUAGE["es"])
    return {
        "other_language": code,
        "other_language_name": name,
        "exit_address": settings.QUICK_EXIT_ADDRESS,
        "is_demonstration": settings.DEMONSTRATION,
        "came_by": partial(door_told, request),
        "sounds_heavy": partial(says_it_here, request),
        "idle_after": warn_after(getattr(request, "arrival", None)),
    }
