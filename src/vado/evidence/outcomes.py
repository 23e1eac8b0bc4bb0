"""Outcome definitions by name, side by side; none is "success". Each says of how many, and keeps the unknown apart.

The same diary meets some definitions and not others: the definition is always said. A missing day never counts as use.
Where missing days could decide, the answer is unknown.
"""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vado.evidence.errors import BadModel
from vado.evidence.values import Days, days, known

WEEK, FOUR_WEEKS, GRACE = 7, 28, 14
SMALLEST_SHARE = 0.5  # of days known for a mean to be compared [D]


class Answer(enum.StrEnum):
    """Whether a definition is met: yes, no, or the days do not say."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


class Sex(enum.StrEnum):
    """Which of the two published sets of levels; the person chooses."""

    LOWER = "lower set"
    HIGHER = "higher set"


# WHO 2000, International guide for monitoring alcohol consumption: mean grams of ethanol a day,
# days without included (Witkiewitz et al. 2017) [S]
WHO_LEVELS = {Sex.LOWER: (0.0, 20.0, 40.0, 60.0), Sex.HIGHER: (0.0, 40.0, 60.0, 100.0)}
HEAVY_GRAMS = {Sex.LOWER: 56.0, Sex.HIGHER: 70.0}  # FDA 2015 after NIAAA: 4 or 5 drinks of 14 g [S]


@dataclass(frozen=True, slots=True)
class Course:
    """One person's days: before, and after some day zero; grams where amounts are known, days of use as 0 and 1 else.

    `has_started` and `has_stayed` are said by the study, not guessed from the days; `own_goal_met` by the person.
    """

    name: str
    before: tuple[float | None, ...]
    after: tuple[float | None, ...]
    has_started: bool = True
    has_stayed: bool = True
    in_grams: bool = False
    levels: Sex = Sex.HIGHER
    harms_before: int | None = None
    harms_after: int | None = None
    own_goal_met: bool | None = None

    def __post_init__(self) -> None:
        """Refuse what is no number of a day."""
        days(self.before), days(self.after)


@dataclass(frozen=True, slots=True)
class Definition:
    """A named outcome, its rule in words, its source."""

    name: str
    rule: str
    source: str
    answer: Callable[[Course], Answer]


def _no_use(values: Sequence[float | None], length: int) -> Answer:
    """No use on so many days: a known use says no, a missing day without one leaves it open."""
    if any(values_known > 0 for values_known in known(values)):
        return Answer.NOT_MET
    return Answer.MET if len(values) >= length and None not in values and length > 0 else Answer.UNKNOWN


def _continuous(course: Course) -> Answer:
    return _no_use(course.after, 1)


def _last(length: int) -> Callable[[Course], Answer]:
    return lambda course: _no_use(course.after[-length:], length)


def _prolonged(course: Course) -> Answer:
    return _no_use(course.after[GRACE:], 1)


def _mean(values: Days) -> float | None:
    """The mean, where at least half of the days are known."""
    listed = days(values)
    present = known(listed)
    return sum(present) / len(present) if present and len(present) >= SMALLEST_SHARE * len(listed) else None


def _level(mean: float, levels: Sex) -> int:
    return sum(mean > bound for bound in WHO_LEVELS[levels])


def _levels_down(steps: int) -> Callable[[Course], Answer]:
    def answer(course: Course) -> Answer:
        before, after = _mean(course.before), _mean(course.after)
        if not course.in_grams or before is None or after is None:
            return Answer.UNKNOWN
        fallen = _level(before, course.levels) - _level(after, course.levels)
        return Answer.MET if fallen >= steps else Answer.NOT_MET

    return answer


def _no_heavy_day(course: Course) -> Answer:
    if not course.in_grams:
        return Answer.UNKNOWN
    heavy = [None if day is None else float(day >= HEAVY_GRAMS[course.levels]) for day in course.after]
    return _no_use(heavy, 1)


def _percent_less(percent: float) -> Callable[[Course], Answer]:
    def answer(course: Course) -> Answer:
        before, after = _mean(course.before), _mean(course.after)
        if before is None or after is None or before == 0:
            return Answer.UNKNOWN
        return Answer.MET if after <= before * (1 - percent / 100) else Answer.NOT_MET

    return answer


def _fewer_harms(course: Course) -> Answer:
    if course.harms_before is None or course.harms_after is None:
        return Answer.UNKNOWN
    return Answer.MET if course.harms_after < course.harms_before else Answer.NOT_MET


def _own_goal(course: Course) -> Answer:
    if course.own_goal_met is None:
        return Answer.UNKNOWN
    return Answer.MET if course.own_goal_met else Answer.NOT_MET


DEFINITIONS: tuple[Definition, ...] = (
    Definition("own goal", "the person says their own goal was met", "the person", _own_goal),
    Definition("fewer harms", "fewer harms recorded after than before", "Tatarsky and Marlatt 2010", _fewer_harms),
    Definition("half as much", "mean after at most half of the mean before", "percent reduction", _percent_less(50)),
    Definition(
        "a third less", "mean after at least 30 % below the mean before", "percent reduction", _percent_less(30)
    ),
    Definition(
        "WHO one level", "WHO level of grams a day at least one lower", "Witkiewitz et al. 2017", _levels_down(1)
    ),
    Definition(
        "WHO two levels",
        "WHO level at least two lower",
        "Witkiewitz et al. 2017; accepted by EMA 2010 and FDA 2025",
        _levels_down(2),
    ),
    Definition("no heavy day", "no heavy day after", "FDA 2015; Falk et al. 2010", _no_heavy_day),
    Definition("7 days without", "no use on the last 7 days", "Hughes et al. 2003", _last(WEEK)),
    Definition("28 days without", "no use on the last 28 days", "Hughes et al. 2003", _last(FOUR_WEEKS)),
    Definition("prolonged without", "no use after a grace of 14 days", "Hughes et al. 2003", _prolonged),
    Definition("continuous without", "no use on any day after", "Hughes et al. 2003", _continuous),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """A definition with its whole denominators: met and not met, out of those who came, started, stayed, answered."""

    definition: Definition
    met: int
    not_met: int
    unknown: int
    came: int
    started: int
    stayed: int
    answered: int
    met_of_stayed: int


def tallies(courses: Sequence[Course], definitions: Sequence[Definition] = DEFINITIONS) -> tuple[Tally, ...]:
    """Every definition side by side, in the order given; everybody who came is in every denominator.

    >>> came = [Course("P1", (1,) * 28, (0,) * 28), Course("P2", (1,) * 28, (0,) * 20 + (None,) * 8, has_stayed=False)]
    >>> [(t.met, t.unknown, t.came) for t in tallies(came) if t.definition.name == "28 days without"]
    [(1, 1, 2)]

    Shape: one `Course` a person, of daily values from zero up; figures are people.
    Errors: none; what the days cannot answer is unknown.
    Source: each definition names its own.
    """
    if not courses:
        raise BadModel(reason="nobody came")
    return tuple(_tally(courses, definition) for definition in definitions)


def _tally(courses: Sequence[Course], definition: Definition) -> Tally:
    answers = [definition.answer(course) for course in courses]
    stayed = [answer for course, answer in zip(courses, answers, strict=True) if course.has_stayed]
    return Tally(
        definition,
        met=answers.count(Answer.MET),
        not_met=answers.count(Answer.NOT_MET),
        unknown=answers.count(Answer.UNKNOWN),
        came=len(courses),
        started=sum(course.has_started for course in courses),
        stayed=len(stayed),
        answered=len(courses) - answers.count(Answer.UNKNOWN),
        met_of_stayed=stayed.count(Answer.MET),
    )
