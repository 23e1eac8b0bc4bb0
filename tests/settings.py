"""The settings of a test run: Vado's own, with a home folder and a key file that live as long as the run."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def _make_home() -> Path:
    """A new home folder, known to the children of this process by VADO_TEST_HOME and removed at the end."""
    home = Path(tempfile.mkdtemp(prefix="vado-test-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["VADO_TEST_HOME"] = str(home)
    return home


def _prepare_environment() -> None:
    chosen = os.environ.get("VADO_TEST_HOME")
    home = Path(chosen) if chosen else _make_home()
    os.environ["VADO_HOME"] = str(home / "home")
    os.environ["VADO_KEY_FILE"] = str(home / "keys" / "practice.key")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser library runs an event loop in the test's thread
    address = os.environ.get("VADO_TEST_DATABASE_URL")
    if address:
        os.environ["DATABASE_URL"] = address
    (home / "home").mkdir(exist_ok=True)
    (home / "keys").mkdir(mode=0o700, exist_ok=True)


_prepare_environment()

from vado.web.settings import *  # noqa: E402, F403
from vado.web.settings import ALLOWED_HOSTS, HOME  # noqa: E402

ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
