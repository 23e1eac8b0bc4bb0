import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from vado.cli.tests.running import run


@pytest.fixture(scope="session")
def made_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new practice, made in two commands."""
    folder = tmp_path_factory.mktemp("practice")
    assert run("migrate", home=folder).returncode == 0
    assert run("keys", "create", home=folder).returncode == 0
    return folder


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English and 160 columns, whatever the machine says; the umask is given back."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "160")
    mask = os.umask(0o077)
    with translation.override(translation.get_language()):
        yield
    os.umask(mask)
