"""Vado as it is served: granian with its workers, its CPU time, and a browser that is signed in."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

import psutil

from tests.cast import login_session
from vado.people.models import Account

HOST = "127.0.0.1"
READY_SECONDS = 120.0
FORM_TOKEN = "b" * 32


class Served:
    """A running server and the port at which it answers."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.port = port
        self._process = process

    def cpu_seconds(self) -> float:
        """CPU time of the server and its workers, user and system."""
        main = psutil.Process(self._process.pid)
        times = [one.cpu_times() for one in (main, *main.children(recursive=True))]
        return sum(spent.user + spent.system for spent in times)

    def wait_until_ready(self) -> None:
        """Until the first page is there."""
        ends = time.monotonic() + READY_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > ends:
                raise RuntimeError("the server did not start")
            time.sleep(0.01)

    def _answers(self) -> bool:
        browser = Browser(self.port)
        try:
            return browser.get("/robots.txt") == http.client.OK
        except OSError:
            return False
        finally:
            browser.close()


class Browser:
    """One connection that stays open, with the cookies of a sign-in."""

    def __init__(self, port: int, account: Account | None = None) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=30)
        session = f"here={login_session(account)}; " if account else ""
        self._headers = {"Cookie": f"{session}csrftoken={FORM_TOKEN}"}
        self.body = b""

    def get(self, address: str) -> int:
        """The status; the body as it came over the wire is kept until the next page."""
        return self._send("GET", address)

    def get_plain(self, address: str) -> int:
        """The same, not compressed."""
        return self._send("GET", address, encoding="identity")

    def post(self, address: str, said: Mapping[str, str]) -> int:
        """Sends a form."""
        return self._send("POST", address, urlencode({**said, "csrfmiddlewaretoken": FORM_TOKEN}))

    def close(self) -> None:
        """Hangs up."""
        self._connection.close()

    def _send(self, method: str, address: str, form: str | None = None, encoding: str = "br, gzip") -> int:
        more = {"Accept-Encoding": encoding}
        if form is not None:
            more["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, address, form, self._headers | more)
        answer = self._connection.getresponse()
        self.body = answer.read()
        return answer.status


@contextlib.contextmanager
def running(command: list[str], environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """`vado` with that command, from its first line until it is ready, and away at the end."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "vado.cli", *command, "--port", str(port)],
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    served = Served(process, port)
    try:
        served.wait_until_ready()
        yield served
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as found:
        port: int = found.getsockname()[1]
    return port
