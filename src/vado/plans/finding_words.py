"""What a finding says: one plain sentence, how many days it stands on, and what is in doubt. No rank, no verdict."""

import datetime as dt
import functools
from collections.abc import Iterable

import msgspec
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from vado.diary.dates_shown import short_date
from vado.diary.vocabulary import Vocabulary
from vado.evidence import Caution, Change
from vado.plans.rules_change import OF_WEEKS, Counted, Finding, Measure, Point
from vado.plans.rules_windows import Window

FEWER, LESS, EARLIER, LOWER = "fewer", "less", "earlier", "lower"
KIND_OF = {
    Counted.AMOUNT_A_DAY: LESS,
    Counted.AMOUNT_A_WEEK: LESS,
    Counted.HEAVIEST: LESS,
    Counted.MONEY: LESS,
    Counted.FIRST_HOUR: EARLIER,
    Counted.CHECK_IN: LOWER,
}
PROBABLY = {
    (FEWER, True): gettext_lazy("Probably fewer: by %(least)s to %(most)s."),
    (FEWER, False): gettext_lazy("Probably more: by %(least)s to %(most)s."),
    (LESS, True): gettext_lazy("Probably less: by %(least)s to %(most)s."),
    (LESS, False): gettext_lazy("Probably more: by %(least)s to %(most)s."),
    (EARLIER, True): gettext_lazy("Probably earlier: by %(least)s to %(most)s hours."),
    (EARLIER, False): gettext_lazy("Probably later: by %(least)s to %(most)s hours."),
    (LOWER, True): gettext_lazy("Probably lower: by %(least)s to %(most)s."),
    (LOWER, False): gettext_lazy("Probably higher: by %(least)s to %(most)s."),
}
DOUBTS: dict[Caution, str | Promise] = {
    Caution.DAYS_HANG_TOGETHER: gettext_lazy("One day is much like the day before it, so the doubt is larger."),
    Caution.MISSING_DIFFERS: gettext_lazy("More days are not known on one side than on the other."),
    Caution.MANY_MISSING: gettext_lazy("More than a fifth of the days are not known."),
    Caution.ONE_SIDE_FLAT: gettext_lazy("On one side every known day was alike."),
}
ITEM_WORDS: dict[str, str | Promise] = {
    "mood": gettext_lazy("Mood, 0 to 10"),
    "sleep": gettext_lazy("Sleep, 0 to 10"),
    "stress": gettext_lazy("Stress, 0 to 10"),
    "pain": gettext_lazy("Pain, 0 to 10"),
    "energy": gettext_lazy("Energy, 0 to 10"),
}
TITLES: dict[Counted, str | Promise] = {
    Counted.DAYS: gettext_lazy("Days with %(about)s, a week"),
    Counted.AMOUNT_A_DAY: gettext_lazy("On a day with %(about)s, %(unit)s"),
    Counted.AMOUNT_A_WEEK: gettext_lazy("%(about)s in a week, %(unit)s"),
    Counted.HEAVIEST: gettext_lazy("%(about)s on the largest day of a week, %(unit)s"),
    Counted.FIRST_HOUR: gettext_lazy("The first %(about)s of a day, by the clock"),
    Counted.ANY_DAYS: gettext_lazy("Days with anything at all, a week"),
    Counted.MIXED_DAYS: gettext_lazy("Days with more than one thing, a week"),
    Counted.MONEY: gettext_lazy("Money in a week, %(unit)s"),
    Counted.PLACE: gettext_lazy("Days a week with use here: %(about)s"),
    Counted.URGES: gettext_lazy("Urges met in another way, of ten"),
    Counted.CHECK_IN: gettext_lazy("%(about)s, 0 to 10"),
    Counted.PLAN_DAYS: gettext_lazy("Days as planned, a week"),
    Counted.PLAN_WEEKS: gettext_lazy("Weeks as planned, of ten"),
}
OF_TEN = (Counted.CHECK_IN, Counted.URGES, Counted.PLAN_WEEKS)


class Row(msgspec.Struct, frozen=True):
    """One line of the table behind a chart."""

    on: dt.date
    value: str
    known: int


class FindingShown(msgspec.Struct, frozen=True, kw_only=True):
    """A finding, ready to be shown."""

    key: str
    then: Window
    now: Window
    title: str
    before: str
    after: str
    sentence: str
    days: str
    doubts: tuple[str | Promise, ...] = ()
    points: tuple[Point, ...]
    rows: tuple[Row, ...]
    top: float | None = None  # of the scale, where it is given
    may_be_step: bool = True

    @property
    def as_step(self) -> str:
        """The words of a step that somebody keeps of it."""
        return f"{self.title}: {self.before} → {self.after}. {self.sentence}"


def finding_shown(finding: Finding, vocabulary: Vocabulary) -> FindingShown:
    """A finding that has something to say, in words."""
    measure, change = finding.measure, finding.change
    return FindingShown(
        key=finding.key,
        then=finding.then,
        now=finding.now,
        title=title_of(measure, vocabulary),
        before=value_words(measure, change.before),
        after=value_words(measure, change.after),
        sentence=sentence_of(measure, change),
        days=days_words(measure, change),
        doubts=(*_when_new(finding), *(DOUBTS[caution] for caution in change.cautions if caution in DOUBTS)),
        points=tuple(finding.course),
        rows=tuple(_rows(measure, finding.course)),
        top=10.0 if measure.counted in OF_TEN else None,
    )


def _when_new(finding: Finding) -> Iterable[str]:
    """A plan has a beginning of its own."""
    if finding.measure.counted in (Counted.PLAN_DAYS, Counted.PLAN_WEEKS):
        ends = {"first": short_date(finding.then.first), "last": short_date(finding.then.last)}
        yield _("Then is when the plan was new, %(first)s to %(last)s.") % ends


def title_of(measure: Measure, vocabulary: Vocabulary) -> str:
    """What is counted, in the person's words."""
    if measure.counted is Counted.CHECK_IN and measure.about in ITEM_WORDS:
        return str(ITEM_WORDS[measure.about])
    unit = measure.unit if measure.counted is Counted.MONEY else vocabulary.unit_words(measure.unit, 2)
    words = str(TITLES[measure.counted]) % {"about": measure.about, "unit": unit}
    return words[:1].upper() + words[1:]


def sentence_of(measure: Measure, change: Change) -> str:
    """One plain sentence with its honest doubt."""
    if change.low is None or change.high is None:
        return _("Every known day was alike.")
    if change.could_be_none:
        low, high = difference_words(measure, change.low), difference_words(measure, change.high)
        return _("Could be the same: the difference may be anything from %(low)s to %(high)s.") % {
            "low": low,
            "high": high,
        }
    is_down = change.high < 0
    ends = sorted((abs(change.low), abs(change.high)))
    named = {"least": least_words(measure, ends[0]), "most": size_words(measure, ends[1])}
    return str(PROBABLY[KIND_OF.get(measure.counted, FEWER), is_down]) % named


def days_words(measure: Measure, change: Change) -> str:
    """How much it stands on: known days then and now, and those that are not known."""
    known, missing = change.n_before + change.n_after, change.missing_before + change.missing_after
    if measure.counted is Counted.URGES:
        counted = ngettext("%(count)d urge", "%(count)d urges", known)
    elif measure.counted in OF_WEEKS:
        counted = ngettext("%(count)d week", "%(count)d weeks", known)
    else:
        counted = ngettext("%(count)d day", "%(count)d days", known)
    said = [counted % {"count": known}]
    if missing:
        said.append(ngettext("%(count)d not known", "%(count)d not known", missing) % {"count": missing})
    return ", ".join(said)


def value_words(measure: Measure, value: float | None) -> str:
    """A value as it is read: a time of the clock, or a number with one place."""
    if value is None:
        return "–"
    if measure.counted is Counted.FIRST_HOUR:
        minutes = round(value) % (24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return number(value)


def size_words(measure: Measure, value: float) -> str:
    """How large a difference is; hours for times of the clock."""
    return number(value / 60 if measure.counted is Counted.FIRST_HOUR else value)


def least_words(measure: Measure, value: float) -> str:
    """The smaller end of a difference that is there: "by 0" would say that it is not."""
    size = size_words(measure, value)
    return size if size != number(0) else "<" + number(0.1)


def difference_words(measure: Measure, value: float) -> str:
    """A difference with its sign."""
    size = size_words(measure, abs(value))
    if size == number(0):
        return size
    sign = "−" if value < 0 else "+"
    hours = _(" hours") if measure.counted is Counted.FIRST_HOUR else ""
    return f"{sign}{size}{hours}"


def number(value: float) -> str:
    """At most one place after the point; money and ratings need no more."""
    return _written(round(value, 1), get_language())


@functools.lru_cache(maxsize=4096)
def _written(rounded: float, _language: str | None) -> str:
    return number_format(rounded, 0 if rounded == int(rounded) else 1, use_l10n=True)


def _rows(measure: Measure, course: Iterable[Point]) -> Iterable[Row]:
    return (Row(point.on, value_words(measure, point.value), point.known) for point in course)
