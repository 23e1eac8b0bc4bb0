"""Every address, every method, everybody of the cast: who comes in and what it does for them; nothing leaks out."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.urls import get_resolver

from tests.cast import Cast, Part
from tests.matrix.canaries import CANARY, may_read, write_canaries, write_doors, write_letters
from tests.matrix.expected import NEW, NOBODY, comes_in
from tests.matrix.lines import Form, Line, all_lines
from tests.matrix.lines.diary import DAY
from tests.matrix.state import changed, state, touching
from vado.people.checks import addresses
from vado.record import waiting_invitations
from vado.record.database import is_postgresql

ADDRESSES = sorted({address for address, _view in addresses(get_resolver().url_patterns)})
LINES = all_lines()
METHODS = ("get", "post", "put", "delete", "blank post")  # the last one for those who come in
READ_AND_WRITTEN = METHODS[:2]
SENT_AWAY = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)
GOES_ON = (HTTPStatus.FOUND, HTTPStatus.SEE_OTHER)


class Asked(NamedTuple):
    """One request of somebody, its answer, and the tables it changed."""

    part: Part
    method: str
    answer: HttpResponseBase
    changes: set[str]
    where: str

    def __str__(self) -> str:
        said = f"{self.part} {self.method.upper()} {self.where}: {told(self.answer)}"
        return f"{said}, changed {sorted(self.changes)}, shows {sorted(words_in(self.answer))}"


class Place(NamedTuple):
    """An address with the ids of the person with a therapist, and the form that fits it."""

    where: str
    form: Mapping[str, Any]

    @classmethod
    def of(cls, address: str, line: Line, cast: Cast, known: Mapping[str, str]) -> "Place":
        values = _values(cast) | {name: known.get(kind, kind) for name, kind in line.ids.items()}
        where = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: values[str(found[1])], address)
        return cls(where, _filled(line.post or {}, known))


def _values(cast: Cast) -> dict[str, str]:
    return {
        "record_id": str(cast.record_id),
        "door_id": str(next(door.id for door in cast.open().doors() if not door.is_own)),
        "invitation_id": str(waiting_invitations(cast.open())[0].id),
        "membership_id": str(cast.accounts[Part.THERAPIST].memberships.get().pk),
        "day": DAY.isoformat(),
        "year": str(DAY.year),
        "month": str(DAY.month),
        "question": "gave",
        "token": "nothing",
    }


def _filled(form: Form, known: Mapping[str, str]) -> Mapping[str, Any]:
    return {name: said.format(**known) if isinstance(said, str) else said for name, said in form.items()}


def test_every_address_has_a_line_in_both_tables() -> None:
    assert [address for address in ADDRESSES if comes_in(address) is None] == []
    assert [address for address in ADDRESSES if address not in LINES] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_those_named_come_in_and_nobody_else(address: str, cast: Cast) -> None:
    """One cast for each address; whatever an answer changed is undone before the next one asks."""
    leaves = write_canaries(cast.open(), "person")
    write_canaries(cast.open(Part.PERSON_ON_THEIR_OWN), "other")
    known = {kind: str(leaf_id) for kind, leaf_id in leaves.items()}
    known |= {"login": cast.login, "recovery_code": cast.recovery_code, "invitation": write_doors(cast)}
    known |= write_letters(cast)
    line, allowed = LINES[address], comes_in(address) or frozenset()
    everything = _asked(cast, Place.of(address, line, cast, known), allowed)
    assert [str(asked) for asked in everything if not is_right(asked, line, allowed, address)] == []


def is_right(asked: Asked, line: Line, allowed: frozenset[Part], address: str) -> bool:
    """Whether an answer is neither broken nor telling, and is for this part what the two tables say."""
    if asked.answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR or leaked(asked):
        return False
    if asked.part not in allowed:
        return is_outside(asked)
    return does_its_work(asked, line) or not owns_the_ids(asked.part, f"{address} {line.post}")


def _asked(cast: Cast, place: Place, allowed: frozenset[Part]) -> Iterator[Asked]:
    before = state()
    for part in Part:
        for method in methods_for(part in allowed):
            client = cast.client(part)
            with transaction.atomic(), touching() as touched:
                send = getattr(client, method.split()[-1])
                answer = send(place.where, place.form) if method == "post" else send(place.where)
                asked = Asked(part, method, answer, changed(before, touched), place.where)
                transaction.set_rollback(True)
            if answer.cookies:
                del cast.clients[part]  # a browser that was told something comes anew the next time
            yield asked


def methods_for(may_come_in: bool) -> tuple[str, ...]:
    """Every method on one database; on the other, whose answers differ by what they read and write, those two."""
    if is_postgresql():
        return READ_AND_WRITTEN
    return METHODS if may_come_in else METHODS[:-1]


def is_outside(asked: Asked) -> bool:
    """Whether somebody was kept out, in the way that tells them nothing, and changed nothing."""
    answer = asked.answer
    if asked.changes:
        return False
    if asked.part is NOBODY:
        return answer.status_code == HTTPStatus.FOUND and "/sign-in/" in answer["Location"]
    if asked.part is NEW and answer.status_code == HTTPStatus.FOUND:
        return bool(answer["Location"] == "/second-factor/")
    return answer.status_code in SENT_AWAY


def owns_the_ids(part: Part, asked: str) -> bool:
    """Whether the ids that are asked for are of this part's record: another person comes in and finds nothing there."""
    return part is not Part.PERSON_ON_THEIR_OWN or not re.search(r"<uuid:|'\{", asked)


def does_its_work(asked: Asked, line: Line) -> bool:
    """Whether somebody who may come in got what the address is for."""
    if asked.method == "get":
        return fits(asked.answer, line.get) and not asked.changes and shows(asked, line)
    if asked.method == "post" and line.post is not None:
        return fits(asked.answer, line.then) and fits_changes(asked.changes, line.changes)
    return asked.method != "blank post" or not asked.changes or line.post == {}


def fits_changes(changes: set[str], meant: str) -> bool:
    """Whether exactly those tables changed that a form is for; one with a question mark may have."""
    always = {table for table in meant.split() if not table.endswith("?")}
    return always <= changes <= {table.rstrip("?") for table in meant.split()}


def shows(asked: Asked, line: Line) -> bool:
    """Whether the words stand on the page that this reader may read."""
    if asked.answer.status_code != HTTPStatus.OK:
        return True
    whose = "other" if asked.part is Part.PERSON_ON_THEIR_OWN else "person"
    meant = {what for what in line.shows.split() if what != "consent" or whose == "person"}  # one of them has a door
    return {f"canary-{whose}-{what}".encode() for what in meant} <= words_in(asked.answer)


def fits(answer: HttpResponseBase, meant: int | str) -> bool:
    """Whether an answer is the one that is meant: its status, or the address it leads to."""
    return any(_fits_one(answer, one) for one in str(meant).split())


def _fits_one(answer: HttpResponseBase, meant: str) -> bool:
    if meant.isdigit():
        return answer.status_code == int(meant)
    return answer.status_code in GOES_ON and str(answer["Location"]).startswith(meant)


def told(answer: HttpResponseBase) -> str:
    """An answer in a few signs."""
    return f"{answer.status_code} {answer.headers.get('Location', '')}".strip()


def words_in(answer: HttpResponseBase) -> set[bytes]:
    """The canaries in an answer, its headers too."""
    body = b"" if answer.streaming else answer.content  # type: ignore[attr-defined]
    return set(CANARY.findall(body + str(answer.headers).encode()))


def leaked(asked: Asked) -> set[bytes]:
    """The words in an answer that are not this reader's to read."""
    return {word for word in words_in(asked.answer) if not may_read(word.decode(), asked.part)}
