"""How long somebody waits for a command, and for the demonstration."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from bench.figures import Figure, at_most, wall_seconds
from bench.server import running


def figures() -> Iterator[Figure]:
    """By the clock: `vado --help`, and `vado demo` until its first page is there, 5 rounds."""
    command = [sys.executable, "-m", "vado.cli", "--help"]
    asked = wall_seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
    yield at_most("vado --help", asked, "s", 0.3)
    with tempfile.TemporaryDirectory(prefix="vado-bench-") as place:
        yield at_most("vado demo, first start", _demo(place), "s", None)
        again = sorted(_demo(place) for _round in range(5))
        yield at_most("vado demo, second start", again[2], "s", 3)


def _demo(place: str) -> float:
    began = time.perf_counter()
    with running(["demo"], {"VADO_DEMO_FOLDER": place}):
        return time.perf_counter() - began
