"""`vado evidence series`: each person, all together, the next person, missing days, whole denominators."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import track
from rich.table import Table

from vado.cli.evidence.figures import figure, interval
from vado.cli.evidence.reading import Columns, read
from vado.cli.evidence.studies import NotAStudy, Participant, Study, caveats, is_study, studies
from vado.cli.evidence.words import DEFINITIONS, DESCRIBES, caution_words
from vado.cli.ground import say
from vado.evidence.distributions import normal_quantile
from vado.evidence.missing import Sensitivity, missing_sensitivity
from vado.evidence.outcomes import Course, tallies
from vado.evidence.synthesis import Person, Synthesis, synthesise

WEEK = 7.0


@dataclass(frozen=True)
class Asked:
    """What the options ask for."""

    improvement: str
    substances: tuple[str, ...]
    window: int
    per: float
    level: float


@dataclass(frozen=True)
class Result:
    """One study, person by person and together; `together` is empty where nobody gave an estimate."""

    study: Study
    found: tuple[Sensitivity, ...]
    together: tuple[Synthesis, ...]


def show(folder: Path, columns: Columns, asked: Asked, pictures: Path | None, *, as_json: bool) -> None:
    """Compute every study of the folder and print it."""
    is_followback = is_study(folder)
    per = WEEK if is_followback else asked.per
    console = Console(stderr=True)
    every = studies(folder, asked.substances, asked.window) if is_followback else _diaries(folder, columns, asked)
    results = [_result(study, asked, per, console) for study in every]
    if as_json:
        say(json.dumps([_as_data(result) for result in results], default=str))
    for result in results:
        if not as_json:
            _show(result, per, has_outcomes=is_followback)
        if pictures is not None:
            _draw(result, pictures, asked)
    if not as_json:
        _show_caveats(folder)


def _diaries(folder: Path, columns: Columns, asked: Asked) -> Iterator[Study]:
    files = sorted(folder.glob("*.csv")) if folder.is_dir() else []
    if not files:
        raise NotAStudy(folder=folder.name)
    people = []
    for file in files:
        found = read(file, columns, asked.improvement).pair
        people.append(Participant(file.stem, found.before_days, found.after_days, has_started=True, has_stayed=True))
    yield Study(folder.name, tuple(people))


def _result(study: Study, asked: Asked, per: float, console: Console) -> Result:
    found = tuple(
        missing_sensitivity(one.before, one.after, improvement=asked.improvement, level=asked.level, scale=per)
        for one in track(study.participants, description=study.substance, console=console, transient=True)
    )
    people = [_person(one.name, each) for one, each in zip(study.participants, found, strict=True)]
    is_empty = all(person.se is None for person in people)
    together = () if is_empty else synthesise(people, improvement=asked.improvement, level=asked.level)
    return Result(study, found, together)


def _person(name: str, found: Sensitivity) -> Person:
    """The error of the second stage: half the interval over the normal reach, so that it carries the dependence."""
    change = found.at_random
    if change.low is None or change.high is None:
        return Person(name, None, None)
    se = (change.high - change.low) / (2 * normal_quantile((1 + change.level) / 2))
    return Person(name, change.difference, se or None)


def _show(result: Result, per: float, *, has_outcomes: bool) -> None:
    unit = _("days a week") if has_outcomes else _("per week") if per == WEEK else _("a day")
    say(f"\n{result.study.substance} ({unit})")
    _show_denominators(result)
    for synthesis in result.together:
        _show_together(synthesis)
    _show_missing(result)
    if has_outcomes:
        _show_outcomes(result)


def _show_denominators(result: Result) -> None:
    people = result.study.participants
    say(
        _("Came %(came)d, started %(started)d, stayed %(stayed)d, with enough known days %(answered)d.")
        % {
            "came": len(people),
            "started": sum(one.has_started for one in people),
            "stayed": sum(one.has_stayed for one in people),
            "answered": sum(not found.at_random.is_silent for found in result.found),
        }
    )


def _show_together(found: Synthesis) -> None:
    table = Table(_("together"), _("estimate"), _("interval"))
    table.add_row(_("mean change"), figure(found.mean, 2), interval(found.low, found.high, 2))
    table.add_row(
        _("spread between people (SD)"), figure(found.spread, 2), interval(found.spread_low, found.spread_high, 2)
    )
    table.add_row(_("the next person"), figure(found.mean, 2), interval(found.next_low, found.next_high, 2))
    for other in found.others:
        table.add_row(
            _("the next person, if %(prior)s") % {"prior": other.prior.value}, figure(other.mean, 2),
            interval(other.next_low, other.next_high, 2),
        )  # fmt: skip
    Console().print(table)
    say(
        _("Chance that the next person changes for the better: %(chance)s. Shown alone by %(showed)d of %(attempts)d.")
        % {"chance": f"{found.chance:.0%}", "showed": found.showed, "attempts": found.attempts}
    )
    say(
        _("Assumed beforehand of the spread: %(prior)s with scale %(scale)s.")
        % {"prior": found.prior.value, "scale": figure(found.prior_scale, 2)}
    )
    for caution in found.cautions:
        say(f"· {caution_words(caution)}")


def _show_missing(result: Result) -> None:
    days = sum(len(one.before) + len(one.after) for one in result.study.participants)
    missing = sum(found.at_random.missing_before + found.at_random.missing_after for found in result.found)
    say(_("Missing days: %(missing)d of %(days)d.") % {"missing": missing, "days": days})
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
    courses = [Course(p.name, p.before, p.after, p.has_started, p.has_stayed) for p in result.study.participants]
    table = Table(
        *(_("outcome by name"), _("met"), _("not met"), _("unknown")),
        *(_("of who came"), _("started"), _("stayed"), _("answered")),
    )
    unanswered = []
    for tally in tallies(courses):
        name = str(DEFINITIONS[tally.definition.name])
        counts = (tally.met, tally.not_met, tally.unknown, tally.came, tally.started, tally.stayed, tally.answered)
        if tally.answered:
            table.add_row(f"{name} ({tally.definition.source})", *map(str, counts))
        else:
            unanswered.append(name)
    Console().print(table)
    if unanswered:
        say(_("Yes or no a day cannot answer: %(names)s.") % {"names": ", ".join(unanswered)})
    say(_("No definition here is success by default; what each person wanted decides which one to read."))


def _show_caveats(folder: Path) -> None:
    found = caveats(folder)
    if found:
        say("\n" + _("What the folder says one has to know:"))
    for line in found:
        say(f"· {line}")
    say(f"· {caution_words(DESCRIBES)}")


def _as_data(result: Result) -> dict[str, object]:
    people = [
        {"name": one.name, "change": asdict(found.at_random), "tipping": found.tipping, "can_turn": found.can_turn}
        for one, found in zip(result.study.participants, result.found, strict=True)
    ]
    return {"substance": result.study.substance, "people": people, "together": [asdict(s) for s in result.together]}


def _draw(result: Result, folder: Path, asked: Asked) -> None:
    from vado.cli.evidence.pictures import brinley_plot, forest_plot, save, tipping_plot

    folder.mkdir(parents=True, exist_ok=True)
    name = result.study.substance
    changes = [found.at_random for found in result.found]
    save(folder / f"{name}-brinley.svg", brinley_plot(changes))
    if result.together:
        names = [one.name for one in result.study.participants]
        save(folder / f"{name}-forest.svg", forest_plot(names, changes, result.together[0]))
    save(folder / f"{name}-tipping.svg", tipping_plot(result.found))
