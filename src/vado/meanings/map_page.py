"""What the pages of the map show, made ready for their templates."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from vado.diary.vocabulary import Vocabulary
from vado.meanings import map_words as words
from vado.meanings.drawing import map_drawing
from vado.meanings.facts_map import ArrowThen, MapArrow, NodeSort
from vado.meanings.layout import laid_out
from vado.meanings.reading_map import Drawn, entry_at, what_ifs
from vado.meanings.rules_map import BANDS, Map, around, as_on, days_of_change
from vado.meanings.rules_reading import read, ways_of
from vado.meanings.templatetags.meanings import address_for
from vado.people.called import who
from vado.record import Record

MOST_DRAWN = 60  # beyond that a drawing is a thicket: each thing has a drawing of what is around it
MOST_LOOPS_FIRST = 6


def map_page(record: Record, drawn: Drawn, day: dt.date | None, asked: str = "") -> dict[str, Any]:
    """The drawing, the map read back, and the same as a nested list."""
    shown = drawn.on(day)
    reading = read(shown)
    loops = [
        {"sentence": words.loop_sentence(shown, loop), "steps": words.loop_steps(shown, loop)} for loop in reading.loops
    ]
    return {
        **who(record),
        **_of_day(record, day),
        "is_empty": not shown.nodes,
        **_drawn_whole_or_in_part(record, drawn, shown, day, asked),
        "loops": loops[:MOST_LOOPS_FIRST],
        "more_loops": loops[MOST_LOOPS_FIRST:],
        "feeding": [words.arrow_sentence(shown, shown.arrows[key]) for key in reading.feeding_themselves],
        "differences": [words.difference_sentence(shown, one, record.is_own) for one in reading.differences],
        "held_by_one": [_held_by(shown, key, record.is_own) for key in reading.held_by_one],
        "without_end": [_arrow_line(shown, key, drawn, record.is_own) for key in reading.without_end],
        "bands": _nested(shown, drawn, record.is_own),
        "days": days_of_change((leaf.fact for leaf in drawn.nodes.values()), _arrows(drawn)),
    }


def _addresses(record: Record, drawn: Drawn, day: dt.date | None) -> Callable[[str], str]:
    """Which page each thing has, of the same day."""
    return lambda key: address_for(record.is_own, record.id, "map-node", drawn.nodes[key].id) + query_of(day)


def _drawn_whole_or_in_part(
    record: Record, drawn: Drawn, shown: Map, day: dt.date | None, asked: str
) -> dict[str, Any]:
    """A large map is drawn around the thing that is asked for, else the first use, else the first that can be drawn."""
    if len(shown.nodes) <= MOST_DRAWN:
        whole = map_drawing(shown, laid_out(shown, drawn.all_nodes()), _addresses(record, drawn, day))
        return {"drawing": whole if shown.nodes else ""}
    touched = {end for arrow in shown.arrows.values() for end in (arrow.source, arrow.target)}
    things = {key: node for key, node in shown.nodes.items() if key in touched}
    uses = [key for key, node in things.items() if node.sort is NodeSort.USE]
    part = {"drawing": "", "is_in_part": True, "things": [(key, node.words) for key, node in things.items()]}
    for key in dict.fromkeys([asked, *uses, *things]):
        if drawing := _what_is_around(record, drawn, shown, key, day):
            return part | {"drawing": drawing, "around": key}
    return part


def _what_is_around(record: Record, drawn: Drawn, shown: Map, key: str, day: dt.date | None) -> str:
    """A small drawing, also where the whole map is too large for one; none where nothing leads to it or from it."""
    near = around(shown, key) if key in shown.nodes else Map({}, {})
    if not 1 < len(near.nodes) <= MOST_DRAWN:
        return ""
    return map_drawing(near, laid_out(near), _addresses(record, drawn, day), around=key)


def query_of(day: dt.date | None) -> str:
    """What an address carries along so that the page it leads to is of the same day."""
    return f"?on={day.isoformat()}" if day else ""


def _of_day(record: Record, day: dt.date | None) -> dict[str, Any]:
    """A past day is seen and not changed."""
    return {"day": day, "on": query_of(day), "may_write": record.may_write and day is None}


def _held_by(shown: Map, key: str, is_own: bool) -> dict[str, Any]:
    arrow = shown.arrows[key]
    return {"sentence": words.arrow_sentence(shown, arrow), "hand": words.seen_by(arrow.held_by, is_own).begins}


def _arrows(drawn: Drawn) -> list[MapArrow]:
    return [leaf.fact for leaf in drawn.arrows.values()]


def _nested(shown: Map, drawn: Drawn, is_own: bool) -> list[dict[str, Any]]:
    """The same content as the drawing: by sort, each thing with what leaves it."""
    sorts = [sort for band in BANDS for sort in band]
    return [group for sort in sorts if (group := _of_sort(shown, sort, drawn, is_own))["nodes"]]


def _of_sort(shown: Map, sort: NodeSort, drawn: Drawn, is_own: bool) -> dict[str, Any]:
    nodes = [
        {
            "id": drawn.nodes[key].id,
            "words": node.words,
            "liked": words.LIKED_NAMES[node.liked] if node.liked else "",
            "arrows": _leaving(shown, key, drawn, is_own),
        }
        for key, node in shown.nodes.items()
        if node.sort is sort
    ]
    return {"name": words.SORT_NAMES[sort], "nodes": nodes}


def _leaving(shown: Map, key: str, drawn: Drawn, is_own: bool) -> list[dict[str, Any]]:
    return [_arrow_line(shown, other, drawn, is_own) for other, one in shown.arrows.items() if one.source == key]


def _arrow_line(shown: Map, key: str, drawn: Drawn, is_own: bool) -> dict[str, Any]:
    arrow = shown.arrows[key]
    return {
        "id": drawn.arrows[key].id,
        "sentence": words.arrow_sentence(shown, arrow),
        "onward": words.onward(shown, arrow),
        "does": arrow.does.value,
        "strength": words.strength_words(arrow),
        "held": words.seen_by(arrow.held_by, is_own).so,
        "count_for": len(arrow.speaks_for),
        "count_against": len(arrow.speaks_against),
    }


def node_page(record: Record, drawn: Drawn, key: str, day: dt.date | None = None) -> dict[str, Any]:
    """One thing, now or on a day: what leads to it and from it, near and by longer ways."""
    shown = drawn.on(day)
    ways = ways_of(shown, key)
    leaf = drawn.nodes[key]
    fact = shown.nodes.get(key, leaf.fact)
    return {
        **who(record),
        **_of_day(record, day),
        "leaf": leaf,
        "fact": fact,
        "key": key,
        "drawing": _what_is_around(record, drawn, shown, key, day),
        "sort": words.SORT_NAMES[fact.sort],
        "liked": words.LIKED_NAMES[fact.liked] if fact.liked else "",
        "arriving": [_arrow_line(shown, one, drawn, record.is_own) for one in ways.arriving],
        "leaving": [_arrow_line(shown, one, drawn, record.is_own) for one in ways.leaving],
        "from_afar": [words.way_sentence(shown, way) for way in ways.from_afar],
        "to_afar": [words.way_sentence(shown, way) for way in ways.to_afar],
        "what_ifs": [one for one in what_ifs(record, key) if day is None or one.fact.on <= day],
        "without_end": [
            _arrow_line(shown, other, drawn, record.is_own)
            for other, one in shown.arrows.items()
            if key in (one.source, one.target) and not {one.source, one.target} <= shown.nodes.keys()
        ],
    }


def arrow_page(
    record: Record, drawn: Drawn, key: str, vocabulary: Vocabulary, day: dt.date | None = None
) -> dict[str, Any]:
    """One arrow, now or on a day: who holds it, since when, and which entries speak for and against it."""
    shown = drawn.on(day)
    arrow = shown.arrows.get(key, drawn.arrows[key].fact)
    return {
        **who(record),
        **_of_day(record, day),
        "leaf": drawn.arrows[key],
        "fact": arrow,
        "sentence": words.arrow_sentence(shown, arrow),
        "strength": words.strength_words(arrow),
        "held": words.seen_by(arrow.held_by, record.is_own).so,
        "speaks_for": _entries(record, arrow.speaks_for, vocabulary),
        "speaks_against": _entries(record, arrow.speaks_against, vocabulary),
        "before": [_before(arrow, then.until, record.is_own) for then in reversed(arrow.before) if _is_past(then, day)],
        "ends": [
            {"words": words.name_of(shown, end), "id": drawn.nodes[end].id if end in shown.nodes else None}
            for end in dict.fromkeys((arrow.source, arrow.target))
        ],
    }


def _is_past(then: ArrowThen, day: dt.date | None) -> bool:
    return day is None or then.until <= day


def _before(arrow: MapArrow, until: dt.date, is_own: bool) -> dict[str, Any]:
    """What the arrow said until a day, with a way to the map of the day before."""
    last_day = until - dt.timedelta(days=1)
    was = as_on(arrow, last_day)
    return {
        "until": until,
        "last_day": last_day,
        "does": words.DOES_NAMES[was.does],
        "held": words.seen_by(was.held_by, is_own).so,
        "strength": words.strength_words(was),
    }


def _entries(record: Record, keys: tuple[str, ...], vocabulary: Vocabulary) -> list[Mapping[str, Any]]:
    return [{"entry": entry_at(record, key, vocabulary)} for key in keys]
