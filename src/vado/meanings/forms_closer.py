"""The forms of an unwrapping: where to begin, and one moment at a time."""

import uuid
from collections.abc import Mapping
from typing import Any

import msgspec
from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.forms_fields import LineField, RatingField, WordsField, clock_field, day_field
from vado.diary.forms_kept import KeptForm
from vado.meanings.facts import Ended, Unwrapping
from vado.meanings.moments import ENDED_NAMES, asked_of
from vado.meanings.rules_moments import BESIDE

FOR_ALL_MEANINGS = _("What it was for")


class BeginForm(KeptForm):
    """Begins from nothing: a word about it, and roughly when."""

    about = LineField(label=_("What is it about?"), help_text=_("A word is enough, or none."))
    when = forms.ChoiceField(
        label=_("When was it?"),
        choices=[("now", _("a moment ago")), ("earlier", _("earlier"))],
        widget=forms.RadioSelect,
        required=False,
        initial="earlier",
    )
    on = day_field()


class MomentForm(KeptForm):
    """One moment of an unwrapping. Nothing in it is required."""

    def __init__(
        self, *args: Any, moment: str, unwrapping: Unwrapping, names: Mapping[str, str], **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"version_id": uuid.uuid4(), **said_of(unwrapping, moment, names), **kwargs["initial"]}
        super().__init__(*args, **kwargs)
        self.moment = moment
        asked = asked_of(moment, unwrapping.ended)
        self.fields["words"] = WordsField(label=asked.question, help_text=asked.hint, rows=4)
        self._add_what_belongs_here(names)
        if moment in BESIDE:
            self.fields["beside"] = WordsField(label=asked.beside, rows=2)

    def _add_what_belongs_here(self, names: Mapping[str, str]) -> None:
        if self.moment == "urge":
            self.fields["height"] = RatingField(label=_("Its height, 0 to 10"))
            self.fields["words"].label = _("What was it like?")
            self.fields["words"].help_text = ""
        if self.moment == "body":
            self.fields["clock"] = clock_field()
            self.fields["clock"].label = _("About what time was the first sign?")
        if self.moment == "act":
            self.fields["ended"] = _ended_field()
            self.fields["clock"] = clock_field()
            self.fields["clock"].label = _("About what time was it?")
        if self.moment == "purpose":
            self.fields["meanings"] = meanings_field(names)
            self.fields["own_meaning"] = LineField(label=_("In other words"))

    def onto(self, unwrapping: Unwrapping) -> Unwrapping:
        """The unwrapping with this moment as it was said, and everything else as it is."""
        said = self.cleaned_data
        words = {**unwrapping.words, self.moment: said["words"]}
        if self.moment in BESIDE:
            words[BESIDE[self.moment]] = said["beside"]
        fact = msgspec.structs.replace(unwrapping, words={code: text for code, text in words.items() if text})
        return msgspec.structs.replace(fact, waits=False, **self._what_belongs_here())

    def _what_belongs_here(self) -> dict[str, Any]:
        said = self.cleaned_data
        match self.moment:
            case "urge":
                return {"height": said["height"]}
            case "body":
                return {"first_sign_at": said["clock"]}
            case "act":
                return {"acted_at": said["clock"], "ended": Ended(said["ended"]) if said["ended"] else None}
            case "purpose":
                return {"meanings": meanings_said(said)}
        return {}


def said_of(unwrapping: Unwrapping, moment: str, names: Mapping[str, str]) -> dict[str, Any]:
    """What was said of this moment so far, as the fields of its form."""
    clocks = {"body": unwrapping.first_sign_at, "act": unwrapping.acted_at}
    return {
        "words": unwrapping.words.get(moment, ""),
        "beside": unwrapping.words.get(BESIDE.get(moment, ""), ""),
        "height": unwrapping.height,
        "clock": clocks.get(moment),
        "ended": unwrapping.ended,
        "meanings": [one for one in unwrapping.meanings if one in names],
        "own_meaning": ", ".join(one for one in unwrapping.meanings if one not in names),
    }


def meanings_field(names: Mapping[str, str]) -> forms.MultipleChoiceField:
    """What use can be for; several at once, or none."""
    return forms.MultipleChoiceField(
        label=FOR_ALL_MEANINGS, choices=list(names.items()), widget=forms.CheckboxSelectMultiple, required=False
    )


def meanings_said(said: Mapping[str, Any]) -> tuple[str, ...]:
    """Marked meanings and own ones, each named only one time."""
    own = [word.strip() for word in said["own_meaning"].split(",")]
    return tuple(dict.fromkeys(one for one in (*said["meanings"], *own) if one))


def _ended_field() -> forms.ChoiceField:
    choices = [("", _("skip")), *((ended.value, name) for ended, name in ENDED_NAMES.items())]
    return forms.ChoiceField(label=_("In the end"), choices=choices, widget=forms.RadioSelect, required=False)
