"""Models of two phases at the terminal: each term with its interval, and the sentence in natural units."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rich.table import Table

from vado.cli.evidence.figures import figure, interval
from vado.cli.evidence.names import MODELS, TERMS
from vado.cli.evidence.tables import show as print_table
from vado.cli.evidence.tables import table
from vado.cli.evidence.words import REASONS, caution_words
from vado.cli.ground import say
from vado.evidence.counts import rate_change
from vado.evidence.modelled import OF_AMOUNTS, OF_DAYS, Model, Modelled
from vado.evidence.pairs import Pair
from vado.evidence.saying import said_by_model
from vado.evidence.terms import Fit

WEEK = 7.0


def show_models(found: tuple[Modelled, ...], pair: Pair, unit: str, per: float) -> None:
    """A table of the terms, then a sentence a model; what could not be fitted says why."""
    lines = table(_("model"), _("term"), _("estimate"), _("SE"), _("interval"), whole=(1, 2, 3, 4))
    for one in found:
        if one.fit is not None:
            _add_terms(lines, one, one.fit)
    if lines.row_count:
        print_table(lines)
    for one in found:
        say(f"{MODELS[one.model]}: {sentence_of(one, pair, unit, per)}")
    _show_cautions(found)


def _add_terms(lines: Table, one: Modelled, fit: Fit) -> None:
    name = str(MODELS[one.model])
    for term in fit.terms:
        if term.name in TERMS:
            figures = (figure(term.estimate), figure(term.se), interval(term.low, term.high))
            lines.add_row(name, str(TERMS[term.name]), *figures)
            name = ""


def sentence_of(one: Modelled, pair: Pair, unit: str, per: float) -> str:
    """What a model says in natural units, or why it was not fitted."""
    fit = one.fit
    if fit is None or fit.natural is None:
        return str(REASONS.get(one.why_not, one.why_not))
    is_floored = min(*pair.before, *pair.after) >= 0
    units = dict.fromkeys(OF_DAYS, _("days with some a week")) | dict.fromkeys(OF_AMOUNTS, _("on a day with some"))
    is_of_days = one.model in OF_DAYS
    told = said_by_model(
        fit.natural, units.get(one.model, unit), get_language() or "en",
        scale=WEEK if is_of_days else 1.0 if one.model in OF_AMOUNTS else per,
        floor=is_floored, ceiling=WEEK if is_of_days else None, told=one.told,
    )  # fmt: skip
    if one.model in (Model.RATE, Model.RATE_TREND):
        change, low, high = rate_change(fit)
        told += " " + _("Rate %(change)s %%, %(interval)s.") % {
            "change": figure(change, 0),
            "interval": interval(low, high, 0),
        }
    if one.model is Model.AR1 and fit.lag1 is not None:
        told += " " + _("Lag-1 %(lag)s.") % {"lag": figure(fit.lag1, 2)}
    return told


def _show_cautions(found: tuple[Modelled, ...]) -> None:
    fits = [one.fit for one in found if one.fit is not None]
    for caution in dict.fromkeys(caution for fit in fits for caution in fit.cautions):
        say(f"· {caution_words(caution)}")
    if any(one.has_week for one in found):
        say("· " + _("With a term for each day of the week."))
