"""The form of the safety plan: seven questions, each of which may stay open."""

from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from vado.safety.facts import SafetyPlan
from vado.safety.plan_parts import PARTS

LONGEST_PART = 20_000
TOO_LONG = ngettext_lazy(
    "This is longer than %(limit_value)d character. Your words are still here: make them shorter.",
    "This is longer than %(limit_value)d characters. Your words are still here: make them shorter.",
    "limit_value",
)


class PlanForm(forms.Form):
    """Seven parts in the person's own words."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    follows = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"version_id": uuid4(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        for part in PARTS:
            self.fields[part.field] = _words(part.question, part.hint)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not any(said[part.field] for part in PARTS):
            raise forms.ValidationError(_("Write one line somewhere. One is enough to begin."))
        return said

    def fact(self) -> SafetyPlan:
        return SafetyPlan(**{part.field: self.cleaned_data[part.field] for part in PARTS})

    def followed(self) -> tuple[UUID, ...]:
        """The versions that were seen when the writing began; names that are no ids are left out."""
        return tuple(_ids(cast("str", self.cleaned_data["follows"])))

    def offered_anew(self) -> "PlanForm":
        """The same words under a fresh version id."""
        said = cast("Any", self.data).copy()
        said["version_id"] = str(uuid4())
        return PlanForm(said)

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


def _ids(said: str) -> list[UUID]:
    named = []
    for one in filter(None, said.split(",")):
        try:
            named.append(UUID(one))
        except ValueError:
            return []
    return named
