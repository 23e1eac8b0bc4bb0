"""Every value of the reference file: SingleCaseES 0.7.4, scan 0.67.1, and the own check where a peer is known wrong."""

import json
from collections import Counter
from pathlib import Path

import pytest

from vado.evidence.errors import BadReference
from vado.evidence.reference import Check, Status, verify

FILE = Path(__file__).parent / "reference" / "single_case.json"
CHECKS = tuple(verify(json.loads(FILE.read_text())))


def _of(status: Status) -> list[Check]:
    return [check for check in CHECKS if check.status is status]


def test_no_value_differs() -> None:
    assert not [f"{check}" for check in _of(Status.DIFFERENT)]


def test_almost_all_values_are_recomputed() -> None:
    assert len(_of(Status.MATCHED)) > 4_600
    left_out = {(check.entry, check.field) for check in _of(Status.NOT_IMPLEMENTED)}
    assert left_out == set()


def test_each_value_that_a_peer_has_wrong_says_why() -> None:
    reasons = Counter(check.reason for check in _of(Status.PEER_WRONG))
    assert all(reasons)
    assert sum(reasons.values()) < 240


def test_intervals_at_full_separation_follow_the_own_check() -> None:
    ends = [check for check in CHECKS if check.entry.startswith("NAP[se=") and check.field == "ci_lower"]
    at_one = [check for check in ends if check.expected == 1]
    assert at_one
    assert all(check.found is not None and 0.3 < check.found < 0.75 for check in at_one)


@pytest.mark.parametrize("content", [None, [], {}, {"schema_version": 2}, {"schema_version": 1, "series": [{}]}])
def test_a_file_in_another_schema_is_refused(content: object) -> None:
    with pytest.raises(BadReference):
        list(verify(content))


def test_a_changed_value_is_found() -> None:
    content = json.loads(FILE.read_text())
    content["series"][0]["results"]["SingleCaseES"]["decrease"]["NAP[se=unbiased]"]["est"] += 1e-6
    assert [check.field for check in verify(content) if check.status is Status.DIFFERENT] == ["est"]
