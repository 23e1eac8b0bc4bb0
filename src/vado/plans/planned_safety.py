"""An occasion or a week that somebody plans, as the guards of safety read it: what is left out, and what meets what."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vado.diary.facts import Use
from vado.diary.for_safety import taken_of
from vado.diary.forms_entry import Writing
from vado.people.facts import DiarySettings
from vado.plans.activating import guarded, slowly
from vado.plans.facts import PlannedOccasion, WeekPage
from vado.record import Record
from vado.safety import after
from vado.safety.classes import class_of, code_of, folded
from vado.safety.combining import combined
from vado.safety.guarding import Guarding
from vado.safety.guards import OPIOID, TOLERANCE_CLASSES, Change, Intent
from vado.safety.plain import Taken
from vado.safety.reading import SafetyDrawer, safety_of

# How a line says that nothing is used that day, in both languages; what stands after it is what is left out.
WITHOUT = re.compile(r"(?:without|no|not any|none|nothing|sin|nada de|nada|ningun|ninguna|0)\b ?(.*)")
BETWEEN_NAMES = re.compile(r"[,;+/&]|\b(?:and|with|plus|then|y|e|con|mas|luego)\b")


def named_in(words: str, drawer: SafetyDrawer) -> list[tuple[str, str]]:
    """Substances that a line names, each as code and class; a word that nobody knows is left out."""
    said = [one.strip() for one in BETWEEN_NAMES.split(folded(words))]
    codes = [(code_of(one, drawer.country), drawer.class_of_own(one) or "") for one in said if one]
    known = [(code, class_of(code) or own_class) for code, own_class in codes]
    return [one for one in known if any(one)]


def left_out(lines: Iterable[str], drawer: SafetyDrawer, usual: frozenset[str]) -> frozenset[str]:
    """The classes that lines leave out; a line that leaves out all stands for what is usual for this person."""
    found: set[str] = set()
    for line in lines:
        is_without = WITHOUT.fullmatch(folded(line))
        if is_without:
            named = {class_code for _code, class_code in named_in(is_without[1], drawer)}
            found |= named or (usual if not is_without[1] else frozenset())
    return frozenset(found)


def guarded_ahead(
    record: Record, lines: Sequence[str], writing: Writing, today: dt.date, sent: Mapping[str, str]
) -> Guarding:
    """What the guards say before an occasion or a week is kept."""
    intent = intent_of_lines(record, lines, today, writing.settings)
    also = rules_ahead(record, lines, writing.now, today, writing.settings)
    return guarded(record, intent or Intent(Change.KEEP), today, sent, also)


def intent_of_lines(record: Record, lines: Iterable[str], today: dt.date, settings: DiarySettings) -> Intent | None:
    """A time without: a day is enough for a body that is used to it every day."""
    drawer = safety_of(record)
    usual = frozenset(one.class_code for one in _takings(record, drawer, today, settings)) | drawer.standing.class_codes
    classes = left_out(lines, drawer, usual)
    return Intent(Change.PAUSE, class_codes=tuple(sorted(classes))) if classes else None


def lines_of_occasion(planned: PlannedOccasion) -> list[str]:
    """The one line of an occasion that says how much of what."""
    return [f"{'0 ' if planned.none_at_all else ''}{planned.substance}".strip()]


def rules_ahead(
    record: Record, lines: Iterable[str], now: dt.datetime, today: dt.date, settings: DiarySettings
) -> tuple[str, ...]:
    """Rules that plans meet, as if each line were taken now: things named together or with the list, and a return."""
    drawer = safety_of(record)
    takings = _takings(record, drawer, today, settings)
    met: dict[str, None] = {}
    for line in lines:
        if WITHOUT.fullmatch(folded(line)) is None:
            together = [Taken(code, of, today, now, now) for code, of in named_in(line, drawer)]
            for place, one in enumerate(together):
                found = [pair.rule for pair in combined(one, together[:place], drawer.standing, now)]
                met |= dict.fromkeys([*found, *_returns(one, takings, drawer, now)])
    return tuple(met)


def _returns(one: Taken, takings: list[Taken], drawer: SafetyDrawer, now: dt.datetime) -> list[str]:
    if one.class_code != OPIOID and one.class_code not in TOLERANCE_CLASSES:
        return []
    return [met.rule for met in after.rules_met(one, takings, drawer.standing, now) if met.rule in after.RETURN_RULES]


def _takings(record: Record, drawer: SafetyDrawer, today: dt.date, settings: DiarySettings) -> list[Taken]:
    since = today - dt.timedelta(days=after.REGULAR_LOOK_BACK_DAYS)
    return [taken_of(leaf.fact, drawer, settings) for leaf in record.leaves(Use, since, today)]


def with_care(planned: PlannedOccasion) -> PlannedOccasion:
    """The occasion as it is kept by somebody who chose medical help instead of a sudden end."""
    return msgspec.structs.replace(planned, none_at_all=False, wants=f"{planned.wants}\n{slowly()}".strip())


def week_with_care(page: WeekPage) -> WeekPage:
    """The week as it is kept then."""
    return msgspec.structs.replace(page, words=f"{page.words}\n{slowly()}".strip())
