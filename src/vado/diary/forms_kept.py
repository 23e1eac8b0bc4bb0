"""What every form that keeps something shares: an id that makes sending twice harmless, and what was seen before."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _


class KeptForm(forms.Form):
    """Carries the id of the version to be, and the versions that were seen when the writing began."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    follows = forms.CharField(required=False, widget=forms.HiddenInput)

    def followed(self) -> tuple[uuid.UUID, ...]:
        """The versions that were seen when the writing began."""
        return tuple(uuid.UUID(one) for one in self.cleaned_data["follows"].split(",") if one)

    def clean_follows(self) -> str:
        said = str(self.cleaned_data["follows"])
        try:
            return ",".join(str(uuid.UUID(one)) for one in said.split(",") if one)
        except ValueError as problem:
            raise forms.ValidationError(_("This page is out of order. Open the entry from its day.")) from problem
