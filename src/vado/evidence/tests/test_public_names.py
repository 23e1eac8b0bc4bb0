"""Each public function says its shapes, units, errors and source, with an example that runs (test_examples)."""

import inspect

import pytest

import vado.evidence

FUNCTIONS = [name for name in vado.evidence.__all__ if inspect.isfunction(getattr(vado.evidence, name))]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_public_function_is_told_whole(name: str) -> None:
    told = inspect.getdoc(getattr(vado.evidence, name)) or ""
    assert [part for part in ("Shape:", "Errors:", "Source:", ">>>") if part not in told] == []


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    assert len(FUNCTIONS) > 20
    for name in vado.evidence.__all__:
        assert inspect.getdoc(getattr(vado.evidence, name)), name
