"""Forms about goals: what is wanted, how it feels today, and how ready somebody is about one thing."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.forms_fields import LineField, RatingField, WordsField
from vado.plans.facts import LEVELS, Aim, Goal, GoalRating, GoalStatus, Readiness
from vado.plans.forms_kept import KeptForm, review_field
from vado.plans.names import AIM_WORDS, STATUS_WORDS


class GoalForm(KeptForm):
    """A goal in own words. Every field may stay open: "not decided" is a complete answer."""

    words = WordsField(label=_("What would you like?"), help_text=_("In your words, as big or small as you like."))
    substance = LineField(
        label=_("Is it about something you use?"),
        help_text=_("Leave it open for a goal about your life."),
        attrs={"list": "substances"},
    )
    aim = forms.ChoiceField(
        label=_("If you had to give it a name"),
        choices=[(aim.value, words) for aim, words in AIM_WORDS.items()],
        widget=forms.RadioSelect,
        required=False,
        initial=Aim.UNDECIDED.value,
    )
    status = forms.ChoiceField(
        label=_("Where it stands"),
        choices=[(status.value, words) for status, words in STATUS_WORDS.items()],
        widget=forms.RadioSelect,
        required=False,
        initial=GoalStatus.THINKING.value,
    )
    why_now = WordsField(label=_("Why now"), rows=2)
    review_on = review_field()
    level_0 = LineField(label=_("Much less than I hope"))
    level_1 = LineField(label=_("Less than I hope"))
    level_2 = LineField(label=_("What I hope for"))
    level_3 = LineField(label=_("More than I hope"))
    level_4 = LineField(label=_("Much more than I hope"))

    FIVE_LINES = tuple(f"level_{place}" for place in range(len(LEVELS)))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goal = cast("Goal | None", self.before)
        if goal is not None:
            said = {
                name: getattr(goal, name) for name in ("words", "substance", "aim", "status", "why_now", "review_on")
            }
            levels = {f"level_{place}": words for place, words in enumerate(goal.levels)}
            self.initial = {**said, **levels, **self.initial}

    def levels(self) -> list[forms.BoundField]:
        """The five lines, the lowest first."""
        return [self[name] for name in self.FIVE_LINES]

    def clean_review_on(self) -> Any:
        return self.to_come("review_on")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        chose = said.get("aim") not in ("", Aim.UNDECIDED.value)
        written = [said.get(name) for name in ("words", "substance", "why_now", *self.FIVE_LINES)]
        if not self.errors and not any(written) and not chose:
            self.add_error("words", _("Write a word or two, or choose a name for it, and it is kept."))
        return said

    def fact(self) -> Goal:
        said = self.cleaned_data
        levels = tuple(said[name] for name in self.FIVE_LINES)
        return Goal(
            written_on=self.before.written_on if self.before else self.today,
            words=said["words"],
            aim=Aim(said["aim"] or Aim.UNDECIDED),
            substance=said["substance"],
            substance_code=self.code_of(said["substance"]),
            status=GoalStatus(said["status"] or GoalStatus.THINKING),
            why_now=said["why_now"],
            levels=levels if any(levels) else (),
            review_on=said["review_on"],
        )


class GoalRatingForm(KeptForm):
    """How a goal feels today; each row may stay open."""

    importance = RatingField(label=_("How much it matters to me"), help_text=_("0 not at all, 10 as much as can be"))
    confidence = RatingField(label=_("How sure I am that I can"), help_text=_("0 not at all, 10 as sure as can be"))
    progress = RatingField(label=_("How far along I am"), help_text=_("0 at the beginning, 10 there"))
    level = forms.ChoiceField(label=_("Which of my five lines is nearest"), widget=forms.RadioSelect, required=False)
    words = WordsField(label=_("In your words"), rows=2)

    def __init__(self, *args: Any, goal: Goal, goal_id: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal_id = goal_id
        lines = [(str(level), words) for level, words in zip(LEVELS, goal.levels, strict=False) if words]
        cast("forms.ChoiceField", self.fields["level"]).choices = [("", _("skip")), *lines]

    @property
    def has_levels(self) -> bool:
        return len(cast("forms.ChoiceField", self.fields["level"]).choices) > 1  # type: ignore[arg-type]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        rows = [said.get(name) for name in ("importance", "confidence", "progress")]
        if not self.errors and rows == [None, None, None] and not said["level"] and not said["words"]:
            self.add_error(None, _("Answer one of them, or write a word, and it is kept."))
        return said

    def fact(self) -> GoalRating:
        said = self.cleaned_data
        return GoalRating(
            goal=self.goal_id,
            when=self.lived,
            importance=said["importance"],
            confidence=said["confidence"],
            progress=said["progress"],
            level=int(said["level"]) if said["level"] else None,
            words=said["words"],
        )


class ReadinessForm(KeptForm):
    """How ready somebody is about one substance or one harm."""

    about = LineField(
        label=_("About what"),
        help_text=_("One thing at a time: cider, or the stairs, or money."),
        required=True,
        attrs={"list": "substances"},
        error_messages={"required": _("Write what it is about, in any word you like.")},
    )
    is_harm = forms.ChoiceField(
        label=_("Is it"),
        choices=[("", _("something I use")), ("harm", _("something that it costs me or others"))],
        widget=forms.RadioSelect,
        required=False,
    )
    ready = RatingField(label=_("How ready I am to change something about it"), help_text=_("0 not now, 10 today"))
    importance = RatingField(label=_("How much it matters to me"), help_text=_("0 not at all, 10 as much as can be"))
    confidence = RatingField(label=_("How sure I am that I can"), help_text=_("0 not at all, 10 as sure as can be"))
    words = WordsField(label=_("In your words"), rows=2)

    def fact(self) -> Readiness:
        said = self.cleaned_data
        is_harm = said["is_harm"] == "harm"
        return Readiness(
            when=self.lived,
            about=said["about"],
            substance_code="" if is_harm else self.code_of(said["about"]),
            is_harm=is_harm,
            ready=said["ready"],
            importance=said["importance"],
            confidence=said["confidence"],
            words=said["words"],
        )
