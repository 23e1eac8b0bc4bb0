"""`vado evidence plan`: the draw, its seed, and the smallest p that it can reach."""

import json
import secrets

import numpy as np
from django.utils.translation import gettext as _

from vado.cli.ground import say
from vado.evidence.designs import Alternation, Blocks, Design, PhaseChanges, StartPoints
from vado.evidence.errors import BadDesign
from vado.evidence.planning import draw_plan

LARGEST_SEED = 2**32


def show(kind: str, days: int, cases: int, at_least: int, seed: int | None, *, as_json: bool) -> None:
    """Draw and print; without a seed one is made, shown, and repeats the draw."""
    design = _design(kind, days, cases, at_least)
    seed = secrets.randbelow(LARGEST_SEED) if seed is None else seed
    plan = draw_plan(design, np.random.default_rng(seed), seed)
    starts = [labels.index(1) + 1 for labels in plan.arrangement]
    if as_json:
        drawn = {"design": kind, "seed": seed, "arrangement": plan.arrangement, "starts": starts}
        say(json.dumps({**drawn, "arrangements": design.count, "smallest_p": plan.smallest_p}))
        return
    for case, (labels, first) in enumerate(zip(plan.arrangement, starts, strict=True), start=1):
        if isinstance(design, StartPoints):
            say(_("Person %(case)d: the second phase begins on day %(day)d of %(days)d.")
                % {"case": case, "day": first, "days": len(labels)})  # fmt: skip
        else:
            say("".join("AB"[label] for label in labels))
    say(
        _("Drawn from %(count)d arrangements with seed %(seed)d. The smallest p it can reach is %(p)s.")
        % {"count": design.count, "seed": seed, "p": f"{plan.smallest_p:.2g}"}
    )
    say(_("Keep this plan with its seed before the first day. A change later is kept beside it and marked."))


def _design(kind: str, days: int, cases: int, at_least: int) -> Design:
    if kind == "start":
        if days < 2 * at_least:
            raise BadDesign(reason="the days do not suffice for the phases")
        return StartPoints.of(*[days] * cases, at_least=at_least)
    if kind == "abab":
        return PhaseChanges(days, at_least)
    if kind == "blocks":
        return Blocks(days // (2 * at_least), at_least)
    if kind == "alternating":
        return Alternation(days, days // 2)
    raise BadDesign(reason="a design is start, abab, blocks or alternating")
