"""The form of the safety plan: seven questions, each of which may stay open."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from vado.record import Leaf
from vado.safety.facts import SafetyPlan
from vado.safety.forms_kept import KeptForm
from vado.safety.plan_parts import PARTS

LONGEST_PART = 20_000
TOO_LONG = ngettext_lazy(
    "This is longer than %(limit_value)d character. Your words are still here: make them shorter.",
    "This is longer than %(limit_value)d characters. Your words are still here: make them shorter.",
    "limit_value",
)


class PlanForm(KeptForm):
    """Seven parts in the person's own words; the newest stand in it, and it follows every version that is there."""

    def __init__(self, data: Any = None, *, heads: Sequence[Leaf[SafetyPlan]] = ()) -> None:
        words = {part.field: getattr(heads[-1].fact, part.field) for part in PARTS} if heads else {}
        super().__init__(data, heads=heads, initial=words)
        for part in PARTS:
            self.fields[part.field] = _words(part.question, part.hint)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not any(said[part.field] for part in PARTS):
            raise forms.ValidationError(_("Write one line somewhere. One is enough to begin."))
        return said

    def fact(self) -> SafetyPlan:
        return SafetyPlan(**{part.field: self.cleaned_data[part.field] for part in PARTS})

    @property
    def parts(self) -> list[forms.BoundField]:
        """The seven questions."""
        return [self[part.field] for part in PARTS]


def _words(question: Any, hint: Any) -> forms.CharField:
    field = forms.CharField(label=question, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    field.validators.append(_limit)
    return field


def _limit(words: str) -> None:
    if len(words) > LONGEST_PART:
        raise forms.ValidationError(TOO_LONG, code="max_length", params={"limit_value": LONGEST_PART})
