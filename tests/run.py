"""`make test`: every check and every test that can run here, stage by stage, and plainly what could not and why."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from tests.postgresql import NoPostgresql, private_cluster, programs

REQUIRE_ALL = os.environ.get("VADO_REQUIRE_ALL") == "1"
PYTEST = (sys.executable, "-m", "pytest", "-q", "--color=no")
CALM = "not browser and not drill"
CLOSING_LINE = re.compile(r"^=*\s*(\d+ (?:passed|failed|skipped|error|deselected).*) in [\d.]+s")
COUNTED = re.compile(r"(\d+) (passed|failed|skipped|error|errors|xfailed)\b")


@dataclass(frozen=True)
class Outcome:
    """What became of one stage."""

    name: str
    seconds: float
    failed: bool = False
    left_out: str = ""
    closing_line: str = ""


def chromium() -> str:
    """Why the browser tests cannot run here; empty when they can."""
    return "" if shutil.which("chromium") else "Chromium is not installed (apt-get install chromium)"


def postgresql() -> str:
    """Why PostgreSQL cannot run here; empty when it can."""
    try:
        programs()
    except NoPostgresql as lack:
        return str(lack)
    return ""


def run(name: str, *command: str, environment: dict[str, str] | None = None) -> Outcome:
    """Run one command, show what it says, keep its closing line."""
    print(f"\n── {name}", flush=True)
    begun, closing_line = time.monotonic(), ""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})}
    ) as process:
        for line in process.stdout or ():
            sys.stdout.write(line)
            found = CLOSING_LINE.match(line)
            closing_line = found[1] if found else closing_line
    sys.stdout.flush()
    has_failed = process.returncode not in (0, 5)  # 5: no test of that kind
    return Outcome(name, time.monotonic() - begun, has_failed, closing_line=closing_line)


def left_out(name: str, why: str) -> Outcome:
    """A stage that cannot run here: a failure where everything is required."""
    print(f"\n── {name}: cannot run here: {why}", flush=True)
    return Outcome(name, 0.0, failed=REQUIRE_ALL, left_out=why)


def build() -> list[Outcome]:
    """What the tests stand on: translation catalogues and fonts."""
    return [run("build", sys.executable, "-m", "vado.cli.building")]


def check() -> list[Outcome]:
    """Lint, types, floors, catalogues, words."""
    program = f"{os.path.dirname(sys.executable)}/"  # noqa: PTH120
    return [
        run("lint", program + "ruff", "check", "--quiet", "."),
        run("format", program + "ruff", "format", "--check", "--quiet", "."),
        run("types", program + "mypy", "src", "tests", "conftest.py"),
        run("floors, sizes, catalogues, words", *PYTEST, "tests/architecture"),
    ]


def calm_tests() -> list[Outcome]:
    """Everything but browser and drills, on SQLite, two at a time."""
    return [run("tests on SQLite", *PYTEST, "-n", "2", "-m", CALM, "--ignore=tests/architecture")]


def postgresql_tests() -> list[Outcome]:
    """Those of them that ask the database, on a PostgreSQL of our own."""
    name, lack = "tests on PostgreSQL", postgresql()
    if lack:
        return [left_out(name, lack)]
    with private_cluster() as address:
        where = {"VADO_TEST_DATABASE_URL": address}
        command = (*PYTEST, "-n", "2", "-m", CALM, "--ignore=tests/architecture")
        return [run(name, *command, environment=where)]


def browser_tests() -> list[Outcome]:
    """The journeys in Chromium."""
    lack = chromium()
    return [left_out("browser", lack) if lack else run("browser", *PYTEST, "-n", "2", "-m", "browser")]


def drills() -> list[Outcome]:
    """Kills, full disks, canary scans."""
    return [run("drills", *PYTEST, "-n", "2", "-m", "drill")]


STAGES: dict[str, Callable[[], list[Outcome]]] = {
    "build": build,
    "check": check,
    "calm": calm_tests,
    "postgresql": postgresql_tests,
    "browser": browser_tests,
    "drills": drills,
}


def summary(outcomes: list[Outcome]) -> str:
    """One line a stage, and a closing line in pytest's own form over all of them."""
    counts: Counter[str] = Counter()
    lines = ["", "── all stages"]
    for outcome in outcomes:
        word = "failed" if outcome.failed else "left out" if outcome.left_out else "passed"
        lines.append(f"{word:9}{outcome.seconds:6.0f} s  {outcome.name}  {outcome.left_out or outcome.closing_line}")
        for number, kind in COUNTED.findall(outcome.closing_line):
            counts[kind] += int(number)
    total = ", ".join(
        f"{counts[kind]} {kind}" for kind in ("failed", "passed", "skipped", "error", "errors") if counts[kind]
    )
    seconds = sum(outcome.seconds for outcome in outcomes)
    return "\n".join([*lines, f"===== {total or 'no tests ran'} in {seconds:.2f}s ====="])


def main(names: list[str]) -> int:
    """Run the named stages, or all."""
    outcomes = [outcome for name in names or STAGES for outcome in STAGES[name]()]
    print(summary(outcomes), flush=True)
    return int(any(outcome.failed for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
