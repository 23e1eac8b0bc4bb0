"""A person writes what belongs to their safety, a word of their own in every field; and what a guard is answered."""

import re
import uuid

from django.test import Client

from tests.drills.people_who_write import Person
from vado.safety.guards import Question
from vado.safety.plan_parts import PARTS

TAKEN = {"takes.name", "about.allergies", "about.call", "about.name", "kind.word"}
PLANNED = {f"safety_plan.{part.field}" for part in PARTS}
KEPT_OF_SAFETY = TAKEN | PLANNED
MINE_OF_SAFETY = TAKEN  # a door that names the drawer shows the plan, and nothing else of it
ANSWERED = {f"answer.{question}" for question in Question}  # asked by a guard, and never kept
ME = "/me/safety/"


def stay_safe(person: Person, therapist: Client, seen: str) -> str:
    """The list, what matters, the kind of an own thing, the plan, a guard; gives what the therapist saw."""
    person.post(f"{ME}takes/", _sent(person, "takes.name", prescribed="yes", as_written="1"))
    about = _sent(person, "about.allergies", "about.call", "about.name", seizures="yes", away="prison")
    person.post(f"{ME}about/", about)
    person.post(f"{ME}country/", {"country": "CL"})
    person.post(f"{ME}kind/", {**person.words("kind.word"), "class_code": "alcohol", "next": "/me/"})
    person.post(f"{ME}know/", {"rule": "alcohol-cocaine", "next": "/me/"})
    person.post(f"{ME}plan/write/", _sent(person, *PLANNED, follows=""))
    person.post(f"{ME}share/", {"rule": "alcohol-opioid"})
    _answer_a_guard(person)
    for page in ("", "takes/", "about/", "card/", "shared/", "plan/", "plan/history/"):
        assert person.client.get(ME + page).status_code == 200, page
    found = re.search(r"/with/[0-9a-f-]{36}/", seen)
    assert found, seen
    assert [therapist.get(f"{found[0]}safety/{page}").status_code for page in ("", "takes/", "card/")] == [404] * 3
    return therapist.get(f"{found[0]}safety/plan/").content.decode()


def _answer_a_guard(person: Person) -> None:
    """A goal that a guard speaks about: it holds one time, with words where its answers stand, and is then kept."""
    goal = {**_sent(person, "guarded.words"), "aim": "stop", "status": "trying", "guard-asked": "1"}
    answers = {f"guard-{question}": person.canaries.word(f"answer.{question}") for question in Question}
    held = person.post("/me/goals/new/", {**goal, **answers}, 200)
    assert 'id="guard"' in held.content.decode()
    seen = ["sudden-stop", "lost-tolerance-opioid"]
    person.post("/me/goals/new/", {**goal, **answers, "guard-seen": seen, "guard-choice": "on"})


def _sent(person: Person, *names: str, **said: str) -> dict[str, str]:
    return {"version_id": str(uuid.uuid4()), **person.words(*names), **said}
