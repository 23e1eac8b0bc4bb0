"""`vado serve`, `vado doctor` and `vado migrate`: a practice on its own computer."""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from vado.cli import doctor
from vado.cli.findings import Finding, Weight
from vado.cli.ground import private_folder, say
from vado.cli.serving import announce, build_and_migrate, serve
from vado.cli.situation import present_situation


def serve_safely(host: str, port: int, *, workers: int, cert: Path | None, key: Path | None) -> None:
    """Serve, unless the doctor forbids it."""
    findings = _examine(host, cert, key)
    doctor.report([finding for finding in findings if finding.weight is Weight.REFUSE] or findings)
    if not doctor.may_serve(findings):
        raise SystemExit(1)
    announce(host, port, is_https=cert is not None)
    serve(host, port, workers=workers, cert=cert, key=key)


def examine_and_report(host: str, cert: Path | None, key: Path | None) -> None:
    """Say what was found; end with 1 when Vado would not serve like that."""
    findings = _examine(host, cert, key)
    doctor.report(findings)
    raise SystemExit(0 if doctor.may_serve(findings) else 1)


def make_ready() -> None:
    """Folder, tables, fonts and catalogues."""
    private_folder(Path(settings.HOME))
    build_and_migrate()
    say(_("The tables are up to date."))


def _examine(host: str, cert: Path | None, key: Path | None) -> list[Finding]:
    return doctor.examine(present_situation(host, cert, key), dt.datetime.now(dt.UTC))
