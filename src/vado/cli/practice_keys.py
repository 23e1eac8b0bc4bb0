"""`vado keys`: make the practice key, rotate it, see how it stands."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from vado.cli.ground import private_folder, refuse, say
from vado.record.errors import KeyFileLocked
from vado.record.key_file import create_key_file, read_key_file
from vado.record.keyring import key_path
from vado.record.models import HouseKey
from vado.record.rotation import EpochStillNeeded, forget_epoch, is_finished, rotate


def make_key(passphrase: str | None = None) -> None:
    """A new key file; refused where a database already has another key."""
    private_folder(Path(settings.HOME))
    path = key_path()
    if not path.exists() and has_sealed_content():
        refuse(_("The database was sealed with another key. Bring that key file back to %(file)s.") % {"file": path})
    create_key_file(path, passphrase)
    say(_("The key file is %(file)s.") % {"file": path})
    say(_("Keep a copy away from this computer: without it nothing in the database can be read."))


def ensure(path: Path) -> None:
    """A key file where there is none yet and nothing was sealed; for `start` and `demo`."""
    if not path.exists() and not has_sealed_content():
        create_key_file(path)


def has_sealed_content() -> bool:
    """Whether keys of the house lie in the database already."""
    from django.db import connection

    return HouseKey._meta.db_table in connection.introspection.table_names() and HouseKey.objects.exists()


def rotate_key(passphrase: str | None = None) -> None:
    """A new epoch, everything wrapped under it; safe to repeat when it was cut off."""
    done = rotate(passphrase)
    say(_("Epoch %(epoch)d is in use; %(doors)d doors were wrapped anew.") % {"epoch": done.epoch, "doors": done.doors})
    if done.unreadable:
        say(_("%(number)d doors were altered outside Vado and stay shut.") % {"number": done.unreadable})
    say(_("The old epoch stays in the key file until backups made with it are gone: vado keys forget EPOCH."))


def forget(epoch: int, passphrase: str | None = None) -> None:
    """Take an old epoch out of the key file."""
    try:
        forget_epoch(epoch, passphrase)
    except EpochStillNeeded:
        refuse(_("Epoch %(epoch)d is still in use. Run: vado keys rotate") % {"epoch": epoch})
    say(_("Epoch %(epoch)d is forgotten.") % {"epoch": epoch})


def status() -> None:
    """Where the key file is, its epochs, and whether a rotation waits to be finished."""
    path = key_path()
    say(_("The key file is %(file)s.") % {"file": path})
    try:
        ring = read_key_file(path)
    except KeyFileLocked:
        say(_("It is locked with a passphrase."))
        return
    epochs = ", ".join(str(epoch) for epoch in sorted(ring.epochs))
    say(_("Epochs: %(epochs)s; in use: %(primary)d.") % {"epochs": epochs, "primary": ring.primary})
    if not is_finished():
        say(_("A rotation was cut off. Run: vado keys rotate"))
