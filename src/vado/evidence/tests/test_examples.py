"""The examples in the docstrings and in the guide are run."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import vado.evidence

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(vado.evidence.__path__, "vado.evidence.")
    if ".tests" not in module.name
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("name", ["evidence.md", "evidence.es.md"])
def test_the_examples_of_the_guide_hold(name: str) -> None:
    page = Path(__file__).resolve().parents[4] / "docs" / "guide" / name
    done = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert done.failed == 0
    assert done.attempted > 30
