"""Forms that make facts: an urge, how I am, a step, a note; and the form of every kind of entry."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.facts import CheckIn, Note, Step, Urge, UrgeEnding
from vado.diary.forms_entry import EntryForm, Writing
from vado.diary.forms_fields import LineField, RatingField, WordsField
from vado.diary.forms_use import UseForm
from vado.diary.rules_entries import Entry

__all__ = ["FORMS", "CheckInForm", "EntryForm", "NoteForm", "StepForm", "UrgeForm", "UseForm", "Writing"]


class UrgeForm(EntryForm):
    """A wish to use."""

    fact_type = Urge

    substance = LineField(label=_("For what"), help_text=_("Leave it open if you like."), attrs={"list": "substances"})
    strength = RatingField(label=_("How strong, from 0 to 10"))
    ending = forms.ChoiceField(
        label=_("What happened then"),
        choices=[
            ("", _("skip")),
            (UrgeEnding.STILL_HERE.value, _("it is still here")),
            (UrgeEnding.PASSED.value, _("it passed")),
            (UrgeEnding.WAITED.value, _("I waited")),
            (UrgeEnding.USED_LESS.value, _("I used less")),
            (UrgeEnding.USED.value, _("I used")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    what_happened = WordsField(label=_("In your words"))
    note = WordsField(label=_("Note"), rows=2)

    def made(self, common: dict[str, Any]) -> Urge:
        said = self.cleaned_data
        return Urge(
            **common,
            substance=said["substance"],
            substance_code=self.writing.vocabulary.code_of(said["substance"]) if said["substance"] else "",
            strength=said["strength"],
            ending=UrgeEnding(said["ending"]) if said["ending"] else None,
            what_happened=said["what_happened"],
            note=said["note"],
        )


class CheckInForm(EntryForm):
    """How I am: five items and the person's own, each of them free to skip."""

    fact_type = CheckIn
    items: ClassVar[tuple[str, ...]] = ("mood", "sleep", "stress", "pain", "energy")

    mood = RatingField(label=_("Mood"), help_text=_("0 very low, 10 very good"))
    sleep = RatingField(label=_("Sleep"), help_text=_("0 very poor, 10 very good"))
    stress = RatingField(label=_("Stress"), help_text=_("0 none, 10 as much as can be"))
    pain = RatingField(label=_("Pain"), help_text=_("0 none, 10 as much as can be"))
    energy = RatingField(label=_("Energy"), help_text=_("0 none, 10 plenty"))
    note = WordsField(label=_("Note"))

    def __init__(self, *args: Any, writing: Writing, before: Entry | None = None, **kwargs: Any) -> None:
        super().__init__(*args, writing=writing, before=before, **kwargs)
        written = before.own_items if isinstance(before, CheckIn) else {}
        self.own_items = tuple(dict.fromkeys((*writing.settings.own_check_in_items, *written)))
        for place, item in enumerate(self.own_items):
            self.fields[f"own_{place}"] = RatingField(label=item, initial=written.get(item))

    def scales(self) -> list[forms.BoundField]:
        """All items as rows, the person's own last."""
        own = [f"own_{place}" for place, _item in enumerate(self.own_items)]
        return [self[name] for name in (*self.items, *own)]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        is_blank = all(said.get(field.name) is None for field in self.scales()) and not said.get("note")
        if is_blank and not self.errors:
            self.add_error(None, _("Answer one of them, or write a note, and it is kept."))
        return said

    def made(self, common: dict[str, Any]) -> CheckIn:
        said = self.cleaned_data
        own = {item: said[f"own_{place}"] for place, item in enumerate(self.own_items)}
        return CheckIn(
            **common,
            **{item: said[item] for item in self.items},
            own_items={item: rating for item, rating in own.items() if rating is not None},
            note=said["note"],
        )


class StepForm(EntryForm):
    """Any positive change to keep."""

    fact_type = Step
    words = WordsField(
        label=_("What do you want to keep?"),
        required=True,
        error_messages={"required": _("Write a word or two, and it is kept.")},
    )

    def made(self, common: dict[str, Any]) -> Step:
        return Step(**common, words=self.cleaned_data["words"])


class NoteForm(EntryForm):
    """Words about a moment or an evening."""

    fact_type = Note
    words = WordsField(
        label=_("In your words"),
        required=True,
        rows=6,
        error_messages={"required": _("Write a word or two, and it is kept.")},
    )

    def made(self, common: dict[str, Any]) -> Note:
        return Note(**common, words=self.cleaned_data["words"])


FORMS: Mapping[type[Entry], type[EntryForm]] = {
    form.fact_type: form for form in (UseForm, UrgeForm, CheckInForm, StepForm, NoteForm)
}
