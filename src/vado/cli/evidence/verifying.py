"""`vado evidence verify`: what matched, what differs with both values, what is left out with the reason."""

import json
from collections import Counter
from pathlib import Path

from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table

from vado.cli.evidence.ground import waiting
from vado.cli.evidence.reading import loaded
from vado.cli.evidence.words import STATUSES
from vado.cli.ground import say
from vado.evidence.errors import BadReference, EvidenceError
from vado.evidence.reference import Check, Status, counted, verify


def show(file: Path, *, as_json: bool) -> int:
    """Print the outcome; the answer is the exit code: 1 on any difference."""
    content = loaded(file)
    try:
        with waiting():
            checks = list(verify(content))
    except EvidenceError:
        raise
    except (AttributeError, KeyError, TypeError, ValueError):
        raise BadReference(reason="something is missing in it, or is of another kind") from None
    counts = counted(checks)
    if as_json:
        say(json.dumps({"counts": counts, "different": [_row(check) for check in _of(checks, Status.DIFFERENT)]}))
    else:
        _show_table(checks, counts)
    return 1 if counts[Status.DIFFERENT] else 0


def _of(checks: list[Check], status: Status) -> list[Check]:
    return [check for check in checks if check.status is status]


def _row(check: Check) -> dict[str, object]:
    return {
        "series": check.series, "peer": check.peer, "direction": check.direction, "entry": check.entry,
        "field": check.field, "expected": check.expected, "found": check.found, "tolerance": check.tolerance,
    }  # fmt: skip


def _show_table(checks: list[Check], counts: dict[Status, int]) -> None:
    console = Console()
    table = Table(_("values"), _("outcome"), _("reason"))
    for status in (Status.MATCHED, Status.DIFFERENT):
        table.add_row(str(counts[status]), str(STATUSES[status]), "")
    for status in (Status.PEER_WRONG, Status.NOT_IMPLEMENTED):
        for reason, count in Counter(check.reason for check in _of(checks, status)).most_common():
            table.add_row(str(count), str(STATUSES[status]), reason)
    console.print(table)
    for check in _of(checks, Status.DIFFERENT):
        values = {"expected": check.expected, "found": check.found, "tolerance": check.tolerance}
        where = f"{check.series} {check.peer} {check.direction} {check.entry} {check.field}"
        text = _("%(where)s: expected %(expected)s, found %(found)s, tolerance %(tolerance)s")
        say(text % {**values, "where": where})
