"""Benefits and harms, changing and staying: the person's own, and through a door for reading."""

import datetime as dt
from collections.abc import Callable, Iterator

from tests.matrix.lines import ONCE, Line
from tests.matrix.lines.diary import AT
from vado.balance.facts import BalanceItem, ComesTo, Field, Kind, SideItem, Weight, Whom
from vado.record import Fact

ITEM = {"leaf_id": "balance_item"}
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


def to_read(folder: str) -> dict[str, Line]:
    """The pages that a door shows too."""
    return {
        f"{folder}balance/": Line(shows="balanceitem balanceof balancestep comesto"),
        f"{folder}balance/<str:day>/and/<str:other>/": Line(shows="balanceitem balanceof balancestep", ids=TWO_DAYS),
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
}
