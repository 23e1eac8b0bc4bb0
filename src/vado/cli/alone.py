"""`vado start`: one's own record on one's own computer, without an account."""

import os
import socket
import webbrowser
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from vado.cli.asking import new_passphrase
from vado.cli.ground import private_folder, refuse, say
from vado.cli.serving import address, build_and_migrate, serve
from vado.record.errors import KeyFileLocked
from vado.record.key_file import create_key_file, read_key_file, replace_key_file
from vado.record.keyring import key_path
from vado.web.alone import make_entrance

HOST = "127.0.0.1"
SERVED = "served-at"


def start(port: int, *, with_passphrase: bool, in_browser: bool) -> None:
    """Serve to this computer alone; where it is served already, make another entrance."""
    home = private_folder(Path(settings.HOME))
    if not _is_free(port):
        if not _is_ours(home, port):
            refuse(_("Port %(port)d is taken by another program. Choose one with --port.") % {"port": port})
        _show_entrance(home, port, in_browser=in_browser)
        return
    _ensure_key(with_passphrase=with_passphrase)
    build_and_migrate()
    _show_entrance(home, port, in_browser=in_browser)
    (home / SERVED).write_text(f"{os.getpid()} {port}")
    serve(HOST, port, workers=1)


def _show_entrance(home: Path, port: int, *, in_browser: bool) -> None:
    entrance = address(HOST, port, is_https=False).rstrip("/") + reverse("enter-alone", args=[make_entrance(home)])
    say(f"Vado: {entrance}")
    say(_("This address opens once. To come back after leaving: vado start"))
    if in_browser:
        webbrowser.open(entrance)


def _ensure_key(*, with_passphrase: bool) -> None:
    path = key_path()
    if not path.exists():
        create_key_file(path, _new_passphrase() if with_passphrase else None)
    elif with_passphrase and not _is_locked(path):
        replace_key_file(path, read_key_file(path), _new_passphrase())


def _is_locked(path: Path) -> bool:
    try:
        read_key_file(path)
    except KeyFileLocked:
        return True
    return False


def _new_passphrase() -> str:
    say(_("There is no way back without this passphrase. Several words are easier to keep than one."))
    return new_passphrase()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex((HOST, port)) != 0


def _is_ours(home: Path, port: int) -> bool:
    try:
        pid, served = (int(word) for word in (home / SERVED).read_text().split())
        os.kill(pid, 0)
    except (OSError, ValueError):
        return False
    return served == port
