"""A case series at the terminal: denominators first, then people together, the next person, missing days, outcomes."""

from django.utils.translation import gettext as _
from rich.table import Table

from vado.cli.evidence.comparing import missing_by_weekday, share_counts
from vado.cli.evidence.each_person import show_each
from vado.cli.evidence.figures import figure, interval, percent
from vado.cli.evidence.names import GOALS, METHODS, PRIORS, source_words
from vado.cli.evidence.series_results import Result
from vado.cli.evidence.tables import show as print_table
from vado.cli.evidence.tables import table
from vado.cli.evidence.tests_shown import show_test
from vado.cli.evidence.words import DEFINITIONS, DESCRIBES, caution_words, finding_words
from vado.cli.ground import say
from vado.evidence.between_people import BetweenDifference
from vado.evidence.outcomes import Tally
from vado.evidence.synthesis import Goal, Synthesis

WEEK = 7.0


def show(result: Result) -> None:
    """Everything of one study."""
    unit = _("per week") if result.asked.per == WEEK else _("a day")
    say(f"\n{result.study.name} ({unit})")
    _show_denominators(result)
    _show_people(result)
    for synthesis in result.together:
        _show_together(synthesis, has_kinds=len(result.together) > 1)
    _show_alone(result)
    for difference in result.between:
        _show_between(difference)
    _show_moderation(result)
    if result.test is not None:
        show_test(result.test.plan, result.test.test)
    _show_missing(result)
    _show_outcomes(result)
    _show_design(result)
    for caution in result.study.cautions:
        say(f"· {caution_words(caution)}")


def _show_denominators(result: Result) -> None:
    counts = result.counts
    say(
        _("Came %(came)d, started %(started)d, stayed %(stayed)d, with enough known days %(answered)d.")
        % {"came": counts.came, "started": counts.started, "stayed": counts.stayed, "answered": counts.answered}
    )


def _show_people(result: Result) -> None:
    """Each person's own line, where they fit on a page."""
    people = result.study.participants
    if result.asked.shows_each:
        show_each(result)
        return
    if len(people) > FITS:
        say(_("Each of %(people)d people in a sentence: with --each.") % {"people": len(people)})
        return
    lines = table(_("person"), _("goal"), _("before"), _("after"), _("change"), _("days known"), whole=(0, 2, 3, 4, 5))
    for one, found in zip(people, result.found, strict=True):
        change = found.at_random
        goal = str(GOALS[one.about.goal]) if one.about.goal else "–"
        known = f"{change.n_before}/{len(one.before)}, {change.n_after}/{len(one.after)}"
        told = f"{figure(change.difference, 1)} ({interval(change.low, change.high, 1)})"
        is_silent = _("came, did not start") if not one.has_started else _("too few known days")
        lines.add_row(
            one.name, goal, figure(change.before, 1), figure(change.after, 1),
            is_silent if change.is_silent else told, known,
        )  # fmt: skip
    print_table(lines)


FITS = 30


def _show_together(found: Synthesis, *, has_kinds: bool) -> None:
    if has_kinds:
        say("\n" + _goal_sentence(found.goal))
    if found.pooled == 1:
        say(_("One person alone: the line above is all there is, and nothing can be said of the next."))
        return
    lines = table(_("together"), _("estimate"), _("interval"), whole=(1, 2))
    lines.add_row(_("mean change"), figure(found.mean, 2), interval(found.low, found.high, 2))
    lines.add_row(
        _("spread between people (SD)"), figure(found.spread, 2), interval(found.spread_low, found.spread_high, 2)
    )
    lines.add_row(_("the next person"), figure(found.mean, 2), interval(found.next_low, found.next_high, 2))
    for other in found.others:
        lines.add_row(
            _("the next person, if %(prior)s") % {"prior": PRIORS[other.prior]}, figure(other.mean, 2),
            interval(other.next_low, other.next_high, 2),
        )  # fmt: skip
    print_table(lines)
    _show_chance(found)
    for caution in found.cautions:
        say(f"· {caution_words(caution)}")


def _goal_sentence(goal: Goal | None) -> str:
    return _("Those who wanted: %(goal)s") % {"goal": GOALS[goal]} if goal else _("Those whose goal is not told")


def _show_chance(found: Synthesis) -> None:
    say(
        _("Replication: %(showed)d of %(attempts)d people showed it alone, by their own interval; %(people)d came.")
        % {"showed": found.showed, "attempts": found.attempts, "people": found.people}
    )
    say(
        _("Chance that the next person changes for the better: %(chance)s.")
        % {"chance": percent(found.chance)}
    )  # fmt: skip
    say(
        _("Assumed beforehand of the spread: %(prior)s with scale %(scale)s.")
        % {"prior": PRIORS[found.prior], "scale": figure(found.prior_scale, 2)}
    )


def _show_alone(result: Result) -> None:
    """Kinds of goals in which nobody gave an estimate."""
    shown = {synthesis.goal for synthesis in result.together}
    kinds = {one.about.goal for one in result.study.participants}
    if len(kinds) > 1 and None not in shown:
        for goal in sorted(kinds - shown, key=str):
            say(_goal_sentence(goal) + ": " + _("nobody gave an estimate."))


def _show_between(found: BetweenDifference) -> None:
    say(
        _("Standardised between people (%(method)s): %(estimate)s, %(interval)s; %(people)d people.")
        % {
            "method": METHODS[found.method],
            "estimate": figure(found.estimate, 2),
            "interval": interval(found.low, found.high, 2),
            "people": found.people,
        }
    )


def _show_moderation(result: Result) -> None:
    found = result.moderation
    if found is not None:
        say(
            _("For one more of the moderator the change moves by %(slope)s, %(interval)s; %(people)d people.")
            % {
                "slope": figure(found.slope, 2),
                "interval": interval(found.low, found.high, 2),
                "people": found.people,
            }
        )


def _show_missing(result: Result) -> None:
    (before, all_before), (after, all_after) = result.gaps.by_phase or ((0, 0), (0, 0))
    say(
        _("Missing days: %(missing)d of %(days)d; before %(before)s, after %(after)s.")
        % {
            "missing": before + after,
            "days": all_before + all_after,
            "before": f"{before}/{all_before}",
            "after": f"{after}/{all_after}",
        }
    )
    if before + after and result.gaps.by_third:
        if result.gaps.by_weekday:
            say(missing_by_weekday(result.gaps))
        say(
            _("Missing by third of each phase: before %(before)s; after %(after)s.")
            % {"before": share_counts(result.gaps.by_third[0]), "after": share_counts(result.gaps.by_third[1])}
        )
    _show_beliefs(result)


def _show_beliefs(result: Result) -> None:
    means = []
    for name in ("at_random", "worst", "best"):
        changes = [getattr(found, name) for found in result.found]
        known = [one.difference for one in changes if one is not None and one.difference is not None]
        means.append(f"{figure(sum(known) / len(known), 2)} ({len(known)})" if known else "–")
    say(
        _("Mean change (people) if missing days are like the others: %(like)s; at worst: %(worst)s; at best: %(best)s.")
        % {"like": means[0], "worst": means[1], "best": means[2]}
    )
    clear = sum(not found.at_random.is_silent and not found.at_random.could_be_none for found in result.found)
    say(
        _("Of %(clear)d people with a clear change, missing days could turn it for %(turn)d.")
        % {"clear": clear, "turn": sum(found.can_turn for found in result.found)}
    )


def _show_outcomes(result: Result) -> None:
    answered = [tally for tally in result.outcomes if tally.answered]
    if answered:
        print_table(_outcome_table(answered))
        sources = dict.fromkeys(source_words(tally.definition.source) for tally in answered)
        say(_("Definitions after: %(sources)s.") % {"sources": "; ".join(sources)})
    unanswered = [str(DEFINITIONS[tally.definition.name]) for tally in result.outcomes if not tally.answered]
    if unanswered:
        say(_("These days cannot answer: %(names)s.") % {"names": ", ".join(unanswered)})
    say(_("No definition here is success by default; what each person wanted decides which one to read."))


def _outcome_table(answered: list[Tally]) -> Table:
    lines = table(
        _("outcome by name"), _("met"), _("not met"), _("unknown"), _("of: came, started, stayed, answered"),
        whole=(0, 1, 2, 3),
    )  # fmt: skip
    for tally in answered:
        denominators = (tally.came, tally.started, tally.stayed, tally.answered)
        lines.add_row(
            str(DEFINITIONS[tally.definition.name]), str(tally.met), str(tally.not_met), str(tally.unknown),
            ", ".join(map(str, denominators)),
        )  # fmt: skip
    return lines


def _show_design(result: Result) -> None:
    """Ideas of the What Works Clearinghouse: met, not met, or not to be seen in the data; never a stamp."""
    told = [finding_words(found) for found in result.design]
    if told:
        say(_("The design, by ideas of the What Works Clearinghouse:"))
    for line in told:
        say(f"  {line}")


def show_caveats(found: list[str], *, was_drawn: bool) -> None:
    """What the folder says of itself, and that nothing was drawn where nothing was."""
    if found:
        say("\n" + _("What the folder says one has to know:"))
    for line in found:
        say(f"· {line}")
    if not was_drawn:
        say(f"· {caution_words(DESCRIBES)}")
