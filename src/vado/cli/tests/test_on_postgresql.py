"""A practice on PostgreSQL, by the same commands: made, examined, its key rotated, anchored, and served."""

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgresql import NoPostgresql, private_cluster, programs
from vado.cli.tests.running import HOST, listening, run

pytestmark = pytest.mark.sqlite  # it starts a server of its own: once is enough


@pytest.fixture
def database() -> Iterator[str]:
    try:
        programs()
    except NoPostgresql as lack:
        pytest.skip(str(lack))
    with private_cluster() as address:
        yield address


def test_a_practice_is_made_examined_and_served(tmp_path: Path, database: str) -> None:
    for command in (["migrate"], ["keys", "create"], ["doctor"], ["keys", "rotate"], ["anchor"], ["doctor"]):
        done = run(*command, home=tmp_path, DATABASE_URL=database)
        assert done.returncode == 0, done.stdout + done.stderr
    assert not list((tmp_path / "home").glob("*.sqlite3"))
    with listening("serve", home=tmp_path, DATABASE_URL=database) as port:
        asked = http.client.HTTPConnection(HOST, port, timeout=10)
        asked.request("GET", "/sign-in/")
        assert asked.getresponse().status == http.HTTPStatus.OK
        asked.close()
