"""`vado anchor`: the end of every chain of visits, written to a file outside the database."""

import datetime as dt
import os
import time

from django.utils.translation import gettext as _

from vado.cli.ground import say
from vado.record.anchors import anchor_file, write_anchor, write_anchor_if_due
from vado.record.errors import KeyFileLocked

LOOK_EVERY_SECONDS = 60


def anchor_now() -> None:
    """Anchor and say where, and what did not fit."""
    changes = write_anchor(dt.datetime.now(dt.UTC))
    say(_("Anchored in %(file)s.") % {"file": anchor_file()})
    if changes:
        say(_("%(number)d changes were found; vado doctor names them.") % {"number": len(changes)})


def anchor_daily() -> None:
    """Beside a server: anchor whenever a day has passed, until the server is gone."""
    server = os.getppid()
    while os.getppid() == server:
        anchor_if_unlocked()
        time.sleep(LOOK_EVERY_SECONDS)


def anchor_if_unlocked() -> None:
    """With a locked key file there is nothing to anchor with; the unlocked server does it itself."""
    try:
        write_anchor_if_due(dt.datetime.now(dt.UTC))
    except KeyFileLocked:
        return
