"""What the person behind a door wants to be called."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from vado.people.facts import Profile
from vado.record import Drawer, Leaf, Record, last_written


def called(record: Record) -> str:
    """The name they chose, where the door shows it; else a few letters that tell records apart."""
    return called_in(record, record.leaves(Profile) if Drawer.PROFILE in record.drawers else ())


def called_in(record: Record, profiles: Iterable[Leaf[Profile]]) -> str:
    """The same from what was read of the profile together with others."""
    return _chosen(profiles) or _("Record %(short)s") % {"short": record.id.hex[:6]}


def who(record: Record) -> dict[str, Any]:
    """What nearly every page tells of its record: who reads, whose it is, and what could not be read so far."""
    return {
        "is_own": record.is_own,
        "record_id": record.id,
        "whose": "" if record.is_own else called(record),
        "may_write": record.may_write,
        "unreadable": record.unreadable,
    }


def chosen_name(record: Record) -> str:
    """The name they chose, or nothing."""
    return _chosen(record.leaves(Profile) if Drawer.PROFILE in record.drawers else ())


def _chosen(profiles: Iterable[Leaf[Profile]]) -> str:
    newest = last_written(profiles)
    return newest.fact.called if newest else ""
