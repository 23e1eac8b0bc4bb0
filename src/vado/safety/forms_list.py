"""The forms of "what I take regularly", of what matters in an emergency, and of the country."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vado import catalogue
from vado.record import Leaf
from vado.safety.classes import class_of, close_names, code_of
from vado.safety.facts import AboutMe, Regular
from vado.safety.forms_kept import KeptForm
from vado.safety.plain import Away

LONGEST_LINE = 300
MOST_MISSED = 365
UNSAID, YES, NO = "", "yes", "no"
YES_NO = ((YES, _("Yes")), (NO, _("No")), (UNSAID, _("I leave it open")))
SAID = {YES: True, NO: False}
WORDS = {True: YES, False: NO, None: UNSAID}
AWAY_WORDS = {
    Away.PRISON: _("in prison or jail"),
    Away.HOSPITAL: _("in hospital"),
    Away.DETOX: _("in detox or a clinic"),
    Away.NALTREXONE: _("on naltrexone"),
}
ASKED = ("pregnant", "seizures", "overdose", "naloxone")  # yes, no, or open
NOT_YET = _("This day has not come yet. Choose an earlier one, or leave it open.")
NO_DAY = _("Choose a day of the calendar, or leave it open.")


def yes_no(label: Any, hint: Any = "") -> forms.ChoiceField:
    """A question that may stay open."""
    return forms.ChoiceField(label=label, help_text=hint, choices=YES_NO, widget=forms.RadioSelect, required=False)


def line(label: Any, hint: Any = "") -> forms.CharField:
    """A few words on one line."""
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    long = {"max_length": _("This is too long for one line. Your words are still here.")}
    field = forms.CharField(label=label, help_text=hint, required=False, widget=widget, max_length=LONGEST_LINE)
    field.error_messages |= long
    field.widget.attrs.pop("maxlength", None)  # it would cut pasted words without a sign
    return field


def day(label: Any, hint: Any = "") -> forms.DateField:
    """A day that may stay open."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, help_text=hint, required=False, widget=widget, error_messages={"invalid": NO_DAY}
    )


def not_after(on: dt.date | None, today: dt.date) -> dt.date | None:
    """The day, if it has come."""
    if on and on > today:
        raise forms.ValidationError(NOT_YET)
    return on


def class_choices() -> list[tuple[str, str]]:
    """The classes of the catalogue by name, and "I don't know"."""
    language = (get_language() or "en")[:2]
    language = language if language in {"en", "es"} else "en"
    codes = dict.fromkeys(one.class_code for one in catalogue.substances() if one.class_code != "other")
    return [("", str(_("I don't know"))), *((code, catalogue.class_name(code, language)) for code in codes)]


class RegularForm(KeptForm):
    """One line of the list. A name that is nearly known is asked about, and never changed."""

    name = line(_("What do you take?"), _("A medicine or anything else, as you call it."))
    prescribed = yes_no(_("Is it prescribed?"))
    since = day(_("Since when?"))
    missed_doses = forms.IntegerField(
        label=_("Doses missed in a row, if any"),
        required=False,
        min_value=0,
        max_value=MOST_MISSED,
        error_messages={
            "invalid": _("Write a number, or leave it open."),
            "min_value": _("Write a number, or leave it open."),
            "max_value": _("Write a number, or leave it open."),
        },
    )
    class_code = forms.ChoiceField(label=_("If Vado does not know the name: what kind of thing is it?"), required=False)

    def __init__(
        self, data: Any = None, *, today: dt.date, country: str = "", heads: Sequence[Leaf[Regular]] = ()
    ) -> None:
        super().__init__(data, heads=heads, initial=_said_in(heads[-1].fact) if heads else None)
        self.today, self.country = today, country
        self.known_as = heads[-1].fact.name if heads else ""  # kept as it was written; not asked about once more
        cast("forms.ChoiceField", self.fields["class_code"]).choices = class_choices()
        self.suggestions: tuple[str, ...] = ()

    def clean_name(self) -> str:
        name = cast("str", self.cleaned_data["name"]).strip()
        chosen = self.data.get("meant", "")
        name = chosen or name
        if not name:
            raise forms.ValidationError(_("Write what you take, as you call it."))
        is_new = not chosen and "as_written" not in self.data and name != self.known_as
        if is_new and not code_of(name, self.country):
            self._ask_if_nearly_known(name)
        return name

    def _ask_if_nearly_known(self, name: str) -> None:
        self.suggestions = close_names(name, (get_language() or "en")[:2])
        if self.suggestions:
            raise forms.ValidationError(_("Did you mean one of these? You can also keep it as you wrote it."))

    def clean_since(self) -> dt.date | None:
        return not_after(self.cleaned_data["since"], self.today)

    def fact(self) -> Regular:
        said = self.cleaned_data
        code = code_of(said["name"], self.country)
        return Regular(
            name=said["name"],
            code=code,
            class_code=class_of(code) or said["class_code"],
            prescribed=SAID.get(said["prescribed"]),
            since=said["since"],
            missed_doses=said["missed_doses"],
        )


def _said_in(fact: Regular) -> dict[str, Any]:
    """A line as the form shows it."""
    known = {name: getattr(fact, name) for name in ("name", "since", "missed_doses", "class_code")}
    return {**known, "prescribed": WORDS[fact.prescribed]}


class AboutMeForm(KeptForm):
    """What matters in an emergency; every answer may stay open."""

    pregnant = yes_no(_("Are you pregnant, or could you be?"))
    seizures = yes_no(_("Ever a seizure, confusion or seeing things after stopping something?"))
    overdose = yes_no(_("Ever an overdose?"))
    naloxone = yes_no(_("Is naloxone near you?"))
    allergies = line(_("Allergies"))
    call = line(_("Whom can they call?"), _("A name and a number."))
    name = line(_("Which name stands on the card?"), _("The one by which somebody who helps may call you."))
    away = forms.MultipleChoiceField(
        label=_("Lately away from what you usually take?"),
        help_text=_("In such a time the body forgets how to stand it. Vado says so when you write that you used."),
        choices=list(AWAY_WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    back_on = day(_("Back since which day, or the last day of naltrexone?"), _("Left open, it counts as a moment ago."))

    def __init__(self, data: Any = None, *, today: dt.date, heads: Sequence[Leaf[AboutMe]] = ()) -> None:
        known = heads[-1].fact if heads else AboutMe()
        said = {name: WORDS[getattr(known, name)] for name in ASKED}
        words = {name: getattr(known, name) for name in ("allergies", "call", "name", "away", "back_on")}
        super().__init__(data, heads=heads, initial={**said, **words})
        self.today = today

    def clean_back_on(self) -> dt.date | None:
        return not_after(self.cleaned_data["back_on"], self.today)

    def fact(self) -> AboutMe:
        said = self.cleaned_data
        return AboutMe(
            **{name: SAID.get(said[name]) for name in ASKED},
            name=said["name"],
            allergies=said["allergies"],
            call=said["call"],
            away=tuple(Away(one) for one in said["away"]),
            back_on=said["back_on"],
        )


class CountryForm(forms.Form):
    """Whose numbers come first."""

    country = forms.ChoiceField(label=_("My country"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = (get_language() or "en")[:2]
        language = language if language in {"en", "es"} else "en"
        named = sorted((one.names[language], one.code) for one in catalogue.help_lines())
        cast("forms.ChoiceField", self.fields["country"]).choices = [
            ("", str(_("I leave it open"))),
            *((code, name) for name, code in named),
        ]
