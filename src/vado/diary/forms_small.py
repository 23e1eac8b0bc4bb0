"""Small forms: repeat a dose, answer a question, say something of a whole day."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.facts import DayAnswer
from vado.diary.forms_fields import WordsField


class RepeatForm(forms.Form):
    """Which dose, and the version id that makes two taps one entry."""

    dose = forms.UUIDField()
    version_id = forms.UUIDField(widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """The answer to one question after an entry."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    words = WordsField(label=_("In your words"), rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"version_id": uuid.uuid4(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)


class DayStatementForm(forms.Form):
    """Nothing used, or "I don't know about that day"."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(choices=[(answer.value, answer.value) for answer in DayAnswer])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"version_id": uuid.uuid4(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
