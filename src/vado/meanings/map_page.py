"""What the pages of the map show, made ready for their templates."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from vado.diary.vocabulary import Vocabulary
from vado.meanings import map_words as words
from vado.meanings.drawing import map_drawing
from vado.meanings.facts_map import MapArrow, NodeSort
from vado.meanings.layout import laid_out
from vado.meanings.reading_map import Drawn, entry_at
from vado.meanings.rules_map import BANDS, Map, days_of_change
from vado.meanings.rules_reading import read, ways_of
from vado.meanings.templatetags.meanings import address_for
from vado.people.called import who
from vado.record import Record

MOST_DRAWN = 60  # beyond that a drawing is a thicket; the list and the pages of the things say all of it
MOST_LOOPS_FIRST = 6


def map_page(record: Record, drawn: Drawn, day: dt.date | None) -> dict[str, Any]:
    """The drawing, the map read back, and the same as a nested list."""
    shown = drawn.on(day)
    reading = read(shown)

    def address(key: str) -> str:
        return address_for(record.is_own, record.id, "map-node", drawn.nodes[key].id)

    loops = [
        {"sentence": words.loop_sentence(shown, loop), "steps": words.loop_steps(shown, loop)} for loop in reading.loops
    ]
    return {
        **who(record),
        "day": day,
        "is_empty": not shown.nodes,
        "drawing": map_drawing(shown, laid_out(shown, drawn.all_nodes()), address)
        if 0 < len(shown.nodes) <= MOST_DRAWN
        else "",
        "loops": loops[:MOST_LOOPS_FIRST],
        "more_loops": loops[MOST_LOOPS_FIRST:],
        "feeding": [words.arrow_sentence(shown, shown.arrows[key]) for key in reading.feeding_themselves],
        "differences": [words.difference_sentence(shown, one, record.is_own) for one in reading.differences],
        "held_by_one": [_held_by(shown, key, record.is_own) for key in reading.held_by_one],
        "without_end": [_arrow_line(shown, key, drawn, record.is_own) for key in reading.without_end],
        "bands": _nested(shown, drawn, record.is_own),
        "days": days_of_change((leaf.fact for leaf in drawn.nodes.values()), _arrows(drawn)),
    }


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


def node_page(record: Record, drawn: Drawn, key: str) -> dict[str, Any]:
    """One thing: what leads to it and from it, near and by longer ways."""
    shown = drawn.on()
    ways = ways_of(shown, key)
    leaf = drawn.nodes[key]
    return {
        **who(record),
        "leaf": leaf,
        "key": key,
        "sort": words.SORT_NAMES[leaf.fact.sort],
        "liked": words.LIKED_NAMES[leaf.fact.liked] if leaf.fact.liked else "",
        "arriving": [_arrow_line(shown, one, drawn, record.is_own) for one in ways.arriving],
        "leaving": [_arrow_line(shown, one, drawn, record.is_own) for one in ways.leaving],
        "from_afar": [words.way_sentence(shown, way) for way in ways.from_afar],
        "to_afar": [words.way_sentence(shown, way) for way in ways.to_afar],
        "without_end": [
            _arrow_line(shown, other, drawn, record.is_own)
            for other, one in shown.arrows.items()
            if key in (one.source, one.target) and not {one.source, one.target} <= shown.nodes.keys()
        ],
    }


def arrow_page(record: Record, drawn: Drawn, key: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """One arrow: who holds it, since when, and which entries speak for and against it."""
    shown = drawn.on()
    arrow = drawn.arrows[key].fact
    return {
        **who(record),
        "leaf": drawn.arrows[key],
        "sentence": words.arrow_sentence(shown, arrow),
        "strength": words.strength_words(arrow),
        "held": words.seen_by(arrow.held_by, record.is_own).so,
        "speaks_for": _entries(record, arrow.speaks_for, vocabulary),
        "speaks_against": _entries(record, arrow.speaks_against, vocabulary),
        "before": [
            {
                "until": then.until,
                "does": words.DOES_NAMES[then.does],
                "held": words.seen_by(then.held_by, record.is_own).so,
            }
            for then in reversed(arrow.before)
        ],
        "ends": [
            {"words": words.name_of(shown, end), "id": drawn.nodes[end].id if end in drawn.nodes else None}
            for end in dict.fromkeys((arrow.source, arrow.target))
        ],
    }


def _entries(record: Record, keys: tuple[str, ...], vocabulary: Vocabulary) -> list[Mapping[str, Any]]:
    return [{"entry": entry_at(record, key, vocabulary)} for key in keys]
