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


class _Memory:
    """What this process holds: the ring in use, and for `vado start` the passphrase until `lock()`."""

    ring: tuple[Stamp, Keyring] | None = None
    passphrase: tuple[str, str] | None = None  # of the key file of that path


def keyring() -> Keyring:
    """The keyring of the running process.

    Raises `KeyFileProblem` naming the file when it is missing, readable by others, inside the database's
    folder or damaged; `KeyFileLocked` when it needs a passphrase that was not given with `unlock`.
    """
    path = _named_path()
    stamp = _stamp(path)
    known = _Memory.ring
    if known is None or known[0] != stamp:
        known = _Memory.ring = (stamp, Keyring(_read(Path(path))))
    return known[1]


def unlock(passphrase: str) -> Keyring:
    """Opens a locked key file and keeps the passphrase in memory until `lock`; raises `WrongPassphrase`."""
    path = key_path()
    ring = read_key_file(path, passphrase)
    _Memory.passphrase = (str(path), passphrase)
    unlocked = Keyring(ring)
    _Memory.ring = (_stamp(str(path)), unlocked)
    return unlocked


def lock() -> None:
    """Forgets the passphrase and the keys; a locked key file then needs `unlock`."""
    _Memory.passphrase = None
    _Memory.ring = None


def key_path() -> Path:
    """Where the key is: the file named by VADO_KEY_CREDENTIAL, else by VADO_KEY_FILE, else by the setting KEY_FILE."""
    return Path(_named_path())


def _named_path() -> str:
    return os.environ.get("VADO_KEY_CREDENTIAL") or os.environ.get("VADO_KEY_FILE") or str(settings.KEY_FILE)


def _read(path: Path) -> Ring:
    _refuse_beside_the_database(path)
    known = _Memory.passphrase
    return read_key_file(path, known[1] if known is not None and known[0] == str(path) else None)


def _read_again() -> Keyring:
    _Memory.ring = None
    return keyring()


def _stamp(path: str) -> Stamp:
    """Looked at for every act, so without the work of a `Path`."""
    try:
        state = os.stat(path)  # noqa: PTH116
    except OSError as problem:
        raise KeyFileProblem(Path(path), _("the key file is missing or cannot be read")) from problem
    return (path, state.st_mtime_ns, state.st_ino, state.st_mode)


def _refuse_beside_the_database(path: Path) -> None:
    """A copy of the database's folder must never carry the key along."""
    database = settings.DATABASES["default"]
    if not str(database["ENGINE"]).endswith("sqlite3"):
        return
    folder = Path(str(database["NAME"])).resolve().parent
    if path.resolve().is_relative_to(folder):
        raise KeyFileProblem(path, _("the key file stands in the folder of the database; keep it elsewhere"))
