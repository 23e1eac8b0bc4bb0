"""Builds what pages need beside HTML, once for each change: fonts, catalogues, files hashed and compressed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings
from django.core.management import call_command

from vado.web.fonts import build_fonts

PACKAGE = Path(__file__).resolve().parent.parent
STAMP = "built-from.txt"
HASHED_STORAGE = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}


def build_static() -> bool:
    """Builds fonts, catalogues and static files; False where nothing had changed since the last time."""
    compile_catalogues(PACKAGE)
    root = Path(settings.STATIC_ROOT)
    wanted, stamp = fingerprint(PACKAGE), root / STAMP
    if stamp.is_file() and stamp.read_text() == wanted:
        return False
    build_fonts(Path(settings.FONT_FOLDER))
    _collect()
    stamp.write_text(wanted)
    return True


def compile_catalogues(package: Path) -> list[Path]:
    """Compiles each .po whose .mo is missing or older."""
    stale = [po for po in package.rglob("*.po") if _is_stale(po)]
    for po in stale:
        polib.pofile(str(po)).save_as_mofile(str(po.with_suffix(".mo")))
    return stale


def fingerprint(package: Path) -> str:
    """A hash over everything that ends up in the static folder."""
    whole = hashlib.sha256()
    for path in _sources(package):
        whole.update(path.as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def _sources(package: Path) -> Iterator[Path]:
    yield from sorted(path for path in package.glob("*/static/**/*") if path.is_file())
    yield package / "web" / "fonts.py"


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.is_file() or mo.stat().st_mtime < po.stat().st_mtime


def _collect() -> None:
    from django.test.utils import override_settings

    with override_settings(STORAGES=settings.STORAGES | HASHED_STORAGE):
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
