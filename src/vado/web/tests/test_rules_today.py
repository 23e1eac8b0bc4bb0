"""Home counts what was written; nothing already counted is taken away by writing more."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vado.diary.facts import DayAnswer, DayStatement, OwnWord, Step
from vado.record.facts import Fact
from vado.record.lived_day import Lived
from vado.web.rules_today import KeptSoFar, kept_so_far

DAY = dt.date(2026, 11, 23)

days = st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))
facts = st.lists(
    st.one_of(
        st.builds(lambda on: Step(when=Lived(on=on), words="walked"), days),
        st.builds(lambda on: DayStatement(when=Lived(on=on), answer=DayAnswer.DO_NOT_KNOW), days),
    )
)


def test_two_entries_of_one_day_are_one_day_written() -> None:
    written = [Step(when=Lived(on=DAY), words=words) for words in ("called my brother", "ate first")]
    assert kept_so_far(written) == KeptSoFar(days=1, steps=2, since=DAY)


def test_words_that_belong_to_no_day_are_no_day() -> None:
    assert kept_so_far([OwnWord(word="the green one")]) == KeptSoFar(days=0, steps=0, since=None)


@given(facts, facts)
def test_writing_more_never_makes_a_count_smaller(before: list[Fact], later: list[Fact]) -> None:
    first, then = kept_so_far(before), kept_so_far([*before, *later])
    assert then.days >= first.days
    assert then.steps >= first.steps
