"""`vado export` and `vado import`: one's own record as a file, and timeline-followback files into a practice."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from rich.console import Console

from vado.cli.asking import passphrase
from vado.cli.ground import refuse, say
from vado.cli.serving import erase_first
from vado.exchange import ExchangeError, content_of, export_csv, export_json, import_json
from vado.people.models import Account
from vado.record import Actor, Purpose, Record, open_record, open_to_write
from vado.record.errors import KeyFileLocked
from vado.record.keyring import keyring, unlock

WRITERS: dict[str, Callable[[Record], bytes]] = {".json": export_json, ".zip": export_csv}


def read_in(what: str, folder: Path | None) -> None:
    """Timeline-followback files, or one's own JSON file."""
    if what != "tlfb":
        _read_own(Path(what))
        return
    if folder is None or not folder.is_dir():
        refuse(_("Name the folder with the files: vado import tlfb FOLDER"))
    from vado.demonstration.fill import cast
    from vado.diary.timeline_import import run

    if cast():
        refuse(_("This folder holds the demonstration. Days of real people do not go beside its fictional ones."))
    try:
        run(folder, Console())
    except ExchangeError as problem:
        refuse(str(problem))


def write_out(target: Path) -> None:
    """Everything in one's own record, as a new file that only its owner can read."""
    writer = WRITERS.get(target.suffix)
    if writer is None:
        refuse(_("The name ends in .json for everything or in .zip for tables."))
    actor, record_id = _owner()
    content = writer(open_record(actor, record_id, Purpose.OWN, now=timezone.now()))
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as problem:
        refuse(str(problem))
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    say(_("Written to %(file)s. It is not sealed: keep it where others cannot read it.") % {"file": target})


def _read_own(source: Path) -> None:
    actor, record_id = _owner()
    try:
        with open_to_write(actor, record_id, Purpose.OWN, now=dt.datetime.now(dt.UTC)) as record:
            report = import_json(record, content_of(source))
    except (OSError, ExchangeError) as problem:
        refuse(str(problem))
    say(
        _("%(new)d new, %(same)d known already, %(refused)d refused.")
        % {"new": report.new, "same": report.same, "refused": len(report.refused)}
    )
    for one in report.refused:
        say(f"  {one}")


def _owner() -> tuple[Actor, UUID]:
    """The one account of this computer; the passphrase is asked for where the key file has one."""
    try:
        keyring()
    except KeyFileLocked:
        unlock(passphrase())
    erase_first()
    account = Account.objects.filter(own_record_id__isnull=False).first()
    if account is None or account.own_record_id is None:
        refuse(_("There is no record on this computer yet. Run: vado start"))
    return Actor(account.id, None), account.own_record_id
