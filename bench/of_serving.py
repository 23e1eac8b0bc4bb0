"""What pages cost the server: one entry, a month, eight people at once, and the weight of the first page."""

import datetime as dt
import http.client
import itertools
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from urllib.parse import urljoin
from uuid import uuid4

from django.db import connection
from django.utils import timezone

from bench.figures import ROUNDS, Figure, at_most
from bench.server import Browser, Served, running
from tests.cast import own_record_of
from vado.diary.facts import Amount, Sureness, Use
from vado.people import actions
from vado.people.models import Account
from vado.record import Actor, Purpose, open_to_write
from vado.record.lived_day import Lived
from vado.record.writing import Sent

CLIENTS = 8
WRITERS = 20
ACTS = 60
SECONDS = 2.0
MONTH_ENTRIES = 72
KB = 1000


def figures() -> Iterator[Figure]:
    """Whole requests to granian with two workers: CPU of all its processes, 5 rounds of 60; waits by the clock."""
    account = somebody()
    _write_a_month(account)
    writers = [somebody() for _writer in range(WRITERS)]
    subprocess.run([sys.executable, "-m", "vado.cli", "migrate"], check=True, stdout=subprocess.DEVNULL)
    with running(["serve", "--workers", "2"]) as served:
        yield at_most("POST one entry, served", _cpu_ms(served, _posting(served, writers)), "CPU ms", 10)
        yield at_most(
            f"month page, {MONTH_ENTRIES} entries, served", _cpu_ms(served, _month(served, account)), "CPU ms", 15
        )
        yield from _many_at_once(served)
        if connection.vendor == "sqlite":
            yield from _weights(served)


def somebody() -> Account:
    """A new person with a record of their own."""
    return actions.sign_up(chosen="somebody", passphrase=None, now=timezone.now()).account


def _write_a_month(account: Account) -> None:
    with open_to_write(Actor(account.pk), own_record_of(account), Purpose.OWN, now=timezone.now()) as record:
        record.put_many([Sent(_a_use(number)) for number in range(MONTH_ENTRIES)])


def _a_use(number: int) -> Use:
    on = dt.date(2026, 5, 1 + number % 31)
    return Use(
        when=Lived(on=on, at=dt.time(12 + number % 10, 30), zone="UTC"),
        substance=("wine", "beer", "cannabis")[number % 3],
        substance_code=("wine", "beer", "cannabis")[number % 3],
        amount=Amount(Sureness.ABOUT, 2.0, unit="glass"),
        gave="a quiet hour",
        note="wrote this after dinner",
    )


def _posting(served: Served, accounts: list[Account]) -> Callable[[], None]:
    """By many in turn: what is looked at beside a new entry grows with the entries of its days."""
    turns = itertools.cycle([Browser(served.port, account) for account in accounts])
    return lambda: post_entry(next(turns))


def post_entry(browser: Browser) -> None:
    """One entry by the form."""
    said = {
        "version_id": str(uuid4()),
        "when": "now",
        "substance": "wine",
        "least": "2",
        "unit": "glass",
        "gave": "quiet",
    }
    status = browser.post("/me/use/", said)
    if status != http.client.FOUND:
        raise RuntimeError(f"the entry was not kept: {status}")


def _month(served: Served, account: Account) -> Callable[[], None]:
    browser = Browser(served.port, account)

    def read() -> None:
        status = browser.get("/me/days/2026/5/")
        if status != http.client.OK:
            raise RuntimeError(f"the month was not shown: {status}")

    return read


def _cpu_ms(served: Served, act: Callable[[], None]) -> float:
    """CPU time of the server's processes for one act: the median of the rounds."""
    for _warm in range(20):
        act()
    return statistics.median(_round(served, act) for _round_number in range(ROUNDS))


def _round(served: Served, act: Callable[[], None]) -> float:
    before = served.cpu_seconds()
    for _act in range(ACTS):
        act()
    return (served.cpu_seconds() - before) / ACTS * 1000


def _many_at_once(served: Served) -> Iterator[Figure]:
    browsers = [Browser(served.port, somebody()) for _client in range(CLIENTS)]
    rounds = [_waits(browsers) for _round_number in range(ROUNDS)]
    worst = statistics.median(max(waits) for waits in rounds) * 1000
    name = f"{CLIENTS} HTTP clients, 2 workers"
    yield at_most(f"{name}, worst wait", worst, "ms", 500 if connection.vendor == "sqlite" else 200)
    yield at_most(f"{name}, worst wait of all rounds", max(map(max, rounds)) * 1000, "ms", None)
    kept = statistics.median(len(waits) for waits in rounds) / SECONDS
    yield at_most(f"{name}, kept", kept, "entries a second", None)


def _waits(browsers: list[Browser]) -> list[float]:
    """Everybody writes back to back for some seconds; how long each entry took."""
    waits: list[float] = []
    threads = [threading.Thread(target=_write_for_a_while, args=(browser, waits)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits


def _write_for_a_while(browser: Browser, waits: list[float]) -> None:
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        began = time.monotonic()
        post_entry(browser)
        waits.append(time.monotonic() - began)


def _weights(served: Served) -> Iterator[Figure]:
    """As the bytes come over the wire to a browser that takes Brotli."""
    found = _loaded(Browser(served.port), "/sign-in/")
    styles = sum(size for address, size in found.items() if address.endswith(".css"))
    scripts = sum(size for address, size in found.items() if address.endswith(".js"))
    yield at_most("first page with all it loads", sum(found.values()) / KB, "KB sent", 100)
    yield at_most("styles of the first page", styles / KB, "KB sent", 30)
    yield at_most("scripts of the first page", scripts / KB, "KB sent", 30)


def _loaded(browser: Browser, page: str) -> dict[str, int]:
    """Bytes by address: the page, what it names, and what its styles name."""
    sizes = {page: _size(browser, page)}
    waiting = re.findall(r'(?:href|src)="(/static/[^"]+)"', _text(browser, page))
    while waiting:
        address = waiting.pop()
        if address in sizes:
            continue
        sizes[address] = _size(browser, address)
        if address.endswith(".css"):
            named = re.findall(r'url\("?([^")]+)"?\)', _text(browser, address))
            waiting += [urljoin(address, one) for one in named if not one.startswith("data:")]
    return sizes


def _size(browser: Browser, address: str) -> int:
    if browser.get(address) != http.client.OK:
        raise RuntimeError(f"{address} is named by a page and not served")
    return len(browser.body)


def _text(browser: Browser, address: str) -> str:
    """The same address without compression."""
    browser.get_plain(address)
    return browser.body.decode()
