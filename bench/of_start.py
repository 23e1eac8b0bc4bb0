"""How long somebody waits for a command."""

import subprocess
import sys
from collections.abc import Iterator

from bench.figures import Figure, at_most, wall_seconds


def figures() -> Iterator[Figure]:
    """`vado --help` by the clock."""
    command = [sys.executable, "-m", "vado.cli", "--help"]
    asked = wall_seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
    yield at_most("vado --help", asked, "s", 0.3)
