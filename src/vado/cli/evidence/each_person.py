"""Each person of a series in sentences: what has changed, and a model with trend and days of the week."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vado.cli.evidence.modelling import sentence_of
from vado.cli.evidence.names import MODELS
from vado.cli.evidence.series_results import Result
from vado.cli.evidence.studies import Participant
from vado.cli.ground import say
from vado.evidence.change import Change, is_yes_no
from vado.evidence.modelled import Model, Modelled, models_of
from vado.evidence.saying import said
from vado.evidence.scales import Scale

WEEK = 7.0
CHOSEN = (Model.DAYS_TREND, Model.RATE_TREND, Model.ROBUST)


def models_of_each(people: Iterable[Participant], changes: Iterable[Change], improvement: str, level: float) -> tuple[
    Modelled | None, ...
]:  # fmt: skip
    """For each person the first of the chosen models that their days can carry; None where too few are known."""
    return tuple(
        None if change.is_silent else _model(one, improvement, level)
        for one, change in zip(people, changes, strict=True)
    )


def _model(one: Participant, improvement: str, level: float) -> Modelled:
    pair = one.pair(improvement)
    is_counted = min(*pair.before, *pair.after) >= 0
    found = {each.model: each for each in models_of(pair, Scale.COUNT if is_counted else Scale.OTHER, level=level)}
    fitted = [found[model] for model in CHOSEN if model in found and found[model].fit is not None]
    return fitted[0] if fitted else found[Model.ROBUST]


def sentences(one: Participant, change: Change, model: Modelled | None, improvement: str, per: float) -> list[str]:
    """What is said of one person, in natural units."""
    is_yes = is_yes_no((one.before, one.after))
    unit = (_("days a week") if is_yes else _("a week")) if per == WEEK else _("a day")
    told = [said(change, unit, get_language() or "en")]
    if model is not None:
        told.append(f"{MODELS[model.model]}: {sentence_of(model, one.pair(improvement), unit, per)}")
    return told


def show_each(result: Result) -> None:
    """Everybody by name, also those of whom nothing can be said."""
    asked = result.asked
    for one, found, model in zip(result.study.participants, result.found, result.models, strict=True):
        first, *rest = sentences(one, found.at_random, model, asked.improvement, asked.per)
        say(f"{one.name}: {first}" if one.has_started else f"{one.name}: " + _("came, did not start"))
        for line in rest:
            say(f"  {line}")
