"""Fields that every entry shares: words without a silent cut, a row from 0 to 10, messages in plain words."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from vado.diary.facts import Sureness

LONGEST_LINE = 300
LONGEST_WORDS = 100_000  # about a short novel's chapter of ten thousand words; a leaf stays quick to open

TOO_LONG = ngettext_lazy(
    "This is longer than %(limit_value)d character. Your words are still here: keep them in parts.",
    "This is longer than %(limit_value)d characters. Your words are still here: keep them in parts.",
    "limit_value",
)


class WordsField(forms.CharField):
    """Words of any kind. The browser gets no maxlength: it would cut pasted words without a sign."""

    def __init__(self, *, limit: int = LONGEST_WORDS, rows: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)
        self.validators.append(_LengthValidator(limit))


class LineField(WordsField):
    """A few words on one line."""

    def __init__(self, **kwargs: Any) -> None:
        options = kwargs.pop("attrs", {}) | {"autocomplete": "off"}
        super().__init__(limit=LONGEST_LINE, widget=forms.TextInput(attrs=options), **kwargs)


class AboutChip(forms.CheckboxInput):
    """One chip: "about". Without it a number is exact, two numbers are a range, and none is unknown."""

    def __init__(self) -> None:
        super().__init__(check_test=lambda said: said == Sureness.ABOUT)

    def format_value(self, _value: Any) -> str:
        return Sureness.ABOUT.value

    def value_from_datadict(self, data: Mapping[str, Any], _files: Any, name: str) -> Any:
        return data.get(name, "")


class _LengthValidator:
    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, words: str) -> None:
        if len(words) > self.limit:
            raise forms.ValidationError(TOO_LONG, code="max_length", params={"limit_value": self.limit})


class RatingField(forms.TypedChoiceField):
    """0 to 10 as a row of radio buttons; leaving it open is an answer."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [(str(number), str(number)) for number in range(11)]
        super().__init__(
            choices=choices, coerce=int, empty_value=None, required=False, widget=forms.RadioSelect, **kwargs
        )


def day_field() -> forms.DateField:
    """A day of the calendar."""
    return forms.DateField(
        label=_("Which day"),
        help_text=_("A night belongs to the day on which it began."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"],
        error_messages={"invalid": _("That day is not in the calendar. Write it as day/month/year.")},
    )


def clock_field() -> forms.TimeField:
    """A time of the clock."""
    return forms.TimeField(
        label=_("At what time"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S", "%Hh%M"],
        error_messages={"invalid": _("Write the time as hours and minutes, for example 22:30.")},
    )
