"""A guard inside another room's form: it asks, shows its card one time, and then stands aside.

    guard = guarding(intent, days_known, safety_of(record), request.POST)
    if guard.holds:
        return render(request, "plans/goal.html", {"form": form, "guard": guard})   # {% include "safety/_guard.html" %}
    keep(form, with_help=guard.wants_help)

Call it after the form is valid and before anything is kept. Nothing that it asks is kept.
"""

from collections.abc import Iterable, Mapping
from typing import cast

import msgspec
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vado.safety.cards import Card, card_of
from vado.safety.classes import class_of, code_of
from vado.safety.guards import (
    SUDDEN_STOP,
    Answers,
    Ask,
    DaysKnown,
    Intent,
    Question,
    Speak,
    sudden_stop,
    tolerance_ahead,
)
from vado.safety.reading import SafetyDrawer

PREFIX = "guard"
YES, NO, NOT_SURE = "yes", "no", "not_sure"
QUESTION_WORDS = {
    Question.MOST_DAYS: _("In the last two weeks, was it on most days?"),
    Question.SHAKY: _("Shaky, sweating or sick on waking, or do you take some to steady yourself?"),
    Question.SEIZURE: _("When you stopped at some time: a seizure, confusion, or seeing things?"),
    Question.PREGNANT: _("Are you pregnant, or could you be?"),
    Question.QUICKLY: _("Would it come down within days, rather than over weeks?"),
}
CHOICES = ((YES, _("Yes")), (NO, _("No")), (NOT_SURE, _("Not sure")))


class GuardForm(forms.Form):
    """The questions of a guard, each of which may stay open."""

    def __init__(self, asked: Ask) -> None:
        super().__init__(prefix=PREFIX)
        for question in asked.questions:
            self.fields[question.value] = forms.ChoiceField(
                label=QUESTION_WORDS[question], choices=CHOICES, widget=forms.RadioSelect, required=False
            )


class Guarding(msgspec.Struct, frozen=True):
    """What a guard says to a form. While it `holds`, the page is shown with the guard on it and nothing is kept."""

    form: GuardForm | None = None
    cards: tuple[Card, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    wants_help: bool = False  # "do not stop suddenly; get medical help to slow down" was chosen as the plan

    @property
    def holds(self) -> bool:
        """Whether there is something to ask or to show first."""
        return self.form is not None or bool(self.cards)

    @property
    def offers_help(self) -> bool:
        """Whether a plan with medical help is offered instead."""
        return any(card.row.id == SUDDEN_STOP for card in self.cards)


def guarding(
    intent: Intent, days_known: DaysKnown, drawer: SafetyDrawer, sent: Mapping[str, str], also: Iterable[str] = ()
) -> Guarding:
    """What the guards say about this intent, given what came with the form (`request.POST`).

    `also` are rules that the form meets in another way: what it names together, or a return after a break.
    """
    answers, intent = answers_in(sent), with_own_classes(intent, drawer)
    said = sudden_stop(intent, days_known, answers, drawer.standing)
    if isinstance(said, Ask):
        return Guarding(form=GuardForm(said), hidden=((f"{PREFIX}-asked", "1"),))
    seen = _seen_in(sent)
    told = [one.rule for one in (said, tolerance_ahead(intent)) if isinstance(one, Speak)]
    spoken = list(dict.fromkeys([*told, *also]))
    if any(rule not in seen for rule in spoken):
        cards = tuple(card_of(rule, drawer.country) for rule in spoken)
        return Guarding(cards=cards, hidden=(*_kept_answers(sent), *((f"{PREFIX}-seen", rule) for rule in spoken)))
    return Guarding(wants_help=sent.get(f"{PREFIX}-choice") == "help")


def with_own_classes(intent: Intent, drawer: SafetyDrawer) -> Intent:
    """What own words stand for: a name of the catalogue, or the class that was named for them, or nothing."""
    words = intent.own_words
    known = [drawer.class_of_own(word) or class_of(code_of(word, drawer.country)) for word in words]
    return msgspec.structs.replace(intent, class_codes=(*intent.class_codes, *filter(None, known)))


def answers_in(sent: Mapping[str, str]) -> Answers | None:
    """The answers that came with a form; None where nothing was asked yet.

    >>> answers_in({"guard-asked": "1", "guard-shaky": "no"})
    Answers(most_days=None, shaky=False, seizure=None, pregnant=None, quickly=None)
    """
    if f"{PREFIX}-asked" not in sent:
        return None
    said = {YES: True, NO: False}
    return Answers(**{question.value: said.get(sent.get(f"{PREFIX}-{question}", "")) for question in Question})


def _seen_in(sent: Mapping[str, str]) -> frozenset[str]:
    """A form may carry several values under one name; a plain mapping carries one."""
    name = f"{PREFIX}-seen"
    if isinstance(sent, QueryDict):
        return frozenset(cast("list[str]", sent.getlist(name)))
    return frozenset({sent[name]} if name in sent else ())


def _kept_answers(sent: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The answers ride along, so that they are not asked twice."""
    names = [f"{PREFIX}-asked", *(f"{PREFIX}-{question}" for question in Question)]
    return tuple((name, sent[name]) for name in names if name in sent)
