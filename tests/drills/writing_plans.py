"""A person writes goals, a plan, an occasion and a week, with a word of their own in every field."""

import datetime as dt
import re
import uuid

from django.test import Client

from tests.cast import lived_today
from tests.drills.people_who_write import Person

GOAL = ("words", "substance", "why_now", "level_0", "level_1", "level_2", "level_3", "level_4")
PLAN = (
    *("substance", "wants", "avoids", "why_now", "where", "with_whom", "never_with", "first", "route", "safety"),
    *("before", "during", "after", "stop_when", "goes_wrong", "then_i", "know_by", "own_sentences"),
)
SENTENCES = {
    "new-never_with-other": "never",
    "new-not_in-place": "place",
    "new-not_when-mood": "mood",
    "new-at_most-unit": "unit",
}
OCCASION = (
    "words",
    "wants",
    "substance",
    "unit",
    "with_whom",
    "food",
    "way_home",
    "who_is_near",
    "dose_check",
    "naloxone",
)
LOOKED = ("remember", "gave", "keep_or_change")
WANTED = (
    {f"goal.{name}" for name in GOAL}
    | {f"plan.{name}" for name in (*PLAN, *SENTENCES.values())}
    | {f"occasion.{name}" for name in OCCASION if name != "unit"}
    | {f"looked.{name}" for name in LOOKED}
    | {"rating.words", "ready.about", "ready.words", "week.words", "week.day_0", "holds.unit", "holds.currency"}
)
LIMITED = {"new-at_most-limit": "2", "new-never_with-hours": "4", "guard-asked": "1", "guard-quickly": "no"}


def plan_things(person: Person, therapist: Client, seen: str) -> str:
    """Everything that this room keeps; gives what the therapist saw. `seen` holds the door's address."""
    found = re.search(r"/with/[0-9a-f-]{36}/", seen)
    assert found, seen
    goal = person.post("/me/goals/new/", _sent(person, "goal", *GOAL, aim="less"))["Location"]
    person.post(f"{goal}rate/", _sent(person, "rating", "words", importance="7"))
    person.post("/me/readiness/", _sent(person, "ready", "about", "words", ready="4"))
    plan = person.post("/me/plan/new/", {**_sent(person, "plan", *PLAN), **_sentences(person), **LIMITED})["Location"]
    to_come = (lived_today() + dt.timedelta(days=9)).isoformat()
    occasion = person.post("/me/occasions/new/", _sent(person, "occasion", *OCCASION, on=to_come))["Location"]
    person.post(f"/me/looking-back/{to_come}/", _sent(person, "looked", *LOOKED))
    person.post("/me/week/", _sent(person, "week", "words", "day_0"))
    person.post("/me/holds/", _sent(person, "holds", "unit", "currency", price="2"))
    for page in (goal, plan, occasion, "/me/plan/", "/me/week/", "/me/changed/", "/me/holds/", "/me/readiness/"):
        assert person.client.get(page).status_code == 200, page
    through = [page.replace("/me/", found[0]) for page in (goal, plan, "/me/plan/", "/me/changed/")]
    return "".join(therapist.get(page).content.decode() for page in through)


def _sent(person: Person, whose: str, *names: str, **said: str) -> dict[str, str]:
    return {"version_id": str(uuid.uuid4()), **person.words(*(f"{whose}.{name}" for name in names)), **said}


def _sentences(person: Person) -> dict[str, str]:
    return {field: person.canaries.word(f"plan.{name}") for field, name in SENTENCES.items()}
