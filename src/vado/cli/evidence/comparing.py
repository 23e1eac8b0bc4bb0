"""`vado evidence compare`: the sentence first, then the table, then what is missing and what it cannot say."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table

from vado.cli.evidence.figures import figure, interval
from vado.cli.evidence.reading import Columns, Read, read
from vado.cli.evidence.words import DESCRIBES, caution_words
from vado.cli.ground import say
from vado.evidence.cautions import Caution
from vado.evidence.change import Change, change_in_mean
from vado.evidence.effect_table import Effects, effects, under_dependence
from vado.evidence.missing import missing_map
from vado.evidence.saying import said


@dataclass(frozen=True)
class Asked:
    """What the options ask for."""

    improvement: str
    scale: str
    goal: float | None
    unit: str
    per: float
    level: float


@dataclass(frozen=True)
class Compared:
    """The diary, the change in natural units, and the table of indices."""

    read: Read
    change: Change
    table: Effects

    @property
    def cautions(self) -> tuple[str, ...]:
        """What holds for the whole comparison, each once; a file proves no draw, so that is always said."""
        shared = [one for row in self.table.rows for one in row.cautions if one is Caution.INDEPENDENT_DAYS]
        told = (*self.change.cautions, *self.table.cautions, *self.read.cautions, *shared, DESCRIBES)
        return tuple(dict.fromkeys(str(one) for one in told))


def compared(file: Path, columns: Columns, asked: Asked) -> Compared:
    """Read a file and compute everything."""
    found = read(file, columns, asked.improvement)
    before, after = found.pair.before_days, found.pair.after_days
    change = change_in_mean(before, after, level=asked.level, smallest=2, scale=asked.per)
    table = effects(before, after, improvement=asked.improvement, scale=asked.scale, goal=asked.goal, level=asked.level)
    return Compared(found, change, table)


def show(file: Path, columns: Columns, asked: Asked, picture: Path | None, *, as_json: bool) -> None:
    """Print it, or give it as JSON; draw it where a picture is asked for."""
    result = compared(file, columns, asked)
    if picture is not None:
        from vado.cli.evidence.pictures import phase_plot, save

        save(picture, phase_plot(result.read.pair, result.read.labels, result.change))
    if as_json:
        say(json.dumps(_as_data(result), default=str))
        return
    say(said(result.change, asked.unit or _("a day"), get_language() or "en"))
    _show_table(result.table)
    _show_days(result)
    for caution in result.cautions:
        say(f"· {caution_words(caution)}")


def _as_data(result: Compared) -> dict[str, object]:
    rows = [{**asdict(row), "details": dict(row.details)} for row in result.table.rows]
    return {"change": asdict(result.change), "effects": rows, "lag1": result.table.lag1, "labels": result.read.labels}


def _show_table(table: Effects) -> None:
    console = Console()
    shown = Table(_("index"), _("variant"), _("estimate"), _("SE"), _("interval"), _("if days depend (lag-1 0.4)"))
    for row in table.estimated:
        depends = under_dependence(row)[-1]
        shown.add_row(
            row.name, row.variant, figure(row.estimate), figure(row.se), interval(row.low, row.high),
            interval(depends.low, depends.high),
        )  # fmt: skip
    console.print(shown)
    for row in table.not_estimated:
        reason = caution_words(row.why_not) if row.why_not else ""
        say(f"{row.name} {row.variant}: {reason}")


def _show_days(result: Compared) -> None:
    used = result.table.days
    found = missing_map(result.read.pair.before_days, result.read.pair.after_days)
    counts = {"before": used.n_before, "after": used.n_after}
    counts |= {"missing_before": used.missing_before, "missing_after": used.missing_after}
    say(_("Days known %(before)d and %(after)d; missing %(missing_before)d and %(missing_after)d.") % counts)
    if used.missing_at:
        by_day = ", ".join(f"{missing}/{days}" for missing, days in found.by_weekday)
        say(_("Missing by day of the week, from the first day on: %(counts)s.") % {"counts": by_day})
    if result.table.lag1 is not None:
        say(
            _("A day resembles the day before it by %(corrected)s (%(plain)s before its known bias is taken off).")
            % {"corrected": figure(result.table.lag1), "plain": figure(result.table.lag1_plain)}
        )
