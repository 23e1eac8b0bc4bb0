"""The examples in the docstrings are run."""

import doctest
import importlib
import pkgutil

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
