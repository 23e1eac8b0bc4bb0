"""What use is for, the person's own and through a door."""

from collections.abc import Callable, Iterator

from tests.matrix.lines import ONCE, Line
from tests.matrix.lines.diary import AT
from vado.meanings.facts import Ended, Unwrapping
from vado.meanings.rules_moments import BESIDE, MOMENTS
from vado.record import Fact

CLOSER = {"leaf_id": "unwrapping"}
SAID = f"about mymeaning {' '.join(f'm{moment}' for moment in MOMENTS)} {' '.join(BESIDE.values())}"


def canaries(say: Callable[[str], str]) -> Iterator[Fact]:
    words = {moment: say(f"m{moment}") for moment in MOMENTS} | {code: say(code) for code in BESIDE.values()}
    yield Unwrapping(when=AT, about=say("about"), words=words, meanings=(say("mymeaning"),), ended=Ended.USED)


def only_mine(say: Callable[[str], str]) -> Iterator[Fact]:
    yield Unwrapping(when=AT, about=say("closermine"))


LINES = {
    "me/meanings/": Line(),
    "me/meanings/leaf/<uuid:leaf_id>/erase/": Line(
        shows="about", post={}, then="/me/closer/", changes="record_version record_tombstone", ids=CLOSER
    ),
    "me/meanings/leaf/<uuid:leaf_id>/only-me/": Line(
        get=405, post={}, then="/me/closer/", changes="record_version record_tombstone", ids=CLOSER
    ),
    "me/meanings/leaf/<uuid:leaf_id>/settle/": Line(
        get=405, post={}, then="/me/closer/", changes="record_version", ids=CLOSER
    ),
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
}
