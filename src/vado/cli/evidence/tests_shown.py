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
    first, *rest = test_sentences(plan, found)
    say(first)
    for line in rest:
        say(f"· {line}")


def test_sentences(plan: Plan, found: RandomisationTest) -> list[str]:
    """The test, the smallest p it could reach, each change of the plan, each caution."""
    values = {
        "statistic": STATISTICS[found.statistic],
        "estimate": figure(found.estimate, 2),
        "interval": interval(found.low, found.high, 2),
        "p": f"{found.p:.3g}",
        "how": _how(found),
    }
    smallest = {"p": f"{found.smallest_p:.2g}"}
    return [
        _("Randomisation test, %(statistic)s: %(estimate)s, %(interval)s; p = %(p)s, two-sided, %(how)s.") % values,
        _("The smallest p that this draw could reach is %(p)s.") % smallest,
        *(_("Changed: %(why)s.") % {"why": CHANGES.get(change.why, change.why)} for change in plan.changes),
        *(caution_words(caution) for caution in found.cautions),
    ]


def _how(found: RandomisationTest) -> str:
    if found.is_exact:
        return _("exact over %(count)d arrangements") % {"count": found.arrangements}
    return _("from %(tried)d draws of %(count)d arrangements") % {"tried": found.tried, "count": found.arrangements}
