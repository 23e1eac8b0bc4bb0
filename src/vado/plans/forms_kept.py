"""What every form of this room shares: an id that makes sending twice harmless, and the versions that were seen."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any, Self, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vado.diary import forms_kept as kept
from vado.diary.forms_entry import Writing
from vado.diary.forms_fields import LineField, day_field
from vado.diary.forms_messages import AMOUNT_MESSAGES
from vado.diary.rules_how_much import LARGEST_AMOUNT, AmountFault, AmountProblem, parse_number
from vado.diary.rules_when import today_of
from vado.record import Leaf
from vado.record.lived_day import Lived, lived_now


class KeptForm(kept.KeptForm):
    """A form whose words become one fact of this room."""

    def __init__(self, *args: Any, writing: Writing, heads: Sequence[Leaf[Any]] = (), **kwargs: Any) -> None:
        fresh = {"version_id": uuid.uuid4(), "follows": ",".join(str(head.version) for head in heads)}
        kwargs["initial"] = fresh | (kwargs.get("initial") or {})
        self.writing = writing
        self.before: Any = heads[-1].fact if heads else None
        super().__init__(*args, **kwargs)

    @property
    def today(self) -> dt.date:
        """The lived day that it is."""
        return today_of(self.writing.settings, self.writing.now)

    @property
    def lived(self) -> Lived:
        """The lived time of writing."""
        return lived_now(self.writing.now, self.writing.settings.zone, self.writing.settings.day_starts_at)

    def code_of(self, word: str) -> str:
        """The code of the catalogue for the person's word."""
        return self.writing.vocabulary.code_of(word) if word else ""

    def to_come(self, field: str) -> dt.date | None:
        """A day that lies ahead; one that stood there before may stay."""
        day = cast("dt.date | None", self.cleaned_data[field])
        if day is not None and day < self.today and day != getattr(self.before, field, None):
            raise forms.ValidationError(_("That day has gone by. Choose a day to come, or leave it open."))
        return day

    def offered_anew(self) -> Self:
        """The page was sent before with other words: both can be kept, and nothing is lost."""
        said = cast("QueryDict", self.data).copy()
        said["version_id"] = str(uuid.uuid4())
        form = type(self)(said, writing=self.writing)
        form.before = self.before
        form.add_error(None, _("Something from this page is already kept. Press “Keep it” to keep this as well."))
        return form


def review_field() -> forms.DateField:
    """The day on which to look at it again."""
    field = day_field()
    field.label, field.help_text = _("Look at it on"), _("It is yours to change at any time.")
    return field


def short(label: Any, **attrs: str) -> LineField:
    """A blank in a sentence: its label is heard, the sentence is seen."""
    return LineField(label=label, attrs={"aria-label": label, **attrs})


class LimitField(LineField):
    """A number, zero among them: zero is valid and means none."""

    def __init__(self, *, most: float = LARGEST_AMOUNT, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", **kwargs.pop("attrs", {})}
        super().__init__(attrs=attrs, **kwargs)
        self.most = most

    def clean(self, value: Any) -> float | None:
        said = str(super().clean(value)).strip()
        if not said:
            return None
        try:
            number = 0.0 if said.strip("0.,") == "" else parse_number(said)
        except AmountProblem as problem:
            raise forms.ValidationError(LIMIT_MESSAGES.get(problem.fault, AMOUNT_MESSAGES[problem.fault])) from problem
        if number > self.most:
            raise forms.ValidationError(
                _("That is more than fits here. The most is %(most)g."), params={"most": self.most}
            )
        return number


LIMIT_MESSAGES = {
    AmountFault.NEGATIVE: _("A limit is zero or more; zero means none. Take the minus sign away."),
    AmountFault.NOT_A_NUMBER: _(
        "Write the limit as a number, for example 2 or 1.5. Other words fit in an own sentence."
    ),
}
