"""Where things stand on the drawing: bands from above, two places beside each other, each thing in its own place.

A thing's place is kept with it. What is added later takes a free place: it moves nothing sideways and changes no order;
a full band grows by one row, and the bands below move straight down by that row.
"""

import math
from collections.abc import Iterable, Mapping

import msgspec

from vado.meanings.facts_map import MapNode
from vado.meanings.rules_map import BAND_OF, BANDS, Map

WIDTH = 360
ROW = 84
_TOP = 34
_COLUMNS = (96, 264)
_SHIFT = (0, 14, -12, 8)  # a hand does not draw with a ruler
_LINE_LETTERS = 16  # two boxes beside each other never touch, wherever their hand put them
_LETTER, _LINE_HEIGHT, _PADDING = 7.0, 17, 13


class Box(msgspec.Struct, frozen=True):
    """One thing on the drawing: its middle, its size, its words in at most two lines."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


class Curve(msgspec.Struct, frozen=True):
    """One arrow on the drawing: from the edge of one box to that of another, bent to its left."""

    start: tuple[float, float]
    bend: tuple[float, float]
    end: tuple[float, float]


class Layout(msgspec.Struct, frozen=True):
    """The whole drawing."""

    height: float
    boxes: Mapping[str, Box]
    curves: Mapping[str, Curve]


def laid_out(drawn: Map, place_of: Mapping[str, MapNode] | None = None) -> Layout:
    """The same map gives the same drawing; `place_of` are all nodes that ever were: none moves when one goes."""
    rows_before = _rows_before([*drawn.nodes.values(), *(place_of or {}).values()])
    boxes = {key: _box(node, rows_before) for key, node in drawn.nodes.items()}
    curves = {
        key: _curve(boxes[arrow.source], boxes[arrow.target])
        for key, arrow in drawn.arrows.items()
        if arrow.source in boxes and arrow.target in boxes
    }
    return Layout(_TOP + ROW * rows_before[-1] - ROW / 2 + 10, boxes, curves)


def _rows_before(nodes: Iterable[MapNode]) -> list[int]:
    """How many rows lie above each band, and in all."""
    rows = [0] * len(BANDS)
    for node in nodes:
        band = BAND_OF[node.sort]
        rows[band] = max(rows[band], node.place // 2 + 1)
    above = [0]
    for count in rows:
        above.append(above[-1] + count)
    return above


def _box(node: MapNode, rows_before: list[int]) -> Box:
    band = BAND_OF[node.sort]
    column = (node.place + band) % 2
    row = rows_before[band] + node.place // 2
    lines = in_lines(node.words)
    width = max(len(line) for line in lines) * _LETTER + 2 * _PADDING
    return Box(
        x=_COLUMNS[column] + _SHIFT[(node.place + 2 * band) % len(_SHIFT)],
        y=_TOP + ROW * row + (14 if column else 0),
        width=round(max(width, 54), 1),
        height=len(lines) * _LINE_HEIGHT + _PADDING,
        lines=lines,
    )


def in_lines(words: str) -> tuple[str, ...]:
    """The words in at most two lines; what does not fit is said in the list beside the drawing."""
    rest = " ".join(words.split()) or "·"
    if len(rest) <= _LINE_LETTERS:
        return (rest,)
    cut = max(rest.rfind(" ", 0, _LINE_LETTERS + 1), rest.rfind("-", 0, _LINE_LETTERS) + 1)
    cut = cut if cut > 0 else _LINE_LETTERS
    first, second = rest[:cut], rest[cut:].strip()
    return first, second if len(second) <= _LINE_LETTERS else f"{second[: _LINE_LETTERS - 1].rstrip()}…"


def _curve(one: Box, other: Box) -> Curve:
    if one == other:
        edge = one.x + one.width / 2
        return Curve((edge, one.y - 6), (edge + 34, one.y), (edge, one.y + 6))
    across, down = other.x - one.x, other.y - one.y
    far = math.hypot(across, down) or 1.0
    aside = min(46.0, 10 + 0.16 * far)
    bend = ((one.x + other.x) / 2 + down / far * aside, (one.y + other.y) / 2 - across / far * aside)
    return Curve(_edge(one, bend), (round(bend[0], 1), round(bend[1], 1)), _edge(other, bend, gap=5))


def _edge(box: Box, towards: tuple[float, float], gap: float = 0) -> tuple[float, float]:
    """Where a line from the middle of a box towards a point leaves it."""
    across, down = towards[0] - box.x, towards[1] - box.y
    half_width, half_height = box.width / 2 + gap, box.height / 2 + gap
    reach = min(
        half_width / abs(across) if across else math.inf,
        half_height / abs(down) if down else math.inf,
    )
    reach = 0.0 if reach == math.inf else reach
    return round(box.x + across * reach, 1), round(box.y + down * reach, 1)
