"""What bringing in a study costs: 105 people, 14,892 days of use, as large as the published one; pages beside it."""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

from bench.figures import ROUNDS, Figure, at_most
from bench.of_serving import post_entry, somebody
from bench.place import at_home
from bench.server import Browser, running
from vado.record.key_file import create_key_file

PEOPLE, USE_DAYS, FIRST_DAY, LAST_DAY = 105, 14_892, -30, 170
SUBSTANCES = ("opioid", "alcohol", "cocaine", "cannabis", "benzodiazepine")
SEED = 7
MB = 1_000_000
LOOK_EVERY_SECONDS = 0.02


class Cost(NamedTuple):
    """What one import took."""

    seconds: float
    bytes_held: int


def figures() -> Iterator[Figure]:
    """`vado import tlfb` into an empty database, the whole command by the clock with its rests, 5 rounds."""
    with tempfile.TemporaryDirectory(prefix="vado-bench-") as place:
        folder, empty = _study(Path(place)), _empty_database(Path(place))
        costs = [_import(folder, empty, Path(place) / f"round{number}") for number in range(ROUNDS)]
    seconds = statistics.median(cost.seconds for cost in costs)
    held = statistics.median(cost.bytes_held for cost in costs) / MB
    yield at_most("import tlfb, 105 people, 14,892 use-days", seconds, "s", 8)
    yield at_most("import tlfb, most memory held", held, "MB", 150)


def beside_pages() -> Iterator[Figure]:
    """One who writes entry after entry through two workers while a study comes in, the longest of 3 rounds."""
    subprocess.run([sys.executable, "-m", "vado.cli", "migrate"], check=True, stdout=subprocess.DEVNULL)
    writer = somebody()
    with tempfile.TemporaryDirectory(prefix="vado-bench-") as place, running(["serve", "--workers", "2"]) as served:
        browser = Browser(served.port, writer)
        studies = [_random_study(Path(place) / letter, letter) for letter in "QRS"]
        waits = [wait for study in studies for wait in _waits_beside(browser, study)]
    yield at_most("an entry written while a study comes in, median wait", statistics.median(waits) * 1000, "ms", None)
    yield at_most("an entry written while a study comes in, worst wait", max(waits) * 1000, "ms", 500)


def _waits_beside(browser: Browser, study: Path) -> list[float]:
    process = subprocess.Popen(
        [sys.executable, "-m", "vado.cli", "import", "tlfb", str(study)], stdout=subprocess.DEVNULL
    )
    waits = []
    while process.poll() is None:
        began = time.perf_counter()
        post_entry(browser)
        waits.append(time.perf_counter() - began)
    if process.returncode:
        raise RuntimeError("the study was not imported")
    return waits


def _study(place: Path) -> Path:
    """The folder that VADO_TLFB_FOLDER names, else one of the same size with random days."""
    named = os.environ.get("VADO_TLFB_FOLDER")
    return Path(named) if named else _random_study(place / "study")


def _random_study(folder: Path, letter: str = "P") -> Path:
    chance = random.Random(SEED)
    people = [f"{letter}{number:03}" for number in range(1, PEOPLE + 1)]
    heading = (
        "person,trial,arm,randomised_day,first_report_day,last_report_day,last_visit_day,first_dose_day,last_dose_day"
    )
    persons = [heading, *(f"{one},CTN-0027,Arm A,1,{FIRST_DAY},{LAST_DAY},{LAST_DAY},1,{LAST_DAY}" for one in people)]
    every = [(one, what, day) for one in people for what in SUBSTANCES for day in range(FIRST_DAY, LAST_DAY + 1)]
    uses = [f"{one},{what},{day}" for one, what, day in sorted(chance.sample(every, USE_DAYS))]
    visits = [f"{one},{day},visit" for one in people for day in range(0, LAST_DAY, 9)]
    folder.mkdir()
    tables = {
        "persons": persons,
        "tlfb_days": ["person,substance,day", *uses],
        "visits": ["person,day,status", *visits],
    }
    for name, lines in tables.items():
        (folder / f"ctn0094_{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def _empty_database(place: Path) -> Path:
    """A folder with a key and tables without rows, to be copied for each round."""
    environment = at_home(place / "empty")
    (place / "empty" / "home").mkdir(parents=True)
    create_key_file(Path(environment["VADO_KEY_FILE"]))
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], env=environment, check=True)
    return place / "empty"


def _import(folder: Path, empty: Path, place: Path) -> Cost:
    shutil.copytree(empty, place)
    command = [sys.executable, "-m", "vado.cli", "import", "tlfb", str(folder)]
    began = time.perf_counter()
    process = subprocess.Popen(command, env=at_home(place), stdout=subprocess.DEVNULL)
    held = _most_held(process)
    if process.returncode:
        raise RuntimeError("the study was not imported")
    return Cost(time.perf_counter() - began, held)


def _most_held(process: subprocess.Popen[bytes]) -> int:
    """The largest resident size that was seen until the end."""
    seen, watched = 0, psutil.Process(process.pid)
    while process.poll() is None:
        seen = max(seen, watched.memory_info().rss)
        time.sleep(LOOK_EVERY_SECONDS)
    return seen
