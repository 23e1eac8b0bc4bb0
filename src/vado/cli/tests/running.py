"""The command in processes of its own, with folders and a certificate of its own."""

import contextlib
import datetime as dt
import ipaddress
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

VADO = (sys.executable, "-m", "vado.cli")
HOST = "127.0.0.1"
LISTENS_WITHIN_SECONDS = 60


def environment(home: Path, **more: str) -> dict[str, str]:
    """That of this process, without any setting of Vado, and with its folders under `home`."""
    own = {
        "VADO_HOME": str(home / "home"),
        "VADO_KEY_FILE": str(home / "keys" / "practice.key"),
        "LANG": "C.UTF-8",
        "LANGUAGE": "",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VADO_", "DJANGO_", "DATABASE_"))}
    return kept | own | more


def run(*words: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The command, until it has ended."""
    return subprocess.run(
        [*VADO, *words], env=environment(home, **more), capture_output=True, text=True, check=False, timeout=120
    )


@contextlib.contextmanager
def listening(*words: str, home: Path, **more: str) -> Iterator[int]:
    """A command that serves, from the moment it listens; gives the port."""
    port = free_port()
    command = [*VADO, *words, "--port", str(port)]
    with subprocess.Popen(command, env=environment(home, **more), stdout=subprocess.DEVNULL) as process:
        try:
            wait_until_it_listens(port)
            yield port
        finally:
            process.terminate()


def free_port() -> int:
    """A port that nobody holds now."""
    with socket.create_server((HOST, 0)) as found:
        return int(found.getsockname()[1])


def wait_until_it_listens(port: int) -> None:
    """Until somebody answers there."""
    ends = time.monotonic() + LISTENS_WITHIN_SECONDS
    while time.monotonic() < ends:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the program does not listen")


def certificate(folder: Path, until: dt.datetime) -> tuple[Path, Path]:
    """A certificate for this computer, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "notes.example.org")])
    begun = until - dt.timedelta(days=60)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), begun, until)
    builder = builder.add_extension(
        x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]), critical=False
    )
    cert_path, key_path = folder / "cert.pem", folder / "cert.key"
    cert_path.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    key_path.touch(mode=0o600)
    key_path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return cert_path, key_path
