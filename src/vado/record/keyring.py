"""The practice key in use: read from its file, read again when the file changes or names an epoch not yet known."""

import os
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vado.record.errors import KeyFileProblem, WrongKey
from vado.record.key_file import Ring, read_key_file

Stamp = tuple[str, int, int, int]


class Keyring:
    """The epochs of the practice key. `primary` seals; any epoch of the ring opens."""

    def __init__(self, ring: Ring) -> None:
        self._ring = ring

    @property
    def primary(self) -> int:
        """The number of the epoch that new seals are made with."""
        return self._ring.primary

    @property
    def epochs(self) -> tuple[int, ...]:
        """The numbers of all epochs in the ring, oldest first."""
        return tuple(sorted(self._ring.epochs))

    def key(self, epoch: int) -> bytes:
        """The key of that epoch; an unknown one makes the file be read again, then raises `WrongKey`."""
        found = self._ring.epochs.get(epoch)
        if found is None:
            found = _read_again()._ring.epochs.get(epoch)
        if found is None:
            raise WrongKey
        return found


_in_use: tuple[Stamp, Keyring] | None = None
_unlocked: tuple[Stamp, str] | None = None  # the passphrase of `vado start`, in memory until `lock()`


def keyring() -> Keyring:
    """The keyring of the running process.

    Raises `KeyFileProblem` naming the file when it is missing, readable by others, inside the database's
    folder or damaged; `KeyFileLocked` when it needs a passphrase that was not given with `unlock`.
    """
    global _in_use
    path = key_path()
    stamp = _stamp(path)
    if _in_use is None or _in_use[0] != stamp:
        _in_use = (stamp, Keyring(_read(path, stamp)))
    return _in_use[1]


def unlock(passphrase: str) -> Keyring:
    """Opens a locked key file and keeps the passphrase in memory until `lock`; raises `WrongPassphrase`."""
    global _unlocked, _in_use
    path = key_path()
    ring = read_key_file(path, passphrase)
    _unlocked = (_stamp(path), passphrase)
    _in_use = (_stamp(path), Keyring(ring))
    return _in_use[1]


def lock() -> None:
    """Forgets the passphrase and the keys; a locked key file then needs `unlock`."""
    global _unlocked, _in_use
    _unlocked = None
    _in_use = None


def key_path() -> Path:
    """Where the key is: the credential file named by VADO_KEY_CREDENTIAL, else VADO_KEY_FILE, else the setting KEY_FILE."""
    named = os.environ.get("VADO_KEY_CREDENTIAL") or os.environ.get("VADO_KEY_FILE") or settings.KEY_FILE
    return Path(named)


def _read(path: Path, stamp: Stamp) -> Ring:
    _refuse_beside_the_database(path)
    is_same_file = _unlocked is not None and _unlocked[0][0] == stamp[0]
    return read_key_file(path, _unlocked[1] if _unlocked is not None and is_same_file else None)


def _read_again() -> Keyring:
    global _in_use
    _in_use = None
    return keyring()


def _stamp(path: Path) -> Stamp:
    try:
        state = path.stat()
    except OSError as problem:
        raise KeyFileProblem(path, _("the key file is missing or cannot be read")) from problem
    return (str(path), state.st_mtime_ns, state.st_ino, state.st_mode)


def _refuse_beside_the_database(path: Path) -> None:
    """A copy of the database's folder must never carry the key along."""
    database = settings.DATABASES["default"]
    if not str(database["ENGINE"]).endswith("sqlite3"):
        return
    folder = Path(str(database["NAME"])).resolve().parent
    if path.resolve().is_relative_to(folder):
        raise KeyFileProblem(path, _("the key file stands in the folder of the database; keep it elsewhere"))
