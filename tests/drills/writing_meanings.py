"""Somebody looks at what use is for, with a word of their own in every field."""

import re
import uuid

from django.test import Client

from tests.drills.people_who_write import ADDRESS, Person
from vado.meanings.rules_moments import BESIDE, MOMENTS

UNWRAPPED = {"unwrapping.about", "moment.purpose.own_meaning"} | {
    f"moment.{moment}.{field}" for moment in MOMENTS for field in ("words", *(("beside",) if moment in BESIDE else ()))
}


def look_closer(person: Person) -> None:
    """An unwrapping with all its twelve moments."""
    begun = {"version_id": str(uuid.uuid4()), "when": "earlier", **person.words("unwrapping.about")}
    where = person.post("/me/closer/begin/", begun)["Location"].removesuffix("begin/")
    for name in sorted(name for name in UNWRAPPED if name.endswith(".words")):
        moment = name.split(".")[1]
        shown = person.client.get(f"{where}{moment}/").content.decode()
        sent = dict(re.findall(r'name="(version_id|follows)" value="([^"]+)"', shown))
        asked = [one for one in UNWRAPPED if one.startswith(f"moment.{moment}.")]
        person.post(f"{where}{moment}/", {**sent, **person.words(*asked)})
    for page in (where, "/me/closer/together/", "/me/meanings/"):
        assert person.client.get(page).status_code == 200, page


UNDERSTOOD = {"thing.words", "line.words", "part.words", "item.words", "item.substance", "item.next_step"}
UNDERSTOOD |= {"side.words", "comes.words", "wave.wanted", "wave.own_help", "wave.own_meaning", "ways.own"}
UNDERSTOOD |= {"asked.asked", "letter.words", "letter.signed"}


def understand(person: Person) -> None:
    """The map, both voices, the page of two hands, the balance, an urge that is ridden, what helps."""

    def sent(*names: str, **more: str) -> dict[str, str]:
        return {"version_id": str(uuid.uuid4()), **person.words(*names), **more}

    person.post("/me/map/thing/", sent("thing.words", sort="voice"))
    person.post("/me/voices/speak/", sent("line.words", side="wants_it"))
    person.post("/me/formulation/critic/", sent("part.words"))
    person.post("/me/balance/add/harm/", sent("item.words", "item.substance", "item.next_step", whom="people"))
    person.post("/me/balance/comes-to/", sent("comes.words"))
    person.post("/me/sides/add/", sent("side.words", field="stay_good"))
    wave = person.post("/me/surf/", {})["Location"]
    person.post(f"{wave}end/", sent("wave.wanted", "wave.own_help", "wave.own_meaning"))
    person.post("/me/helps/", sent("ways.own"))
    ask_for_words(person)
    for page in ("/me/map/", "/me/voices/", "/me/formulation/", "/me/balance/", "/me/sides/", f"{wave}told/"):
        assert person.client.get(page).status_code == 200, page


def ask_for_words(person: Person) -> None:
    """Two letters come; one is read, one lies unread."""
    for letter in ("unread", "letter"):
        code = person.post("/me/letters/ask/", person.words("asked.asked"), 200).context["code"]
        person.canaries.add(f"{letter} code", code)
        said = {"version_id": str(uuid.uuid4()), "code": code, **person.words(f"{letter}.words", f"{letter}.signed")}
        answer = Client(REMOTE_ADDR=ADDRESS).post("/letter/", said)
        assert answer.status_code == 302, answer.content.decode()
    shown = person.client.get("/me/letters/").content.decode()
    where = re.findall(r"/me/letters/[0-9a-f-]{36}/read/", shown)
    assert len(where) == 2
    kept = person.post(where[-1], {})["Location"]
    assert person.client.get(kept).status_code == 200
