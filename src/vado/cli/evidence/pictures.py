"""The four pictures: phases, people before and after (Brinley), forest with the next person, tipping point."""

import os
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from django.utils.translation import gettext as _

from vado.cli.evidence.refusals import FileRefused
from vado.cli.evidence.svg import AFTER, BEFORE, INK, LINE, QUIET, Field
from vado.evidence.change import Change
from vado.evidence.missing import Sensitivity
from vado.evidence.pairs import Pair
from vado.evidence.synthesis import Synthesis

ROW = 18
FONT_FILE = "AtkinsonHyperlegible-Regular.ttf"


class NotAPicture(FileRefused):
    """A name that ends in no kind of picture."""

    code = "not-a-picture"
    message = "{file}: a picture ends in .svg or .png."


def save(target: Path, picture: str) -> None:
    """Write a picture, closed to other users of the computer."""
    if target.suffix not in (".svg", ".png"):
        raise NotAPicture(file=target.name)
    content = picture.encode() if target.suffix == ".svg" else _as_png(picture)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def _as_png(picture: str) -> bytes:
    import resvg_py

    font = resources.files("fontpkg_atkinson_hyperlegible") / "files" / FONT_FILE
    return bytes(resvg_py.svg_to_bytes(svg_string=picture, zoom=2, font_files=[str(font)], skip_system_fonts=True))


def phase_plot(pair: Pair, labels: tuple[str, str], change: Change) -> str:
    """The days of both phases in their places, each phase's mean, the change of phase; gaps stay gaps."""
    before, after = pair.before_days, pair.after_days
    top = max([*pair.before, *pair.after, 1e-9])
    low = min(0.0, *pair.before, *pair.after)
    title = _("Days before and after")
    description = _("%(before)d and %(after)d days known; missing days are left open.") % {
        "before": len(pair.before), "after": len(pair.after)}  # fmt: skip
    field = Field(title, description, (0, pair.first_after + len(after)), (low, top * 1.1))
    field.scales(_("day"), _("value"))
    edge = pair.first_after - 0.5
    field.line([(edge, low), (edge, top * 1.1)], QUIET, 1, "4 4")
    for days, offset, colour, label in ((before, 1, BEFORE, labels[0]), (after, pair.first_after, AFTER, labels[1])):
        for run in _runs(days, offset):
            field.line(run, colour)
        for at, day in enumerate(days, start=offset):
            if day is not None:
                field.dot(at, day, colour)
        known = [day for day in days if day is not None]
        mean = sum(known) / len(known)
        field.line([(offset - 0.4, mean), (offset + len(days) - 0.6, mean)], colour, 2.5, "8 5")
        field.words(offset, top * 1.05, label, colour=colour)
    return field.drawn()


def _runs(days: Sequence[float | None], offset: int) -> list[list[tuple[float, float]]]:
    """Stretches of known days, so that no line crosses a gap."""
    runs: list[list[tuple[float, float]]] = [[]]
    for at, day in enumerate(days, start=offset):
        if day is None:
            runs.append([])
        else:
            runs[-1].append((float(at), day))
    return [run for run in runs if len(run) > 1]


def brinley_plot(changes: Sequence[Change]) -> str:
    """Each person as a point: before on one axis, after on the other; on the line nothing changed (Blampied 2017)."""
    points = [(one.before, one.after, one.could_be_none) for one in changes if one.before is not None]
    top = max([max(x or 0, y or 0) for x, y, _none in points] or [1.0]) or 1.0
    description = _("%(people)d people; open points could be no change.") % {"people": len(points)}
    field = Field(_("People before and after"), description, (0, top * 1.05), (0, top * 1.05), width=460, height=460)
    field.scales(_("before"), _("after"))
    field.line([(0, 0), (top * 1.05, top * 1.05)], QUIET, 1, "4 4")
    for x, y, is_open in points:
        field.dot(x or 0, y or 0, AFTER, 4, is_open=is_open)
    return field.drawn()


def forest_plot(names: Sequence[str], changes: Sequence[Change], together: Synthesis) -> str:
    """Each person's change with its interval, the mean, and the wider interval of the next person."""
    rows = [(name, one) for name, one in zip(names, changes, strict=True) if one.low is not None]
    ends = [limit for _name, one in rows for limit in (one.low, one.high) if limit is not None]
    span = (min([*ends, together.next_low, 0.0]), max([*ends, together.next_high, 0.0]))
    height = ROW * (len(rows) + 4) + 110
    description = _("%(people)d people, their mean, and the interval of the next person.") % {"people": len(rows)}
    field = Field(_("Changes of people"), description, span, (0, len(rows) + 4), height=height, left=90)
    for value in (0.0, *span):
        field.words(value, -0.7, f"{value:.3g}", "middle")
    field.line([(0, 0), (0, len(rows) + 4)], LINE, 1.5)
    for place, (name, one) in enumerate(rows):
        y = len(rows) + 3.5 - place
        field.line([(one.low or 0, y), (one.high or 0, y)], AFTER)
        field.dot(one.difference or 0, y, AFTER, 3, is_open=one.could_be_none)
        field.at(80, field.y(y) + 4, name, "end", size=11)
    for y, low, high, label, colour in (
        (1.8, together.low, together.high, _("mean"), INK),
        (0.8, together.next_low, together.next_high, _("next person"), BEFORE),
    ):
        field.line([(low, y), (high, y)], colour, 4)
        field.dot(together.mean, y, colour, 5)
        field.at(80, field.y(y) + 4, label, "end", colour, 12)
    return field.drawn()


def tipping_plot(found: Sequence[Sensitivity]) -> str:
    """The mean change over people, as the missing days after go from nothing to the most; with the mean interval."""
    curves = [one.curve for one in found if one.curve and one.curve[0][2] is not None]
    title = _("If the missing days were otherwise")
    if not curves:
        return Field(title, _("No missing days, or no interval."), (0, 1), (0, 1)).drawn()
    points = []
    for at in range(len(curves[0])):
        cuts = [curve[at] for curve in curves]
        points.append([sum(value or 0.0 for value in column) / len(cuts) for column in zip(*cuts, strict=True)])
    low, high = min(point[2] for point in points), max(point[3] for point in points)
    description = _("Mean over %(people)d people with missing days.") % {"people": len(curves)}
    field = Field(title, description, (0, points[-1][0]), (min(low, 0.0), max(high, 0.0)))
    field.scales(_("mean of the missing days after"), _("change"))
    field.area([(p[0], p[3]) for p in points], [(p[0], p[2]) for p in points], AFTER)
    field.line([(p[0], p[1]) for p in points], AFTER, 2.5)
    field.line([(0, 0), (points[-1][0], 0)], INK, 1, "4 4")
    return field.drawn()
