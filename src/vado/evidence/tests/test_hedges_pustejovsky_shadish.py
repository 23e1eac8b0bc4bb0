"""The between-case difference against the papers' algorithms run in R (nlme 3.1-162) on four own-made series."""

import pytest

from vado.evidence.between_people import between_difference, between_difference_reml
from vado.evidence.cautions import Caution
from vado.evidence.errors import BadModel
from vado.evidence.pairs import Pair, pair

STARTS = (7, 10, 13, 16)
SERIES = (
    (7.84, 10.08, 10.63, 9.58, 8.72, 8.83, 5.93, 5.89, 6.01, 7.05, 6.15, 5.82, 5.54, 7.28, 6.43, 7.31, 7.56, 6.94, 5.88,
     7.1, 7.12, 5.28, 6.9, 6.3),
    (9.36, 8.88, 10.71, 10.1, 11.03, 8.32, 8.38, 8.36, 9.31, 6.62, 7.67, 5.46, 5.93, 6.11, 6.71, 7.4, 9.15, 7.1, 6.53,
     7.61, 7.08, 8.43, 6.41, 7.94),
    (6.09, 6.21, 5.6, 4.94, 5.88, 6.71, 5.86, 6.22, 5.42, 5.05, 5.69, 7.21, 3.67, 3, 1.9, 2.01, 1.77, 2.16, 1.99, 3.44,
     3.3, 2.18, 2.33, 3.33),
    (9.61, 9.01, 8.59, 8.72, 8.91, 7.19, 9.96, 10.01, 8.15, 6.96, 8.76, 9.62, 10, 9.55, 9, 6.87, 5.76, 5.62, 7.9, 6.15,
     6.21, 5.36, 7.98, 6.55),
)  # fmt: skip


def _people(improvement: str = "decrease") -> list[Pair]:
    return [
        pair(days[: start - 1], days[start - 1 :], improvement=improvement)
        for days, start in zip(SERIES, STARTS, strict=True)
    ]


def test_the_moment_estimator_is_that_of_the_paper() -> None:
    found = between_difference(_people())
    assert found.lag1 == pytest.approx(0.173635951999)
    assert found.intraclass == pytest.approx(0.830115914155)
    assert found.df == pytest.approx(4.187987600434)
    assert found.estimate == pytest.approx(1.039507691094)
    assert found.se**2 == pytest.approx(0.288268400133)
    assert Caution.FEW_PEOPLE in found.cautions


def test_reml_is_that_of_the_paper_on_the_fit_of_nlme() -> None:
    found = between_difference_reml(_people())
    assert found.lag1 == pytest.approx(0.198329614, rel=1e-4)
    assert found.intraclass == pytest.approx(3.4040376 / (3.4040376 + 0.7693942), rel=1e-4)
    assert found.df == pytest.approx(4.377593442743, rel=1e-4)
    assert found.estimate == pytest.approx(1.085881348737, rel=1e-4)
    assert found.se**2 == pytest.approx(0.289017657232, rel=1e-3)


def test_the_error_carries_that_of_its_denominator() -> None:
    """Trap 9."""
    found = between_difference_reml(_people())
    assert found.se > 0.4, "a coefficient's error over the total SD would be 0.11"


def test_turning_the_direction_turns_the_sign() -> None:
    down, up = between_difference(_people()), between_difference(_people("increase"))
    assert up.estimate == pytest.approx(-down.estimate)
    assert up.low == pytest.approx(-down.high)


def test_two_people_or_opposite_directions_are_refused() -> None:
    with pytest.raises(BadModel, match="three people"):
        between_difference(_people()[:2])
    with pytest.raises(BadModel, match="opposite"):
        between_difference([*_people()[:2], *_people("increase")[2:]])
