"""Takes the pictures of the guides on meanings; see `pictures`."""

import datetime as dt
from typing import NamedTuple
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Browser

from tests.browser.others import Practice
from tests.browser.pictures import picture
from tests.browser.stay import PHONE
from tests.cast import Part, write_profile
from vado.balance.facts import BalanceItem, Kind, Weight, Whom
from vado.meanings.facts import Unwrapping
from vado.meanings.facts_map import Does, Hand, MapArrow, MapNode, NodeSort
from vado.meanings.facts_voices import FormulationPart, Section
from vado.meanings.rules_map import free_place
from vado.record import Record
from vado.record.lived_day import Lived

DESK = {"width": 900, "height": 640}


class Said(NamedTuple):
    """What M. says in one language."""

    things: tuple[str, ...]
    moments: dict[str, str]
    gives: str
    costs: str
    mine: str
    theirs: str


WORDS = {
    "en": Said(
        ("the handover", "not good enough", "cider", "an hour of quiet", "awake at four", "ten minutes alone"),
        {"event": "The handover ran late.", "voice": "Not good enough.", "purpose": "An hour of quiet."},
        "an hour of quiet",
        "awake at four",
        "To sleep. Whether to stop, I do not know yet.",
        "I hear another one: to be good enough, unproven.",
    ),
    "es": Said(
        ("el relevo", "no alcanza", "sidra", "una hora de silencio", "despierta a las cuatro", "diez minutos a solas"),
        {"event": "El relevo se alargó.", "voice": "No alcanza.", "purpose": "Una hora de silencio."},
        "una hora de silencio",
        "despierta a las cuatro",
        "Dormir. Si parar, todavía no lo sé.",
        "Yo escucho otro: alcanzar, sin tener que probarlo.",
    ),
}
SORTS = (NodeSort.SITUATION, NodeSort.VOICE, NodeSort.USE, NodeSort.NEAR, NodeSort.LATER, NodeSort.STRATEGY)
ARROWS = ((0, 1, 7), (1, 2, 8), (2, 3, 9), (2, 4, 6), (4, 1, 5))


@pytest.mark.parametrize("language", ["en", "es"])
def test_take_pictures(browser: Browser, practice: Practice, language: str) -> None:
    record = practice.cast.open(Part.PERSON)
    closer = _write(record, practice.day, WORDS[language])
    phone = practice.sign_in(browser, Part.PERSON, locale=language, viewport=PHONE).new_page()
    for name, address in {
        "look-closer": reverse("meanings:closer-moment", args=[closer, "purpose"]),
        "what-goes-round": reverse("meanings:map"),
        "how-it-moved": reverse("balance:over-time"),
    }.items():
        picture(phone, practice.address + address, f"{name}-{language}")
    desk = practice.sign_in(browser, locale=language, viewport=DESK).new_page()
    address = reverse("with-meanings:formulation", args=[record.id])
    picture(desk, practice.address + address, f"what-we-think-{language}")
    for page in (phone, desk):
        page.context.close()


def _write(record: Record, today: dt.date, said: Said) -> UUID:
    """Gives the evening that was looked at closely."""
    write_profile(record, "M.")
    then, week = today - dt.timedelta(days=90), today - dt.timedelta(days=30)
    _draw(record, then, said.things)
    for pan, words, matters in ((Kind.BENEFIT, said.gives, (4, 2)), (Kind.HARM, said.costs, (2, 3))):
        weights = (Weight(then, matters[0]), Weight(week, matters[1]))
        record.put(BalanceItem(pan=pan, whom=Whom.ME, words=words, weights=weights))
    for hand, words in ((Hand.PERSON, said.mine), (Hand.THERAPIST, said.theirs)):
        differs = hand is Hand.THERAPIST
        record.put(FormulationPart(section=Section.WISHES, by=hand, words=words, on=today, sees_otherwise=differs))
    at = dt.time(20, 10)
    evening = Unwrapping(when=Lived(on=today - dt.timedelta(days=2), at=at), about=said.things[2], words=said.moments)
    return record.put(evening).id


def _draw(record: Record, on: dt.date, things: tuple[str, ...]) -> None:
    placed: list[MapNode] = []
    for words, sort in zip(things, SORTS, strict=True):
        placed.append(MapNode(words=words, sort=sort, place=free_place(placed, sort), drawn_on=on))
    nodes = [record.put(node).id.hex for node in placed]
    for source, target, strength in ARROWS:
        arrow = MapArrow(source=nodes[source], target=nodes[target], does=Does.RAISES, strength=strength, drawn_on=on)
        record.put(arrow)
    record.put(MapArrow(source=nodes[5], target=nodes[1], does=Does.EASES, strength=6, drawn_on=on))
