"""Forms that make facts: plain forms, in which only what and when are required."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any, ClassVar, cast

import msgspec
from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.facts import (
    CheckIn,
    DiarySettings,
    Intention,
    Note,
    Step,
    Sureness,
    Urge,
    UrgeEnding,
    Use,
)
from vado.diary.forms_fields import LineField, RatingField, WordsField, clock_field, day_field
from vado.diary.forms_messages import AMOUNT_MESSAGES, WHEN_MESSAGES
from vado.diary.rules_how_much import AmountProblem, amount_said
from vado.diary.rules_entries import PRIVATE_FIELDS, Entry
from vado.diary.rules_when import WhenAnswer, WhenFault, WhenProblem, is_recalled, when_said
from vado.diary.vocabulary import Vocabulary, code_among, name_among
from vado.record.lived_day import Lived


class Writing(msgspec.Struct, frozen=True):
    """The moment of writing and the person's own settings and words."""

    now: dt.datetime
    settings: DiarySettings
    vocabulary: Vocabulary


class EntryForm(forms.Form):
    """What every entry has: a version id that makes sending twice harmless, when, and what is only mine."""

    fact_type: ClassVar[type[Entry]]

    version_id = forms.UUIDField(widget=forms.HiddenInput)
    follows = forms.CharField(required=False, widget=forms.HiddenInput)
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
        return cast(str, self.cleaned_data["zone"]) or self.writing.settings.zone

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

    def made(self, common: dict[str, Any]) -> Entry:
        raise NotImplementedError

    def mine_fields(self) -> frozenset[str]:
        """The fields whose words are kept for the person alone."""
        return frozenset(name for name in PRIVATE_FIELDS[self.fact_type] if self.cleaned_data[f"mine_{name}"])

    def followed(self) -> tuple[uuid.UUID, ...]:
        """The versions that were seen when the writing began."""
        return tuple(uuid.UUID(one) for one in self.cleaned_data["follows"].split(",") if one)

    def clean_follows(self) -> str:
        said = str(self.cleaned_data["follows"])
        try:
            return ",".join(str(uuid.UUID(one)) for one in said.split(",") if one)
        except ValueError as problem:
            raise forms.ValidationError(_("This page is out of order. Open the entry from its day.")) from problem


def _answer(said: Mapping[str, Any]) -> WhenAnswer:
    """A clock time without a choice means that time; a day alone means some time that day."""
    answer = WhenAnswer(said["when"] or WhenAnswer.NOW)
    if answer is WhenAnswer.NOW and said["on"] is not None:
        answer = WhenAnswer.EARLIER
    if answer is WhenAnswer.EARLIER and said["at"] is None:
        return WhenAnswer.THAT_DAY
    return answer


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
        label=_("How exactly do you know"),
        choices=[
            (Sureness.EXACT.value, _("exactly")),
            (Sureness.ABOUT.value, _("about")),
            (Sureness.RANGE.value, _("between two amounts")),
            (Sureness.UNKNOWN.value, _("I don't know")),
        ],
        widget=forms.RadioSelect,
        required=False,
        initial=Sureness.EXACT.value,
    )
    least = LineField(label=_("How much"), attrs={"inputmode": "decimal"})
    most = LineField(label=_("up to"), attrs={"inputmode": "decimal"})
    unit = LineField(label=_("of what"), help_text=_("cans, grams, lines, your own unit"), attrs={"list": "units"})
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
        meanings = cast(forms.MultipleChoiceField, self.fields["meanings"])
        meanings.choices = list(writing.vocabulary.meaning_names().items())

    def said_of(self, entry: Entry, vocabulary: Vocabulary) -> dict[str, Any]:
        use = cast(Use, entry)
        own = [meaning for meaning in use.meanings if meaning not in vocabulary.meaning_names()]
        return super().said_of(entry, vocabulary) | {
            "sureness": use.amount.sureness,
            "least": number_words(use.amount.least),
            "most": number_words(use.amount.most),
            "unit": name_among(vocabulary.unit_names(), use.amount.unit),
            "route": name_among(vocabulary.route_names(), use.route),
            "own_meaning": ", ".join(own),
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not {"least", "most", "unit"} & self.errors.keys():
            self._clean_amount(said)
        return said

    def _clean_amount(self, said: dict[str, Any]) -> None:
        unit = code_among(self.writing.vocabulary.unit_names(), said["unit"])
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


def number_words(number: float | None) -> str:
    """A number as it is written back into a field."""
    return "" if number is None else f"{number:.10g}"
