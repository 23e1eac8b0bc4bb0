"""The typefaces are cut small, keep the letters of both languages, and are found where pages ask for them."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from vado.web.fonts import SOURCES, FontFinder, build_fonts

NEEDED = "abcxyzABCXYZ0123456789áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’–—…·"
MOST_BYTES_OF_ALL = 62_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("fonts")
    build_fonts(built)
    return built


@pytest.mark.parametrize("name", SOURCES)
def test_a_font_has_every_letter_that_both_languages_need(folder: Path, name: str) -> None:
    letters = TTFont(folder / name).getBestCmap()
    assert [letter for letter in NEEDED if ord(letter) not in letters] == []


def test_all_fonts_together_are_small(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.iterdir()) < MOST_BYTES_OF_ALL


def test_a_second_build_writes_nothing(folder: Path) -> None:
    assert build_fonts(folder) == []


def test_the_finder_finds_no_other_file_of_the_folder() -> None:
    finder = FontFinder()
    assert finder.find("web/fonts/../vado.sqlite3") is None
    assert finder.find("web/fonts/fraunces.woff2").endswith("fraunces.woff2")
