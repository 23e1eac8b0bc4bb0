"""The doctor's look at everything outside the database: connection, files, keys, disk, time."""

import datetime as dt
import shutil
import zoneinfo
from pathlib import Path

from cryptography import x509
from django.utils.translation import gettext_lazy as _

from vado.cli.findings import Findings, refusal, warning
from vado.cli.situation import Situation
from vado.record.errors import KeyFileLocked, KeyFileProblem
from vado.record.key_file import read_key_file

OTHERS = 0o077
LEAST_FREE_BYTES = 100 * 1024**2
FEW_FREE_BYTES = 1024**3
RECENT_ZONE = "America/Coyhaique"  # in the time zone data since 2025b
BUILT_AFTER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def check_connection(situation: Situation) -> Findings:
    """Whether what is said on the wire stays between the two who speak."""
    if situation.is_debugging:
        yield refusal("debug", _("DEBUG is on: errors would show content."), _("Set DEBUG to False."))
    if any(name.strip() in {"*", ""} for name in situation.names):
        yield refusal(
            "names",
            _("Vado answers to any host name."),
            _("Set VADO_HOSTS to the names people use, separated by commas."),
        )
    has_tls = situation.tls_cert is not None and situation.tls_key is not None
    if not situation.is_loopback and not has_tls:
        yield refusal(
            "plain-http",
            _("Other computers would reach Vado without encryption."),
            _("Give --tls-cert and --tls-key, or serve on 127.0.0.1. See docs/small-server.md."),
        )
    if has_tls and not (situation.is_https and situation.are_cookies_secure):
        yield refusal(
            "cookies", _("Cookies would also travel without encryption."), _("Set VADO_HTTPS=1 and start anew.")
        )
    if situation.is_demonstration and not situation.is_loopback:
        yield refusal(
            "demonstration",
            _("The demonstration lets anybody in and is for this computer alone."),
            _("Serve it on 127.0.0.1, or unset VADO_DEMONSTRATION."),
        )


def check_certificate(situation: Situation, now: dt.datetime) -> Findings:
    """Whether the certificate and its key can be used."""
    if (situation.tls_cert is None) != (situation.tls_key is None):
        yield refusal(
            "tls-pair",
            _("A certificate needs its key, and a key its certificate."),
            _("Give --tls-cert and --tls-key."),
        )
    if situation.tls_key is not None:
        yield from _check_private_file(situation.tls_key, "tls-key")
    if situation.tls_cert is not None:
        yield from _check_validity(situation.tls_cert, now)


def _check_private_file(path: Path, name: str) -> Findings:
    if not path.is_file():
        yield refusal(name, _("%(file)s is missing.") % {"file": path}, _("Check the path."))
    elif path.stat().st_mode & OTHERS:
        yield refusal(
            name,
            _("Other users of this computer can read %(file)s.") % {"file": path},
            _("Run: chmod 600 %(file)s") % {"file": path},
        )


def _check_validity(path: Path, now: dt.datetime) -> Findings:
    try:
        certificate = x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        yield refusal(
            "tls-cert",
            _("%(file)s is not a certificate.") % {"file": path},
            _("Give the certificate in PEM form, with its chain."),
        )
        return
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        yield refusal(
            "tls-cert", _("The certificate %(file)s is not valid today.") % {"file": path}, _("Renew the certificate.")
        )


def check_key_file(situation: Situation) -> Findings:
    """Whether the practice key is there, private, whole, and away from what it opens."""
    path = situation.key_file
    if not path.exists():
        yield refusal(
            "key-file",
            _("The key file %(file)s is missing.") % {"file": path},
            _("Bring it back from your copy. For a new, empty database: vado keys create"),
        )
        return
    yield from _check_key_place(situation)
    try:
        read_key_file(path)
    except KeyFileLocked:
        return
    except KeyFileProblem as problem:
        yield refusal("key-file", str(problem), _("Mend the file, or bring it back from your copy."))


def _check_key_place(situation: Situation) -> Findings:
    path = situation.key_file
    if path.parent.stat().st_mode & 0o022:
        yield refusal(
            "key-folder",
            _("Other users of this computer can replace %(file)s.") % {"file": path},
            _("Run: chmod 700 %(folder)s") % {"folder": path.parent},
        )
    folders = [situation.home.resolve()]
    if situation.database_file is not None:
        folders.append(situation.database_file.resolve().parent)
    if any(path.resolve().is_relative_to(folder) for folder in folders):
        yield refusal(
            "key-place",
            _("The key file lies in the folder of the database: one copy takes both."),
            _("Move it elsewhere and set VADO_KEY_FILE."),
        )


def check_home(situation: Situation) -> Findings:
    """Whether Vado's own folder is private and has room."""
    home, file = situation.home, situation.database_file
    if not home.is_dir():
        yield refusal("home", _("The folder %(folder)s is missing.") % {"folder": home}, _("Run: vado migrate"))
        return
    for path in (home, *([file] if file and file.exists() else [])):
        if path.stat().st_mode & OTHERS:
            yield refusal(
                "home-mode",
                _("Other users of this computer can reach %(file)s.") % {"file": path},
                _("Run: chmod go-rwx %(file)s") % {"file": path},
            )
    yield from check_free_space(shutil.disk_usage(home).free)


def check_free_space(free_bytes: int) -> Findings:
    """Whether the disk has room for what will be written."""
    megabytes = free_bytes // 1024**2
    mend = _("Free some space on the disk of VADO_HOME.")
    if free_bytes < LEAST_FREE_BYTES:
        yield refusal("disk", _("%(number)d MB are free on the disk.") % {"number": megabytes}, mend)
    elif free_bytes < FEW_FREE_BYTES:
        yield warning("disk", _("%(number)d MB are free on the disk.") % {"number": megabytes}, mend)


def check_time(now: dt.datetime, zones: frozenset[str] | None = None) -> Findings:
    """Whether lived days can be told: zone data, and a clock that is not in the past."""
    known = frozenset(zoneinfo.available_timezones()) if zones is None else zones
    mend = _("Install the package tzdata of your system, or update Vado.")
    if not known:
        yield refusal("zones", _("This computer has no time zone data."), mend)
    elif RECENT_ZONE not in known:
        yield warning("zones", _("The time zone data of this computer is older than 2025."), mend)
    if now < BUILT_AFTER:
        yield refusal("clock", _("The clock of this computer is in the past."), _("Set the clock."))
