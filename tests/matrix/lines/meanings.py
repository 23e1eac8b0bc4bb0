"""What use is for, the person's own and through a door."""

import datetime as dt
from collections.abc import Callable, Iterator

from tests.matrix.lines import ONCE, Line
from tests.matrix.lines.diary import AT
from vado.meanings.facts import Ended, Unwrapping
from vado.meanings.facts_map import ArrowThen, Does, Hand, MapArrow, MapNode, NodeSort, NodeThen, WhatIf
from vado.meanings.facts_voices import FormulationPart, Section, Side, VoiceLine
from vado.meanings.facts_wave import Helped, OwnAlternative, UrgeWave
from vado.meanings.rules_moments import BESIDE, MOMENTS
from vado.record import Fact

CLOSER = {"leaf_id": "unwrapping"}
SAID = f"about mymeaning {' '.join(f'm{moment}' for moment in MOMENTS)} {' '.join(BESIDE.values())}"


def canaries(say: Callable[[str], str]) -> Iterator[Fact]:
    words = {moment: say(f"m{moment}") for moment in MOMENTS} | {code: say(code) for code in BESIDE.values()}
    yield Unwrapping(when=AT, about=say("about"), words=words, meanings=(say("mymeaning"),), ended=Ended.USED)
    yield from map_canaries(say)
    now = dt.datetime.now(dt.UTC)  # a wave of some time ago leads to its end
    yield UrgeWave(when=AT, began_at=now, taps=((0, 5),), wanted=say("wavewanted"), meanings=(say("wavemeaning"),))
    yield Helped(what=say("helpedby"), on=AT.on)
    yield OwnAlternative(words=say("ownway"))
    yield VoiceLine(side=Side.WANTS_IT, words=say("voiceline"), on=AT.on)
    yield FormulationPart(section=Section.CRITIC, by=Hand.PERSON, words=say("partwords"), on=AT.on)


def map_canaries(say: Callable[[str], str]) -> Iterator[Fact]:
    yield MapNode(
        words=say("thing"),
        sort=NodeSort.VOICE,
        by=Hand.BOTH,
        drawn_on=AT.on,
        before=(NodeThen(until=dt.date(2026, 11, 20), words=say("thingthen"), sort=NodeSort.VOICE),),
    )
    yield MapArrow(
        source="1" * 32,
        target="2" * 32,
        does=Does.RAISES,
        by=Hand.BOTH,
        since=say("arrowsince"),
        note=say("arrownote"),
        drawn_on=AT.on,
        before=(_arrow_then(say),),
    )
    yield WhatIf(node="1" * 32, words=say("whatif"), on=AT.on)


def _arrow_then(say: Callable[[str], str]) -> ArrowThen:
    return ArrowThen(
        until=dt.date(2026, 11, 20),
        source="1" * 32,
        target="2" * 32,
        does=Does.EASES,
        held_by=Hand.BOTH,
        since=say("arrowsincethen"),
        note=say("arrownotethen"),
    )


def only_mine(say: Callable[[str], str]) -> Iterator[Fact]:
    yield Unwrapping(when=AT, about=say("closermine"))


NODE, ARROW = {"leaf_id": "map_node"}, {"leaf_id": "map_arrow"}
THING = {"version_id": ONCE, "words": "rain", "sort": "state"}


def of_the_map(folder: str, leads: str) -> dict[str, Line]:
    """The map, the person's own or through a door that may write."""
    return {
        f"{folder}map/": Line(shows="thing"),
        f"{folder}map/on/<str:day>/": Line(shows="thingthen", ids={"day": "2026-11-10"}),
        f"{folder}map/thing/": Line(post=THING, then=leads, changes="record_version"),
        f"{folder}map/thing/<uuid:leaf_id>/": Line(shows="thing", ids=NODE),
        f"{folder}map/thing/<uuid:leaf_id>/change/": Line(
            shows="thing", post=THING, then=leads, changes="record_version", ids=NODE
        ),
        f"{folder}map/thing/<uuid:leaf_id>/what-if/": Line(
            get=405, post={"version_id": ONCE, "words": "calm"}, then=leads, changes="record_version", ids=NODE
        ),
        f"{folder}map/arrow/": Line(shows="thing", post={"version_id": ONCE, "source": "nowhere"}),
        f"{folder}map/arrow/<uuid:leaf_id>/": Line(shows="arrownote arrowsince", ids=ARROW),
        f"{folder}map/arrow/<uuid:leaf_id>/change/": Line(
            shows="arrownote arrowsince thing", post={"version_id": ONCE, "source": "nowhere"}, ids=ARROW
        ),
        f"{folder}map/<uuid:leaf_id>/off/": Line(get=405, post={}, then=leads, changes="record_version", ids=NODE),
    }


MAP = {**of_the_map("me/", "/me/map/"), **of_the_map("with/<uuid:record_id>/", "/with/")}

WAVE = {"leaf_id": "urge_wave"}
WAVES = {
    "me/surf/": Line(post={}, then="/me/surf/", changes="record_version"),
    "me/surf/<uuid:leaf_id>/": Line(post={"taps": "60:4"}, then="/me/surf/", changes="record_version", ids=WAVE),
    "me/surf/<uuid:leaf_id>/later/": Line(get=405, post={}, then="/me/surf/", ids=WAVE),
    "me/surf/<uuid:leaf_id>/end/": Line(
        shows="wavewanted wavemeaning helpedby mymeaning",
        post={"version_id": ONCE, "wanted": "calm"},
        then="/me/surf/",
        changes="record_version",
        ids=WAVE,
    ),
    "me/surf/<uuid:leaf_id>/told/": Line(shows="wavewanted wavemeaning", ids=WAVE),
    "me/helps/": Line(
        shows="helpedby ownway", post={"version_id": ONCE, "own": "tea"}, then="/me/helps/", changes="record_version"
    ),
    "me/strategies/": Line(),
    "me/strategies/<slug:meaning>/": Line(ids={"meaning": "habit"}),
}

SECTION = {"section": "critic"}


def of_two_hands(folder: str, leads: str) -> dict[str, Line]:
    """Both voices, and the page of two hands."""
    return {
        f"{folder}voices/": Line(shows="voiceline"),
        f"{folder}voices/over-time/": Line(shows="voiceline"),
        f"{folder}formulation/": Line(shows="partwords"),
        f"{folder}formulation/on/<str:day>/": Line(shows="partwords", ids={"day": "2026-11-10"}),
        f"{folder}formulation/<slug:section>/": Line(
            shows="partwords",
            post={"version_id": ONCE, "words": "calm"},
            then=leads,
            changes="record_version",
            ids=SECTION,
        ),
    }


HANDS = {
    **of_two_hands("me/", "/me/formulation/"),
    **of_two_hands("with/<uuid:record_id>/", "/with/"),
    "me/voices/speak/": Line(
        shows="voiceline",
        post={"version_id": ONCE, "side": "wants_it", "words": "calm"},
        then="/me/voices/",
        changes="record_version",
    ),
}

LINES = {
    "me/meanings/": Line(),
    "me/meanings/leaf/<uuid:leaf_id>/erase/": Line(
        shows="about", post={}, then="/me/closer/", changes="record_version record_tombstone", ids=CLOSER
    ),
    "me/meanings/leaf/<uuid:leaf_id>/only-me/": Line(
        get=405, post={}, then="/me/closer/", changes="record_version record_tombstone", ids=CLOSER
    ),
    "me/meanings/leaf/<uuid:leaf_id>/settle/": Line(get=405, post={}, then="/me/closer/", ids=CLOSER),
    "me/closer/": Line(shows="about closermine"),
    "me/closer/begin/": Line(
        get=405,
        post={"version_id": ONCE, "about": "tea", "when": "earlier"},
        then="/me/closer/",
        changes="record_version",
    ),
    "me/closer/together/": Line(shows="mvoice mfeeling mneed mpurpose whose echo helped"),
    "me/closer/<uuid:leaf_id>/": Line(shows=SAID, ids=CLOSER),
    "me/closer/<uuid:leaf_id>/begin/": Line(get="/me/closer/", ids=CLOSER),
    "me/closer/<uuid:leaf_id>/tomorrow/": Line(post={}, then="/me/closer/", changes="record_version", ids=CLOSER),
    "me/closer/<uuid:leaf_id>/<slug:moment>/": Line(
        shows="mpurpose another mymeaning about",
        post={"version_id": ONCE, "words": "calm"},
        then="/me/closer/",
        changes="record_version",
        ids={**CLOSER, "moment": "purpose"},
    ),
    "with/<uuid:record_id>/closer/": Line(shows="about"),
    "with/<uuid:record_id>/closer/together/": Line(shows="mvoice mfeeling mneed mpurpose whose echo helped"),
    "with/<uuid:record_id>/closer/<uuid:leaf_id>/": Line(shows=SAID, ids=CLOSER),
    **MAP,
    **WAVES,
    **HANDS,
}
