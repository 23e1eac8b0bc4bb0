"""Benefits and harms, changing and staying: the person's own, and through a door for reading."""

import datetime as dt
from collections.abc import Callable, Iterator

from tests.matrix.lines import ONCE, Line
from tests.matrix.lines.diary import AT
from vado.balance.facts import BalanceItem, ComesTo, Field, Kind, SideItem, Weight, Whom, WordsLeft
from vado.record import Fact

ITEM = {"leaf_id": "balance_item"}
BOX = {"box_id": "letter_box"}
TWO_DAYS = {"day": "2026-11-02", "other": dt.date(2026, 11, 20).isoformat()}
WEIGHTS = (Weight(AT.on, 3),)


def canaries(say: Callable[[str], str]) -> Iterator[Fact]:
    yield BalanceItem(
        pan=Kind.HARM,
        whom=Whom.PEOPLE,
        words=say("balanceitem"),
        substance=say("balanceof"),
        next_step=say("balancestep"),
        weights=WEIGHTS,
    )
    yield SideItem(field=Field.STAY_GOOD, words=say("sideitem"), weights=WEIGHTS)
    yield ComesTo(words=say("comesto"), on=AT.on)
    yield WordsLeft(words=say("wordsleft"), signed=say("wordssigned"), asked=say("wordsasked"), on=AT.on)


def only_mine(say: Callable[[str], str]) -> Iterator[Fact]:
    yield WordsLeft(words=say("lettermine"), on=AT.on)


def to_read(folder: str) -> dict[str, Line]:
    """The pages that a door shows too."""
    return {
        f"{folder}balance/": Line(shows="balanceitem balanceof balancestep comesto wordsleft wordssigned"),
        f"{folder}balance/<str:day>/and/<str:other>/": Line(shows="balanceitem balanceof balancestep", ids=TWO_DAYS),
        f"{folder}balance/of/<uuid:leaf_id>/": Line(shows="balanceitem balanceof balancestep", ids=ITEM),
        f"{folder}balance/over-time/": Line(shows="balanceitem"),
        f"{folder}sides/over-time/": Line(shows="sideitem"),
        f"{folder}sides/": Line(shows="sideitem"),
        f"{folder}sides/<str:day>/and/<str:other>/": Line(shows="sideitem", ids=TWO_DAYS),
    }


LINES = {
    **to_read("me/"),
    **to_read("with/<uuid:record_id>/"),
    "me/balance/add/<slug:pan>/": Line(
        post={"version_id": ONCE, "words": "calm", "whom": "me"},
        then="/me/balance/",
        changes="record_version",
        ids={"pan": "benefit"},
    ),
    "me/balance/comes-to/": Line(
        get=405, post={"version_id": ONCE, "words": "calm"}, then="/me/balance/", changes="record_version"
    ),
    "me/balance/item/<uuid:leaf_id>/": Line(
        shows="balanceitem balanceof balancestep",
        post={"version_id": ONCE, "words": "calm", "whom": "me"},
        then="/me/balance/",
        changes="record_version",
        ids=ITEM,
    ),
    "me/balance/item/<uuid:leaf_id>/off/": Line(
        get=405, post={}, then="/me/balance/", changes="record_version", ids=ITEM
    ),
    "me/sides/add/": Line(
        post={"version_id": ONCE, "words": "calm", "field": "stay_good"}, then="/me/sides/", changes="record_version"
    ),
    "me/balance/begin/": Line(
        post={"version_id": ONCE, "harm_people": "calm"}, then="/me/balance/", changes="record_version"
    ),
    "me/balance/item/<uuid:leaf_id>/settle/": Line(get=405, post={}, then="/me/balance/", ids=ITEM),
    "me/balance/item/<uuid:leaf_id>/only-me/": Line(
        get=405, post={}, then="/me/balance/", changes="record_version record_tombstone", ids=ITEM
    ),
    "me/letters/": Line(shows="letterasked wordssigned"),
    "me/letters/ask/": Line(get=405, post={"asked": "Ada"}, changes="record_letter_box"),
    "me/letters/<uuid:box_id>/read/": Line(
        get=405,
        post={},
        then="/me/letters/kept/",
        changes="record_letter_box record_version record_tombstone",
        ids=BOX,
    ),
    "me/letters/<uuid:box_id>/drop/": Line(
        get=405, post={}, then="/me/letters/", changes="record_letter_box record_tombstone", ids=BOX
    ),
    "me/letters/kept/<uuid:leaf_id>/": Line(shows="wordsleft wordssigned wordsasked", ids={"leaf_id": "words_left"}),
    "letter/": Line(
        post={"version_id": ONCE, "code": "{letter_code}", "words": "calm"},
        then="/letter/left/",
        changes="record_letter_box",
    ),
    "letter/left/": Line(),
}
