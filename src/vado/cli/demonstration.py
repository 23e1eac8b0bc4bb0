"""`vado demo`: ten fictional people in a folder of their own, served to this computer."""

import datetime as dt
import shutil
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import Progress

from vado.cli.ground import private_folder
from vado.cli.practice_keys import ensure
from vado.cli.serving import announce, build_and_migrate, serve
from vado.record.keyring import key_path

FILLED = "filled"


def show(host: str, port: int) -> None:
    """Fill the demonstration, once, and serve it."""
    home = Path(settings.HOME)
    if not (home / FILLED).exists():
        _begin_anew(home)
        build_and_migrate()
        ensure(key_path())
        _fill()
        (home / FILLED).touch()
    build_and_migrate()
    announce(host, port)
    serve(host, port, workers=2)


def _begin_anew(home: Path) -> None:
    """A demonstration that was cut off while it was filled is filled from the start."""
    for folder in (home, key_path().parent):
        shutil.rmtree(folder, ignore_errors=True)
        private_folder(folder)


def _fill() -> None:
    from vado.demonstration.fill import fill

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("Ten fictional people"), total=None)
        fill(dt.datetime.now(dt.UTC), lambda name, done, total: bar.update(task, completed=done, total=total))
