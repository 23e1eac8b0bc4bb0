"""Forms about meetings. Each carries an id that makes sending it twice harmless."""

import uuid
from collections.abc import Mapping
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vado.diary.forms_fields import RatingField, WordsField, clock_field
from vado.diary.rules_when import EARLIEST_DAY
from vado.meetings.facts import Went, Whose

ONE_WORD = {"required": _("Write a word or two, and it is kept.")}


class MeetingsForm(forms.Form):
    """What every form of this room has: ids of the version to be and of the versions that were seen."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    follows = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"version_id": uuid.uuid4()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean_follows(self) -> tuple[uuid.UUID, ...]:
        """The versions that were seen when the writing began."""
        said = str(self.cleaned_data["follows"])
        try:
            return tuple(uuid.UUID(one) for one in said.split(",") if one)
        except ValueError as problem:
            raise forms.ValidationError(_("This page is out of order. Open it from the start.")) from problem

    def offered_anew(self, words: Any) -> Self:
        """The same words with a new id, and why they are not kept yet: nothing is lost."""
        said = QueryDict(mutable=True)
        said.update(self.data)
        said["version_id"] = str(uuid.uuid4())
        form = self.anew(said)
        form.add_error(None, str(words))
        return form

    def anew(self, said: QueryDict) -> Self:
        """The same form with these answers."""
        return type(self)(said)


class TopicForm(MeetingsForm):
    """What the person wants to talk about."""

    words = WordsField(label=_("What I want to talk about"), required=True, rows=2, error_messages=ONE_WORD)


class AgreedForm(MeetingsForm):
    """One line of what both agreed; `who` names both in the words of whoever writes."""

    words = WordsField(label=_("What we agreed"), required=True, rows=2, error_messages=ONE_WORD)
    whose = forms.ChoiceField(
        label=_("Who takes it on"),
        choices=[(whose.value, whose.value) for whose in Whose],
        widget=forms.RadioSelect,
        initial=Whose.BOTH,
        required=False,
    )

    def __init__(self, *args: Any, who: Mapping[Whose, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.who = who
        self.fields["whose"].widget.choices = [(whose.value, words) for whose, words in who.items()]

    def anew(self, said: QueryDict) -> Self:
        return type(self)(said, who=self.who)

    def clean_whose(self) -> Whose:
        """Both, where nobody was named."""
        return Whose(self.cleaned_data["whose"] or Whose.BOTH)


class AgreedChangeForm(AgreedForm):
    """The same line later, and what came of it."""

    went = forms.ChoiceField(
        label=_("How did it go?"),
        help_text=_("Every answer is a good answer."),
        choices=[
            (Went.OPEN.value, _("still ahead")),
            (Went.DONE.value, _("it happened")),
            (Went.PARTLY.value, _("in part")),
            (Went.OTHERWISE.value, _("it went otherwise")),
            (Went.LET_GO.value, _("we let it go")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )

    def clean_went(self) -> Went:
        """Still ahead, where nothing was said."""
        return Went(self.cleaned_data["went"] or Went.OPEN)


class NextMeetingForm(MeetingsForm):
    """When the two meet: a day, and a time where it is known."""

    on = forms.DateField(
        label=_("Which day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"],
        error_messages={
            "invalid": _("That day is not in the calendar. Write it as day/month/year."),
            "required": _("Choose a day."),
        },
    )
    at = clock_field()

    def clean_on(self) -> Any:
        """A day that a calendar of meetings can hold."""
        on = self.cleaned_data["on"]
        if on < EARLIEST_DAY or on.year > LATEST_YEAR:
            raise forms.ValidationError(_("Choose a day between the years 1900 and 2200."))
        return on


LATEST_YEAR = 2200


class AnswersForm(MeetingsForm):
    """Four lines after a meeting, written for Vado; each is free to skip."""

    heard = RatingField(
        label=_("I felt heard"), help_text=_("0 I was not heard at all, 10 I was heard in all that mattered")
    )
    worked_on = RatingField(
        label=_("We worked on what matters to me"),
        help_text=_("0 it was about something else, 10 it was what I came for"),
    )
    way = RatingField(
        label=_("The way we worked suits me"), help_text=_("0 it does not fit me, 10 it fits me as it is")
    )
    free_to_say_no = RatingField(
        label=_("I was free to say no"), help_text=_("0 I had to go along, 10 I could have said no to anything")
    )
    only_mine = forms.BooleanField(
        label=_("Only me"), help_text=_("Nobody else sees these answers or that they exist."), required=False
    )

    names = ("heard", "worked_on", "way", "free_to_say_no")

    def scales(self) -> list[forms.BoundField]:
        """The four rows."""
        return [self[name] for name in self.names]

    def clean(self) -> dict[str, Any]:
        """One answer is enough."""
        said = super().clean() or self.cleaned_data
        if not self.errors and all(said.get(name) is None for name in self.names):
            self.add_error(None, _("Answer one of them and it is kept. The others can stay open."))
        return said


class FeltOffForm(MeetingsForm):
    """Something that felt off, and what would help."""

    words = WordsField(label=_("What felt off"), required=True, rows=3, error_messages=ONE_WORD)
    would_help = WordsField(label=_("What would help"), help_text=_("If you know. It can stay open."), rows=2)


class RepairForm(MeetingsForm):
    """What one of the two writes about a strain."""

    words = WordsField(label=_("In my words"), required=True, rows=3, error_messages=ONE_WORD)


class HopeForm(MeetingsForm):
    """What one of the two wants or hopes."""

    words = WordsField(label=_("In my words"), rows=3)
