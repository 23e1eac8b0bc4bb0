"""Every address, every method, everybody of the cast: who comes in, and that no word of the record leaks out."""

import datetime as dt
import re
import uuid
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.urls import get_resolver

from tests.cast import Cast, Part, make_cast, write_profile
from tests.matrix.expected import NEW, NOBODY, comes_in
from vado.diary.facts import CheckIn, Note, Step, Urge, Use
from vado.people.checks import addresses
from vado.record import Drawer, Record
from vado.record.lived_day import Lived

ADDRESSES = sorted({address for address, _view in addresses(get_resolver().url_patterns)})
METHODS = ("get", "post", "put", "delete")
DAY = dt.date(2026, 11, 2)
CANARY = re.compile(rb"canary-[a-z]+-[a-z]+")
SENT_AWAY = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)


def write_canaries(record: Record, whose: str) -> uuid.UUID:
    """A word in every field of every kind of entry; the same in the drawer that is for the person alone."""
    when = Lived(on=DAY, at=dt.time(21, 0))
    write_profile(record, f"canary-{whose}-called", f"canary-{whose}-contact")
    use = Use(
        when=when,
        substance=f"canary-{whose}-substance",
        where=f"canary-{whose}-where",
        with_whom=f"canary-{whose}-whom",
        wanted=f"canary-{whose}-wanted",
        gave=f"canary-{whose}-gave",
        cost=f"canary-{whose}-cost",
        note=f"canary-{whose}-note",
    )
    leaf = record.put(use)
    record.put(Urge(when=when, substance=f"canary-{whose}-urge", what_happened=f"canary-{whose}-happened"))
    record.put(CheckIn(when=when, note=f"canary-{whose}-checkin"))
    record.put(Step(when=when, words=f"canary-{whose}-step"))
    kept = record.put(Note(when=when, words=f"canary-{whose}-onlyme"))
    record.move(kept.id, Drawer.OWN)
    return leaf.id


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def filled(address: str, cast: Cast, leaf_id: uuid.UUID) -> str:
    """The address with the ids of the person with a therapist."""
    values = {
        "record_id": str(cast.record_id),
        "leaf_id": str(leaf_id),
        "door_id": str(next(door.id for door in cast.open().doors() if not door.is_own)),
        "import_id": str(uuid.UUID(int=1)),
        "day": DAY.isoformat(),
        "year": str(DAY.year),
        "month": str(DAY.month),
        "question": "gave",
        "token": "nothing",
    }
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: values[str(found[1])], address)


def test_every_address_has_a_line_in_the_table() -> None:
    assert [address for address in ADDRESSES if comes_in(address) is None] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_those_named_come_in(address: str, cast: Cast) -> None:
    """One cast for each address; whatever an answer changed is undone before the next one asks."""
    leaf_id = write_canaries(cast.open(), "person")
    write_canaries(cast.open(Part.PERSON_ON_THEIR_OWN), "other")
    where = filled(address, cast, leaf_id)
    allowed = comes_in(address) or frozenset()
    for part, method, answer in _asked(cast, where):
        told = f"{part} {method.upper()} {where}: {answer.status_code}"
        assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, told
        assert leaked(answer, part, address) == set(), told
        if part not in allowed:
            assert is_outside(answer, part), told


def _asked(cast: Cast, where: str) -> Iterator[tuple[Part, str, HttpResponseBase]]:
    for part in Part:
        for method in METHODS:
            with transaction.atomic():
                client = cast.client(part)
                answer = getattr(client, method)(where)
                transaction.set_rollback(True)
            cast.clients.pop(part, None)
            yield part, method, answer


def is_outside(answer: HttpResponseBase, part: Part) -> bool:
    """Whether somebody was kept out, in the way that tells them nothing."""
    if part is NOBODY:
        return answer.status_code == HTTPStatus.FOUND and "/sign-in/" in answer["Location"]
    if part is NEW and answer.status_code == HTTPStatus.FOUND:
        return bool(answer["Location"] == "/second-factor/")
    return answer.status_code in SENT_AWAY


def leaked(answer: HttpResponseBase, part: Part, address: str) -> set[bytes]:
    """The words in an answer that are not this reader's to read."""
    body = b"" if answer.streaming else answer.content  # type: ignore[attr-defined]
    found = set(CANARY.findall(body + str(answer.headers).encode()))
    return {word for word in found if not may_read(word.decode(), part, address)}


def may_read(word: str, part: Part, address: str) -> bool:
    """Persons read their own words; through a door, what its drawers hold, and never what is for one alone."""
    _canary, whose, what = word.split("-")
    if part is Part.PERSON or part is Part.PERSON_ON_THEIR_OWN:
        return whose == ("person" if part is Part.PERSON else "other")
    if whose != "person" or what == "onlyme":
        return False
    is_profile = what in {"called", "contact"}
    if part is Part.THERAPIST:
        return True
    if part is Part.FACILITATOR:
        return is_profile and address == "people/"
    return part is Part.RESEARCHER and not is_profile
