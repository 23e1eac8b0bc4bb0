"""`vado evidence series`: each person, all together, the next person, missing days, whole denominators."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track

from vado.cli.evidence import series_shown
from vado.cli.evidence.each_person import models_of_each, sentences
from vado.cli.evidence.giving import give
from vado.cli.evidence.ground import waiting
from vado.cli.evidence.plan_files import held_against, read_plan
from vado.cli.evidence.reading import Columns
from vado.cli.evidence.series_results import Asked, Result, Tested
from vado.cli.evidence.series_sources import demonstration, diaries
from vado.cli.evidence.studies import Participant, Study, caveats, is_study, studies
from vado.cli.evidence.words import DESCRIBES
from vado.evidence.between_people import BetweenDifference, between_difference, between_difference_reml
from vado.evidence.design_check import check_design
from vado.evidence.distributions import normal_quantile
from vado.evidence.errors import BadModel, EvidenceError, NobodyToPool
from vado.evidence.missing import Sensitivity, maps_together, missing_map, missing_sensitivity
from vado.evidence.moderation import Moderation, moderated
from vado.evidence.outcomes import Course, tallies
from vado.evidence.pairs import Pair
from vado.evidence.randomisation import randomisation_test
from vado.evidence.synthesis import Person, Synthesis, synthesise

MOST_DAYS_OF_ONE, MOST_DAYS = 1_000, 100_000  # the between-case difference holds a table of days by days of one person


@dataclass(frozen=True)
class Source:
    """Where the people come from: a folder, or the demonstration."""

    folder: Path | None

    @property
    def is_followback(self) -> bool:
        """Yes or no a day, with a README that tells what to know."""
        return self.folder is not None and is_study(self.folder)

    @property
    def caveats(self) -> list[str]:
        """What the folder says of itself."""
        return caveats(self.folder) if self.folder is not None else []

    def studies(self, columns: Columns, asked: Asked) -> Iterator[Study]:
        """One study, or one a substance."""
        if self.folder is None:
            return demonstration()
        if self.is_followback:
            return studies(self.folder, asked.substances, asked.window)
        return diaries(self.folder, columns, asked.improvement)


def show(source: Source, columns: Columns, asked: Asked, pictures: Path | None, *, as_json: bool) -> None:
    """Compute every study and print it."""
    console = Console(stderr=True)
    results = [_result(study, asked, console) for study in source.studies(columns, asked)]
    if as_json:
        give([_as_data(result) for result in results])
    for result in results:
        if not as_json:
            series_shown.show(result)
        if pictures is not None:
            _draw(result, pictures)
    if not as_json:
        series_shown.show_caveats(source.caveats, was_drawn=asked.plan is not None)


def _result(study: Study, asked: Asked, console: Console) -> Result:
    people = study.participants
    found = tuple(
        missing_sensitivity(one.before, one.after, improvement=asked.improvement, level=asked.level, scale=asked.per)
        for one in track(people, description=study.name, console=console, transient=True)
    )
    with waiting():
        return _with_all(study, asked, found)


def _with_all(study: Study, asked: Asked, found: tuple[Sensitivity, ...]) -> Result:
    people = study.participants
    estimates = [_person(one, each) for one, each in zip(people, found, strict=True)]
    changes = [each.at_random for each in found]
    test = _tested(people, asked) if asked.plan else None
    return Result(
        study=study,
        asked=asked,
        found=found,
        together=_together(estimates, asked),
        between=tuple(_between(people, found, asked)),
        moderation=_moderation(estimates, asked),
        outcomes=tallies([_course(one, asked) for one in people]),
        gaps=maps_together([missing_map(one.before, one.after, starts_on=one.starts_on) for one in people if one.days]),
        design=check_design(_pairs(people, asked), test.plan if test else None) if _pairs(people, asked) else (),
        test=test,
        models=models_of_each(people, changes, asked.improvement, asked.level) if asked.shows_each else (),
    )


def _pairs(people: tuple[Participant, ...], asked: Asked) -> list[Pair]:
    made = [one.pair(asked.improvement) for one in people]
    return [one for one in made if one.before and one.after]


def _together(people: list[Person], asked: Asked) -> tuple[Synthesis, ...]:
    if all(person.se is None for person in people):
        return ()
    return synthesise(people, improvement=asked.improvement, level=asked.level, pools_goals=asked.pools_goals)


def _person(one: Participant, found: Sensitivity) -> Person:
    """The error of the second stage: half the interval over the normal reach, so that it carries the dependence."""
    change, told = found.at_random, one.about
    if change.low is None or change.high is None:
        return Person(one.name, None, None, told.goal, told.moderator)
    se = (change.high - change.low) / (2 * normal_quantile((1 + change.level) / 2))
    limits = (change.low, change.high)
    return Person(one.name, change.difference, se or None, told.goal, told.moderator, limits)


def _between(
    people: tuple[Participant, ...], found: tuple[Sensitivity, ...], asked: Asked
) -> Iterator[BetweenDifference]:
    """Both estimators where the people share a kind of goal, or were pooled because that was asked for."""
    kept = [one for one, each in zip(people, found, strict=True) if not each.at_random.is_silent]
    is_mixed = len({one.about.goal for one in kept}) > 1 and not asked.pools_goals
    if is_mixed or _is_too_long(kept):
        return
    pairs = _pairs(tuple(kept), asked)
    for estimator in (between_difference, between_difference_reml):
        try:
            yield estimator(pairs, level=asked.level)
        except EvidenceError:
            return  # fewer than three people, or no shared day: the table says that there is none


def _is_too_long(people: list[Participant]) -> bool:
    lengths = [len(one.days) for one in people]
    return max(lengths, default=0) > MOST_DAYS_OF_ONE or sum(lengths) > MOST_DAYS


def _moderation(people: list[Person], asked: Asked) -> Moderation | None:
    try:
        return moderated(people, level=asked.level)
    except (NobodyToPool, BadModel):
        return None  # fewer than three people told of it, or all the same: there is nothing it could go with


def _course(one: Participant, asked: Asked) -> Course:
    about = one.about
    return Course(
        one.name, one.before, one.after, one.has_started, one.has_stayed, asked.in_grams, about.levels,
        about.harms_before, about.harms_after, about.goal_met,
    )  # fmt: skip


def _tested(people: tuple[Participant, ...], asked: Asked) -> Tested:
    """The randomisation test over everybody with days, in the order of their names."""
    import numpy as np

    plan = read_plan(asked.plan) if asked.plan else None
    if plan is None:
        raise EvidenceError
    plan, days = held_against(plan, [one.pair(asked.improvement) for one in people if one.days])
    rng = np.random.default_rng(plan.seed)
    test = randomisation_test(days, plan, improvement=asked.improvement, rng=rng, is_two_sided=True, level=asked.level)
    return Tested(plan, test)


def _as_data(result: Result) -> dict[str, object]:
    people = [
        {
            "name": one.name, "goal": one.about.goal, "started": one.has_started, "stayed": one.has_stayed,
            "change": asdict(found.at_random), "tipping": found.tipping, "can_turn": found.can_turn,
            "sentences": sentences(one, found.at_random, model, result.asked.improvement, result.asked.per),
        }
        for one, found, model in zip(result.study.participants, result.found, result.models, strict=True)
    ]  # fmt: skip
    return {
        "study": result.study.name, "denominators": asdict(result.counts), "people": people,
        "together": [asdict(s) for s in result.together], "between": [asdict(one) for one in result.between],
        "moderation": None if result.moderation is None else asdict(result.moderation),
        "outcomes": [_outcome(tally) for tally in result.outcomes], "missing": asdict(result.gaps),
        "design": [asdict(found) for found in result.design],
        "test": None if result.test is None else asdict(result.test.test),
        "cautions": [*result.study.cautions, *([] if result.test else [DESCRIBES])],
    }  # fmt: skip


def _outcome(tally: object) -> dict[str, object]:
    given = asdict(tally)  # type: ignore[call-overload]
    definition = given.pop("definition")
    return {"name": definition["name"], "rule": definition["rule"], "source": definition["source"], **given}


def _draw(result: Result, folder: Path) -> None:
    from vado.cli.evidence.pictures import brinley_plot, forest_plot, save, tipping_plot

    folder.mkdir(parents=True, exist_ok=True)
    name = result.study.key or result.study.name
    changes = [found.at_random for found in result.found]
    names = [one.name for one in result.study.participants]
    drawn = {"brinley": brinley_plot(changes), "tipping": tipping_plot(result.found)}
    for synthesis in result.together:
        kind = f"forest-{synthesis.goal}" if synthesis.goal and len(result.together) > 1 else "forest"
        own = {one.name for one in result.study.participants if not synthesis.goal or one.about.goal is synthesis.goal}
        rows = [(who, change) for who, change in zip(names, changes, strict=True) if who in own]
        drawn[kind] = forest_plot([who for who, _change in rows], [change for _who, change in rows], synthesis)
    for kind, picture in drawn.items():
        for ending in result.asked.endings:
            save(folder / f"{name}-{kind}.{ending}".replace("/", "-").replace(" ", "-"), picture)
