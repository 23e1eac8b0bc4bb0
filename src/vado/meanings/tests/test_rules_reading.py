"""A map read back: every loop that is told is there, every thing on a loop is told of, and nothing is totalled."""

import datetime as dt
import itertools
import time
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from vado.meanings.facts_map import Does, Hand, MapArrow, MapNode, NodeSort
from vado.meanings.layout import WIDTH, in_lines, laid_out
from vado.meanings.rules_map import Map, around, free_place
from vado.meanings.rules_reading import LONGEST_WAY, Reading, read, strength_range, ways_of

DAY = dt.date(2026, 11, 20)
SORTS = list(NodeSort)


def node(words: str, sort: NodeSort = NodeSort.STATE, place: int = 0) -> MapNode:
    return MapNode(words=words, sort=sort, drawn_on=DAY, place=place)


def arrow(source: str, target: str, does: Does = Does.RAISES, hand: Hand = Hand.PERSON, **more: Any) -> MapArrow:
    return MapArrow(source=source, target=target, does=does, held_by=hand, drawn_on=DAY, **more)


def map_of(*pairs: tuple[str, str], nodes: str = "") -> Map:
    names = nodes or "".join(dict.fromkeys("".join(a + b for a, b in pairs)))
    return Map({name: node(name) for name in names}, {f"{a}{b}{n}": arrow(a, b) for n, (a, b) in enumerate(pairs)})


@st.composite
def maps(draw: st.DrawFn) -> Map:
    names = [str(number) for number in range(draw(st.integers(0, 9)))]
    nodes = {name: node(name, draw(st.sampled_from(SORTS)), int(name)) for name in names}
    ends = [*names, "gone"]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ends), st.sampled_from(ends)), max_size=24))
    arrows = {
        str(number): arrow(a, b, draw(st.sampled_from(Does)), draw(st.sampled_from(Hand)))
        for number, (a, b) in enumerate(pairs)
    }
    return Map(nodes, arrows)


@given(maps())
def test_every_loop_that_is_told_is_a_way_round_without_a_thing_twice(drawn: Map) -> None:
    for loop in read(drawn).loops:
        arrows = [drawn.arrows[key] for key in loop.arrows]
        assert all(
            one.target == following.source for one, following in zip(arrows, [*arrows[1:], arrows[0]], strict=True)
        )
        sources = [one.source for one in arrows]
        assert len(set(sources)) == len(sources) >= 2


@given(maps())
def test_every_thing_from_which_one_can_come_back_is_told_of(drawn: Map) -> None:
    told = {drawn.arrows[key].source for loop in read(drawn).loops for key in loop.arrows}
    assert told == {name for name in drawn.nodes if _comes_back(drawn, name)}


@given(maps())
def test_every_arrow_that_goes_round_is_in_a_loop_that_is_told(drawn: Map) -> None:
    whole = [one for one in drawn.arrows.values() if {one.source, one.target} <= drawn.nodes.keys()]
    told = {_step(drawn.arrows[key]) for loop in read(drawn).loops for key in loop.arrows}
    assert told == {_step(one) for one in whole if one.source != one.target and _leads(drawn, one.target, one.source)}


def _step(one: MapArrow) -> tuple[str, str]:
    return one.source, one.target


def test_a_loop_with_a_short_cut_across_it_is_told_as_well_as_the_short_one() -> None:
    drawn = map_of(("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("b", "a"), ("d", "c"))
    sources = {"".join(drawn.arrows[key].source for key in loop.arrows) for loop in read(drawn).loops}
    assert sources == {"ab", "cd", "abcd"}, "before, the long way round was not told"


def test_two_arrows_side_by_side_are_one_way_round() -> None:
    assert len(read(map_of(("a", "b"), ("a", "b"), ("b", "a"))).loops) == 1


def _comes_back(drawn: Map, start: str) -> bool:
    return _leads(drawn, start, start)


def _leads(drawn: Map, start: str, end: str) -> bool:
    """Whether one or more arrows lead from one thing to another, or back to it; an arrow to itself leads nowhere."""
    steps = {_step(one) for one in drawn.arrows.values() if one.source != one.target}
    steps = {(a, b) for a, b in steps if a in drawn.nodes and b in drawn.nodes}
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for a, b in steps:
            if a == here and b not in reached:
                reached.add(b)
                waiting.append(b)
    return end in reached


@given(maps())
def test_no_loop_is_told_twice_and_the_same_map_is_always_read_the_same(drawn: Map) -> None:
    reading = read(drawn)
    assert len({frozenset(loop.arrows) for loop in reading.loops}) == len(reading.loops)
    assert read(drawn) == reading


@given(maps())
def test_each_arrow_is_whole_or_named_as_left_without_an_end(drawn: Map) -> None:
    without = set(read(drawn).without_end)
    for key, one in drawn.arrows.items():
        assert (key in without) == ("gone" in (one.source, one.target))


@given(maps())
def test_ways_begin_or_end_at_the_thing_and_are_a_few_steps_long(drawn: Map) -> None:
    for name in drawn.nodes:
        ways = ways_of(drawn, name)
        assert all(drawn.arrows[key].target == name for key in ways.arriving)
        assert all(drawn.arrows[key].source == name for key in ways.leaving)
        for way in ways.to_afar:
            assert drawn.arrows[way[0]].source == name
            _is_a_way(drawn, way)
        for way in ways.from_afar:
            assert drawn.arrows[way[-1]].target == name
            _is_a_way(drawn, way)


def _is_a_way(drawn: Map, way: tuple[str, ...]) -> None:
    assert 2 <= len(way) <= LONGEST_WAY
    for one, following in itertools.pairwise(way):
        assert drawn.arrows[one].target == drawn.arrows[following].source


@given(maps())
@settings(max_examples=60)
def test_a_thing_that_is_added_moves_nothing_sideways_and_nothing_up(drawn: Map) -> None:
    before = laid_out(drawn)
    for sort in NodeSort:
        more = node("new", sort, free_place(drawn.nodes.values(), sort))
        after = laid_out(Map({**drawn.nodes, "new": more}, drawn.arrows))
        for key, box in before.boxes.items():
            assert after.boxes[key].x == box.x
            assert after.boxes[key].y >= box.y
            assert (after.boxes[key].width, after.boxes[key].lines) == (box.width, box.lines)


@given(maps())
def test_an_arrow_that_is_added_or_taken_away_moves_nothing(drawn: Map) -> None:
    assert laid_out(Map(drawn.nodes, {})).boxes == laid_out(drawn).boxes


@given(maps())
def test_what_goes_away_leaves_its_place_empty(drawn: Map) -> None:
    for gone in drawn.nodes:
        left = Map({key: one for key, one in drawn.nodes.items() if key != gone}, drawn.arrows)
        after = laid_out(left, drawn.nodes)
        assert after.boxes == {key: box for key, box in laid_out(drawn).boxes.items() if key != gone}


@given(st.text(max_size=90))
def test_any_words_fit_into_the_drawing(words: str) -> None:
    (box,) = laid_out(Map({"a": node(words)}, {})).boxes.values()
    assert 1 <= len(box.lines) <= 2
    assert box.x - box.width / 2 >= 0
    assert box.x + box.width / 2 <= WIDTH


def test_no_two_boxes_touch_however_long_their_words() -> None:
    for sort in NodeSort:
        nodes = {str(place): node("moderation " * 4, sort, place) for place in range(24)}
        for one, other in itertools.combinations(laid_out(Map(nodes, {})).boxes.values(), 2):
            is_aside = abs(one.x - other.x) >= (one.width + other.width) / 2
            assert is_aside or abs(one.y - other.y) >= (one.height + other.height) / 2


@given(maps(), st.integers(0, 8))
def test_around_a_thing_are_its_neighbours_and_every_arrow_between_them(drawn: Map, number: int) -> None:
    key = str(number)
    near = around(drawn, key)
    touching = [arrow for arrow in drawn.arrows.values() if key in (arrow.source, arrow.target)]
    ends = {end for arrow in touching for end in (arrow.source, arrow.target)} | {key}
    assert near.nodes.keys() == ends & drawn.nodes.keys()
    assert [near.nodes[one].words for one in near.nodes] == [drawn.nodes[one].words for one in near.nodes]
    assert all({arrow.source, arrow.target} <= ends for arrow in near.arrows.values())
    assert len(near.arrows) == sum({arrow.source, arrow.target} <= ends for arrow in drawn.arrows.values())
    assert len(laid_out(near).boxes) == len(near.nodes)


def test_words_are_parted_at_a_space_or_a_hyphen_before_they_are_cut() -> None:
    assert in_lines("an hour of quiet") == ("an hour of quiet",)
    assert in_lines("an hour of silence") == ("an hour of", "silence")
    assert in_lines("over-self-demanding") == ("over-self-", "demanding")
    assert in_lines("sleeplessnesssleepless") == ("sleeplessnesssle", "epless")


def test_what_goes_round_begins_with_what_was_drawn_first() -> None:
    drawn = map_of(("b", "c"), ("c", "a"), ("a", "b"), nodes="abc")
    (loop,) = read(drawn).loops
    assert [drawn.arrows[key].source for key in loop.arrows] == ["a", "b", "c"]


def test_a_thing_that_feeds_itself_is_named_and_is_no_loop() -> None:
    reading = read(map_of(("a", "a")))
    assert reading.feeding_themselves == ("aa0",)
    assert reading.loops == ()


def test_two_hands_with_opposite_signs_are_both_told() -> None:
    nodes = {"a": node("a"), "b": node("b")}
    mine, theirs = arrow("a", "b"), arrow("a", "b", Does.EASES, Hand.THERAPIST)
    (difference,) = read(Map(nodes, {"mine": mine, "theirs": theirs})).differences
    assert (difference.one, difference.other, difference.is_about_sign) == ("mine", "theirs", True)


def test_ranges_that_do_not_meet_are_a_difference_and_those_that_meet_are_none() -> None:
    nodes = {"a": node("a"), "b": node("b")}
    mine = arrow("a", "b", strength_least=6, strength_most=9)
    far = arrow("a", "b", hand=Hand.THERAPIST, strength=3)
    near = arrow("a", "b", hand=Hand.THERAPIST, strength_least=2, strength_most=6)
    assert [one.is_about_sign for one in read(Map(nodes, {"m": mine, "t": far})).differences] == [False]
    assert read(Map(nodes, {"m": mine, "t": near})).differences == ()


def test_strength_is_a_range_and_unsaid_is_unsaid() -> None:
    assert strength_range(arrow("a", "b")) is None
    assert strength_range(arrow("a", "b", strength=4)) == (4, 4)
    assert strength_range(arrow("a", "b", strength=5, strength_least=3, strength_most=8)) == (3, 8)


def test_a_reading_has_no_number_in_it() -> None:
    """No score, no rank, no total effect: a reading is made of what is on the map, and of nothing else."""
    reading = read(map_of(("a", "b"), ("b", "a"), ("b", "b")))
    plain = repr(reading)
    assert Reading.__struct_fields__ == (
        "loops",
        "feeding_themselves",
        "differences",
        "held_by_one",
        "without_end",
        "alone",
    )
    assert not any(word in plain.lower() for word in ("score", "rank", "total", "weight", "polarity"))


def test_two_hundred_things_and_a_thousand_arrows_are_read_in_time() -> None:
    drawn = large_map(200, 1_000)
    spent = min(_cpu_of(drawn) for _time in range(5))
    assert spent < 0.15, "the bench holds it to 50 ms; a busy machine gets three times that here"


def test_a_long_way_round_with_many_short_cuts_is_read_in_time() -> None:
    """The map that takes longest: each short cut goes round only by nearly everything else."""
    ring = [(n, (n + 1) % 200) for n in range(200)]
    across = [(n % 199, min(199, n % 199 + 2 + n * 7 % 58)) for n in range(800)]
    nodes = {str(number): node(f"thing {number}") for number in range(200)}
    drawn = Map(nodes, {str(n): arrow(str(a), str(b)) for n, (a, b) in enumerate([*ring, *across])})
    assert min(_cpu_of(drawn) for _time in range(5)) < 0.15, "32 ms where nothing else runs"


def _cpu_of(drawn: Map) -> float:
    begun = time.process_time()
    read(drawn)
    return time.process_time() - begun


def large_map(things: int, arrows: int) -> Map:
    """A map in which everything hangs together."""
    nodes = {str(number): node(f"thing {number}", SORTS[number % len(SORTS)], number) for number in range(things)}
    ends = ((str(n % things), str((n * 7 + n // things * 13 + 1) % things)) for n in range(arrows))
    return Map(nodes, {str(number): arrow(a, b) for number, (a, b) in enumerate(ends)})


def test_two_thousand_arrows_are_read_as_well() -> None:
    assert read(large_map(60, 2_000)).without_end == ()
