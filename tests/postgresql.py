"""A private PostgreSQL for a test run: own folder, own socket, no port, gone afterwards.

python -m tests.postgresql -- python -m pytest src/vado/record
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

INSTALLED = Path("/usr/lib/postgresql")
UNPRIVILEGED = ("postgres", "nobody")
SETTINGS = ("listen_addresses=''", "fsync=on", "max_connections=60", "shared_buffers=64MB")


class NoPostgresql(RuntimeError):
    """PostgreSQL is not installed here."""


def programs() -> Path:
    """The folder of the newest installed PostgreSQL."""
    found = sorted(INSTALLED.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise NoPostgresql("PostgreSQL is not installed (apt-get install postgresql)")
    return Path(on_path).resolve().parent


def _owner() -> pwd.struct_passwd:
    """Who runs the server: this user, or an unprivileged one, since initdb refuses root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in UNPRIVILEGED if name in known)


def _run(owner: pwd.struct_passwd, *command: str | Path) -> None:
    is_root = os.geteuid() == 0
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(owner.pw_dir)}
    subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
        env=environment,
        user=owner.pw_uid if is_root else None,
        group=owner.pw_gid if is_root else None,
    )


@contextlib.contextmanager
def private_cluster() -> Iterator[str]:
    """Start a server of our own; yields its address for DATABASE_URL."""
    owner, folder = _owner(), Path(tempfile.mkdtemp(prefix="vado-pg-"))
    if os.geteuid() == 0:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    try:
        with _server(owner, folder):
            yield f"postgres://vado@{quote(str(folder), safe='')}/vado"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _server(owner: pwd.struct_passwd, folder: Path) -> Iterator[None]:
    place, content = programs(), folder / "content"
    _run(owner, place / "initdb", "-D", content, "-U", "vado", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
    options = " ".join(f"-c {setting}" for setting in (*SETTINGS, f"unix_socket_directories={folder}"))
    control = (place / "pg_ctl", "-D", content, "-w")
    _run(owner, *control, "-l", folder / "log", "-o", options, "start")
    try:
        _run(owner, place / "createdb", "-h", folder, "-U", "vado", "vado")
        yield
    finally:
        _run(owner, *control, "-m", "immediate", "stop")


def main(command: list[str]) -> int:
    """Run a command with DATABASE_URL and VADO_TEST_DATABASE_URL set to a private server."""
    with private_cluster() as address:
        environment = {**os.environ, "DATABASE_URL": address, "VADO_TEST_DATABASE_URL": address}
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:] if sys.argv[1:2] == ["--"] else sys.argv[1:]))
