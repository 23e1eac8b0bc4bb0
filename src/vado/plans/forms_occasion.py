"""Forms about one occasion: thought through beforehand, looked back on afterwards."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.facts import Amount, Sureness
from vado.diary.forms_fields import LineField, WordsField, clock_field, day_field
from vado.diary.forms_use import number_words
from vado.plans.facts import LookBack, PlannedOccasion
from vado.plans.forms_kept import KeptForm, LimitField
from vado.record.lived_day import Lived, UnknownZone, lived_at

BLANKS = ("words", "substance", "with_whom", "food", "way_home", "who_is_near", "dose_check", "naloxone", "wants")
FARTHEST = dt.timedelta(days=366)


class OccasionForm(KeptForm):
    """An occasion to come. Only the day is needed."""

    words = LineField(label=_("What is it"), help_text=_("A birthday, a Friday, a concert."))
    on = day_field()
    at = clock_field()
    wants = WordsField(label=_("What I want from it"), rows=2)
    substance = LineField(label=_("With what"), attrs={"list": "substances"})
    limit = LimitField(label=_("How much"), help_text=_("Zero is an answer: none."))
    unit = LineField(label=_("of what"), attrs={"list": "units"})
    with_whom = LineField(label=_("With whom"))
    food = LineField(label=_("What I eat, and when"))
    way_home = LineField(label=_("My way home"))
    who_is_near = LineField(label=_("Who is near if I need somebody"))
    dose_check = LineField(label=_("How I check what it is"))
    naloxone = LineField(label=_("Where the naloxone is"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        planned = cast("PlannedOccasion | None", self.before)
        if planned is not None:
            amount = planned.how_much
            said = {name: getattr(planned, name) for name in BLANKS}
            unit = self.writing.vocabulary.unit_words(amount.unit, amount.least or 2)
            limit = "0" if planned.none_at_all else number_words(amount.least)
            shown = {"on": planned.when.on, "at": planned.when.at, "limit": limit, "unit": unit}
            self.initial = {**said, **shown, **self.initial}

    def clean_on(self) -> dt.date:
        day = self.to_come("on")
        if day is None:
            raise forms.ValidationError(_("Choose the day."))
        if day > self.today + FARTHEST:
            raise forms.ValidationError(_("That is more than a year ahead. Choose a nearer day."))
        return day

    def to_come(self, field: str) -> dt.date | None:
        day = cast("dt.date | None", self.cleaned_data[field])
        stood_there = self.before is not None and self.before.when.on == day
        return day if stood_there else super().to_come(field)

    def fact(self) -> PlannedOccasion:
        said = self.cleaned_data
        limit = said["limit"]
        unit = self.writing.vocabulary.unit_said(said["unit"])
        amount = Amount(Sureness.EXACT, limit, None, unit) if limit else Amount(unit=unit)
        return PlannedOccasion(
            when=self._when(said["on"], said["at"]),
            substance_code=self.code_of(said["substance"]),
            how_much=amount,
            none_at_all=limit == 0,
            **{name: said[name] for name in BLANKS},
        )

    def _when(self, on: dt.date, at: dt.time | None) -> Lived:
        settings = self.writing.settings
        try:
            return lived_at(on, at, settings.zone, settings.day_starts_at)
        except UnknownZone:
            return lived_at(on, at, "UTC", settings.day_starts_at)


class LookBackForm(KeptForm):
    """Three questions, each free to skip; then it stops."""

    about = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    is_week = forms.BooleanField(required=False, widget=forms.HiddenInput)
    remember = WordsField(label=_("Anything you want to remember about it?"))
    gave = WordsField(label=_("What did it give you?"))
    keep_or_change = WordsField(label=_("What would you keep, what would you change?"))

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        before = cast("LookBack | None", self.before)
        if before is not None:
            said = {name: getattr(before, name) for name in ("about", "is_week", *self.QUESTIONS)}
            self.initial = {**said, **self.initial}

    QUESTIONS = ("remember", "gave", "keep_or_change")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not any(said[name] for name in self.QUESTIONS):
            self.add_error(None, _("A word in one of them is enough. You can also leave it: nothing more is asked."))
        return said

    def fact(self) -> LookBack:
        said = self.cleaned_data
        words = {name: said[name] for name in self.QUESTIONS}
        when = Lived(on=self.on, zone=self.writing.settings.zone)
        return LookBack(when=when, about=said["about"], is_week=said["is_week"], **words)
