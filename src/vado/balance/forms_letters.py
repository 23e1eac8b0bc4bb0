"""Forms of the letter box: whom somebody asks, and what is left for them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.balance.forms import REQUIRED
from vado.diary.forms_fields import LineField, WordsField

LONGEST_LETTER = 20_000  # some ten written pages: more is another letter


class AskForm(forms.Form):
    """Whom somebody asks."""

    asked = LineField(
        label=_("Whom do you ask?"),
        help_text=_("Your word for them. Nobody else sees it."),
        required=True,
        error_messages=REQUIRED,
    )


class LetterForm(forms.Form):
    """What somebody leaves, by the code that they were given."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    code = LineField(
        label=_("The code you were given"),
        required=True,
        error_messages={"required": _("Without the code nobody can be reached. It has eight letters and numbers.")},
        attrs={"autocapitalize": "characters", "spellcheck": "false", "class": "code-field"},
    )
    words = WordsField(
        label=_("Your words"),
        help_text=_("What have you seen? What do you value? What do you wish?"),
        limit=LONGEST_LETTER,
        rows=10,
        required=True,
        error_messages=REQUIRED,
    )
    signed = LineField(label=_("How you sign, if you like"))
