"""A plan read back as sentences, the person's words standing in the blanks."""

from collections.abc import Callable, Iterable
from html import unescape

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vado.diary.timeline import number_shown
from vado.diary.vocabulary import Vocabulary, page_language
from vado.exchange.tables import said_in_tables
from vado.plans import conditions as asked
from vado.plans.conditions import Condition, Per
from vado.plans.facts import UsePlan
from vado.plans.names import clock


def filled(words: object) -> SafeString:
    """A blank with what was written in it."""
    return format_html('<b class="filled">{}</b>', words)


def sentence(condition: Condition, vocabulary: Vocabulary) -> SafeString:
    """One condition as a sentence with filled blanks."""
    return _SAID[type(condition)](condition, vocabulary)


def plain_sentence(condition: Condition, vocabulary: Vocabulary) -> str:
    """The same without any mark-up."""
    return unescape(strip_tags(sentence(condition, vocabulary)))


def _at_most(one: asked.AtMost, vocabulary: Vocabulary) -> SafeString:
    amount = filled(f"{number_shown(one.limit)} {vocabulary.unit_words(one.unit, one.limit)}")
    if one.limit == 0:
        amount = filled(_("none"))
    patterns = {
        Per.OCCASION: _("At most {amount} on one occasion."),
        Per.DAY: _("At most {amount} on one day."),
        Per.WEEK: _("At most {amount} in a week."),
    }
    return format_html(patterns[one.per], amount=amount)


def _days_with(one: asked.DaysWith, vocabulary: Vocabulary) -> SafeString:
    pattern = _("At least {days} a week with.") if one.at_least else _("At most {days} a week with.")
    return format_html(pattern, days=_days(one.days))


def _days_without(one: asked.DaysWithout, vocabulary: Vocabulary) -> SafeString:
    pattern = _("At most {days} a week without.") if one.at_most else _("At least {days} a week without.")
    return format_html(pattern, days=_days(one.days))


def _days(count: int) -> SafeString:
    return filled(ngettext("%(count)d day", "%(count)d days", count) % {"count": count})


def _only_between(one: asked.OnlyBetween, vocabulary: Vocabulary) -> SafeString:
    earliest, latest = filled(clock(one.earliest)), filled(clock(one.latest))
    if one.latest is None:
        return format_html(_("Not before {earliest}."), earliest=earliest)
    if one.earliest is None:
        return format_html(_("Not after {latest}."), latest=latest)
    return format_html(_("Not before {earliest}, not after {latest}."), earliest=earliest, latest=latest)


def _pace(one: asked.Pace, vocabulary: Vocabulary) -> SafeString:
    minutes = ngettext("%(count)d minute", "%(count)d minutes", one.minutes) % {"count": one.minutes}
    return format_html(_("{minutes} or more between one and the next."), minutes=filled(minutes))


def _gap_after(one: asked.GapAfter, vocabulary: Vocabulary) -> SafeString:
    return format_html(_("Not until {hours} after {other}."), hours=_hours(one.hours), other=filled(one.other))


def _never_with(one: asked.NeverWith, vocabulary: Vocabulary) -> SafeString:
    return format_html(_("Never within {hours} of {other}."), hours=_hours(one.hours), other=filled(one.other))


def _hours(hours: float) -> SafeString:
    count = 1 if hours == 1 else 2
    return filled(ngettext("%(hours)s hour", "%(hours)s hours", count) % {"hours": number_shown(hours)})


def _not_alone(one: asked.NotAlone, vocabulary: Vocabulary) -> SafeString:
    return format_html(_("{company}, not alone."), company=filled(_("With somebody there")))


def _not_in(one: asked.NotIn, vocabulary: Vocabulary) -> SafeString:
    return format_html(_("Not here: {place}."), place=filled(one.place))


def _not_when(one: asked.NotWhen, vocabulary: Vocabulary) -> SafeString:
    below = _("my mood is below %(number)d of 10") % {"number": one.mood_below} if one.mood_below else ""
    if one.mood and below:
        return format_html(_("Not when {mood}, and not when {below}."), mood=filled(one.mood), below=filled(below))
    return format_html(_("Not when {mood}."), mood=filled(one.mood or below))


def _not_before(one: asked.NotBefore, vocabulary: Vocabulary) -> SafeString:
    days = ", ".join(str(WEEKDAYS_ABBR[day]) for day in one.weekdays)
    return format_html(
        _("Not in the {hours} before {duty} ({days} {at})."),
        hours=_hours(one.hours),
        duty=filled(one.duty),
        days=days,
        at=clock(one.at),
    )


_SAID: dict[type, Callable[..., SafeString]] = {
    asked.AtMost: _at_most,
    asked.DaysWith: _days_with,
    asked.DaysWithout: _days_without,
    asked.OnlyBetween: _only_between,
    asked.Pace: _pace,
    asked.GapAfter: _gap_after,
    asked.NeverWith: _never_with,
    asked.NotAlone: _not_alone,
    asked.NotIn: _not_in,
    asked.NotWhen: _not_when,
    asked.NotBefore: _not_before,
}


def own_lines(plan: UsePlan) -> list[SafeString]:
    """What the person wrote in the other blanks, as sentences."""
    return list(_lines(plan))


def _lines(plan: UsePlan) -> Iterable[SafeString]:
    patterns = (
        (plan.first, _("First: {words}.")),
        (plan.where, _("Where: {words}.")),
        (plan.with_whom, _("With: {words}.")),
        (plan.never_with, _("Never with: {words}.")),
        (plan.route, _("How I take it: {words}.")),
        (plan.safety, _("What keeps me safe: {words}.")),
        (plan.before, _("Before: {words}.")),
        (plan.during, _("During: {words}.")),
        (plan.after, _("After: {words}.")),
        (plan.stop_when, _("I stop when: {words}.")),
    )
    yield from (format_html(pattern, words=filled(words.rstrip("."))) for words, pattern in patterns if words)
    if plan.goes_wrong and plan.then_i:
        pattern = _("If {wrong}, then {then}.")
        yield format_html(pattern, wrong=filled(plan.goes_wrong.rstrip(".")), then=filled(plan.then_i.rstrip(".")))
    elif plan.goes_wrong or plan.then_i:
        words = filled((plan.goes_wrong or plan.then_i).rstrip("."))
        yield format_html(_("What could go wrong: {words}.") if plan.goes_wrong else _("Then I: {words}."), words=words)
    yield from (filled(own) for own in plan.own_sentences)


def in_a_table(condition: Condition) -> str:
    """A condition in the cell of a table that somebody takes along."""
    return plain_sentence(condition, Vocabulary("", page_language(), ()))


said_in_tables(asked.Asked, in_a_table)
