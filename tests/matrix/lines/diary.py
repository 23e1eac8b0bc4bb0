"""The diary, the person's own and through a door."""

import datetime as dt
from collections.abc import Callable, Iterator
from uuid import UUID

from tests.matrix.lines import ONCE, Line
from vado.diary.facts import (
    Amount,
    Anchor,
    CheckIn,
    DayAnswer,
    DayStatement,
    Note,
    OnlyMineField,
    OwnWord,
    Step,
    Sureness,
    Urge,
    Use,
)
from vado.exchange.facts import Import
from vado.record import Fact
from vado.record.lived_day import Lived

DAY = dt.date(2026, 11, 2)
QUIET_DAY = dt.date(2026, 11, 3)
AT = Lived(on=DAY, at=dt.time(21, 0))
IMPORT_ID = "5f3a0000000040008000000000000002"
THAT_DAY = {"version_id": ONCE, "when": "that_day", "on": DAY.isoformat()}
WORDS_OF_THE_USE = "substance unit where whom wanted gave cost meaning note"


def canaries(say: Callable[[str], str]) -> Iterator[Fact]:
    yield Use(
        when=AT,
        substance=say("substance"),
        amount=Amount(Sureness.EXACT, 2, None, say("unit")),
        route=say("route"),
        where=say("where"),
        with_whom=say("whom"),
        wanted=say("wanted"),
        gave=say("gave"),
        cost=say("cost"),
        meanings=(say("meaning"),),
        note=say("note"),
    )
    yield Urge(when=AT, substance=say("urge"), what_happened=say("happened"), note=say("urgenote"))
    yield CheckIn(when=AT, own_items={say("rated"): 4}, note=say("checkin"))
    yield Step(when=AT, words=say("step"))
    yield Note(when=AT, words=say("words"))
    yield DayStatement(
        when=Lived(on=QUIET_DAY), answer=DayAnswer.NOTHING_USED, substance_codes=(say("code"),), source=say("source")
    )
    yield Anchor(on=DAY, words=say("anchor"))
    yield OwnWord(word=say("own"), units=(say("ownunit"),), symbol="☾")
    yield Import(import_id=IMPORT_ID)


def only_mine(say: Callable[[str], str]) -> Iterator[Fact]:
    yield Note(when=AT, words=say("onlyme"))
    yield OnlyMineField(leaf="0" * 32, field="cost", words=say("onlymefield"))


LINES = {
    "me/use/": Line(post={**THAT_DAY, "substance": "tea"}, then="/me/day/", changes="record_version"),
    "me/use/repeat/": Line(
        get=405, post={"version_id": ONCE, "dose": "{use}"}, then="/me/day/", changes="record_version"
    ),
    "me/urge/": Line(post={**THAT_DAY, "strength": "4"}, then="/me/day/", changes="record_version"),
    "me/check-in/": Line(post={**THAT_DAY, "mood": "6"}, then="/me/day/", changes="record_version"),
    "me/check-in/own/": Line(
        shows="item", post={"items": "how the river looks"}, then="/me/", changes="record_version"
    ),
    "me/step/": Line(post={**THAT_DAY, "words": "slept"}, then="/me/day/", changes="record_version"),
    "me/note/": Line(post={**THAT_DAY, "words": "rain"}, then="/me/day/", changes="record_version"),
    "me/entry/back/": Line(get=405, post={}, then="/me/days/"),
    "me/entry/<uuid:leaf_id>/": Line(shows=WORDS_OF_THE_USE),
    "me/entry/<uuid:leaf_id>/change/": Line(
        shows="words",
        post={**THAT_DAY, "words": "rain, then sun", "kind": "note"},
        then="/me/day/",
        changes="record_version",
        ids={"leaf_id": "note"},
    ),
    "me/entry/<uuid:leaf_id>/choose/": Line(get=405, post={}, then="/me/day/", ids={"leaf_id": "note"}),
    "me/entry/<uuid:leaf_id>/erase/": Line(
        shows="words",
        post={},
        then="/me/day/",
        changes="record_version record_tombstone",
        ids={"leaf_id": "note"},
    ),
    "me/entry/<uuid:leaf_id>/history/": Line(shows="words", ids={"leaf_id": "note"}),
    "me/entry/<uuid:leaf_id>/only-me/": Line(
        post={"field": "whole"},
        then="/me/day/",
        changes="record_version record_tombstone",
        ids={"leaf_id": "note"},
    ),
    "me/entry/<uuid:leaf_id>/answer/<slug:question>/": Line(
        get=405, post={"version_id": ONCE, "words": "calm"}, then="/me/day/", changes="record_version"
    ),
    "me/day/<str:day>/": Line(shows=f"{WORDS_OF_THE_USE} urge happened checkin step words onlyme"),
    "me/day/<str:day>/say/": Line(
        get=405,
        post={"version_id": ONCE, "answer": "do_not_know"},
        then="/me/day/",
        changes="record_version",
        ids={"day": QUIET_DAY.isoformat()},
    ),
    "me/days/": Line(),
    "me/days/<int:year>/<int:month>/": Line(shows="anchor"),
    "me/fill/": Line(
        post={"token": ONCE, "day": QUIET_DAY.isoformat(), f"choice-{QUIET_DAY}": "do_not_know"},
        then="/me/fill/kept/",
        changes="record_version",
    ),
    "me/fill/kept/": Line(),
    "me/fill/undo/": Line(get=405, post={}, then="/me/fill/"),
    "me/anchors/": Line(
        shows="anchor",
        post={"version_id": ONCE, "words": "payday", "on": DAY.isoformat(), "returns": "once"},
        then="/me/anchors/",
        changes="record_version",
    ),
    "me/words/": Line(
        shows="own ownunit", post={"version_id": ONCE, "word": "tea"}, then="/me/words/", changes="record_version"
    ),
    "me/lasting/<uuid:leaf_id>/erase/": Line(
        get=405,
        post={},
        then="/me/anchors/",
        changes="record_version record_tombstone",
        ids={"leaf_id": "anchor"},
    ),
    "me/search/": Line(post={"words": "canary"}),
    "me/export/": Line(post={"form": "json"}),
    "me/import/": Line(post={}, then=422),
    "me/import/<uuid:import_id>/undo/": Line(
        get=405, post={}, then="/me/import/", changes="record_version", ids={"import_id": str(UUID(IMPORT_ID))}
    ),
    "with/<uuid:record_id>/entry/<uuid:leaf_id>/": Line(shows=WORDS_OF_THE_USE),
    "with/<uuid:record_id>/day/<str:day>/": Line(shows=f"{WORDS_OF_THE_USE} urge happened checkin step words"),
    "with/<uuid:record_id>/days/": Line(),
    "with/<uuid:record_id>/days/<int:year>/<int:month>/": Line(shows="anchor"),
    "with/<uuid:record_id>/days/<int:year>/<int:month>/list/": Line(shows="substance urge checkin step words"),
}
