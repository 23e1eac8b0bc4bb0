"""`vado evidence compare`: the sentence first, then every index that applies, models, the draw, the caveats."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vado.cli.evidence.figures import figure, interval
from vado.cli.evidence.giving import give
from vado.cli.evidence.ground import waiting
from vado.cli.evidence.modelling import show_models
from vado.cli.evidence.names import index_words, variant_words
from vado.cli.evidence.plan_files import held_against, read_plan
from vado.cli.evidence.reading import Columns, Read, read
from vado.cli.evidence.series_results import Tested
from vado.cli.evidence.tables import show as print_table
from vado.cli.evidence.tables import table as table_of
from vado.cli.evidence.tests_shown import show_test
from vado.cli.evidence.words import DESCRIBES, GAP_WORDS, caution_words
from vado.cli.ground import say
from vado.evidence.cautions import Caution
from vado.evidence.change import Change, change_in_mean
from vado.evidence.effect import Effect
from vado.evidence.effect_table import RESEMBLANCES, Effects, effects, under_dependence
from vado.evidence.missing import MissingMap, missing_map, missing_sensitivity
from vado.evidence.modelled import Modelled, models_of
from vado.evidence.planning import Plan
from vado.evidence.randomisation import randomisation_test
from vado.evidence.saying import said

TAU_U_SHOWN = ("A vs. B - Trend A, parker", "A vs. B + Trend B - Trend A, complete",
               "A vs. B + Trend B - Trend A, tarlow")  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What the options ask for."""

    improvement: str
    scale: str
    goal: float | None
    unit: str
    per: float
    level: float
    plan: Path | None = None
    shows_all: bool = False


@dataclass(frozen=True)
class Compared:
    """The diary, the change in natural units, the table of indices, the models, and the test of what was drawn."""

    read: Read
    change: Change
    table: Effects
    models: tuple[Modelled, ...]
    test: Tested | None

    @property
    def plan(self) -> Plan | None:
        """The plan that was held against the days."""
        return self.test.plan if self.test else None

    @property
    def cautions(self) -> tuple[str, ...]:
        """What holds for the whole comparison, each once; where nothing was drawn, that is always said."""
        shared = [one for row in self.table.rows for one in row.cautions if one is Caution.INDEPENDENT_DAYS]
        told = (*self.change.cautions, *self.table.cautions, *self.read.cautions, *shared)
        described = () if self.test else (DESCRIBES,)
        return tuple(dict.fromkeys(str(one) for one in (*told, *described)))


def compared(file: Path, columns: Columns, asked: Asked) -> Compared:
    """Read a file and compute everything."""
    found = read(file, columns, asked.improvement)
    before, after = found.pair.before_days, found.pair.after_days
    change = change_in_mean(before, after, level=asked.level, smallest=2, scale=asked.per)
    table = effects(before, after, improvement=asked.improvement, scale=asked.scale, goal=asked.goal, level=asked.level,
                    starts_on=found.pair.starts_on)  # fmt: skip
    models = models_of(found.pair, asked.scale, level=asked.level)
    return Compared(found, change, table, models, _tested(found, asked))


def _tested(found: Read, asked: Asked) -> Tested | None:
    if asked.plan is None:
        return None
    plan, (days,) = held_against(read_plan(asked.plan), [found.pair])
    return tested(plan, days, asked)


def tested(plan: Plan, days: tuple[float | None, ...], asked: Asked) -> Tested:
    """The two-sided test of one person's days; the seed of the plan also seeds the draws, where there are too many."""
    import numpy as np

    scaled = [None if day is None else day * asked.per for day in days]
    rng = np.random.default_rng(plan.seed)
    test = randomisation_test(
        [scaled], plan, improvement=asked.improvement, rng=rng, is_two_sided=True, level=asked.level
    )  # fmt: skip
    return Tested(plan, test)


def show(file: Path, columns: Columns, asked: Asked, picture: Path | None, *, as_json: bool) -> None:
    """Print it, or give it as JSON; draw it where a picture is asked for."""
    if asked.plan is not None:
        from vado.cli.evidence.planned import comes_back, show_planned

        plan = read_plan(asked.plan)
        if comes_back(plan):
            show_planned(file, columns, asked, plan, as_json=as_json)
            return
    with waiting():
        result = compared(file, columns, asked)
    if picture is not None:
        from vado.cli.evidence.pictures import phase_plot, save

        save(picture, phase_plot(result.read.pair, result.read.labels, result.change))
    if as_json:
        give(_as_data(result, asked))
    else:
        _show(result, asked)


def unit_of(asked: Asked) -> str:
    """What a figure counts, for the sentence."""
    return asked.unit or (_("a week") if asked.per != 1 else _("a day"))


def _show(result: Compared, asked: Asked) -> None:
    say(said(result.change, unit_of(asked), get_language() or "en"))
    _show_table(result.table, shows_all=asked.shows_all)
    show_models(result.models, result.read.pair, unit_of(asked), asked.per)
    if result.test is not None:
        show_test(result.test.plan, result.test.test)
    _show_days(result, asked)
    for caution in result.cautions:
        say(f"· {caution_words(caution)}")


def _as_data(result: Compared, asked: Asked) -> dict[str, object]:
    rows = [
        {
            **asdict(row), "details": dict(row.details),
            "under_dependence": {f"{rho:g}": (each.low, each.high) for rho, each in _depending(row)},
        }
        for row in result.table.rows
    ]  # fmt: skip
    models = [
        {"model": one.model, "why_not": one.why_not, "weekdays": one.has_week,
         "fit": None if one.fit is None else asdict(one.fit)}
        for one in result.models
    ]  # fmt: skip
    pair = result.read.pair
    belief = missing_sensitivity(
        pair.before_days, pair.after_days, improvement=asked.improvement, level=asked.level, smallest=2, scale=asked.per
    )
    return {
        "change": asdict(result.change), "sentence": said(result.change, unit_of(asked), get_language() or "en"),
        "effects": rows, "models": models, "test": None if result.test is None else asdict(result.test.test),
        "lag1": result.table.lag1, "labels": result.read.labels, "left_out": result.read.left_out,
        "gaps": dict(result.read.gaps),
        "missing": asdict(missing_map(pair.before_days, pair.after_days, starts_on=pair.starts_on)),
        "tipping": belief.tipping, "cautions": result.cautions,
    }  # fmt: skip


def _depending(row: Effect) -> list[tuple[float, Effect]]:
    return list(zip(RESEMBLANCES, under_dependence(row), strict=True))


def _show_table(table: Effects, *, shows_all: bool) -> None:
    lags = [_("if lag-1 were %(lag)s") % {"lag": f"{rho:g}"} for rho in RESEMBLANCES[1:]]
    shown = table_of(_("index"), _("variant"), _("estimate"), _("SE"), _("interval"), *lags, whole=(0, 2, 3, 4, 5, 6))
    kept = shown_rows(table, shows_all=shows_all)
    for row in kept:
        depends = under_dependence(row)[1:]
        shown.add_row(
            index_words(row.name), variant_words(row.variant), figure(row.estimate), figure(row.se),
            interval(row.low, row.high), *(interval(each.low, each.high) for each in depends),
        )  # fmt: skip
    print_table(shown)
    if len(kept) < len(table.estimated):
        more = len(table.estimated) - len(kept)
        say(_("%(more)d more variants of Tau-U with --all; they are different numbers.") % {"more": more})
    for note in row_notes(kept):
        say(f"· {note}")
    for row in table.not_estimated:
        reason = caution_words(row.why_not) if row.why_not else ""
        say(f"{index_words(row.name)} {variant_words(row.variant)}: {reason}")


def row_notes(rows: Iterable[Effect]) -> list[str]:
    """What limits single indices: each caution once, behind the names it belongs to; what holds for most is told once
    elsewhere."""
    names: dict[Caution, list[str]] = {}
    for row in rows:
        for caution in row.cautions:
            if caution is not Caution.INDEPENDENT_DAYS and index_words(row.name) not in names.setdefault(caution, []):
                names[caution].append(index_words(row.name))
    return [f"{', '.join(told)}: {caution_words(caution)}" for caution, told in names.items() if told]


def _show_days(result: Compared, asked: Asked) -> None:
    used, pair = result.table.days, result.read.pair
    found = missing_map(pair.before_days, pair.after_days, starts_on=pair.starts_on)
    counts = {"before": used.n_before, "after": used.n_after}
    counts |= {"missing_before": used.missing_before, "missing_after": used.missing_after}
    if result.read.left_out:
        say(
            _("Phases of the file that are not compared here: %(labels)s.")
            % {"labels": ", ".join(result.read.left_out)}
        )
    say(_("Days known %(before)d and %(after)d; missing %(missing_before)d and %(missing_after)d.") % counts)
    if used.missing_at:
        say(missing_by_weekday(found))
        thirds = {"before": share_counts(found.by_third[0]), "after": share_counts(found.by_third[1])}
        say(_("Missing by third of each phase: before %(before)s; after %(after)s.") % thirds)
        _show_belief(result, asked)
    if result.read.gaps:
        kinds = ", ".join(f"{GAP_WORDS[kind]} {count}" for kind, count in result.read.gaps)
        say(_("Days without a number: %(kinds)s.") % {"kinds": kinds})
    if result.table.lag1 is not None:
        say(
            _("A day resembles the day before it by %(corrected)s (%(plain)s before its known bias is taken off).")
            % {"corrected": figure(result.table.lag1), "plain": figure(result.table.lag1_plain)}
        )


def shown_rows(table: Effects, *, shows_all: bool = False) -> list[Effect]:
    """The indices with an estimate; of Tau-U the three usual variants, or all."""
    return [row for row in table.estimated if shows_all or row.name != "Tau-U" or row.variant in TAU_U_SHOWN]


def missing_by_weekday(found: MissingMap) -> str:
    """Where days are missing in the week: its true days where dates are known."""
    counts = {"counts": share_counts(found.by_weekday)}
    if found.is_dated:
        return _("Missing by day of the week, Monday to Sunday: %(counts)s.") % counts
    return _("Missing by day of the week, from the first day on: %(counts)s.") % counts


def share_counts(pairs: tuple[tuple[int, int], ...]) -> str:
    """Missing of all, one after another."""
    return ", ".join(f"{missing}/{days}" for missing, days in pairs)


def _show_belief(result: Compared, asked: Asked) -> None:
    """What the missing days could do to the conclusion."""
    pair = result.read.pair
    found = missing_sensitivity(
        pair.before_days, pair.after_days, improvement=asked.improvement, level=asked.level, smallest=2, scale=asked.per
    )
    for name, change in ((_("At worst"), found.worst), (_("At best"), found.best)):
        if change is not None:
            values = {"name": name, "change": figure(change.difference, 2), "limits": interval(change.low, change.high)}
            say(_("%(name)s, the missing days give a change of %(change)s, %(limits)s.") % values)
    if found.can_turn:
        say(
            _("With %(value)s on the missing days after, the interval would reach no change.")
            % {"value": figure(found.tipping, 2)}
        )
