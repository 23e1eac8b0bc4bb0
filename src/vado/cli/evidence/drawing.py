"""`vado evidence plan` and `replan`: the draw, its seed, the smallest p it can reach; changes are added."""

import datetime as dt
import json
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from django.utils.translation import gettext as _

from vado.cli.evidence.plan_files import as_text, keep_changed, read_plan, write_new
from vado.cli.evidence.refusals import NotADate
from vado.cli.ground import say
from vado.evidence.designs import Alternation, Arrangement, Blocks, Design, PhaseChanges, StartPoints, started
from vado.evidence.errors import BadDesign
from vado.evidence.plan_record import LETTERS, plan_as_values
from vado.evidence.planning import Plan, draw_plan

LARGEST_SEED = 2**32


@dataclass(frozen=True)
class Wanted:
    """What the options of a plan say."""

    kind: str
    days: int
    cases: int
    at_least: int
    seed: int | None
    begins: str


def show(wanted: Wanted, target: Path | None, *, as_json: bool) -> None:
    """Draw, print, and keep where a file is named; without a seed one is made, shown, and repeats the draw."""
    design = _design(wanted)
    seed = secrets.randbelow(LARGEST_SEED) if wanted.seed is None else wanted.seed
    plan = replace(
        draw_plan(design, np.random.default_rng(seed), seed),
        drawn_on=dt.datetime.now(dt.UTC).date(),
        begins_on=_date(wanted.begins),
    )
    if target is not None:
        write_new(target, as_text(plan))
    if as_json:
        say(json.dumps({**plan_as_values(plan), "starts": _starts(plan.arrangement)}))
        return
    _show_arrangement(plan)
    say(
        _("Drawn from %(count)d arrangements with seed %(seed)d. The smallest p it can reach is %(p)s.")
        % {"count": design.count, "seed": seed, "p": f"{plan.smallest_p:.2g}"}
    )
    if target is not None:
        say(_("Written to %(file)s. Give a copy to somebody before the first day.") % {"file": target})
    say(_("Keep this plan with its seed before the first day. A change later is kept beside it and marked."))


def change(file: Path, starts: tuple[int, ...], order: str, why: str) -> None:
    """Add a change to a plan file; what was drawn stays in it."""
    plan = read_plan(file)
    following = plan.changed(_new(plan, starts, order), why, dt.datetime.now(dt.UTC).date())
    keep_changed(file, following)
    _show_arrangement(following)
    say(_("The first plan stays in the file; a test of the plan will say that it was changed."))


def _new(plan: Plan, starts: tuple[int, ...], order: str) -> Arrangement:
    lengths = plan.design.lengths
    if order:
        if len(lengths) != 1 or len(order) != lengths[0] or set(order.upper()) - set(LETTERS):
            raise BadDesign(reason="a new order has one letter, A or B, for each day")
        return (tuple(LETTERS.index(letter) for letter in order.upper()),)
    if len(starts) != len(lengths) or not all(1 < day <= days for day, days in zip(starts, lengths, strict=True)):
        raise BadDesign(reason="a new start lies within the days, one for each person")
    return tuple(started(days, day) for days, day in zip(lengths, starts, strict=True))


def _starts(arrangement: Arrangement) -> list[int]:
    return [labels.index(1) + 1 for labels in arrangement]


def _show_arrangement(plan: Plan) -> None:
    for case, labels in enumerate(plan.arrangement, start=1):
        if isinstance(plan.design, StartPoints):
            told = {"case": case, "day": labels.index(1) + 1, "days": len(labels)}
            say(_("Person %(case)d: the second phase begins on day %(day)d of %(days)d.") % told)
        else:
            say("".join(LETTERS[label] for label in labels))


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise NotADate(value=text) from None


def _design(wanted: Wanted) -> Design:
    days, at_least = wanted.days, wanted.at_least
    if wanted.kind == "start":
        if days < 2 * at_least:
            raise BadDesign(reason="the days do not suffice for the phases")
        return StartPoints.of(*[days] * wanted.cases, at_least=at_least)
    if wanted.kind == "abab":
        return PhaseChanges(days, at_least)
    if wanted.kind == "blocks":
        return Blocks(days // (2 * at_least), at_least)
    if wanted.kind == "alternating":
        return Alternation(days, days // 2)
    raise BadDesign(reason="a design is start, abab, blocks or alternating")
