"""Two people who go through all the pages, with a word of their own in every field."""

import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import give_second_factor
from tests.drills.arrivals import sign_in_with_code
from tests.drills.canaries import Canaries
from vado.diary.views import entries
from vado.people import actions
from vado.people.access import Role
from vado.record import Drawer

DAY = "1987-03-19"
ZONE = "America/Punta_Arenas"
ADDRESS = "203.0.113.77"
LARGER_THAN_DJANGO_HOLDS = 3_000_000  # Django alone would lay it down in a temporary file


class Person:
    """Somebody who signs up and writes, with a word of their own in every field."""

    def __init__(self, canaries: Canaries) -> None:
        self.canaries = canaries
        self.client = Client(REMOTE_ADDR=ADDRESS, headers={"user-agent": canaries.word("browser")})
        self.client.raise_request_exception = False

    def post(self, address: str, said: dict[str, Any], status: int = 302) -> Any:
        answer = self.client.post(address, said)
        assert answer.status_code == status, (address, answer.content.decode())
        return answer

    def words(self, *names: str) -> dict[str, str]:
        return {name.rsplit(".", maxsplit=1)[-1]: self.canaries.word(name) for name in names}

    def sign_up(self) -> None:
        said = {"chosen": self.canaries.word("login")[-20:], "passphrase": self.canaries.word("passphrase")}
        answer = self.post("/sign-up/", said, 200)
        code = answer.context["code"]
        kept = {"whole login": answer.context["login"], "recovery": code, "recovery signs": code.replace("-", "")}
        for name, secret in kept.items():
            self.canaries.add(name, secret)
        self.canaries.add("sign-in", self.client.cookies["here"].value)

    def say_who(self, item: str) -> None:
        """Settings, name, and an item of one's own for the check-in."""
        self.post("/me/check-in/own/", {"items": item})
        said = {"zone": ZONE, "day_starts_at": "4", "vocabulary": "CL"}
        self.post("/my-days/", {**self.words("profile.called", "profile.contact"), **said})

    def write(self, kind: str, **said: str) -> str:
        """An entry of that evening; gives its id."""
        when = {"when": "earlier", "on": DAY, "at": "21:30", "zone": ZONE}
        answer = self.post(f"/me/{kind}/", {"version_id": str(uuid.uuid4()), **when, **said})
        found = re.findall(r"[0-9a-f]{32}|[0-9a-f-]{36}", answer["Location"])
        return str(found[0])

    def write_every_kind(self) -> dict[str, str]:
        """A leaf id by the kind of its entry."""
        line = ("substance", "unit", "route", "where", "with_whom", "own_meaning")
        fields = (*line, "gave", "cost", "wanted", "note")
        use = {**self.words(*(f"use.{field}" for field in fields)), "least": "2", "mine_cost": "on"}
        urge = self.words("urge.substance", "urge.what_happened", "urge.note")
        return {
            "use": self.write("use", **use),
            "urge": self.write("urge", **urge, strength="7", ending="waited"),
            "check_in": self.write("check-in", **self.words("check_in.note"), mood="4", own_0="3"),
            "step": self.write("step", **self.words("step.words")),
            "note": self.write("note", **self.words("note.words")),
            "mine": self.write("note", **self.words("mine.words"), only_mine="on"),
            "erased": self.write("note", **self.words("erased.words")),
            "back": self.write("note", **self.words("back.words")),
        }

    def write_what_lasts(self) -> None:
        said = {"version_id": str(uuid.uuid4()), "on": DAY, "returns": "year"}
        self.post("/me/anchors/", {**said, **self.words("anchor.words")})
        self.post("/me/words/", {"version_id": str(uuid.uuid4()), **self.words("own.word", "own.units")})
        statement = {"version_id": str(uuid.uuid4()), "answer": "nothing_used"}
        self.post("/me/day/1987-03-20/say/", statement)

    def change(self, leaf_ids: dict[str, str]) -> None:
        """Edits, answers, erases, puts back, keeps for themselves, searches."""
        self._edit(leaf_ids["note"])
        answer = {"version_id": str(uuid.uuid4()), **self.words("keep.words")}
        self.post(f"/me/entry/{uuid.UUID(leaf_ids['use'])}/answer/keep/", answer)
        self.post(f"/me/entry/{uuid.UUID(leaf_ids['use'])}/only-me/", {"field": "with_whom"})
        self.post(f"/me/entry/{uuid.UUID(leaf_ids['step'])}/only-me/", {"field": "whole"})
        self.post(f"/me/entry/{uuid.UUID(leaf_ids['back'])}/erase/", {})
        self.post("/me/entry/back/", {})
        self.post(f"/me/entry/{uuid.UUID(leaf_ids['erased'])}/erase/", {})
        self.post("/me/search/", self.words("search.words"), 200)

    def _edit(self, leaf_id: str) -> None:
        address = f"/me/entry/{uuid.UUID(leaf_id)}/change/"
        shown = self.client.get(address).content.decode()
        sent = dict(re.findall(r'name="(version_id|follows|kind)" value="([^"]+)"', shown))
        self.post(address, {**sent, **self.words("edited.words"), "when": "that_day", "on": DAY, "zone": ZONE})

    def invite(self) -> str:
        said = self.words("door.recipient", "door.purpose", "door.signed")
        drawers = [int(each) for each in (Drawer.DIARY, Drawer.PROFILE, Drawer.PLAN, Drawer.MEASURES, Drawer.SAFETY)]
        chosen = {"role": "therapist", "drawers": drawers, "may_write": "on", "months": "3"}
        answer = self.post("/doors/invite/", {**said, **chosen}, 200)
        code: str = answer.context["code"]
        self.canaries.add("invitation", code.replace("-", ""))
        return code

    def take_along_and_bring_back(self) -> str:
        """Gives what the export says; the import is one that Django alone would lay down in a file."""
        tables = self.post("/me/export/", {"form": "csv"}, 200)
        assert tables.content[:2] == b"PK"
        told = bytes(self.post("/me/export/", {"form": "json"}, 200).content)
        large = SimpleUploadedFile("notes.json", told.rstrip() + b" " * LARGER_THAN_DJANGO_HOLDS)
        self.post("/me/import/", {"file": large}, 200)
        half = SimpleUploadedFile("notes.json", told[: len(told) // 2])
        self.post("/me/import/", {"file": half}, 422)
        return told.decode()

    def meet_mishaps(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A page that is not there, a wrong host, a refused form, a wrong login, and a fault while keeping."""
        word = self.canaries.word
        assert self.client.get(f"/me/day/{word('lost address')}/").status_code == 404
        assert self.client.get("/me/days/", {"word": word("question")}).status_code == 200
        assert self.client.get("/me/", headers={"host": word("host")[-32:]}).status_code == 400
        strict = Client(enforce_csrf_checks=True, REMOTE_ADDR=ADDRESS)
        assert strict.post("/sign-in/", {"login": word("refused login")}).status_code == 403
        knock = {"login": word("wrong login"), "password": word("wrong passphrase")}
        assert strict.get("/sign-in/").status_code == 200
        Client(REMOTE_ADDR=ADDRESS).post("/sign-in/", knock)
        code = {"code": word("wrong code"), "passphrase": word("new passphrase")}
        Client(REMOTE_ADDR=ADDRESS).post("/recover/", {"login": knock["login"], **code})
        with monkeypatch.context() as broken:
            broken.setattr(entries, "keep_new", _break)
            said = {"version_id": str(uuid.uuid4()), "when": "now", "words": word("words of a fault")}
            self.post("/me/note/", said, 500)


def _break(_record: object, fact: object, *_rest: object, **_more: object) -> None:
    """A fault as a library makes it: with somebody's words in its message."""
    raise RuntimeError(f"could not keep {fact!r}")


class Therapist:
    """Somebody who signs in with a second factor, takes the invitation and reads."""

    def __init__(self, canaries: Canaries) -> None:
        practice = actions.found_practice(name=canaries.word("practice"))
        passphrase = canaries.word("staff passphrase")
        staff = actions.add_staff(
            practice=practice,
            role=Role.THERAPIST,
            name=canaries.word("staff name"),
            chosen=canaries.word("staff login")[-20:],
            passphrase=passphrase,
        )
        secret = give_second_factor(staff.account)
        canaries.add("second factor", secret)
        canaries.add("whole staff login", staff.login)
        self.client = Client(REMOTE_ADDR=ADDRESS)
        sign_in_with_code(self.client, staff.login, passphrase, secret)

    def come_in(self, code: str) -> str:
        """Gives everything that the pages through the door show."""
        self.client.post("/people/code/", {"code": code})
        people = self.client.get("/people/").content.decode()
        found = re.search(r"/with/([0-9a-f-]{36})/", people)
        assert found, people
        door = f"/with/{found[1]}"
        pages = [f"{door}/days/1987/3/", f"{door}/day/{DAY}/"]
        answers = [self.client.get(page) for page in pages]
        assert [answer.status_code for answer in answers] == [200, 200]
        assert self.client.get(f"{door}/entry/{uuid.uuid4()}/").status_code == 404
        return people + "".join(answer.content.decode() for answer in answers)
