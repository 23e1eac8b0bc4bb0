"""Styles and scripts stay light, self-contained and without anything from elsewhere."""

import gzip
import re
from pathlib import Path

import pytest

import vado.web

PACKAGE = Path(vado.web.__file__).parents[1]
STATIC = PACKAGE / "web" / "static" / "web"
NAME_OF_SVG = "http://www.w3.org/2000/svg"  # a namespace: nothing is asked there
MOST_BYTES = 30_000  # of everything, as it is sent


def _whole(pattern: str) -> str:
    return "".join(
        path.read_text() for folder in sorted(PACKAGE.glob("*/static/*")) for path in sorted(folder.glob(pattern))
    )


@pytest.mark.parametrize("pattern", ["*.css", "*.js"])
def test_styles_and_scripts_of_all_pages_together_are_under_thirty_kilobytes_sent(pattern: str) -> None:
    assert len(gzip.compress(_whole(pattern).encode())) < MOST_BYTES


def test_no_file_names_another_host() -> None:
    sources = (_whole("*.css") + _whole("*.js") + _whole("*.webmanifest")).replace(NAME_OF_SVG, "")
    assert re.findall(r"https?://|url\(\s*[\"']?//", sources) == []


def test_every_layer_is_declared_in_order() -> None:
    declared = re.search(r"@layer ([\w, ]+);", (STATIC / "tokens.css").read_text())
    assert declared is not None
    used = set(re.findall(r"@layer (\w+) \{", _whole("*.css")))
    assert used <= set(declared[1].split(", "))


def test_the_manifest_does_not_say_what_this_is() -> None:
    words = (STATIC / "manifest.webmanifest").read_text().lower()
    assert "vado" not in words
    assert "harm" not in words
