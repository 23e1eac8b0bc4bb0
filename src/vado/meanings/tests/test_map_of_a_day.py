"""The map of a past day: everything as it was at the end of that day, and nothing of today in it."""

import datetime as dt
import uuid
from pathlib import Path

import msgspec
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import Cast, Part
from tests.frozen.freeze import FROZEN
from tests.signed_in import Open
from vado.diary.facts import Use
from vado.meanings.facts_map import Does, Hand, Liked, MapArrow, MapNode, NodeSort, WhatIf
from vado.meanings.keeping import keep_change
from vado.meanings.layout import laid_out
from vado.meanings.rules_map import Map, One, changed, days_of_change, map_on
from vado.record.encoding import decode_fact
from vado.record.lived_day import Lived

DAY, LATER = dt.date(2026, 9, 1), dt.date(2026, 11, 1)
BETWEEN = dt.date(2026, 10, 1)
ARROW = MapArrow(
    source="a",
    target="b",
    does=Does.RAISES,
    strength=8,
    strength_least=6,
    strength_most=9,
    changeable=1,
    since="since school",
    note="every Friday",
    speaks_for=("1" * 32,),
    drawn_on=DAY,
)
NODE = MapNode(words="her voice", sort=NodeSort.PERSON, liked=Liked.BOTH, meaning="habit", place=1, drawn_on=DAY)


def test_an_arrow_is_as_it_was_in_every_part() -> None:
    other = {"source": "b", "target": "c", "does": Does.EASES, "held_by": Hand.BOTH, "strength": 3}
    more = {"strength_least": 2, "strength_most": 4, "changeable": 9, "since": "since May", "note": "seldom"}
    now = changed(ARROW, LATER, **other, **more, speaks_for=(), speaks_against=("2" * 32,))
    assert map_on({}, {"x": now}, BETWEEN).arrows["x"] == _with_past(ARROW, now)
    assert map_on({}, {"x": now}, LATER).arrows["x"] == now


def test_a_thing_is_as_it_was_in_every_part() -> None:
    now = changed(NODE, LATER, words="my own voice", sort=NodeSort.VOICE, liked=None, meaning="", place=0)
    assert map_on({"a": now}, {}, BETWEEN).nodes["a"] == _with_past(NODE, now)


def _with_past(then: One, now: One) -> One:
    return msgspec.structs.replace(then, before=now.before)


def test_what_is_changed_on_its_first_day_or_two_times_in_a_day_leaves_no_past_of_its_own() -> None:
    assert changed(NODE, DAY, words="a voice").before == ()
    twice = changed(changed(NODE, LATER, words="a voice"), LATER, words="my voice")
    assert [then.words for then in twice.before] == ["her voice"]
    assert changed(twice, LATER + dt.timedelta(days=1), words="my voice").before == twice.before, "nothing changed"


def test_taken_off_it_is_still_on_the_map_of_earlier_days() -> None:
    node = changed(NODE, LATER, until=LATER)
    assert map_on({"a": node}, {}).nodes == {}
    assert list(map_on({"a": node}, {}, dt.date(2026, 10, 31)).nodes) == ["a"]
    assert map_on({"a": node}, {}, LATER).nodes == {}
    assert days_of_change([node], []) == [LATER, DAY]


def test_put_back_it_is_still_missing_on_the_map_of_the_days_between() -> None:
    back = changed(changed(ARROW, BETWEEN, until=BETWEEN), LATER, until=None)
    there = [day for day in (DAY, BETWEEN, dt.date(2026, 10, 31), LATER) if map_on({}, {"x": back}, day).arrows]
    assert there == [DAY, LATER]


@given(st.lists(st.tuples(st.integers(1, 60), st.sampled_from(["words", "until", "sort"])), max_size=12))
def test_whatever_was_changed_the_map_of_a_day_is_what_it_was_that_evening(steps: list[tuple[int, str]]) -> None:
    node, evenings = NODE, {DAY: NODE}
    for number, (days, what) in enumerate(sorted(steps)):
        today = DAY + dt.timedelta(days=days)
        until = None if node.until else today
        said: dict[str, object] = {"words": f"words {number}", "sort": list(NodeSort)[number % 10], "until": until}
        node = evenings[today] = changed(node, today, **{what: said[what]})
    for day, then in evenings.items():
        shown = map_on({"a": node}, {}, day).nodes
        assert list(shown) == ([] if then.until else ["a"])
        assert [(one.words, one.sort) for one in shown.values()] == [(then.words, then.sort) for _ in shown]


def test_a_drawing_of_a_past_day_has_room_for_what_stood_elsewhere_then() -> None:
    now = changed(NODE, LATER, sort=NodeSort.LATER, place=0)
    past = map_on({"a": now}, {}, DAY)
    drawing = laid_out(past, {"a": now})
    assert drawing.boxes["a"].y < drawing.height


@pytest.mark.parametrize("path", [FROZEN / "map_arrow-1.bin", FROZEN / "map_node-1.bin"], ids=lambda path: path.stem)
def test_what_the_first_shape_did_not_keep_is_left_open_and_not_taken_from_today(path: Path) -> None:
    fact = decode_fact(bytes(16), path.read_bytes())
    assert isinstance(fact, MapArrow | MapNode)
    (then,) = fact.before
    if isinstance(fact, MapArrow):
        shown = map_on({}, {"x": fact}, fact.drawn_on).arrows["x"]
        assert (shown.does, shown.strength, shown.source, shown.target) == (Does.RAISES, 7, "1" * 32, "2" * 32)
        assert {shown.strength_least, shown.strength_most, shown.changeable} == {None}
        assert (shown.since, shown.note, shown.speaks_for) == ("", "", ())
    else:
        node = map_on({"a": fact}, {}, fact.drawn_on).nodes["a"]
        assert (node.words, node.sort, node.meaning, node.liked) == ("her voice", NodeSort.VOICE, "", None)
    assert then.until == dt.date(2026, 11, 25)


@pytest.fixture
def past(diary: Open) -> dict[str, uuid.UUID]:
    return _written(diary)


def _written(diary: Open) -> dict[str, uuid.UUID]:
    """Two things and an arrow that were otherwise a month ago, with a day that spoke for it."""
    spoke = diary().put(Use(when=Lived(on=DAY), substance="cider at the lake"))
    voice = diary().put(changed(NODE, LATER, words="my own voice", sort=NodeSort.VOICE, place=0))
    cider = diary().put(MapNode(words="cider", sort=NodeSort.USE, drawn_on=DAY))
    ends = {"source": voice.id.hex, "target": cider.id.hex}
    arrow = msgspec.structs.replace(ARROW, **ends, speaks_for=(spoke.id.hex,))
    later = {"strength": 3, "strength_least": None, "strength_most": None, "changeable": 9, "since": "since May"}
    drawn = diary().put(changed(arrow, LATER, **later, note="seldom", speaks_for=()))
    diary().put(WhatIf(node=voice.id.hex, words="I could sleep.", on=LATER))
    return {"voice": voice.id, "arrow": drawn.id}


@pytest.mark.django_db
def test_the_pages_of_a_past_day_show_what_it_was_then(person: Client, past: dict[str, uuid.UUID]) -> None:
    shown = person.get("/me/map/on/2026-10-01/").content.decode()
    assert "her voice raises cider" in shown
    assert "8 of 10, between 6 and 9" in shown
    assert "1 day for it" in shown
    assert "my own voice" not in shown
    assert f'href="/me/map/arrow/{past["arrow"]}/?on=2026-10-01"' in shown
    arrow = person.get(f"/me/map/arrow/{past['arrow']}/?on=2026-10-01").content.decode()
    for words in ("Her voice raises cider", "could change: 1 of 10", "since school", "every Friday", "at the lake"):
        assert words in arrow
    for words in ("since May", "seldom", ">Change<", "Erase"):
        assert words not in arrow
    thing = person.get(f"/me/map/thing/{past['voice']}/?on=2026-10-01").content.decode()
    assert "her voice" in thing
    assert "I could sleep." not in thing, "it was said later"
    assert "textarea" not in thing


@pytest.mark.django_db
def test_the_map_of_now_has_nothing_of_the_past_but_a_way_to_it(person: Client, past: dict[str, uuid.UUID]) -> None:
    now = person.get("/me/map/").content.decode()
    assert "my own voice raises cider" in now
    assert "her voice" not in now
    arrow = person.get(f"/me/map/arrow/{past['arrow']}/").content.decode()
    assert "8 of 10, between 6 and 9" in arrow, "under how it was seen before"
    assert f'href="/me/map/arrow/{past["arrow"]}/?on=2026-10-31"' in arrow
    assert "Begin with two things" in person.get("/me/map/on/2026-08-01/").content.decode()
    for wrong in ("/me/map/on/never/", f"/me/map/arrow/{past['arrow']}/?on=never"):
        assert person.get(wrong).status_code == 404


@pytest.mark.django_db
def test_through_a_door_the_past_is_the_same(cast: Cast) -> None:
    past = _written(cast.open)
    door = f"/with/{cast.open().id}/"
    therapist = cast.client(Part.THERAPIST)
    assert "her voice raises cider" in therapist.get(f"{door}map/on/2026-10-01/").content.decode()
    assert "every Friday" in therapist.get(f"{door}map/arrow/{past['arrow']}/?on=2026-10-01").content.decode()


@pytest.mark.django_db
def test_two_hands_that_change_different_parts_on_one_day_leave_one_version_and_one_past(diary: Open) -> None:
    seen = diary().put(ARROW)

    def saying(**said: object) -> None:
        def onto(fact: MapArrow) -> MapArrow:
            return changed(fact, LATER, **said)

        keep_change(diary(), seen.id, uuid.uuid4(), follows=(seen.version,), onto=onto)

    saying(note="seldom")
    saying(strength=2)
    (head,) = diary().heads(seen.id)
    assert isinstance(head.fact, MapArrow)
    assert (head.fact.note, head.fact.strength) == ("seldom", 2)
    assert [(then.note, then.strength) for then in head.fact.before] == [("every Friday", 8)]


def test_nothing_on_a_map_stands_for_a_day_before_it_was_drawn() -> None:
    assert map_on({"a": NODE}, {"x": ARROW}, DAY - dt.timedelta(days=1)) == Map({}, {})
