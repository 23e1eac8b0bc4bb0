"""Forms for anchors, own words and the search."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from vado.diary.facts import Anchor, OwnWord
from vado.diary.forms_fields import LineField, day_field
from vado.diary.marks import SHAPES
from vado.diary.vocabulary import substance_names
from vado.exchange.csv import MEGABYTE
from vado.exchange.errors import FileTooLarge

SHAPE_WORDS = {
    "circle": _("circle"),
    "triangle": _("triangle"),
    "diamond": _("diamond"),
    "square": _("square"),
    "hexagon": _("hexagon"),
    "drop": _("drop"),
    "bar": _("bar"),
}
LONGEST_SYMBOL = 2


class AnchorForm(forms.Form):
    """A day to find one's way by."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    words = LineField(label=_("What day is it"), help_text=_("Payday, a birthday, a trip."))
    on = day_field()
    returns = forms.ChoiceField(
        label=_("Does it come back"),
        choices=[("once", _("this once")), ("month", _("every month")), ("year", _("every year"))],
        widget=forms.RadioSelect,
        initial="once",
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not said.get("words") and "words" not in self.errors:
            self.add_error("words", _("Give the day a name, so that you find it."))
        if said.get("on") is None and "on" not in self.errors:
            self.add_error("on", _("Choose a day of the calendar."))
        return said

    def fact(self) -> Anchor:
        said = self.cleaned_data
        return Anchor(
            on=cast("dt.date", said["on"]),
            words=said["words"],
            every_year=said["returns"] == "year",
            every_month=said["returns"] == "month",
        )


class OwnWordForm(forms.Form):
    """The person's own word, units and symbol for a substance."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    word = LineField(label=_("My word"), help_text=_("As you would say it. Nobody corrects it."))
    substance_code = forms.ChoiceField(label=_("It is my name for"), required=False)
    units = LineField(label=_("My units"), help_text=_("How you count it, with commas between: mug, half mug."))
    shape = forms.ChoiceField(
        label=_("Its mark in the calendar"),
        choices=[("", _("as it comes")), *((shape, SHAPE_WORDS[shape]) for shape in SHAPES)],
        widget=forms.RadioSelect,
        required=False,
    )
    symbol = LineField(label=_("Or a sign of your own"), help_text=_("One or two letters or a drawing."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = sorted(substance_names().items(), key=lambda pair: pair[1].casefold())
        field = cast("forms.ChoiceField", self.fields["substance_code"])
        field.choices = [("", _("something that is not on the list")), *named]

    def clean_word(self) -> str:
        word = cast("str", self.cleaned_data["word"])
        if not word:
            raise forms.ValidationError(_("Write the word that you use."))
        return word

    def clean_symbol(self) -> str:
        symbol = cast("str", self.cleaned_data["symbol"])
        if len(symbol) > LONGEST_SYMBOL:
            raise forms.ValidationError(_("Two signs fit in a mark. Choose a shorter one."))
        return symbol

    def fact(self) -> OwnWord:
        said = self.cleaned_data
        return OwnWord(
            substance_code=said["substance_code"],
            word=said["word"],
            units=tuple(unit.strip() for unit in said["units"].split(",") if unit.strip()),
            symbol=said["symbol"] or said["shape"],
        )


class SearchForm(forms.Form):
    """The words looked for. They are sent in the body of the page, never in its address."""

    words = LineField(label=_("Words to look for"))


class ImportForm(forms.Form):
    """A file that Vado made."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("The JSON file that you took with you."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Nothing was changed."),
        },
    )

    def clean_file(self) -> UploadedFile:
        """The file, which stays in memory."""
        file: UploadedFile = self.cleaned_data["file"]
        largest = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        if (file.size or 0) > largest:
            raise forms.ValidationError(str(FileTooLarge(largest // MEGABYTE)))
        return file
