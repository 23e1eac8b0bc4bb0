"""Forms of the balance: one item at a time, in own words."""

import itertools
import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from vado.balance.facts import Kind, Whom
from vado.balance.words import FIELD_NAMES, KIND_NAMES, MATTERS_NAMES, PROMPTS, WHOM_NAMES
from vado.diary.forms_fields import LineField, RatingField, WordsField
from vado.diary.forms_kept import KeptForm

REQUIRED = {"required": _("Write a word or two, and it is kept.")}


def _chips(label: Any, names: Mapping[Any, Any], *, required: bool) -> forms.ChoiceField:
    choices = [*([] if required else [("", _("skip"))]), *((str(code), name) for code, name in names.items())]
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, required=required)


class ItemForm(KeptForm):
    """One benefit or harm."""

    words = LineField(label=_("In your words"), required=True, error_messages=REQUIRED)

    def __init__(self, *args: Any, is_harm: bool, **kwargs: Any) -> None:
        kwargs["initial"] = {"version_id": uuid.uuid4(), "whom": "me", **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["whom"] = _chips(_("To whom?"), WHOM_NAMES, required=True)
        self.fields["matters"] = _chips(_("How much does it matter?"), MATTERS_NAMES, required=False)
        self.fields["substance"] = LineField(label=_("Of what"), help_text=_("Left open, it is about all together."))
        if is_harm:
            self.fields["ready"] = RatingField(label=_("Ready to work on it, 0 to 10"))
            self.fields["next_step"] = LineField(label=_("A next step, if you want one"))


class BeginForm(KeptForm):
    """A first balance: benefits, then harms, each to me, to my people, to the community. A line for each, or none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for pan, whom in itertools.product(Kind, Whom):
            self.fields[f"{pan}_{whom}"] = LineField(label=capfirst(str(WHOM_NAMES[whom])), help_text=PROMPTS[whom])

    def pans(self) -> list[dict[str, Any]]:
        """The fields as they stand on the page."""
        return [
            {"code": pan.value, "name": KIND_NAMES[pan], "fields": [self[f"{pan}_{whom}"] for whom in Whom]}
            for pan in Kind
        ]

    def lines(self) -> list[tuple[Kind, Whom, str]]:
        """What was written."""
        said = ((pan, whom, self.cleaned_data[f"{pan}_{whom}"]) for pan, whom in itertools.product(Kind, Whom))
        return [line for line in said if line[2]]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not self.lines():
            raise forms.ValidationError(_("Write a word or two, and it is kept."))
        return said


class SideForm(KeptForm):
    """Something good or less good of changing or of staying."""

    words = LineField(label=_("In your words"), required=True, error_messages=REQUIRED)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"version_id": uuid.uuid4(), "field": "stay_good", **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["field"] = _chips(_("Where does it belong?"), FIELD_NAMES, required=True)
        self.fields["matters"] = _chips(_("How much does it matter?"), MATTERS_NAMES, required=False)


class ComesToForm(KeptForm):
    """What it comes to, if the person wants to say so."""

    words = WordsField(label=_("What does it come to, for you?"), rows=3, required=True, error_messages=REQUIRED)


def matters_of(said: Mapping[str, Any]) -> int | None:
    """How much it matters, or nothing said."""
    return int(said["matters"]) if said["matters"] else None
