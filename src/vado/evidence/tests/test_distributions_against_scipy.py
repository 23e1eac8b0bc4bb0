"""Our own normal, t, F, beta, chi-square and binomial against a second opinion."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from vado.evidence import distributions as ours


@given(st.floats(1e-6, 1 - 1e-6), st.floats(0.3, 400))
def test_t_quantiles(p: float, df: float) -> None:
    assert ours.t_quantile(p, df) == pytest.approx(special.stdtrit(df, p), rel=1e-8, abs=1e-8)


@given(st.floats(1e-9, 1 - 1e-9))
def test_normal_quantiles(p: float) -> None:
    assert ours.normal_quantile(p) == pytest.approx(special.ndtri(p), rel=1e-9, abs=1e-9)


@given(st.floats(0, 1), st.floats(0.05, 300), st.floats(0.05, 300))
def test_beta(x: float, a: float, b: float) -> None:
    assert ours.beta_cdf(x, a, b) == pytest.approx(special.betainc(a, b, x), abs=1e-10)


@given(st.floats(0, 400), st.floats(0.1, 200))
def test_chi_square(x: float, df: float) -> None:
    assert ours.chi_square_cdf(x, df) == pytest.approx(special.chdtr(df, x), abs=1e-10)


@given(st.floats(0, 100), st.floats(0.5, 50), st.floats(0.5, 50))
def test_f(x: float, one: float, other: float) -> None:
    assert ours.f_cdf(x, one, other) == pytest.approx(special.fdtr(one, other, x), abs=1e-10)


@given(st.one_of(st.integers(1, 60), st.integers(990, 30_000)), st.data())
def test_binomial_tails(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n))
    theirs = float(special.bdtrc(k - 1, n, 0.5)) if k else 1.0
    assert ours.binomial_tail(k, n, 0.5) == pytest.approx(theirs, abs=1e-9 if n > 900 else 1e-12)


def test_infinite_degrees_of_freedom_are_normal() -> None:
    assert ours.t_quantile(0.975, math.inf) == ours.normal_quantile(0.975)
