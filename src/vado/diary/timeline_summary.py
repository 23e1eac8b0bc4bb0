"""What an import of a study says at its end: a line for each person, what was refused and why, in both languages."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rich.console import Console
from rich.table import Table

from vado.diary.rules_timeline import WhyNot
from vado.record import Outcome

if TYPE_CHECKING:
    from vado.diary.timeline_files import Study
    from vado.diary.timeline_import import Imported, Kept

LINES_NAMED = 10
WHY_NOT: Mapping[WhyNot, str | Promise] = {
    WhyNot.CUT_OFF: gettext_lazy("may be cut off"),
    WhyNot.WRONG_NUMBER_OF_CELLS: gettext_lazy("wrong number of cells"),
    WhyNot.NO_PERSON: gettext_lazy("no person named"),
    WhyNot.UNKNOWN_PERSON: gettext_lazy("unknown person"),
    WhyNot.UNKNOWN_SUBSTANCE: gettext_lazy("unknown substance"),
    WhyNot.UNKNOWN_STATUS: gettext_lazy("unknown status"),
    WhyNot.NOT_A_DAY: gettext_lazy("not a day"),
    WhyNot.OUTSIDE_THE_DAYS_ASKED: gettext_lazy("outside the days asked"),
    WhyNot.REPEATED: gettext_lazy("there already"),
}
NOT_WRITTEN: Mapping[Outcome, str | Promise] = {
    Outcome.CHANGED_UNDER_ITS_ID: gettext_lazy("other content under the same id"),
    Outcome.UNKNOWN_LEAF: gettext_lazy("not in the record"),
    Outcome.NEWER_SHAPE: gettext_lazy("kept by a later version of Vado"),
    Outcome.TAMPERED: gettext_lazy("altered outside Vado"),
    Outcome.UNFIT: gettext_lazy("does not fit"),
    Outcome.ERASED: gettext_lazy("erased here"),
}


def print_summary(imported: "Imported", console: Console) -> None:
    """A line for each person, what was refused and why, and how the researcher signs in."""
    console.print(_people_table(imported.kept))
    for line in (*_kept_lines(imported.kept), *_refused_lines(imported.study)):
        console.print(line)
    if imported.researcher.login:
        console.print(_("Researcher's login: %s") % imported.researcher.login)
        console.print(_("Recovery code, shown once: %s") % imported.researcher.recovery_code)


def _people_table(kept: Sequence["Kept"]) -> Table:
    heads = _("person"), _("trial"), _("days asked"), _("days of use"), _("none reported"), _("new"), _("as before")
    table = Table(*heads)
    for one in kept:
        timeline = one.timeline
        days = (len(timeline.days_asked), timeline.days_of_use, timeline.days_none_reported)
        counts = (*days, one.outcomes[Outcome.NEW], one.outcomes[Outcome.SAME])
        table.add_row(timeline.participant.label, timeline.participant.trial, *map(str, counts))
    return table


def _kept_lines(kept: Sequence["Kept"]) -> Iterator[str]:
    outcomes = sum((one.outcomes for one in kept), Counter[Outcome]())
    told = {"records": len(kept), "new": outcomes[Outcome.NEW], "same": outcomes[Outcome.SAME]}
    yield _("%(records)d records, %(new)d new, %(same)d as before") % told
    for outcome, count in sorted(outcomes.items()):
        if outcome.was_refused:
            yield _("%(count)d not written: %(why)s") % {"count": count, "why": NOT_WRITTEN[outcome]}


def _refused_lines(study: "Study") -> Iterator[str]:
    lines: dict[tuple[str, WhyNot], list[int]] = defaultdict(list)
    for one in study.refusals:
        lines[one.file, one.why].append(one.line)
    for (file, why), numbers in sorted(lines.items()):
        named = ", ".join(map(str, numbers[:LINES_NAMED]))
        told = {"file": file, "count": len(numbers), "why": WHY_NOT[why], "lines": named}
        yield _("%(file)s: %(count)d refused, %(why)s, lines %(lines)s") % told
