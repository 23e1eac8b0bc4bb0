"""Forms of an urge that is ridden, and of what helped."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.facts import UrgeEnding
from vado.diary.forms_fields import LineField, WordsField
from vado.diary.forms_kept import KeptForm
from vado.meanings.forms_closer import meanings_field, meanings_said

ENDINGS = {
    UrgeEnding.PASSED: _("it passed"),
    UrgeEnding.WAITED: _("I waited"),
    UrgeEnding.STILL_HERE: _("it is still here"),
    UrgeEnding.USED_LESS: _("I used less"),
    UrgeEnding.USED: _("I used"),
}


class TapForm(forms.Form):
    """One height by one tap, or several that were tapped while the network was gone."""

    height = forms.IntegerField(min_value=0, max_value=10, required=False)
    taps = forms.CharField(max_length=12_000, required=False)


class WaveEndForm(KeptForm):
    """How it was in the end, what it wanted, what helped. Nothing is required."""

    def __init__(self, *args: Any, names: Mapping[str, str], helps: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        kwargs["initial"] = {"version_id": uuid.uuid4(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        choices = [("", _("skip")), *((ending.value, name) for ending, name in ENDINGS.items())]
        self.fields["ending"] = forms.ChoiceField(
            label=_("How is it now?"), choices=choices, widget=forms.RadioSelect, required=False
        )
        self.fields["wanted"] = WordsField(
            label=_("What did it want for you?"), help_text=_("In its own words, if it has any."), rows=3
        )
        self.fields["meanings"] = meanings_field(names)
        self.fields["own_meaning"] = LineField(label=_("In other words"))
        self.fields["helped"] = _helped_field(helps)
        self.fields["own_help"] = LineField(label=_("Something else that helped"))

    def changes(self) -> dict[str, Any]:
        """What was said, as the fields of a wave."""
        said = self.cleaned_data
        ending = UrgeEnding(said["ending"]) if said["ending"] else None
        return {"ending": ending, "wanted": said["wanted"], "meanings": meanings_said(said), "is_over": True}

    def helped(self) -> list[str]:
        """What helped, marked or in own words."""
        own = self.cleaned_data["own_help"].strip()
        return [*self.cleaned_data["helped"], *([own] if own else [])]


class HelpedForm(KeptForm):
    """What helped today, and something of one's own."""

    def __init__(self, *args: Any, helps: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        kwargs["initial"] = {"version_id": uuid.uuid4(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["helped"] = _helped_field(helps)
        self.fields["own"] = LineField(label=_("Something of my own"))


def _helped_field(helps: Sequence[tuple[str, str]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("What helped?"), choices=list(helps), widget=forms.CheckboxSelectMultiple, required=False
    )
