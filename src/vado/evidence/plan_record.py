"""A plan as plain values that a file can keep, and back: what was drawn, from what, by which seed, and every change."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from vado.evidence.designs import (
    Alternation,
    Arrangement,
    Blocks,
    Design,
    PhaseChanges,
    StaggeredStarts,
    StartPoints,
)
from vado.evidence.errors import BadPlan, EvidenceError
from vado.evidence.planning import Plan, PlanChange

VERSION = 1
LETTERS = "AB"
KINDS: dict[str, type[Design]] = {
    "start": StartPoints,
    "staggered": StaggeredStarts,
    "alternating": Alternation,
    "blocks": Blocks,
    "abab": PhaseChanges,
}
EDITED = "the arrangement in the file is not the one that its seed draws"


def plan_as_values(plan: Plan) -> dict[str, Any]:
    """What a file keeps of a plan; `arrangement` has one word of A and B a case, one letter a day.

    >>> from vado.evidence.designs import Blocks
    >>> plan_as_values(Plan(Blocks(2), ((0, 1, 1, 0),), was_drawn=True))["arrangement"]
    ['ABBA']

    Shape: a mapping of text, numbers and lists, as JSON has them; days are counted.
    Errors: none.
    Source: no formula; the draw is kept as Edgington 1975 asks for.
    """
    kind = next(name for name, made in KINDS.items() if isinstance(plan.design, made))
    return {
        "vado_plan": VERSION,
        "design": {"kind": kind, **vars(plan.design)},
        "arrangement": in_letters(plan.arrangement),
        "was_drawn": plan.was_drawn,
        "seed": plan.seed,
        "drawn_on": plan.drawn_on and plan.drawn_on.isoformat(),
        "begins_on": plan.begins_on and plan.begins_on.isoformat(),
        "arrangements": plan.design.count,
        "smallest_p": plan.smallest_p,
        "changes": [
            {"earlier": in_letters(one.earlier), "why": one.why, "on": one.on and one.on.isoformat()}
            for one in plan.changes
        ],
    }


def plan_from_values(values: object) -> Plan:
    """The plan of a file. Where the arrangement is not the one that the seed draws, the drawn one is kept as the
    first and the other as a change: a test of it is marked.

    >>> from vado.evidence.designs import Blocks
    >>> plan = Plan(Blocks(2), ((0, 1, 1, 0),), was_drawn=True)
    >>> plan_from_values(plan_as_values(plan)).arrangement
    ((0, 1, 1, 0),)

    Shape: what `plan_as_values` gave.
    Errors: `BadPlan`, `BadDesign`.
    Source: no formula; the draw is repeated from its seed.
    """
    if not isinstance(values, Mapping) or values.get("vado_plan") != VERSION:
        raise BadPlan(reason="it has no vado_plan 1")
    try:
        plan = _plan(values)
    except EvidenceError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadPlan(reason="something is missing in it, or is of another kind") from None
    for arrangement in (plan.arrangement, *(change.earlier for change in plan.changes)):
        if tuple(map(len, arrangement)) != plan.design.lengths:
            raise BadPlan(reason="its days are not those of its design")
    return _held_against_seed(plan)


def _plan(values: Mapping[str, Any]) -> Plan:
    return Plan(
        _design(dict(values["design"])),
        in_labels(values["arrangement"]),
        was_drawn=values["was_drawn"] is True,
        seed=None if values["seed"] is None else int(values["seed"]),
        changes=tuple(
            PlanChange(in_labels(one["earlier"]), str(one["why"]), _date(one["on"])) for one in values["changes"]
        ),
        drawn_on=_date(values["drawn_on"]),
        begins_on=_date(values["begins_on"]),
    )


def _design(values: dict[str, Any]) -> Design:
    kind = KINDS.get(str(values.pop("kind")))
    if kind is None:
        raise BadPlan(reason="its kind of design is not known")
    return kind(**{name: _frozen(value) for name, value in values.items()})


def _frozen(value: Any) -> Any:
    """Lists as tuples; numbers are whole."""
    if isinstance(value, list | tuple):
        return tuple(_frozen(one) for one in value)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise BadPlan(reason="something is missing in it, or is of another kind")
    return value


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def in_letters(arrangement: Arrangement) -> list[str]:
    """One word a case.

    >>> in_letters(((0, 0, 1),))
    ['AAB']
    """
    return ["".join(LETTERS[label] for label in labels) for labels in arrangement]


def in_labels(words: list[str]) -> Arrangement:
    """The labels of words of A and B."""
    return tuple(tuple(LETTERS.index(letter) for letter in word) for word in words)


def _held_against_seed(plan: Plan) -> Plan:
    if not plan.was_drawn or plan.seed is None:
        return plan
    import numpy as np

    drawn = plan.design.draw(np.random.default_rng(plan.seed))
    if plan.first == drawn:
        return plan
    return Plan(
        plan.design, plan.arrangement, plan.was_drawn, plan.seed,
        (PlanChange(drawn, EDITED), *plan.changes), plan.drawn_on, plan.begins_on,
    )  # fmt: skip
