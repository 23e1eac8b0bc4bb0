"""The form of a use plan: sentences with blanks, each of them free to stay empty."""

from collections.abc import Mapping
from typing import Any, cast

import msgspec
from django.utils.translation import gettext_lazy as _

from vado.diary.forms_fields import LineField, RatingField, WordsField
from vado.plans.conditions import Condition
from vado.plans.facts import UsePlan
from vado.plans.forms_conditions import BY_TYPE, SENTENCES, Sentence
from vado.plans.forms_kept import KeptForm, review_field


def blank(label: Any) -> WordsField:
    """A blank that grows with its words."""
    return WordsField(label=label, rows=1)


class PlanForm(KeptForm):
    """A version of a plan. Nothing is required, and no blank is filled by Vado."""

    substance = LineField(
        label=_("With what"),
        help_text=_("One word is enough. Left open, it is about all of it."),
        attrs={"list": "substances"},
    )
    wants = WordsField(label=_("What I want from it"), rows=2)
    avoids = WordsField(label=_("What I want to avoid"), rows=2)
    why_now = blank(_("Why now"))
    where = blank(_("Where"))
    with_whom = blank(_("With whom"))
    never_with = blank(_("Never with these people"))
    first = blank(_("What I do first"))
    route = blank(_("How I take it"))
    safety = blank(_("What keeps me safe"))
    before = blank(_("Before: food, water, sleep, money, the way home"))
    during = blank(_("During"))
    after = blank(_("After: rest, who I call"))
    stop_when = blank(_("I stop when"))
    goes_wrong = blank(_("What could go wrong"))
    then_i = blank(_("Then I"))
    know_by = blank(_("How I will know that it works"))
    own_sentences = WordsField(label=_("Sentences of my own"), help_text=_("One on each line."), rows=3)
    importance = RatingField(label=_("How much it matters to me"), help_text=_("0 not at all, 10 as much as can be"))
    confidence = RatingField(label=_("How sure I am that I can"), help_text=_("0 not at all, 10 as sure as can be"))
    review_on = review_field()

    WORDS = (
        *("substance", "wants", "avoids", "why_now", "where", "with_whom", "never_with", "first", "route", "safety"),
        *("before", "during", "after", "stop_when", "goes_wrong", "then_i", "know_by"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plan = cast("UsePlan | None", self.before)
        if plan is not None:
            said = {name: getattr(plan, name) for name in (*self.WORDS, "importance", "confidence", "review_on")}
            self.initial = {**said, "own_sentences": "\n".join(plan.own_sentences), **self.initial}
        self.sentences = list(self._sentences(plan.conditions if plan else ()))

    def _sentences(self, conditions: tuple[Condition, ...]) -> Any:
        """The sentences that are there, and an empty one of each kind."""
        said = self.data if self.is_bound else None
        for place, condition in enumerate(conditions):
            yield self._sentence(BY_TYPE[type(condition)], f"c{place}", said, condition)
        for kind in SENTENCES:
            yield self._sentence(kind, f"new-{kind.asks.__struct_config__.tag}", said, None)

    def _sentence(
        self, kind: type[Sentence], prefix: str, said: Mapping[str, Any] | None, condition: Condition | None
    ) -> Sentence:
        return kind(said, prefix=prefix, vocabulary=self.writing.vocabulary, condition=condition)

    def group(self, *names: str) -> list[Sentence]:
        """The sentences of these kinds."""
        return [sentence for sentence in self.sentences if sentence.name in names]

    @property
    def amounts(self) -> list[Sentence]:
        return self.group("at_most", "days_with", "days_without")

    @property
    def hours(self) -> list[Sentence]:
        return self.group("only_between", "pace", "gap_after", "not_before")

    @property
    def company(self) -> list[Sentence]:
        return self.group("never_with", "not_alone", "not_in", "not_when")

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(sentence.is_valid() for sentence in self.sentences)])

    def clean_review_on(self) -> Any:
        return self.to_come("review_on")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        sentences_are_right = all(sentence.is_valid() for sentence in self.sentences)
        if not sentences_are_right:
            self.add_error(None, _("One of the sentences needs another word. It is marked below."))
        elif (
            not self.errors
            and not any(said[name] for name in self.WORDS)
            and not said["own_sentences"]
            and not self.conditions()
        ):
            self.add_error(None, _("Fill one blank, whichever you like, and it is kept."))
        return said

    def conditions(self) -> tuple[Condition, ...]:
        """The sentences that say something, in their order."""
        return tuple(sentence.condition() for sentence in self.sentences if not sentence.is_blank)

    def fact(self, plan: str, version: int) -> UsePlan:
        """The version that the blanks make; it holds from today on."""
        said = self.cleaned_data
        own = tuple(line.strip() for line in said["own_sentences"].splitlines() if line.strip())
        return UsePlan(
            plan=plan,
            version=version,
            from_on=self.today,
            substance_code=self.code_of(said["substance"]),
            conditions=self.conditions(),
            own_sentences=own,
            importance=said["importance"],
            confidence=said["confidence"],
            review_on=said["review_on"],
            **{name: said[name] for name in self.WORDS},
        )


def resting(plan: UsePlan, version: int, today: Any, *, rests: bool) -> UsePlan:
    """The same plan, laid aside or taken up again from today on."""
    return msgspec.structs.replace(plan, version=version, from_on=today, is_resting=rests)
