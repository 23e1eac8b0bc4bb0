"""Forms about what has changed: which days are "then", how weeks begin, what a unit holds."""

from typing import Any, cast

import msgspec
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vado.diary.forms_fields import LineField, day_field
from vado.diary.forms_use import number_words
from vado.plans.facts import PlanSettings, RiskBasis, UnitHolds
from vado.plans.forms_kept import KeptForm, LimitField
from vado.plans.names import BASIS_WORDS, weekday_choices

LARGEST_ML = 10_000


def _day(label: Any) -> forms.DateField:
    field = day_field()
    field.label, field.help_text = label, ""
    return field


class ChangeSettingsForm(KeptForm):
    """What "then" is, and what the page shows besides."""

    baseline_first = _day(_("from"))
    baseline_last = _day(_("to"))
    week_begins_on = forms.TypedChoiceField(
        label=_("My weeks begin on"), coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )
    risk_basis = forms.ChoiceField(
        label=_("Levels of the World Health Organization for alcohol"),
        help_text=_("It has one table for women and one for men. Choose one, both or neither."),
        choices=[(basis.value, words) for basis, words in BASIS_WORDS.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    shows_amounts = forms.BooleanField(
        label=_("Say amounts beside the planned ones"),
        help_text=_("Left open, no sentence sets one beside the other."),
        required=False,
    )

    FIELDS = ("baseline_first", "baseline_last", "week_begins_on", "risk_basis", "shows_amounts")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        weekdays = cast("forms.TypedChoiceField", self.fields["week_begins_on"])
        weekdays.choices = [("", _("as it is in my country")), *weekday_choices()]
        settings = self.before or PlanSettings()
        said = {name: getattr(settings, name) for name in self.FIELDS}
        begins = settings.week_begins_on
        self.initial = {**said, "week_begins_on": "" if begins is None else begins, **self.initial}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        first, last = said.get("baseline_first"), said.get("baseline_last")
        if not {"baseline_first", "baseline_last"} & self.errors.keys():
            self._clean_baseline(first, last)
        return said

    def _clean_baseline(self, first: Any, last: Any) -> None:
        if (first is None) != (last is None):
            self.add_error("baseline_last", _("Choose both days, or leave both open."))
        elif first is not None and first > last:
            self.add_error("baseline_last", _("The last day lies before the first one. Change one of them."))
        elif last is not None and last >= self.today:
            self.add_error("baseline_last", _("“Then” ends before today. Choose an earlier day."))

    def fact(self) -> PlanSettings:
        said = self.cleaned_data
        chosen = {name: said[name] for name in self.FIELDS}
        chosen["risk_basis"] = RiskBasis(said["risk_basis"] or RiskBasis.NEITHER)
        return msgspec.structs.replace(self.before or PlanSettings(), **chosen)


class UnitHoldsForm(KeptForm):
    """What one unit holds and costs. Vado assumes nothing of it."""

    unit = LineField(
        label=_("One of what"),
        help_text=_("Your word: can, mug, glass."),
        required=True,
        attrs={"list": "units"},
        error_messages={"required": _("Write the word for it.")},
    )
    substance = LineField(label=_("With what in it"), attrs={"list": "substances"})
    ml = LimitField(label=_("How many millilitres"), most=LARGEST_ML)
    percent = LimitField(label=_("What percent of alcohol"), most=100)
    price = LimitField(label=pgettext_lazy("price", "What it costs"))
    currency = LineField(label=_("in"), help_text=_("€, $, pesos."))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and (said["ml"] or None) is None and said["price"] is None:
            self.add_error(None, _("Say how much it holds, or what it costs."))
        if not self.errors and (said["ml"] is None) != (said["percent"] is None):
            self.add_error("percent", _("Millilitres and percent belong together: write both or neither."))
        return said

    def fact(self) -> UnitHolds:
        said = self.cleaned_data
        return UnitHolds(
            unit=self.writing.vocabulary.unit_said(said["unit"]),
            substance=said["substance"],
            substance_code=self.code_of(said["substance"]),
            ml=said["ml"] or None,
            percent=said["percent"],
            price=said["price"],
            currency=said["currency"],
        )


def holds_words(holds: UnitHolds) -> str:
    """440 ml, 4.5 %, 2.10 €"""
    parts = []
    if holds.ml is not None and holds.percent is not None:
        parts += [f"{number_words(holds.ml)} ml", f"{number_words(holds.percent)} %"]
    if holds.price is not None:
        parts.append(f"{number_words(holds.price)} {holds.currency}".strip())
    return ", ".join(parts)
