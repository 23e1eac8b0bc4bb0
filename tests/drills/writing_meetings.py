"""A person and their therapist write what belongs to their meetings, each in their own browser."""

import datetime as dt
import re
import uuid

from django.test import Client

from tests.cast import lived_today
from tests.drills.people_who_write import Person

MET = {"topic.words", "agreed.words", "agreed_by_both.words", "strain.words", "strain.would_help"} | {
    "repair.words",
    "my_repair.words",
    "strain_mine.words",
    "hope.words",
    "your_hope.words",
}
MINE_OF_MEETINGS = {"strain_mine.words"}
ME = "/me/meetings/"


def meet(person: Person, therapist: Client, seen: str) -> str:
    """Everything that both can write; gives what the therapist saw. `seen` holds the door's address."""
    found = re.search(r"/with/[0-9a-f-]{36}/", seen)
    assert found, seen
    door = f"{found[0]}meetings/"
    ids = _written_by_the_person(person)
    _agree(person, therapist, door)
    _mend(person, therapist, door, ids["strain"])
    _hope(person, therapist, door)
    pages = ("", "agreed/", f"strain/{ids['strain']}/", "hopes/")
    for page in (*pages, "answers/", "felt-off/"):
        assert person.client.get(ME + page).status_code == 200, page
    assert therapist.get(f"{door}strain/{ids['strain_mine']}/").status_code == 404
    return "".join(therapist.get(door + page).content.decode() for page in pages)


def _sent(person: Person, *names: str, **said: str) -> dict[str, str]:
    return {"version_id": str(uuid.uuid4()), **person.words(*names), **said}


def _written_by_the_person(person: Person) -> dict[str, uuid.UUID]:
    person.post(f"{ME}topic/", _sent(person, "topic.words"))
    person.post(f"{ME}answers/", _sent(person, heard="3", free_to_say_no="9"))
    person.post(f"{ME}next/", _sent(person, on=(lived_today() + dt.timedelta(days=5)).isoformat(), at="10:00"))
    ids = {}
    for name in ("strain", "strain_mine"):
        helps = ("strain.would_help",) if name == "strain" else ()
        answer = person.post(f"{ME}felt-off/", _sent(person, f"{name}.words", *helps))
        ids[name] = uuid.UUID(answer["Location"].rstrip("/").rpartition("/")[2])
    person.post(f"{ME}strain/{ids['strain']}/turn/", {"turn": "let_go"})
    return ids


def _agree(person: Person, therapist: Client, door: str) -> None:
    person.post(f"{ME}agreed/new/", _sent(person, "agreed.words", whose="person"))
    assert therapist.post(f"{door}agreed/new/", _sent(person, "agreed_by_both.words")).status_code == 302


def _mend(person: Person, therapist: Client, door: str, strain: uuid.UUID) -> None:
    assert therapist.post(f"{door}strain/{strain}/repair/", _sent(person, "repair.words")).status_code == 302
    person.post(f"{ME}strain/{strain}/repair/", _sent(person, "my_repair.words"))


def _hope(person: Person, therapist: Client, door: str) -> None:
    person.post(f"{ME}hopes/say/", {"agrees": "yes"})
    assert therapist.post(f"{door}hopes/say/", {"agrees": "yes"}).status_code == 302
    person.post(f"{ME}hopes/say/", _sent(person, "hope.words"))
    assert therapist.post(f"{door}hopes/say/", _sent(person, "your_hope.words")).status_code == 302
