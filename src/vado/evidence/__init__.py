"""Single-case statistics that hold: numbers in, frozen results out. Usable without the rest of Vado.

Names are loaded when they are asked for, so that a page which needs one sentence does not load arrays.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from vado.evidence.cautions import Caution
from vado.evidence.change import Change, change_in_mean
from vado.evidence.errors import EvidenceError

if TYPE_CHECKING:
    from vado.evidence.between_people import between_difference, between_difference_reml
    from vado.evidence.counts import count_regression, hurdle
    from vado.evidence.designs import Alternation, Blocks, PhaseChanges, StaggeredStarts, StartPoints
    from vado.evidence.diaries import Diary, Entry, Gap, Phase, diary
    from vado.evidence.effect_table import Effects, effects, under_dependence
    from vado.evidence.missing import maps_together, missing_map, missing_sensitivity
    from vado.evidence.modelled import models_of
    from vado.evidence.moderation import moderated
    from vado.evidence.outcomes import Course, tallies
    from vado.evidence.pairs import Pair, pair
    from vado.evidence.piecewise import regression
    from vado.evidence.plan_record import plan_as_values, plan_from_values
    from vado.evidence.planning import Plan, draw_plan, followed
    from vado.evidence.questionnaires import reliable_change
    from vado.evidence.randomisation import RandomisationTest, randomisation_test
    from vado.evidence.reference import verify
    from vado.evidence.scales import Improvement, Scale
    from vado.evidence.synthesis import Goal, Person, synthesise

_PLACES = {
    "between_people": ("between_difference", "between_difference_reml"),
    "counts": ("count_regression", "hurdle"),
    "designs": ("Alternation", "Blocks", "PhaseChanges", "StaggeredStarts", "StartPoints"),
    "diaries": ("Diary", "Entry", "Gap", "Phase", "diary"),
    "effect_table": ("Effects", "effects", "under_dependence"),
    "missing": ("maps_together", "missing_map", "missing_sensitivity"),
    "modelled": ("models_of",),
    "plan_record": ("plan_as_values", "plan_from_values"),
    "outcomes": ("Course", "tallies"),
    "pairs": ("Pair", "pair"),
    "planning": ("Plan", "draw_plan", "followed"),
    "randomisation": ("RandomisationTest", "randomisation_test"),
    "reference": ("verify",),
    "piecewise": ("regression",),
    "questionnaires": ("reliable_change",),
    "scales": ("Improvement", "Scale"),
    "synthesis": ("Goal", "Person", "synthesise"),
    "moderation": ("moderated",),
}
_PLACE_OF = {name: place for place, names in _PLACES.items() for name in names}

__all__ = [
    "Alternation", "Blocks", "Caution", "Change", "Course", "Diary", "Effects", "Entry", "EvidenceError", "Gap",
    "Goal", "Improvement", "Pair", "Person", "Phase", "PhaseChanges", "Plan", "RandomisationTest", "Scale",
    "StaggeredStarts", "StartPoints", "between_difference", "between_difference_reml", "change_in_mean",
    "count_regression", "diary", "draw_plan", "effects", "followed", "hurdle", "maps_together", "missing_map",
    "missing_sensitivity", "models_of", "moderated", "pair", "plan_as_values", "plan_from_values",
    "randomisation_test", "regression", "reliable_change", "synthesise", "tallies", "under_dependence", "verify",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """A public name, from its module."""
    if name not in _PLACE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"vado.evidence.{_PLACE_OF[name]}"), name)
    globals()[name] = found  # a function may share its module's name: the function is what is meant
    return found
