"""Named outcomes side by side: unknown kept apart, whole denominators, none called success."""

import pytest

from vado.evidence.errors import BadModel, NotANumber
from vado.evidence.outcomes import DEFINITIONS, Answer, Course, Sex, tallies

BY_NAME = {definition.name: definition for definition in DEFINITIONS}
NONE, USED = (0.0,) * 40, (1.0,) * 40


@pytest.mark.parametrize(
    ("name", "after", "expected"),
    [
        ("continuous without", NONE, Answer.MET),
        ("continuous without", (*NONE, 1.0), Answer.NOT_MET),
        ("continuous without", (*NONE, None), Answer.UNKNOWN),
        ("continuous without", (1.0, None), Answer.NOT_MET),
        ("7 days without", (*USED, *NONE[:7]), Answer.MET),
        ("7 days without", NONE[:5], Answer.UNKNOWN),
        ("28 days without", (*USED, *NONE[:7]), Answer.NOT_MET),
        ("prolonged without", (*USED[:14], *NONE[:20]), Answer.MET),
        ("prolonged without", (), Answer.UNKNOWN),
        ("half as much", (1.0, 0.0) * 20, Answer.MET),
        ("half as much", (1.0, None, None), Answer.UNKNOWN),
        ("WHO one level", NONE, Answer.UNKNOWN),
        ("own goal", NONE, Answer.UNKNOWN),
        ("fewer harms", NONE, Answer.UNKNOWN),
    ],
)
def test_each_rule_says_met_not_met_or_unknown(name: str, after: tuple[float | None, ...], expected: Answer) -> None:
    assert BY_NAME[name].answer(Course("P", USED, after)) is expected


@pytest.mark.parametrize(
    ("before", "after", "levels", "one", "two"),
    [
        (80.0, 50.0, Sex.HIGHER, Answer.MET, Answer.NOT_MET),
        (120.0, 50.0, Sex.HIGHER, Answer.MET, Answer.MET),
        (50.0, 45.0, Sex.LOWER, Answer.NOT_MET, Answer.NOT_MET),
        (45.0, 0.0, Sex.LOWER, Answer.MET, Answer.MET),
    ],
)
def test_levels_of_the_who(before: float, after: float, levels: Sex, one: Answer, two: Answer) -> None:
    course = Course("P", (before,) * 30, (after,) * 30, in_grams=True, levels=levels)
    assert (BY_NAME["WHO one level"].answer(course), BY_NAME["WHO two levels"].answer(course)) == (one, two)


def test_every_definition_has_its_rule_and_source() -> None:
    assert all(definition.rule and definition.source for definition in DEFINITIONS)
    assert not any("success" in definition.name for definition in DEFINITIONS)


def test_everybody_who_came_is_in_every_denominator() -> None:
    people = [
        Course("P1", USED, NONE, own_goal_met=True),
        Course("P2", USED, (0.0,) * 20, has_stayed=False),
        Course("P3", USED, (), has_started=False, has_stayed=False),
        Course("P4", USED, USED, harms_before=3, harms_after=1),
    ]
    for tally in tallies(people):
        assert tally.came == 4
        assert tally.met + tally.not_met + tally.unknown == 4
        assert (tally.started, tally.stayed) == (3, 2)
        assert tally.answered == tally.met + tally.not_met
    with pytest.raises(BadModel):
        tallies([])
    with pytest.raises(NotANumber):
        Course("P", ("much",), ())  # type: ignore[arg-type]
