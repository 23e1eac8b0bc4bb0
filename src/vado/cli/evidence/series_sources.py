"""Where a case series comes from: a folder of diaries, a folder of timeline-followback files, the demonstration."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from vado.cli.evidence.people_file import NAME, NOTHING_TOLD, About, people_of
from vado.cli.evidence.reading import Columns, read
from vado.cli.evidence.studies import NotAStudy, Participant, Study
from vado.evidence.synthesis import Goal

KINDS_OF_GOAL = {
    "stop": Goal.STOP,
    "pause": Goal.PAUSE,
    "less": Goal.LESS,
    "only_some": Goal.ONLY_SOME,
    "safer": Goal.SAFER,
    "keep": Goal.KEEP,
}


def diaries(folder: Path, columns: Columns, improvement: str) -> Iterator[Study]:
    """One study of a folder: a .csv a person, and people.csv for those who came without leaving a diary."""
    files = [file for file in sorted(folder.glob("*.csv")) if file.name != NAME] if folder.is_dir() else []
    if not files:
        raise NotAStudy(folder=folder.name)
    told = people_of(folder)
    people = [_participant(file, told.get(file.stem, NOTHING_TOLD), columns, improvement) for file in files]
    absent = told.keys() - {file.stem for file in files}
    people += [_absent(name, about) for name, about in told.items() if name in absent]
    yield Study(folder.name, tuple(people), tuple(dict.fromkeys(one for person in people for one in person.cautions)))


def _participant(file: Path, about: About, columns: Columns, improvement: str) -> Participant:
    found = read(file, columns, improvement)
    days = found.pair
    started, stayed = about.has_started is not False, about.has_stayed is not False
    return Participant(
        file.stem, days.before_days, days.after_days, started, started and stayed, about, found.cautions,
        days.starts_on,
    )  # fmt: skip


def _absent(name: str, about: About) -> Participant:
    """Somebody who came and left no diary: counted, and nothing more is known."""
    return Participant(name, (), (), bool(about.has_started), bool(about.has_stayed), about)


def yesterday() -> dt.date:
    """The last day that the demonstration tells."""
    return dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1)


def demonstration() -> Iterator[Study]:
    """The ten fictional people up to yesterday, as `vado demo` fills them."""
    from vado.demonstration.case_series import Case, cases
    from vado.demonstration.fill import SEED

    def participant(case: Case) -> Participant:
        goal = KINDS_OF_GOAL.get(case.aim.value, Goal.UNDECIDED)
        about = About(case.has_started, case.has_stayed, goal, True if case.is_goal_reached else None)
        return Participant(
            case.name, case.before, case.after, case.has_started, case.has_stayed, about, starts_on=case.starts_on
        )

    everybody = tuple(participant(case) for case in cases(yesterday(), SEED))
    yield Study(
        _("days with use of what their plan is about, before the first plan and under the last"),
        everybody,
        key="demonstration",
    )
