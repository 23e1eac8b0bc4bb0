"""Guards: pure functions that goals, plans, pauses and experiments call before they are kept as active.

A guard asks what it does not know, speaks when there is danger, and otherwise says nothing. It informs; it never keeps
anybody from going on, and it tells nobody else. What it says is a row of the rule table, named by its id.

>>> from vado.safety.plain import RecentDays
>>> sudden_stop(Intent(Change.STOP, ("beer",)), {"alcohol": RecentDays(used=12, unknown=0)})
Speak(rule='sudden-stop')
>>> sudden_stop(Intent(Change.STOP, ("beer",)), {"alcohol": RecentDays(used=2, unknown=0)}) is None
True
>>> sudden_stop(Intent(Change.PAUSE, ("diazepam",)), {}).questions[0]
<Question.MOST_DAYS: 'most_days'>
"""

import enum
from collections.abc import Mapping

import msgspec

from vado.safety.classes import class_of
from vado.safety.plain import NOTHING_KNOWN, UNSAID, Away, RecentDays, Standing

SUDDEN_STOP = "sudden-stop"
OPIOID_PREGNANCY = "opioid-pregnancy"
TOLERANCE_OPIOID = "lost-tolerance-opioid"
TOLERANCE_OTHER = "lost-tolerance-other"
MISSED_MAINTENANCE = "missed-maintenance"

# Classes whose sudden end can bring seizures or delirium: clinical.md 6.2 (ASAM 2025 for benzodiazepines); the
# gabapentinoids, phenibut and baclofen to be verified with their product information.
STOP_CLASSES = frozenset(
    {"alcohol", "benzodiazepine", "z_drug", "barbiturate", "ghb", "gabapentinoid", "gabaergic"},
)
OPIOID = "opioid"
# The same thought as for opioids, on return: own judgement.
TOLERANCE_CLASSES = frozenset({"alcohol", "benzodiazepine", "ghb"})
MOST_DAYS = 8  # of the last 14: own judgement, more days with than without
DAYS_WITHOUT_OPIOID = 3  # clinical.md 6.3: three to seven; the cautious end
DAYS_WITHOUT_OTHER = 14  # own judgement


class Change(enum.StrEnum):
    """What somebody means to change about how much they take. KEEP and SAFER leave the amount as it is."""

    STOP = "stop"
    CUT_FAST = "cut_fast"
    PAUSE = "pause"
    LESS = "less"
    SAFER = "safer"
    KEEP = "keep"


AWAY_FROM_IT = frozenset({Change.STOP, Change.CUT_FAST, Change.PAUSE})


class Intent(msgspec.Struct, frozen=True):
    """What somebody means to do: the change, and what it is about.

    `substance_codes` are those of the catalogue, `class_codes` the classes of a person's own substances where they
    named one; `own_words` are looked up by `guarding`. `everything` means every substance, whatever it is.
    """

    change: Change
    substance_codes: tuple[str, ...] = ()
    class_codes: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    everything: bool = False

    def classes(self) -> frozenset[str]:
        """The classes that this is about, as far as they are known."""
        named = {class_of(code) for code in self.substance_codes} | set(self.class_codes)
        return frozenset(named - {""}) | (STOP_CLASSES | {OPIOID} if self.everything else frozenset())


class Question(enum.StrEnum):
    """What a guard asks when the days do not tell. Each may stay open; open counts as yes."""

    MOST_DAYS = "most_days"
    SHAKY = "shaky"
    SEIZURE = "seizure"
    PREGNANT = "pregnant"
    QUICKLY = "quickly"


class Answers(msgspec.Struct, frozen=True):
    """What was answered. None is "not answered" and counts as yes."""

    most_days: bool | None = None
    shaky: bool | None = None
    seizure: bool | None = None
    pregnant: bool | None = None
    quickly: bool | None = None


class Ask(msgspec.Struct, frozen=True):
    """The rule needs to know these; ask them and call it once more with `Answers`, even if all stayed open."""

    rule: str
    questions: tuple[Question, ...]


class Speak(msgspec.Struct, frozen=True):
    """The rule has something to say: show its card, then let the person go on."""

    rule: str


DaysKnown = Mapping[str, RecentDays]


def most_days(days: RecentDays) -> bool | None:
    """Whether use was on most of the days; None where the days that are not written could decide it.

    >>> most_days(RecentDays(8, 6)), most_days(RecentDays(3, 4)), most_days(RecentDays(3, 5))
    (True, False, None)
    """
    if days.used >= MOST_DAYS:
        return True
    return None if days.used + days.unknown >= MOST_DAYS else False


def sudden_stop(
    intent: Intent, days_known: DaysKnown, answers: Answers | None = None, standing: Standing = UNSAID
) -> Ask | Speak | None:
    """Stopping or cutting fast something whose sudden end can be dangerous; and opioids in pregnancy.

    `days_known` tells of the last 14 days by class code; a class that is not in it is not known. `answers` is None
    before anything was asked. Gives `Ask`, `Speak` or None. LESS speaks only if it would come down within days.

    >>> asked = Answers(most_days=False, shaky=False, seizure=False, pregnant=False)
    >>> sudden_stop(Intent(Change.STOP, ("gbl",)), {}, asked) is None
    True
    >>> sudden_stop(Intent(Change.STOP, ("gbl",)), {}, Answers(most_days=False))
    Speak(rule='sudden-stop')
    """
    if intent.change not in AWAY_FROM_IT | {Change.LESS}:
        return None
    of_stopping = _sudden_end(intent, days_known, answers, standing)
    return of_stopping or _opioids_in_pregnancy(intent, days_known, answers, standing)


def _sudden_end(
    intent: Intent, days_known: DaysKnown, answers: Answers | None, standing: Standing
) -> Ask | Speak | None:
    classes = intent.classes() & STOP_CLASSES
    daily = _daily(classes, days_known, standing)
    if not classes or (daily is False and standing.seizures is not True):
        return None
    is_certain = daily is True or standing.seizures is True
    open_questions = _open_questions(intent, standing, is_certain=is_certain)
    if answers is None and open_questions:
        return Ask(SUDDEN_STOP, open_questions)
    said = answers or Answers()
    if intent.change is Change.LESS and said.quickly is False:
        return None
    return Speak(SUDDEN_STOP) if is_certain or _any_yes_or_open(said, standing) else None


def _daily(classes: frozenset[str], days_known: DaysKnown, standing: Standing) -> bool | None:
    known = [most_days(days_known.get(one, NOTHING_KNOWN)) for one in sorted(classes)]
    if True in known or classes & standing.class_codes:
        return True
    return None if None in known else False


def _open_questions(intent: Intent, standing: Standing, *, is_certain: bool) -> tuple[Question, ...]:
    quickly = (Question.QUICKLY,) if intent.change is Change.LESS else ()
    if is_certain:
        return quickly
    of_history = (Question.SEIZURE,) if standing.seizures is None else ()
    of_pregnancy = (Question.PREGNANT,) if standing.pregnant is None else ()
    return (Question.MOST_DAYS, Question.SHAKY, *of_history, *of_pregnancy, *quickly)


def _any_yes_or_open(said: Answers, standing: Standing) -> bool:
    seizure = said.seizure if standing.seizures is None else standing.seizures
    pregnant = said.pregnant if standing.pregnant is None else standing.pregnant
    return any(answer is not False for answer in (said.most_days, said.shaky, seizure, pregnant))


def _opioids_in_pregnancy(
    intent: Intent, days_known: DaysKnown, answers: Answers | None, standing: Standing
) -> Ask | Speak | None:
    if OPIOID not in intent.classes() or _is_without_opioids(days_known, standing):
        return None
    said = answers or Answers()
    pregnant = said.pregnant if standing.pregnant is None else standing.pregnant
    if pregnant is False or (intent.change is Change.LESS and said.quickly is False):
        return None
    quickly = (Question.QUICKLY,) if intent.change is Change.LESS else ()
    asked = (Question.PREGNANT, *quickly) if standing.pregnant is None else quickly
    return Ask(OPIOID_PREGNANCY, asked) if answers is None and asked else Speak(OPIOID_PREGNANCY)


def _is_without_opioids(days_known: DaysKnown, standing: Standing) -> bool:
    days = days_known.get(OPIOID, NOTHING_KNOWN)
    return days.used == days.unknown == 0 and OPIOID not in standing.class_codes


def tolerance_ahead(intent: Intent) -> Speak | None:
    """A break from opioids that somebody plans: what a break does to tolerance is said before it begins.

    >>> tolerance_ahead(Intent(Change.PAUSE, ("heroin",)))
    Speak(rule='lost-tolerance-opioid')
    >>> tolerance_ahead(Intent(Change.PAUSE, ("cannabis",))) is None
    True
    """
    is_away = intent.change in AWAY_FROM_IT | {Change.LESS}
    return Speak(TOLERANCE_OPIOID) if is_away and OPIOID in intent.classes() else None


class Returning(msgspec.Struct, frozen=True):
    """Taking something after a break, or a step that keeps the break going.

    `days_since` counts the days since it was last written; None when nothing is written, which counts as long ago for
    an opioid. For the other classes a break means that there was something before: pass None where there was not.
    """

    class_code: str
    days_since: int | None
    away: frozenset[Away] = frozenset()


def lost_tolerance(returning: Returning) -> Speak | None:
    """A return after a break: the body is no longer used to what it took.

    >>> lost_tolerance(Returning("opioid", 3)), lost_tolerance(Returning("opioid", None)).rule
    (Speak(rule='lost-tolerance-opioid'), 'lost-tolerance-opioid')
    >>> lost_tolerance(Returning("opioid", 1)) is None
    True
    >>> lost_tolerance(Returning("ghb", 14))
    Speak(rule='lost-tolerance-other')
    """
    since = returning.days_since
    if returning.class_code == OPIOID:
        is_long = since is None or since >= DAYS_WITHOUT_OPIOID
        return Speak(TOLERANCE_OPIOID) if is_long or returning.away else None
    if returning.class_code not in TOLERANCE_CLASSES:
        return None
    is_break = (since is not None and since >= DAYS_WITHOUT_OTHER) or returning.away - {Away.NALTREXONE}
    return Speak(TOLERANCE_OTHER) if is_break else None


def missed_maintenance(standing: Standing) -> Speak | None:
    """Doses of methadone or buprenorphine were missed: the prescriber is asked before the usual dose.

    >>> missed_maintenance(Standing(missed_maintenance_doses=2))
    Speak(rule='missed-maintenance')
    >>> missed_maintenance(Standing()) is None
    True
    """
    return Speak(MISSED_MAINTENANCE) if (standing.missed_maintenance_doses or 0) > 0 else None
