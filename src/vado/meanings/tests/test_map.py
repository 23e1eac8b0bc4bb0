"""The map by plain forms: drawn, read back, changed, seen as it was; and what it does with bad input."""

import datetime as dt
import uuid

import pytest
from django.test import Client

from tests.cast import lived_today
from tests.signed_in import Open
from vado.diary.facts import Use
from vado.meanings.facts import Unwrapping
from vado.meanings.facts_map import Does, Hand, MapArrow, MapNode, NodeSort, WhatIf
from vado.meanings.reading_map import drawn_in
from vado.record import Sent
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 9, 1)


def put_on_the_map(person: Client, words: str, sort: str = "state", status: int = 302, **said: str) -> str:
    page = {"version_id": str(uuid.uuid4()), "words": words, "sort": sort, **said}
    answer = person.post("/me/map/thing/", page)
    assert answer.status_code == status
    return answer.content.decode()


def named(diary: Open, words: str) -> str:
    return next(key for key, leaf in drawn_in(diary()).nodes.items() if leaf.fact.words == words)


def draw(person: Client, source: str, target: str, status: int = 302, **said: object) -> str:
    page = {"version_id": str(uuid.uuid4()), "source": source, "target": target, "does": "raises"}
    answer = person.post("/me/map/arrow/", {**page, "held_by": "person", **said})
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


@pytest.fixture
def round_map(person: Client, diary: Open) -> dict[str, str]:
    for words, sort in (("the voice", "voice"), ("tight chest", "state"), ("cider", "use")):
        put_on_the_map(person, words, sort)
    keys = {words: named(diary, words) for words in ("the voice", "tight chest", "cider")}
    draw(person, keys["the voice"], keys["tight chest"])
    draw(person, keys["tight chest"], keys["cider"])
    draw(person, keys["cider"], keys["the voice"])
    return keys


def test_two_things_and_arrows_are_drawn_and_read_back(person: Client, round_map: dict[str, str]) -> None:
    shown = person.get("/me/map/").content.decode()
    assert "This goes round: the voice, tight chest, cider, and the voice once more." in shown
    assert shown.count('class="node ') == 3
    assert shown.count("the voice raises tight chest") >= 2, "in the drawing and in the reading"
    assert ">raises tight chest</a>" in shown, "and in the list, under the voice"


def test_nothing_is_scored_ranked_or_totalled(person: Client, diary: Open, round_map: dict[str, str]) -> None:
    draw(person, round_map["cider"], round_map["tight chest"], does="eases", strength="9", changeable="3")
    shown = person.get("/me/map/").content.decode().lower()
    for word in ("score", "total", "rank", "most important", "strongest", "sum of", "average", "net effect"):
        assert word not in shown


def test_what_leads_to_and_from_one_thing(person: Client, round_map: dict[str, str]) -> None:
    shown = person.get(f"/me/map/thing/{uuid.UUID(round_map['cider'])}/").content.decode()
    assert "Tight chest raises cider" in shown
    assert "Cider raises the voice" in shown
    assert "The voice, by way of tight chest, reaches cider." in shown


def test_what_if_this_were_easier_has_room_for_words(person: Client, diary: Open, round_map: dict[str, str]) -> None:
    where = f"/me/map/thing/{uuid.UUID(round_map['tight chest'])}/"
    person.post(where + "what-if/", {"version_id": str(uuid.uuid4()), "words": "I could go straight to bed."})
    assert [leaf.fact.words for leaf in diary().leaves(WhatIf)] == ["I could go straight to bed."]
    assert "I could go straight to bed." in person.get(where).content.decode()
    refused = person.post(where + "what-if/", {"version_id": str(uuid.uuid4()), "words": " "})
    assert refused.status_code == 422


def test_an_arrow_to_nowhere_is_told_and_not_kept(person: Client, diary: Open, round_map: dict[str, str]) -> None:
    shown = draw(person, round_map["cider"], uuid.uuid4().hex, status=200, note="since the move")
    assert "An arrow needs a beginning and an end" in shown
    assert "since the move" in shown
    assert len(drawn_in(diary()).arrows) == 3


def test_an_arrow_to_itself_is_fine(person: Client, round_map: dict[str, str]) -> None:
    draw(person, round_map["the voice"], round_map["the voice"])
    assert "The voice feeds itself." in person.get("/me/map/").content.decode()


def test_a_least_above_the_most_is_told(person: Client, round_map: dict[str, str]) -> None:
    said = {"strength_least": "8", "strength_most": "3"}
    assert "The least is more than the most" in draw(
        person, round_map["cider"], round_map["the voice"], status=200, **said
    )


def test_two_people_with_opposite_signs_both_keep_their_say(
    person: Client, diary: Open, round_map: dict[str, str]
) -> None:
    ends = round_map["cider"], round_map["tight chest"]
    draw(person, *ends, does="eases")
    diary().put(MapArrow(source=ends[0], target=ends[1], does=Does.RAISES, held_by=Hand.THERAPIST, drawn_on=DAY))
    shown = person.get("/me/map/").content.decode()
    assert "Where you see it differently" in shown
    assert "My therapist sees: cider raises tight chest. I see: cider eases tight chest." in shown


def test_a_thing_erased_while_referred_to_leaves_arrows_that_say_so(
    person: Client, diary: Open, round_map: dict[str, str]
) -> None:
    person.post(f"/me/meanings/leaf/{uuid.UUID(round_map['cider'])}/erase/")
    shown = person.get("/me/map/").content.decode()
    assert "Arrows without an end" in shown
    assert "tight chest raises something that is no longer here" in shown
    (loose, *_rest) = [leaf for leaf in drawn_in(diary()).arrows.values() if leaf.fact.target == round_map["cider"]]
    assert person.get(f"/me/map/arrow/{loose.id}/").status_code == 200
    assert person.get(f"/me/map/arrow/{loose.id}/change/").status_code == 200


def test_entries_speak_for_and_against_an_arrow(person: Client, diary: Open, round_map: dict[str, str]) -> None:
    today = lived_today()
    yes = diary().put(Use(when=Lived(on=today), substance="cider after the shift"))
    no = diary().put(Use(when=Lived(on=today), substance="cider at the lake"))
    old = diary().put(Use(when=Lived(on=today - dt.timedelta(days=200)), substance="cider in spring"))
    draw(person, round_map["tight chest"], round_map["cider"], speaks_for=[yes.id.hex], speaks_against=[no.id.hex])
    leaf = next(one for one in drawn_in(diary()).arrows.values() if one.fact.speaks_for)
    shown = person.get(f"/me/map/arrow/{leaf.id}/").content.decode()
    assert shown.index("speak for it") < shown.index("cider after the shift") < shown.index("speak against it")
    assert "cider at the lake" in shown
    assert "cider in spring" not in person.get(f"/me/map/arrow/{leaf.id}/change/").content.decode()
    diary().remove(yes.id)
    assert "an entry that is not shown here" in person.get(f"/me/map/arrow/{leaf.id}/").content.decode()
    assert old.id.hex not in leaf.fact.speaks_for


def test_off_the_map_and_back(person: Client, diary: Open, round_map: dict[str, str]) -> None:
    where = f"/me/map/{uuid.UUID(round_map['cider'])}/off/"
    person.post(where)
    assert "This goes round" not in person.get("/me/map/").content.decode()
    person.post(where)
    assert "This goes round" in person.get("/me/map/").content.decode()


def test_two_meanings_go_from_an_unwrapping_to_the_map(person: Client, diary: Open) -> None:
    words = {"voice": "not good enough", "later": "a long telling " * 9}
    leaf = diary().put(Unwrapping(when=Lived(on=DAY), about="cider", words=words, meanings=("inner_critic", "to rest")))
    shown = person.get(f"/me/map/thing/?closer={leaf.id}").content.decode()
    for offered in ("To quiet a harsh inner voice", "to rest", "not good enough", "cider"):
        assert offered in shown
    assert "a long telling" not in shown
    assert "From what you wrote" not in person.get("/me/map/thing/?closer=nothing").content.decode()


def test_two_thousand_arrows_are_shown(person: Client, diary: Open) -> None:
    sent = [Sent(MapNode(words=f"thing {n}", sort=NodeSort.STATE, place=n, drawn_on=DAY)) for n in range(61)]
    diary().put_many(sent)
    keys = list(drawn_in(diary()).nodes)
    arrows = [
        MapArrow(source=keys[n % 61], target=keys[(n * 7 + n // 61 + 1) % 61], does=Does.RAISES, drawn_on=DAY)
        for n in range(2_000)
    ]
    diary().put_many([Sent(arrow) for arrow in arrows])
    shown = person.get("/me/map/").content.decode()
    assert "too large for one drawing" in shown
    assert shown.count(">raises thing 3</a>") > 20


def drawing_around(person: Client, key: str) -> str:
    shown = person.get(f"/me/map/thing/{uuid.UUID(key)}/").content.decode()
    return shown.partition('<div class="map-frame">')[2].partition("</svg>")[0]


@pytest.fixture
def large(diary: Open) -> list[str]:
    """Two hundred things and a thousand arrows, one of the things a use."""
    sorts = {n: NodeSort.USE if n == 90 else NodeSort.STATE for n in range(200)}
    diary().put_many([Sent(MapNode(words=f"thing {n}.", sort=sorts[n], place=n, drawn_on=DAY)) for n in range(200)])
    by_words = {leaf.fact.words: key for key, leaf in drawn_in(diary()).nodes.items()}
    keys = [by_words[f"thing {n}."] for n in range(200)]
    ends = [(keys[n % 199], keys[(n * 7 + n // 199 * 13 + 1) % 199]) for n in range(1_000)]
    diary().put_many([Sent(MapArrow(source=a, target=b, does=Does.RAISES, drawn_on=DAY)) for a, b in ends])
    return keys


def test_a_large_map_is_drawn_around_one_thing_that_is_chosen(person: Client, large: list[str]) -> None:
    first = person.get("/me/map/").content.decode()
    assert f'<option value="{large[90]}" selected>' in first, "a use, where nothing is chosen"
    assert "node use here" in first
    chosen = person.get(f"/me/map/?around={large[3]}").content.decode()
    assert f'<option value="{large[3]}" selected>' in chosen
    assert f'<option value="{large[199]}"' not in chosen, "no arrow touches it"
    assert 4 < chosen.count('class="node ') < 30, "it can be read"
    assert chosen.count(">raises thing 3.</a>") >= 4, "the list still says all of it"
    assert person.get(f"/me/map/on/2026-10-01/?around={large[3]}").content.decode().count("node state here") == 1
    assert "node use here" in person.get("/me/map/?around=nothing").content.decode()


def test_a_thing_of_a_large_map_has_a_drawing_of_what_is_around_it(person: Client, diary: Open) -> None:
    diary().put_many([Sent(MapNode(words=f"thing {n}", sort=NodeSort.STATE, place=n, drawn_on=DAY)) for n in range(70)])
    keys = list(drawn_in(diary()).nodes)
    ends = [(7, 3), (3, 60), (60, 7), (9, 10)]
    diary().put_many([Sent(MapArrow(source=keys[a], target=keys[b], does=Does.RAISES, drawn_on=DAY)) for a, b in ends])
    drawing = drawing_around(person, keys[3])
    assert drawing.count("<rect") == 3
    assert drawing.count("marker-end") == 3
    assert 'class="node state here"' in drawing
    assert float(drawing.partition('viewBox="0 0 360 ')[2].partition('"')[0]) < 300, "close, wherever they stood"
    assert drawing_around(person, keys[20]) == "", "nothing leads to it or from it"


@pytest.mark.parametrize("words", ["🌊", "الصوت", "<script>alert(1)</script>", "x" * 300])
def test_any_words_stand_on_the_map_as_they_are(person: Client, diary: Open, words: str) -> None:
    put_on_the_map(person, words)
    assert named(diary, words)
    shown = person.get("/me/map/").content.decode()
    assert "<script>alert" not in shown


def test_too_long_and_empty_words_come_back(person: Client) -> None:
    assert "Your words are still here" in put_on_the_map(person, "x" * 301, status=200)
    assert "Write a word or two" in put_on_the_map(person, " ", status=200)


def test_a_thing_changed_twice_at_once_keeps_both(person: Client, diary: Open) -> None:
    put_on_the_map(person, "the voice", "voice")
    leaf = next(iter(drawn_in(diary()).nodes.values()))
    for words in ("her voice", "my voice"):
        page = {"version_id": str(uuid.uuid4()), "follows": str(leaf.version), "words": words, "sort": "voice"}
        assert person.post(f"/me/map/thing/{leaf.id}/change/", page).status_code == 302
    shown = person.get(f"/me/map/thing/{leaf.id}/").content.decode()
    assert "her voice" in shown
    assert "my voice" in shown
