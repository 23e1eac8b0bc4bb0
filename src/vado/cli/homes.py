"""The folders of `vado start` and `vado demo`: their own, so that neither meets the record of a practice."""

import os
from pathlib import Path


def settle_alone() -> None:
    """`vado start`: under the person's own folders, unless the environment names others."""
    home = Path.home()
    os.environ.setdefault("VADO_HOME", str(home / ".local" / "share" / "vado-own"))
    os.environ.setdefault("VADO_KEY_FILE", str(home / ".config" / "vado-own" / "own.key"))
    os.environ["VADO_ALONE"] = "1"
    os.environ.pop("DATABASE_URL", None)


def settle_demonstration() -> None:
    """`vado demo`: always its own folder and key, whatever the environment names."""
    folder = Path(os.environ.get("VADO_DEMO_FOLDER", "var")).resolve()
    os.environ["VADO_HOME"] = str(folder / "demo")
    os.environ["VADO_KEY_FILE"] = str(folder / "demo-key" / "practice.key")
    os.environ["VADO_DEMONSTRATION"] = "1"
    os.environ.pop("DATABASE_URL", None)
    os.environ.pop("VADO_KEY_CREDENTIAL", None)
