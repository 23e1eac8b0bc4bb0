"""Documents that cannot rot: pages are current, settings are told, links lead somewhere, dependencies have a reason."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from docs.generate import commands_page, safety_page
from tests.architecture.sources import ROOT

PAGES = tuple(sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]))
LINK = re.compile(r"\]\(([^)#:]+)\)")
TEST_PLACE = re.compile(r"`((?:src|tests)/[\w/]+\.py)`")
ROW = re.compile(r"^\| ([\w-]+) \|", re.MULTILINE)
SETTING_READ = re.compile(r'"(VADO_[A-Z_]+|DATABASE_URL)"')
SETTING_TOLD = re.compile(r"^\| `([A-Z_]+)`", re.MULTILINE)
PACKAGE_NAME = re.compile(r"^[\w-]+")


def test_the_page_of_commands_is_current() -> None:
    assert (ROOT / "docs" / "commands.md").read_text() == commands_page(), "run: make docs"


def test_the_page_of_safety_rules_is_current() -> None:
    assert (ROOT / "docs" / "safety-rules.md").read_text() == safety_page(), "run: make docs"


def test_each_dependency_has_a_reason_and_each_reason_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    names = {found[0] for each in wanted if (found := PACKAGE_NAME.match(each))}
    told = set(ROW.findall((ROOT / "docs" / "dependencies.md").read_text())) - {"package"}
    assert names == told


def test_each_setting_is_told_and_each_told_one_is_read() -> None:
    programs = [path for path in (ROOT / "src").rglob("*.py") if "tests" not in path.parts]
    read = {name for path in programs for name in SETTING_READ.findall(path.read_text())}
    told = set(SETTING_TOLD.findall((ROOT / "docs" / "settings.md").read_text()))
    assert read == told


@pytest.mark.parametrize("document", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text()
    broken = [target for target in LINK.findall(text) if not (document.parent / target).exists()]
    assert not broken


def test_each_promise_names_a_test_that_exists() -> None:
    named = TEST_PLACE.findall((ROOT / "docs" / "promises.md").read_text())
    assert named
    assert not [place for place in named if not (ROOT / place).is_file()]


PICTURE = re.compile(r"!\[([^\]]+)\]\(\.\./pictures/([\w-]+)-(en|es)\.png\)")
FOR_BOTH = (("For the person", "For the therapist"), ("Para la persona", "Para terapeutas"))


@pytest.mark.parametrize("guide", sorted((ROOT / "docs" / "guide").glob("*.es.md")), ids=lambda path: path.name)
def test_a_guide_shows_the_same_in_both_languages(guide: Path) -> None:
    """Each part and each picture, and every picture with words for whoever does not see it."""
    spanish, english = guide.read_text(), guide.with_name(guide.name.replace(".es.", ".")).read_text()
    shown = {language: PICTURE.findall(text) for language, text in (("en", english), ("es", spanish))}
    assert [name for _words, name, _language in shown["en"]] == [name for _words, name, _language in shown["es"]]
    assert all(of == language for language, found in shown.items() for _words, _name, of in found)
    assert english.count("\n## ") == spanish.count("\n## ")
    assert english.count("\n- ") == spanish.count("\n- ")


@pytest.mark.parametrize("name", ["plans", "meetings"])
def test_the_guides_on_plans_and_meetings_speak_to_both_of_the_two(name: str) -> None:
    for ending, (person, therapist) in zip((".md", ".es.md"), FOR_BOTH, strict=True):
        parts = (ROOT / "docs" / "guide" / f"{name}{ending}").read_text().split("\n## ")
        of = {part.split("\n", 1)[0]: part for part in parts[1:]}
        assert min(of[person].count("\n- "), of[therapist].count("\n- ")) >= 4


def test_every_picture_is_made_by_a_test_and_shown() -> None:
    takes = "".join(path.read_text() for path in (ROOT / "tests" / "browser").glob("test_pictures_of_*.py"))
    shown = "".join(path.read_text() for path in PAGES)
    for path in (ROOT / "docs" / "pictures").glob("*.png"):
        name = path.stem.rpartition("-")[0]
        assert re.search(rf'"{name}(?:"|-\{{)', takes), f"no test takes {name}"
        assert path.name in shown, f"{path.name} is shown nowhere"
