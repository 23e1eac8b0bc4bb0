"""What every entry's form shares: when, what is only mine, and an id that makes sending twice harmless."""

import datetime as dt
import uuid
from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, Self, cast

import msgspec
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vado.diary.forms_fields import LineField, clock_field, day_field
from vado.diary.forms_kept import KeptForm
from vado.diary.forms_messages import WHEN_MESSAGES
from vado.diary.rules_entries import PRIVATE_FIELDS, Entry
from vado.diary.rules_when import WhenAnswer, WhenFault, WhenProblem, is_recalled, when_said
from vado.diary.vocabulary import Vocabulary
from vado.people.facts import DiarySettings
from vado.record.lived_day import Lived


class Writing(msgspec.Struct, frozen=True):
    """The moment of writing and the person's own settings and words."""

    now: dt.datetime
    settings: DiarySettings
    vocabulary: Vocabulary


class EntryForm(KeptForm):
    """What every entry has: a version id that makes sending twice harmless, when, and what is only mine."""

    fact_type: ClassVar[type[Entry]]

    occasion = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    when = forms.ChoiceField(
        label=_("When"),
        choices=[
            (WhenAnswer.NOW.value, _("now")),
            (WhenAnswer.EARLIER.value, _("earlier")),
            (WhenAnswer.THAT_DAY.value, _("some time that day")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    on = day_field()
    at = clock_field()
    zone = LineField(label=_("Time zone"), help_text=_("As in America/Santiago. Change it if you were travelling."))
    only_mine = forms.BooleanField(
        label=_("Only me"), help_text=_("Nobody else sees this entry or that it exists."), required=False
    )

    def __init__(self, *args: Any, writing: Writing, before: Entry | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = self._starting(writing, before) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.writing = writing
        self.before = before
        for name in PRIVATE_FIELDS[self.fact_type]:
            self.fields[f"mine_{name}"] = forms.BooleanField(label=_("Only me"), required=False)

    @property
    def kind(self) -> str:
        return self.fact_type.kind

    def _starting(self, writing: Writing, before: Entry | None) -> dict[str, Any]:
        fresh = {"version_id": uuid.uuid4(), "when": WhenAnswer.NOW, "zone": writing.settings.zone}
        return fresh | (self.said_of(before, writing.vocabulary) if before else {})

    def said_of(self, entry: Entry, vocabulary: Vocabulary) -> dict[str, Any]:
        """The answers that an entry was made of, to be changed."""
        when = WhenAnswer.THAT_DAY if entry.when.at is None else WhenAnswer.EARLIER
        said = {field: getattr(entry, field) for field in entry.__struct_fields__}
        return said | {"when": when, "on": entry.when.on, "at": entry.when.at, "zone": entry.when.zone}

    def clean_only_mine(self) -> bool:
        return bool(self.cleaned_data["only_mine"])

    def clean_zone(self) -> str:
        return cast("str", self.cleaned_data["zone"]) or self.writing.settings.zone

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not {"when", "on", "at", "zone"} & self.errors.keys():
            self._clean_when()
        return said

    def _clean_when(self) -> None:
        said = self.cleaned_data
        settings = msgspec.structs.replace(self.writing.settings, zone=said["zone"])
        answer = _answer(said)
        try:
            said["lived"] = self._unchanged(answer) or when_said(
                answer, said["on"], said["at"], settings, self.writing.now
            )
        except WhenProblem as problem:
            self.add_error("zone" if problem.fault is WhenFault.UNKNOWN_ZONE else "on", WHEN_MESSAGES[problem.fault])

    def _unchanged(self, answer: WhenAnswer) -> Lived | None:
        """A lived time that nobody changed is never computed afresh."""
        said, before = self.cleaned_data, self.before
        if before is None or answer is WhenAnswer.NOW:
            return None
        at = said["at"] if answer is WhenAnswer.EARLIER else None
        same = (said["on"], at, said["zone"]) == (before.when.on, before.when.at, before.when.zone)
        return before.when if same else None

    def fact(self) -> Entry:
        """The entry that these answers make."""
        lived: Lived = self.cleaned_data["lived"]
        is_same_time = self.before is not None and lived == self.before.when
        recalled = (
            self.before.recalled
            if self.before is not None and is_same_time
            else is_recalled(lived, self.writing.settings, self.writing.now)
        )
        common = {"when": lived, "recalled": recalled, "occasion": self.cleaned_data["occasion"]}
        return self.made(common)

    @abstractmethod
    def made(self, common: dict[str, Any]) -> Entry:
        """The fact of this kind of form."""

    def offered_anew(self) -> Self:
        """The page was sent before with other words: both can be kept, and nothing is lost."""
        said = QueryDict(mutable=True)
        said.update(self.data)
        said["version_id"] = str(uuid.uuid4())
        form = type(self)(said, writing=self.writing, before=self.before)
        form.add_error(None, _("Something from this page is already kept. Press “Keep it” to keep this as well."))
        return form

    def mine_fields(self) -> frozenset[str]:
        """The fields whose words are kept for the person alone."""
        return frozenset(name for name in PRIVATE_FIELDS[self.fact_type] if self.cleaned_data[f"mine_{name}"])


def _answer(said: Mapping[str, Any]) -> WhenAnswer:
    """A clock time without a choice means that time; a day alone means some time that day."""
    answer = WhenAnswer(said["when"] or WhenAnswer.NOW)
    if answer is WhenAnswer.NOW and said["on"] is not None:
        answer = WhenAnswer.EARLIER
    if answer is WhenAnswer.EARLIER and said["at"] is None:
        return WhenAnswer.THAT_DAY
    return answer
