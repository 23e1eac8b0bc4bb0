"""What the person behind a door wants to be called."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from vado.people.facts import Profile
from vado.record import Drawer, Leaf, Record


def called(record: Record) -> str:
    """The name they chose, where the door shows it; else a few letters that tell records apart."""
    return called_in(record, record.leaves(Profile) if Drawer.PROFILE in record.drawers else ())


def called_in(record: Record, profiles: Iterable[Leaf[Profile]]) -> str:
    """The same from what was read of the profile together with others."""
    return _chosen(profiles) or _("Record %(short)s") % {"short": record.id.hex[:6]}


def chosen_name(record: Record) -> str:
    """The name they chose, or nothing."""
    return _chosen(record.leaves(Profile) if Drawer.PROFILE in record.drawers else ())


def _chosen(profiles: Iterable[Leaf[Profile]]) -> str:
    newest = max(profiles, key=lambda leaf: leaf.sequence, default=None)
    return newest.fact.called if newest else ""
