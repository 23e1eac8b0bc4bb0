"""What each form of safety that keeps something shares: ids that let nothing be kept twice, and nothing be lost."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.record import Leaf

SENT_BEFORE = _("This page was sent before, with other words. Send it once more, and these are kept as well.")


class KeptForm(forms.Form):
    """Carries the id of the version to be, and the versions that were seen when the writing began."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    follows = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, heads: Sequence[Leaf[Any]] = (), initial: Any = None) -> None:
        seen = ",".join(str(head.version) for head in heads)
        super().__init__(data, initial={"version_id": uuid4(), "follows": seen, **(initial or {})})

    def followed(self) -> tuple[UUID, ...]:
        """The versions that were seen when the writing began; names that are no ids are left out."""
        return tuple(_ids(cast("str", self.cleaned_data["follows"])))

    def offer_anew(self) -> None:
        """The same words under a fresh id: what was sent before stays, and these are not lost."""
        said = cast("Any", self.data).copy()
        said["version_id"] = str(uuid4())
        self.data = said
        self.add_error(None, SENT_BEFORE)


def _ids(said: str) -> list[UUID]:
    named = []
    for one in filter(None, said.split(",")):
        try:
            named.append(UUID(one))
        except ValueError:
            return []
    return named
