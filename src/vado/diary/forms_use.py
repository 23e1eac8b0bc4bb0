"""The form of a use: only what and when are required."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.facts import Intention, Sureness, Use
from vado.diary.forms_entry import EntryForm, Writing
from vado.diary.forms_fields import AboutChip, LineField, WordsField
from vado.diary.forms_messages import AMOUNT_MESSAGES
from vado.diary.rules_entries import PRIVATE_FIELDS, Entry
from vado.diary.rules_how_much import AmountProblem, amount_said
from vado.diary.vocabulary import Vocabulary, code_among, name_among


class UseForm(EntryForm):
    """One time of using something."""

    fact_type = Use

    substance = LineField(
        label=_("What"),
        help_text=_("In your own words."),
        required=True,
        attrs={"list": "substances"},
        error_messages={"required": _("Write what it was, in any word you like.")},
    )
    sureness = forms.ChoiceField(
        label=_("about"), choices=[(each.value, each.value) for each in Sureness], widget=AboutChip, required=False
    )
    least = LineField(label=_("How much"), attrs={"inputmode": "decimal"})
    most = LineField(
        label=_("up to"), help_text=_("Leave both open if you don't know how much."), attrs={"inputmode": "decimal"}
    )
    unit = LineField(label=_("of what"), attrs={"list": "units"})
    route = LineField(label=_("How you took it"), attrs={"list": "routes"})
    gave = WordsField(label=_("What did it do for you?"))
    cost = WordsField(label=_("What did it cost you?"))
    wanted = WordsField(label=_("What I wanted from it"), rows=2)
    where = LineField(label=_("Where"))
    with_whom = LineField(label=_("With whom"))
    intention = forms.ChoiceField(
        label=_("Was it planned?"),
        choices=[
            ("", _("skip")),
            (Intention.PLANNED.value, _("planned")),
            (Intention.PARTLY.value, _("partly")),
            (Intention.UNPLANNED.value, _("not planned")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    meanings = forms.MultipleChoiceField(
        label=_("What it was for"), widget=forms.CheckboxSelectMultiple, required=False
    )
    own_meaning = LineField(label=_("Something else it was for"))
    note = WordsField(label=_("Note"))

    def __init__(self, *args: Any, writing: Writing, **kwargs: Any) -> None:
        super().__init__(*args, writing=writing, **kwargs)
        meanings = cast("forms.MultipleChoiceField", self.fields["meanings"])
        meanings.choices = list(writing.vocabulary.meaning_names().items())

    def said_of(self, entry: Entry, vocabulary: Vocabulary) -> dict[str, Any]:
        use = cast("Use", entry)
        own = [meaning for meaning in use.meanings if meaning not in vocabulary.meaning_names()]
        return super().said_of(entry, vocabulary) | {
            "sureness": use.amount.sureness,
            "least": number_words(use.amount.least),
            "most": number_words(use.amount.most),
            "unit": vocabulary.unit_words(use.amount.unit, use.amount.most or use.amount.least or 2),
            "route": name_among(vocabulary.route_names(), use.route),
            "own_meaning": ", ".join(own),
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not {"least", "most", "unit"} & self.errors.keys():
            self._clean_amount(said)
        return said

    def _clean_amount(self, said: dict[str, Any]) -> None:
        unit = self.writing.vocabulary.unit_said(said["unit"])
        sureness = Sureness(said.get("sureness") or Sureness.EXACT)
        try:
            said["amount"] = amount_said(sureness, said["least"], said["most"], unit)
        except AmountProblem as problem:
            self.add_error("least", AMOUNT_MESSAGES[problem.fault])

    def made(self, common: dict[str, Any]) -> Use:
        said, vocabulary = self.cleaned_data, self.writing.vocabulary
        own = [word.strip() for word in said["own_meaning"].split(",") if word.strip()]
        words = {name: said[name] for name in ("substance", *PRIVATE_FIELDS[Use])}
        return Use(
            **common,
            **words,
            substance_code=vocabulary.code_of(said["substance"]),
            amount=said["amount"],
            route=code_among(vocabulary.route_names(), said["route"]),
            intention=Intention(said["intention"]) if said["intention"] else None,
            meanings=(*said["meanings"], *own),
            source=self.before.source if isinstance(self.before, Use) else "",
        )


def number_words(number: float | None) -> str:
    """A number as it is written back into a field."""
    return "" if number is None else f"{number:.10g}"
