"""Recomputing a file of reference values in the schema of other programs, entry by entry."""

import enum
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vado.evidence.errors import BadReference, EvidenceError
from vado.evidence.pairs import Pair, pair
from vado.evidence.reference_recipes import LEFT_OUT, POLICY, RECIPES, Recipe
from vado.evidence.scales import Improvement

RELATIVE = 1e-9
WORDS = {"Inf": math.inf, "-Inf": -math.inf, "NaN": math.nan}
OWN = "own_check"


class Status(enum.StrEnum):
    """What became of one value."""

    MATCHED = "matched"
    DIFFERENT = "different"
    NOT_IMPLEMENTED = "not implemented"
    PEER_WRONG = "peer known wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """One value of the file, held against the library."""

    series: str
    peer: str
    direction: str
    entry: str
    field: str
    status: Status
    expected: float | None
    found: float | None
    tolerance: float
    reason: str = ""


def verify(content: object) -> Iterator[Check]:
    """Every value of a parsed reference file: matched, different, not implemented, or peer known wrong.

    >>> nap = {"est": 1.0, "tolerance": 1e-9}
    >>> series = {"id": "own", "A": [5, 6], "B": [1, 2], "results": {"SingleCaseES": {"decrease": {"NAP": nap}}}}
    >>> next(verify({"schema_version": 1, "series": [series]})).status.value
    'matched'

    Shape: a mapping as JSON gives it, with `schema_version` 1 and `series`. Units: as in the file.
    Errors: `BadReference` when the content is not in the schema.
    Source: the programs that the file names.
    """
    for series in _series(content):
        name = str(series.get("id", "?"))
        for direction in Improvement:
            days = _pair_of(series, direction)
            own = series.get("results", {}).get(OWN, {}).get(direction.value, {})
            for peer, results in series.get("results", {}).items():
                for entry, values in results.get(direction.value, {}).items():
                    for check in _entry(days, series, entry, values, own if peer != OWN else {}):
                        yield Check(name, peer, direction.value, entry, *check)


_Found = tuple[str, Status, float | None, float | None, float, str]


def _series(content: object) -> list[Mapping[str, Any]]:
    if not isinstance(content, dict) or content.get("schema_version") != 1:
        raise BadReference(reason="it has no schema_version 1")
    series = content.get("series")
    if not isinstance(series, list) or not all(isinstance(one, dict) and "A" in one and "B" in one for one in series):
        raise BadReference(reason="each of its series needs A and B")
    return series


def _pair_of(series: Mapping[str, Any], direction: Improvement) -> Pair:
    try:
        return pair(series["A"], series["B"], improvement=direction)
    except EvidenceError as problem:
        raise BadReference(reason=f"series {series.get('id')}: {problem}") from None


def _entry(
    days: Pair, series: Mapping[str, Any], entry: str, values: Mapping[str, Any], own: Mapping[str, Any]
) -> Iterator[_Found]:
    recipe = next((recipe for recipe in RECIPES if entry.startswith(recipe.begins)), None)
    numbers = list(_numbers(values))
    if recipe is None:
        why = "no method of this name"
        yield from ((field, Status.NOT_IMPLEMENTED, value, None, 0.0, why) for field, value in numbers)
        return
    found = recipe.compute(days, series, entry)
    for field, expected in numbers:
        if field not in found:
            why = LEFT_OUT.get(f"{entry}.{field}", LEFT_OUT.get(field, "this field is not computed"))
            yield field, Status.NOT_IMPLEMENTED, expected, None, 0.0, why
            continue
        judged = _judged(recipe, field, expected, found[field], own)
        is_rounding = judged[0] is Status.DIFFERENT and _is_close(expected, found.get(f"{field}~"), RELATIVE)
        yield (field, Status.PEER_WRONG, *judged[1:4], POLICY["rounding"]) if is_rounding else (field, *judged)


def _judged(
    recipe: Recipe, field: str, expected: float | None, found: float | None, own: Mapping[str, Any]
) -> tuple[Status, float | None, float | None, float, str]:
    tolerance = recipe.tolerance(field)
    if _is_close(expected, found, tolerance):
        return Status.MATCHED, expected, found, tolerance, ""
    checked = _own_value(recipe, field, own)
    if checked is not None and _is_close(checked, found, RELATIVE):
        return (
            Status.PEER_WRONG,
            expected,
            found,
            RELATIVE,
            "own check used: root search of the peer stops early",
        )
    why = recipe.known_wrong(field, expected, found)
    if why:
        return Status.PEER_WRONG, expected, found, tolerance, why
    return Status.DIFFERENT, expected, found, tolerance, ""


def _own_value(recipe: Recipe, field: str, own: Mapping[str, Any]) -> float | None:
    """The own-check column, where the file has one for this value."""
    if field not in ("ci_lower", "ci_upper") or not recipe.own_check:
        return None
    value = own.get(recipe.own_check, {}).get(field)
    return None if value is None else recipe.from_own(float(value))


def _is_close(expected: float | None, found: float | None, tolerance: float) -> bool:
    if expected is None or found is None:
        return expected is found
    if math.isnan(expected) or math.isinf(expected):
        return math.isnan(found) if math.isnan(expected) else expected == found
    return abs(expected - found) <= tolerance * max(1.0, abs(expected))


def _numbers(values: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, float | None]]:
    """The values of an entry, nested ones by a dotted name; messages of the peer are passed over."""
    for name, value in values.items():
        place = f"{before}{name}"
        if isinstance(value, dict):
            yield from _numbers(value, f"{place}.")
        elif value is None or value in WORDS:
            yield place, None if value is None else WORDS[value]
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield place, float(value)


def counted(checks: Iterable[Check]) -> dict[Status, int]:
    """How many values came out in each way."""
    counts = dict.fromkeys(Status, 0)
    for check in checks:
        counts[check.status] += 1
    return counts
