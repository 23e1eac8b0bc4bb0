"""The sentences of a plan that can be held against the diary: each a form with blanks; an empty one is no sentence."""

from collections.abc import Mapping
from typing import Any, ClassVar, cast
from uuid import uuid4

import msgspec
from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.forms_use import number_words
from vado.diary.vocabulary import Vocabulary
from vado.plans import conditions as asked
from vado.plans.conditions import Condition, Per
from vado.plans.forms_kept import LimitField, short
from vado.plans.names import PER_WORDS, weekday_choices

AT_MOST, AT_LEAST = "at_most", "at_least"
BOUNDS = [(AT_MOST, _("at most")), (AT_LEAST, _("at least"))]
DAYS = [("", "…"), *((str(number), str(number)) for number in range(8))]
FIRST_TOKEN = 8  # letters are enough to tell the sentences of one plan apart


def choice(label: Any, choices: Any, **options: Any) -> forms.ChoiceField:
    """A blank with a few answers."""
    widget = forms.Select(attrs={"aria-label": label})
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=widget, **options)


def clock(label: Any) -> forms.TimeField:
    """A blank for a time of the clock."""
    return forms.TimeField(
        label=label,
        required=False,
        widget=forms.TimeInput(attrs={"type": "time", "aria-label": label}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S", "%Hh%M"],
        error_messages={"invalid": _("Write the time as hours and minutes, for example 22:30.")},
    )


class Sentence(forms.Form):
    """One sentence with blanks. `lead` is the blank without which it says nothing."""

    asks: ClassVar[type[asked.Asked]]
    lead: ClassVar[tuple[str, ...]]
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, vocabulary: Vocabulary, condition: Condition | None = None, **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        initial = {"token": uuid4().hex[:FIRST_TOKEN]}
        if condition is not None:
            initial |= self.said_of(condition)
        super().__init__(*args, **{**kwargs, "initial": initial})
        for name in self.fields.keys() - {"token", "wanted", "weekdays"}:  # the sentence is seen, its blanks are heard
            self.fields[name].widget.attrs.setdefault("aria-label", self.fields[name].label)

    @property
    def name(self) -> str:
        """The kind of the sentence."""
        return str(self.asks.__struct_config__.tag)

    @property
    def template(self) -> str:
        """Where the sentence stands around its blanks."""
        return f"plans/sentences/{self.name}.html"

    def said_of(self, condition: Any) -> dict[str, Any]:
        """The blanks that a condition was made of."""
        said: dict[str, Any] = msgspec.structs.asdict(condition)
        return {name: number_words(value) if isinstance(value, float) else value for name, value in said.items()}

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said that makes a sentence."""
        said = [self.cleaned_data.get(name) for name in self.lead]
        return all(one is None or one is False or one in ("", []) for one in said)  # zero is an answer: none

    def condition(self) -> Condition:
        """The condition that the blanks make."""
        said = {name: self.cleaned_data[name] for name in self.asks.__struct_fields__ if name in self.cleaned_data}
        return cast("Condition", self.asks(**{**said, **self.converted()}))

    def converted(self) -> dict[str, Any]:
        """What is kept otherwise than it was said."""
        return {}

    def clean_token(self) -> str:
        return cast("str", self.cleaned_data["token"]) or uuid4().hex[:FIRST_TOKEN]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not self.is_blank:
            self.complete()
        return said

    def complete(self) -> None:
        """Adds an error for each blank that the sentence still needs."""

    def need(self, field: str, words: Any) -> None:
        """A sentence that is begun needs this blank too."""
        if self.cleaned_data.get(field) in (None, "", []):
            self.add_error(field, words)


class AtMostSentence(Sentence):
    """At most so much."""

    asks, lead = asked.AtMost, ("limit",)
    limit = LimitField(label=_("how much at most"))
    unit = short(_("of what"), list="units")
    per = choice(
        _("counted over"), [(per.value, words) for per, words in PER_WORDS.items()], initial=Per.OCCASION.value
    )

    def said_of(self, condition: Any) -> dict[str, Any]:
        unit = self.vocabulary.unit_words(condition.unit, condition.limit)
        return super().said_of(condition) | {"unit": unit, "per": condition.per.value}

    def complete(self) -> None:
        self.need("unit", _("Say of what: cans, grams, glasses, any word you use."))

    def converted(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"unit": self.vocabulary.unit_said(said["unit"]), "per": Per(said["per"] or Per.OCCASION)}


class DaysWithSentence(Sentence):
    """So many days a week with."""

    asks, lead = asked.DaysWith, ("days",)
    bound = choice(_("at most or at least"), BOUNDS, initial=AT_MOST)
    days = choice(_("how many days"), DAYS)

    def said_of(self, condition: Any) -> dict[str, Any]:
        bound = AT_LEAST if condition.at_least else AT_MOST
        return {"token": condition.token, "days": str(condition.days), "bound": bound}

    def converted(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"days": int(said["days"]), "at_least": said["bound"] == AT_LEAST}


class DaysWithoutSentence(Sentence):
    """So many days a week without."""

    asks, lead = asked.DaysWithout, ("days",)
    bound = choice(_("at most or at least"), BOUNDS[::-1], initial=AT_LEAST)
    days = choice(_("how many days"), DAYS)

    def said_of(self, condition: Any) -> dict[str, Any]:
        bound = AT_MOST if condition.at_most else AT_LEAST
        return {"token": condition.token, "days": str(condition.days), "bound": bound}

    def converted(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"days": int(said["days"]), "at_most": said["bound"] == AT_MOST}


class OnlyBetweenSentence(Sentence):
    """Only between two hours."""

    asks, lead = asked.OnlyBetween, ("earliest", "latest")
    earliest = clock(_("not before"))
    latest = clock(_("not after"))


class PaceSentence(Sentence):
    """So many minutes between."""

    asks, lead = asked.Pace, ("minutes",)
    minutes = LimitField(label=_("how many minutes"), most=24 * 60)

    def said_of(self, condition: Any) -> dict[str, Any]:
        return {"token": condition.token, "minutes": str(condition.minutes)}

    def complete(self) -> None:
        if self.cleaned_data["minutes"] < 1:
            self.add_error("minutes", _("A pause is one minute or more."))

    def converted(self) -> dict[str, Any]:
        return {"minutes": round(self.cleaned_data["minutes"])}


class OtherSentence(Sentence):
    """Something about another substance."""

    other = short(_("what else"), list="substances")
    hours = LimitField(label=_("how many hours"), most=24 * 28)

    def complete(self) -> None:
        self.need("other", _("Say what else it is about."))
        self.need("hours", _("Say within how many hours."))
        if self.cleaned_data.get("hours") == 0:
            self.add_error("hours", _("Within how many hours? More than zero."))

    def converted(self) -> dict[str, Any]:
        return {"other_code": self.vocabulary.code_of(self.cleaned_data["other"])}


class GapAfterSentence(OtherSentence):
    """Not until so many hours after."""

    asks, lead = asked.GapAfter, ("other", "hours")


class NeverWithSentence(OtherSentence):
    """Never together with."""

    asks, lead = asked.NeverWith, ("other", "hours")


class NotAloneSentence(Sentence):
    """Not alone."""

    asks, lead = asked.NotAlone, ("wanted", "alone_words")
    wanted = forms.BooleanField(label=_("with somebody there"), required=False)
    alone_words = short(_("what I write when I am alone"))

    def said_of(self, condition: Any) -> dict[str, Any]:
        return {"token": condition.token, "wanted": True, "alone_words": ", ".join(condition.alone_words)}

    def converted(self) -> dict[str, Any]:
        words = self.cleaned_data["alone_words"].split(",")
        return {"alone_words": tuple(word.strip() for word in words if word.strip())}


class NotInSentence(Sentence):
    """Not in a place."""

    asks, lead = asked.NotIn, ("place",)
    place = short(_("not where"))


class NotWhenSentence(Sentence):
    """Not in a mood."""

    asks, lead = asked.NotWhen, ("mood", "mood_below")
    mood = short(_("not when I am"))
    mood_below = choice(_("or my mood is below"), [("", "…"), *((str(n), str(n)) for n in range(1, 11))])

    def converted(self) -> dict[str, Any]:
        below = self.cleaned_data["mood_below"]
        return {"mood_below": int(below) if below else None}


class NotBeforeSentence(Sentence):
    """Not before a duty."""

    asks, lead = asked.NotBefore, ("duty", "hours")
    hours = LimitField(label=_("how many hours before"), most=24 * 7)
    duty = short(_("before what"))
    at = clock(_("at what time it begins"))
    weekdays = forms.MultipleChoiceField(
        label=_("on which days it comes"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        weekdays = cast("forms.MultipleChoiceField", self.fields["weekdays"])
        weekdays.choices = [(str(day), name) for day, name in weekday_choices()]

    def said_of(self, condition: Any) -> dict[str, Any]:
        return super().said_of(condition) | {"weekdays": [str(day) for day in condition.weekdays]}

    def complete(self) -> None:
        self.need("duty", _("Say before what: work, driving, the children."))
        self.need("hours", _("Say how many hours before."))
        self.need("at", _("Say when it begins, for example 08:00."))
        self.need("weekdays", _("Choose the days on which it comes."))
        if self.cleaned_data.get("hours") == 0:
            self.add_error("hours", _("How many hours before? More than zero."))

    def converted(self) -> dict[str, Any]:
        return {"weekdays": tuple(int(day) for day in self.cleaned_data["weekdays"])}


SENTENCES: tuple[type[Sentence], ...] = (
    AtMostSentence,
    DaysWithoutSentence,
    DaysWithSentence,
    OnlyBetweenSentence,
    PaceSentence,
    NeverWithSentence,
    GapAfterSentence,
    NotAloneSentence,
    NotInSentence,
    NotWhenSentence,
    NotBeforeSentence,
)
BY_TYPE: Mapping[type, type[Sentence]] = {sentence.asks: sentence for sentence in SENTENCES}
