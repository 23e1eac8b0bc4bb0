"""What the person behind a door wants to be called."""

from django.utils.translation import gettext as _

from vado.people.facts import Profile
from vado.record import Drawer, Record


def called(record: Record) -> str:
    """The name they chose, where the door shows it; else a few letters that tell records apart."""
    newest = None
    if Drawer.PROFILE in record.drawers:
        newest = max(record.leaves(Profile), key=lambda leaf: leaf.sequence, default=None)
    chosen = newest.fact.called if newest else ""
    return chosen or _("Record %(short)s") % {"short": record.id.hex[:4]}
