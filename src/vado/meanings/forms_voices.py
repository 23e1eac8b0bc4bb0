"""Forms for a voice, and for one part of the page that two hands write."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.forms_fields import WordsField
from vado.diary.forms_kept import KeptForm
from vado.meanings.facts_voices import Section, Side

SIDE_NAMES = {
    Side.WANTS_IT: _("the voice that wants it"),
    Side.WANTS_ELSE: _("the voice that wants something else"),
}
SECTIONS: dict[Section, tuple[Any, Any]] = {
    Section.WISHES: (_("What I wish for"), _("From coming here, from these weeks. Undecided is a wish too.")),
    Section.HISTORY: (_("How it came about"), _("When it began, and what life was like then.")),
    Section.LOSSES: (
        _("Losses, and what was too much"),
        _("As far as you want, in as few words as you want. Nothing has to be told."),
    ),
    Section.BODY: (_("Body and medicines"), _("Pain, sleep, illness. What was it easing?")),
    Section.MOOD: (_("Mood, and names it was given"), _("In own words; a diagnosis if it fits.")),
    Section.CRITIC: (_("The inner critic, and whose voice it is"), _("What it says, and since when.")),
    Section.DOES: (_("What use does for me"), _("First what it gives.")),
    Section.COSTS: (_("What it costs me"), _("Me, my people, the world around.")),
    Section.STRENGTHS: (_("What carries me"), _("People, skills, stubbornness, humour.")),
    Section.NOW: (_("What we think now"), _("In a few sentences, until we think otherwise.")),
}


class VoiceForm(KeptForm):
    """One line of one voice."""

    side = forms.ChoiceField(
        label=_("Who speaks?"),
        choices=[(side.value, name) for side, name in SIDE_NAMES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which voice speaks."), "invalid_choice": _("Choose which voice speaks.")},
    )
    words = WordsField(
        label=_("What does it say?"),
        required=True,
        error_messages={"required": _("Write a word or two, and it is kept.")},
    )
    answers = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)


class PartForm(KeptForm):
    """One part of the page."""

    sees_otherwise = forms.BooleanField(label=_("We see this differently"), required=False)

    def __init__(self, *args: Any, section: Section, **kwargs: Any) -> None:
        kwargs["initial"] = {"version_id": uuid.uuid4(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        label, hint = SECTIONS[section]
        self.fields["words"] = WordsField(label=label, help_text=hint, rows=6)
