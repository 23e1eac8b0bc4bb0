"""The map as SVG: every thing is a link, reached by keyboard in the order of the drawing; the list says the same."""

from collections.abc import Callable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vado.meanings.facts_map import Hand, MapArrow, MapNode
from vado.meanings.layout import WIDTH, Box, Curve, Layout
from vado.meanings.map_words import SORT_NAMES, arrow_sentence
from vado.meanings.rules_map import Map
from vado.meanings.rules_reading import strength_range

NARROWEST, WIDEST = 1.25, 4.0
UNSAID = 2.0


def map_drawing(drawn: Map, layout: Layout, address: Callable[[str], str], *, around: str = "") -> SafeString:
    """The whole map, or what is around one thing of it. `address` gives the page of a node."""
    arrows = format_html_join(
        "",
        "{}",
        ((_arrow(drawn, drawn.arrows[key], curve),) for key, curve in layout.curves.items()),
    )
    in_order = sorted(layout.boxes, key=lambda key: (layout.boxes[key].y, layout.boxes[key].x))
    nodes = format_html_join(
        "", "{}", ((_node(drawn.nodes[key], layout.boxes[key], address(key), key == around),) for key in in_order)
    )
    return format_html(
        '<svg class="map" viewBox="0 0 {} {}" role="group" aria-label="{}" focusable="false"><defs>'
        '<marker id="tip" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="9" markerHeight="9"'
        ' markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z"/></marker></defs>{}{}</svg>',
        WIDTH,
        round(layout.height),
        _("What is around it. The same is said below.")
        if around
        else _("The map. The same is said as a list below it."),
        arrows,
        nodes,
    )


def _arrow(drawn: Map, arrow: MapArrow, curve: Curve) -> SafeString:
    look = f"arrow {arrow.does.value} held-{arrow.held_by.value}"
    start, bend, end = curve.start, curve.bend, curve.end
    return format_html(
        '<path class="{}" d="M{} {} Q{} {} {} {}" stroke-width="{}" marker-end="url(#tip)"><title>{}</title></path>',
        look,
        *start,
        *bend,
        *end,
        _thickness(arrow),
        arrow_sentence(drawn, arrow),
    )


def _thickness(arrow: MapArrow) -> float:
    """As thick as the middle of what was said; an arrow of which nothing was said has a width of its own."""
    said = strength_range(arrow)
    if said is None:
        return UNSAID
    return round(NARROWEST + (WIDEST - NARROWEST) * (said[0] + said[1]) / 20, 2)


def _node(node: MapNode, box: Box, address: str, is_here: bool) -> SafeString:
    lines = format_html_join(
        "",
        '<tspan x="{}" y="{}">{}</tspan>',
        (
            (box.x, round(box.y + 5 + (number - (len(box.lines) - 1) / 2) * 17, 1), line)
            for number, line in enumerate(box.lines)
        ),
    )
    return format_html(
        '<a href="{}" class="node {}{}{}"><title>{}: {}</title><rect x="{}" y="{}" width="{}" height="{}" rx="{}"/>'
        "<text>{}</text></a>",
        address,
        node.sort.value,
        " theirs" if node.by is Hand.THERAPIST else "",
        " here" if is_here else "",
        SORT_NAMES[node.sort],
        node.words,
        round(box.x - box.width / 2, 1),
        round(box.y - box.height / 2, 1),
        box.width,
        box.height,
        15,
        lines,
    )
