"""The two typefaces, cut to the Latin letters that English and Spanish need, as woff2 in Vado's own folder."""

import os
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D)
SIGNS = (0x2022, 0x2026, 0x2032, 0x20AC, 0x2190, 0x2192, 0x2212, 0x2215, 0x2248, 0x2264, 0x2265, 0x00D7)
FEATURES = ("kern", "liga", "tnum", "ccmp", "locl", "mark", "mkmk")

# Soft and upright: SOFT up, WONK off; one optical size and weight serves every heading.
HEADING = {"opsz": 30, "wght": 480, "SOFT": 100, "WONK": 0}
SOURCES = {
    "fraunces.woff2": ("fontpkg_fraunces", "Fraunces[SOFT,WONK,opsz,wght].ttf"),
    "atkinson-regular.woff2": ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    "atkinson-bold.woff2": ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
}


def build_fonts(folder: Path) -> list[Path]:
    """Cuts the fonts that are not there yet; returns what it wrote."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [name for name in SOURCES if not (folder / name).is_file()]
    return [_cut(folder / name, *SOURCES[name]) for name in missing]


def _cut(target: Path, package: str, source: str) -> Path:
    font = TTFont(str(files(package) / "files" / source))
    if "fvar" in font:
        font = instantiateVariableFont(font, HEADING)
    options = Options(layout_features=list(FEATURES), flavor="woff2", name_IDs=[0, 1, 2, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*LATIN, *SIGNS])
    subsetter.subset(font)
    font.flavor = "woff2"
    unfinished = target.with_suffix(f".{os.getpid()}.part")  # two that cut at once each finish theirs
    font.save(unfinished)
    return unfinished.replace(target)


class FontFinder(BaseFinder):
    """Lets Django's static files find the cut fonts as web/fonts/."""

    PREFIX = "web/fonts/"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=settings.FONT_FOLDER)
        self.storage.prefix = self.PREFIX.rstrip("/")  # type: ignore[attr-defined]  # as Django's own finders do

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        name = path.removeprefix(self.PREFIX)
        found = str(Path(settings.FONT_FOLDER) / name) if path.startswith(self.PREFIX) and name in SOURCES else ""
        if find_all:
            return [found] if found else []
        return found or None

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        folder = Path(settings.FONT_FOLDER)
        return ((name, self.storage) for name in SOURCES if (folder / name).is_file())
