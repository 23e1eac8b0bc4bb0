"""The form of a week as the person would like it: seven lines and a word for the whole."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.calendar_page import date_words
from vado.diary.forms_fields import LineField, WordsField
from vado.plans.facts import WeekPage
from vado.plans.forms_kept import KeptForm
from vado.record.lived_day import Lived

WEEK = 7


class WeekForm(KeptForm):
    """A line for each day, in own words; every line may stay open."""

    words = WordsField(label=_("A word for the whole week"), rows=2)

    def __init__(self, *args: Any, first: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first = first
        lines = self.before.days if isinstance(self.before, WeekPage) else ()
        for place in range(WEEK):
            label = date_words(first + dt.timedelta(days=place))
            self.fields[f"day_{place}"] = LineField(label=label, initial=lines[place] if place < len(lines) else "")
        if isinstance(self.before, WeekPage):
            self.initial = {"words": self.before.words, **self.initial}

    def days(self) -> list[forms.BoundField]:
        """The seven lines in their order."""
        return [self[f"day_{place}"] for place in range(WEEK)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not said["words"] and not any(said[f"day_{place}"] for place in range(WEEK)):
            self.add_error(None, _("Write a word in one of the lines, and the week is kept."))
        return said

    def fact(self) -> WeekPage:
        said = self.cleaned_data
        return week_page(self.first, [said[f"day_{place}"] for place in range(WEEK)], said["words"], self.zone)

    @property
    def zone(self) -> str:
        return self.writing.settings.zone


def week_page(first: dt.date, lines: Sequence[str], words: str, zone: str) -> WeekPage:
    """The page of the week that begins then."""
    return WeekPage(when=Lived(on=first, zone=zone), days=tuple(lines) if any(lines) else (), words=words)
