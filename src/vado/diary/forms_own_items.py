"""The form of a person's own questions for the check-in: one on each line."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from vado.diary.forms_fields import LONGEST_LINE, WordsField

MOST_ITEMS = 12  # a check-in stays a matter of seconds

TOO_MANY = ngettext_lazy(
    "A check-in has room for %(most)d line of your own. Your words are still here: choose among them.",
    "A check-in has room for %(most)d lines of your own. Your words are still here: choose among them.",
    "most",
)


class OwnItemsForm(forms.Form):
    """Each line becomes a row from 0 to 10; the order stays, a line written twice counts once."""

    items = WordsField(
        label=_("One on each line"),
        help_text=_("For example: calm, shoulders, closeness, how much I laughed."),
        rows=6,
    )

    def clean_items(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["items"].splitlines())
        items = tuple(dict.fromkeys(line for line in lines if line))
        if len(items) > MOST_ITEMS:
            raise forms.ValidationError(TOO_MANY, params={"most": MOST_ITEMS})
        if any(len(item) > LONGEST_LINE for item in items):
            raise forms.ValidationError(_("One of the lines is very long. Your words are still here: shorten it."))
        return items
