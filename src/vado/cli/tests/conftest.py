from pathlib import Path

import pytest

from vado.cli.tests.running import run


@pytest.fixture(scope="session")
def made_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new practice, made in two commands."""
    folder = tmp_path_factory.mktemp("practice")
    assert run("migrate", home=folder).returncode == 0
    assert run("keys", "create", home=folder).returncode == 0
    return folder
