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
