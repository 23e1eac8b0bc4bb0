"""Settings by which the record can be tested alone, without the rooms above it."""

import os
import tempfile
from pathlib import Path

from vado.record.key_file import create_key_file
from vado.web.databases import postgresql, sqlite

_FOLDER = Path(tempfile.mkdtemp(prefix="vado-record-tests-"))
_ADDRESS = os.environ.get("VADO_TEST_DATABASE_URL", "")

KEY_FILE = _FOLDER / "keys" / "practice.key"
create_key_file(KEY_FILE)

DATABASES = {"default": postgresql(_ADDRESS) if _ADDRESS else sqlite(_FOLDER / "database" / "vado.sqlite3")}
(_FOLDER / "database").mkdir()
INSTALLED_APPS = ["vado.record"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
USE_I18N = True
SECRET_KEY = os.urandom(32).hex()
