"""The repository names no machine, no package index and nobody's folder."""

import re
import subprocess

from tests.architecture.sources import ROOT

NAMED_PLACES = re.compile(r"/(?:work|root)/|/home/[a-z]|index-url|find-links|py(?:pi)\.org|python(?:hosted)")
MAY_NAME_THEM = frozenset({"tests/architecture/test_neutral.py", "requirements/lock.py"})


def test_no_file_names_a_machine_or_an_index() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    naming = [name for name in filter(None, listed.stdout.split("\0")) if name not in MAY_NAME_THEM and _names(name)]
    assert not naming, "\n".join(naming)


def _names(name: str) -> bool:
    path = ROOT / name
    try:
        return path.is_file() and bool(NAMED_PLACES.search(path.read_text()))
    except UnicodeDecodeError:  # a picture or a frozen byte file
        return False
