"""Writes requirements/*.txt anew: every package with its hashes, no address of any index."""

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
OPTIONS = ("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate")
PYTHON = ("--universal", "--python-version", "3.11")


def lock(name: str, *extras: str) -> None:
    """One locked file, from pyproject.toml and what builds the package."""
    program = shutil.which("uv") or sys.exit("make lock needs uv")
    sources = ("pyproject.toml", "requirements/build.in")
    target = str(FOLDER / name)
    subprocess.run(
        [program, "pip", "compile", "--quiet", *OPTIONS, *PYTHON, *extras, *sources, "-o", target],
        check=True,
        cwd=FOLDER.parent,
    )


if __name__ == "__main__":
    lock("run.txt")
    for extra in ("dev", "research", "cluster", "pdf"):
        lock(f"{extra}.txt", "--extra", extra, "--constraint", "requirements/run.txt")
