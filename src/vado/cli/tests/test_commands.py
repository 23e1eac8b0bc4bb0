import subprocess
import sys
from pathlib import Path

import pytest

from vado.cli.commands import app
from vado.cli.serving import address
from vado.cli.staff import new_passphrase
from vado.cli.tests.running import run
from vado.web.alone import make_entrance, use_entrance

HEAVY = ("django", "cryptography", "numpy", "granian", "babel")


def test_help_names_every_command(tmp_path: Path) -> None:
    answer = run("--help", home=tmp_path)
    assert answer.returncode == 0
    assert all(command.name is None or command.name in answer.stdout for command in app.registered_commands)


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    """Its time is a row of the bench; what would make it slow is asked here."""
    listing = f"import sys, vado.cli.commands; print(*({set(HEAVY)!r} & sys.modules.keys()))"
    loaded = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []


def test_a_new_practice_is_made_in_two_commands(made_practice: Path) -> None:
    assert (made_practice / "keys" / "practice.key").stat().st_mode & 0o077 == 0
    assert "1" in run("keys", "status", home=made_practice).stdout
    examined = run("doctor", home=made_practice)
    assert examined.returncode == 0, examined.stdout


def test_serving_is_refused_without_a_key_and_over_plain_http(made_practice: Path, tmp_path: Path) -> None:
    absent = str(tmp_path / "keys" / "practice.key")
    for command in ("serve", "doctor"):
        refused = run(command, "--host", "0.0.0.0", home=made_practice, VADO_KEY_FILE=absent)  # noqa: S104
        assert refused.returncode == 1
        assert "plain-http" in refused.stdout
        assert "key-file" in refused.stdout


def test_a_second_key_is_never_written_over_the_first(tmp_path: Path) -> None:
    assert run("keys", "create", home=tmp_path).returncode == 0
    before = (tmp_path / "keys" / "practice.key").read_bytes()
    second = run("keys", "create", home=tmp_path)
    assert second.returncode == 1
    assert "practice.key" in second.stderr
    assert (tmp_path / "keys" / "practice.key").read_bytes() == before


def test_an_unknown_kind_of_database_is_named(tmp_path: Path) -> None:
    refused = run("doctor", home=tmp_path, DATABASE_URL="mysql://localhost/vado")
    assert refused.returncode == 1
    assert "mysql" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_practice_that_is_not_there_yet_is_said_plainly(tmp_path: Path) -> None:
    assert run("keys", "create", home=tmp_path).returncode == 0
    refused = run("staff-add", "--role", "manager", "--practice", "River", "Nora", home=tmp_path)
    assert refused.returncode == 1
    assert "vado doctor" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_an_entrance_opens_once(tmp_path: Path) -> None:
    token = make_entrance(tmp_path)
    assert not use_entrance(tmp_path, token + "x")
    assert use_entrance(tmp_path, token)
    assert not use_entrance(tmp_path, token)


@pytest.mark.parametrize(
    ("host", "is_https", "expected"),
    [("127.0.0.1", False, "http://127.0.0.1:1/"), ("::1", True, "https://[::1]:1/")],
)
def test_the_address_is_one_that_a_browser_takes(host: str, is_https: bool, expected: str) -> None:
    assert address(host, 1, is_https=is_https) == expected


def test_passphrases_are_drawn_anew() -> None:
    assert len({new_passphrase() for _draw in range(100)}) == 100
