"""Safety: pages that are always there, and the list, the card and the plan of a person."""

import datetime as dt
from collections.abc import Callable, Iterator

from tests.matrix.lines import ONCE, Line
from vado.record import Fact
from vado.safety.facts import AboutMe, CardSeen, Known, OwnClass, Regular, SafetyPlan, SafetySettings, SharedCard
from vado.safety.plan_parts import PARTS

DAY = dt.date(2026, 11, 2)
WORDS_OF_THE_PLAN = " ".join(f"plan{part.field.replace('_', '')}" for part in PARTS)


def canaries(say: Callable[[str], str]) -> Iterator[Fact]:
    yield Regular(name=say("regular"), code=say("regularcode"), class_code=say("regularclass"))
    yield AboutMe(allergies=say("allergies"), call=say("whomtocall"), name=say("cardname"))
    yield SafetySettings(country=say("country"))
    yield CardSeen(rule=say("seenrule"), entry=say("seenentry"), on=DAY)
    yield Known(rule=say("knownrule"), until=DAY)
    yield OwnClass(word=say("ownclassword"), class_code=say("ownclass"))
    yield SharedCard(rule=say("sharedrule"), on=DAY)
    yield SafetyPlan(**{part.field: say(f"plan{part.field.replace('_', '')}") for part in PARTS})


LINES = {
    "safety/": Line(),
    "safety/steady/": Line(),
    "safety/rules/": Line(),
    **{f"safety/{language}/{page}": Line() for language in ("en", "es") for page in ("", "steady/", "rules/")},
    "safety/worker.js": Line(),
    "safety/mine/": Line(get="/me/safety/plan/"),
    "me/safety/": Line(),
    "me/safety/country/": Line(get=405, post={"country": "CL"}, then="/me/safety/", changes="record_version"),
    "me/safety/takes/": Line(
        shows="regular",
        post={"version_id": ONCE, "name": "moonlight"},
        then="/me/safety/takes/",
        changes="record_version",
    ),
    "me/safety/takes/<uuid:leaf_id>/": Line(
        shows="regular",
        post={"version_id": ONCE, "follows": "", "name": "moonlight"},
        then="/me/safety/takes/",
        changes="record_version",
        ids={"leaf_id": "regular"},
    ),
    "me/safety/keep/<uuid:leaf_id>/": Line(
        get=405, post={"version": "none"}, then="/me/safety/", ids={"leaf_id": "regular"}
    ),
    "me/safety/takes/<uuid:leaf_id>/erase/": Line(
        get=405,
        post={},
        then="/me/safety/takes/",
        changes="record_version record_tombstone",
        ids={"leaf_id": "regular"},
    ),
    "me/safety/about/": Line(
        shows="allergies whomtocall cardname",
        post={"version_id": ONCE, "naloxone": "yes"},
        then="/me/safety/",
        changes="record_version",
    ),
    "me/safety/card/": Line(shows="regular allergies whomtocall cardname"),
    "me/safety/know/": Line(
        get=405, post={"rule": "alcohol-cocaine", "next": "/me/"}, then="/me/", changes="record_version"
    ),
    "me/safety/kind/": Line(
        get=405,
        post={"word": "moonlight", "class_code": "alcohol", "next": "/me/"},
        then="/me/",
        changes="record_version",
    ),
    "me/safety/shared/": Line(),
    "me/safety/share/": Line(
        get=405, post={"rule": "alcohol-cocaine"}, then="/me/safety/shared/", changes="record_version"
    ),
    "me/safety/shared/<uuid:leaf_id>/take-back/": Line(
        get=405,
        post={},
        then="/me/safety/shared/",
        changes="record_version record_tombstone",
        ids={"leaf_id": "shared_card"},
    ),
    "me/safety/plan/": Line(shows=WORDS_OF_THE_PLAN),
    "me/safety/plan/write/": Line(
        shows=WORDS_OF_THE_PLAN,
        post={"version_id": ONCE, "follows": "", "signs": "the stairs"},
        then="/me/safety/plan/",
        changes="record_version",
    ),
    "me/safety/plan/history/": Line(shows=WORDS_OF_THE_PLAN),
    "me/safety/plan/erase/": Line(get=405, post={}, then="/me/safety/plan/", changes="record_version record_tombstone"),
    "with/<uuid:record_id>/safety/plan/": Line(shows=WORDS_OF_THE_PLAN),
}
