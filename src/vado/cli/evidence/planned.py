"""Days under a plan whose phases come back (ABAB, blocks, alternating days): the test of its draw."""

from dataclasses import asdict, replace
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vado.cli.evidence.comparing import Asked, tested, unit_of
from vado.cli.evidence.giving import give
from vado.cli.evidence.ground import waiting
from vado.cli.evidence.plan_files import arranged_by
from vado.cli.evidence.reading import Columns, rows_of
from vado.cli.evidence.refusals import TwoPhasesNeeded
from vado.cli.evidence.tests_shown import show_test
from vado.cli.evidence.words import finding_words
from vado.cli.ground import say
from vado.evidence.change import change_in_mean
from vado.evidence.design_check import check_design, runs
from vado.evidence.designs import StaggeredStarts, StartPoints
from vado.evidence.planning import Plan
from vado.evidence.saying import said


def comes_back(plan: Plan) -> bool:
    """Whether a phase can follow its like."""
    return not isinstance(plan.design, StartPoints | StaggeredStarts)


def show_planned(file: Path, columns: Columns, asked: Asked, plan: Plan, *, as_json: bool) -> None:
    """The mean of the days with against that of the days without, and the test; indices need one change of phase."""
    labels, days = _labelled(file, columns)
    plan = arranged_by(plan, (labels,))
    with waiting():
        found = tested(plan, days, asked)
    without = [day for label, day in zip(labels, days, strict=True) if not label]
    with_ = [day for label, day in zip(labels, days, strict=True) if label]
    change = change_in_mean(without, with_, level=asked.level, smallest=2, scale=asked.per)
    design = check_design([runs(labels, days)], found.plan)
    if as_json:
        cautions = [*found.test.cautions]
        given = {"means": (change.before, change.after), "test": asdict(found.test), "cautions": cautions,
                 "design": [asdict(one) for one in design]}  # fmt: skip
        give(given)
        return
    say(said(replace(change, low=None, high=None), unit_of(asked), get_language() or "en"))
    show_test(found.plan, found.test)
    say(_("The design, by ideas of the What Works Clearinghouse:"))
    for one in design:
        say(f"  {finding_words(one)}")
    say(_("Its phases come back: indices and models of two phases do not apply, the test of the draw does."))


def _labelled(file: Path, columns: Columns) -> tuple[tuple[int, ...], tuple[float | None, ...]]:
    """A label a day: numbers behind a label are dropped, so that A1 and A2 are both A; the first label is without."""
    rows = [(label.rstrip("0123456789 "), day) for label, day in rows_of(file, columns)]
    names = list(dict.fromkeys(label for label, _day in rows))
    if len(names) != 2:
        raise TwoPhasesNeeded(labels=", ".join(names) or "-")
    first = columns.before or min(names)
    return tuple(int(label != first) for label, _day in rows), tuple(day for _label, day in rows)
