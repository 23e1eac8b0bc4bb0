"""The words for kinds of goals and conditions, in the language of the page."""

import datetime as dt
from collections.abc import Mapping

from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vado.plans.conditions import Per
from vado.plans.facts import Aim, GoalStatus, RiskBasis
from vado.plans.rules_outcomes import Outcome
from vado.plans.rules_risk import RiskLevel

Words = Mapping[str, str | Promise]

AIM_WORDS: dict[Aim, str | Promise] = {
    Aim.UNDECIDED: _("not decided"),
    Aim.KEEP: _("keep it as it is"),
    Aim.SAFER: _("safer"),
    Aim.LESS: _("less"),
    Aim.ONLY_SOME: _("some of it, not all"),
    Aim.PAUSE: _("a pause"),
    Aim.STOP: _("stop"),
    Aim.LIFE: _("something in my life, no substance"),
}
STATUS_WORDS: dict[GoalStatus, str | Promise] = {
    GoalStatus.THINKING: _("I am thinking about it"),
    GoalStatus.TRYING: _("I am trying it"),
    GoalStatus.RESTING: _("it rests for now"),
    GoalStatus.REACHED: _("I am there"),
    GoalStatus.LET_GO: _("I let it go"),
    GoalStatus.CHANGED_MY_MIND: _("I changed my mind"),
}
PER_WORDS: dict[Per, str | Promise] = {
    Per.OCCASION: _("on one occasion"),
    Per.DAY: _("on one day"),
    Per.WEEK: _("in a week"),
}
OUTCOME_WORDS: dict[Outcome, str | Promise] = {
    Outcome.AS_PLANNED: _("as planned"),
    Outcome.PARTLY: _("partly"),
    Outcome.DIFFERENT: pgettext_lazy("beside the plan", "different"),
    Outcome.CANT_TELL: _("can't tell"),
}
RISK_WORDS: dict[RiskLevel, str | Promise] = {
    RiskLevel.NONE: pgettext_lazy("WHO level", "none"),
    RiskLevel.LOW: pgettext_lazy("WHO level", "level 1 of 4"),
    RiskLevel.MEDIUM: pgettext_lazy("WHO level", "level 2 of 4"),
    RiskLevel.HIGH: pgettext_lazy("WHO level", "level 3 of 4"),
    RiskLevel.VERY_HIGH: pgettext_lazy("WHO level", "level 4 of 4"),
}
BASIS_WORDS: dict[RiskBasis, str | Promise] = {
    RiskBasis.NEITHER: _("neither"),
    RiskBasis.WOMEN: _("the table for women"),
    RiskBasis.MEN: _("the table for men"),
    RiskBasis.BOTH: _("both"),
}


def weekday_choices(begins_on: int = 0) -> list[tuple[int, str | Promise]]:
    """The weekdays in the order of a week that begins then."""
    return [((begins_on + step) % 7, WEEKDAYS[(begins_on + step) % 7]) for step in range(7)]


def clock(at: dt.time | None) -> str:
    """22:30"""
    return at.strftime("%H:%M") if at else ""
