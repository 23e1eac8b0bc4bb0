"""A randomisation test at the terminal: the draw, the p it gave, what it could have given, and whether it holds."""

from django.utils.translation import gettext as _

from vado.cli.evidence.figures import figure, interval
from vado.cli.evidence.names import CHANGES, STATISTICS
from vado.cli.evidence.words import caution_words
from vado.cli.ground import say
from vado.evidence.planning import Plan
from vado.evidence.randomisation import RandomisationTest


def show_test(plan: Plan, found: RandomisationTest) -> None:
    """In words, with everything that limits it."""
    say(
        _("Randomisation test, %(statistic)s: %(estimate)s, %(interval)s; p = %(p)s, two-sided, %(how)s.")
        % {
            "statistic": STATISTICS[found.statistic],
            "estimate": figure(found.estimate, 2),
            "interval": interval(found.low, found.high, 2),
            "p": f"{found.p:.3g}",
            "how": _how(found),
        }
    )
    say(_("The smallest p that this draw could reach is %(p)s.") % {"p": f"{found.smallest_p:.2g}"})
    for change in plan.changes:
        say("· " + _("Changed: %(why)s.") % {"why": CHANGES.get(change.why, change.why)})
    for caution in found.cautions:
        say(f"· {caution_words(caution)}")


def _how(found: RandomisationTest) -> str:
    if found.is_exact:
        return _("exact over %(count)d arrangements") % {"count": found.arrangements}
    return _("from %(tried)d draws of %(count)d arrangements") % {"tried": found.tried, "count": found.arrangements}
