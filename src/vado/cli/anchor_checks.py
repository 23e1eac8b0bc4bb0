"""The doctor's look at what stands outside the database: whether the chains of visits still fit, and the ledger."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vado.cli.findings import Findings, warning
from vado.record.anchors import Trace, verify_visits
from vado.record.ledger import LedgerAltered, check_ledger

WORDS = {
    Trace.TAIL_CUT: _("The newest visits of a record were cut off."),
    Trace.CHAIN_GONE: _("All visits of a record are gone."),
    Trace.REWRITTEN: _("A visit was rewritten."),
    Trace.ANCHOR_ALTERED: _("The file of anchors was altered."),
    Trace.ANCHOR_LATE: _("The visits have not been anchored for two days, or never yet."),
}
LOOK_INTO_IT = _("Keep a copy of the database and of the anchors, and find out who had access.")
ANCHOR_NOW = _("Run: vado anchor")


def check_anchors(now: dt.datetime) -> Findings:
    """One warning for each kind of change: a person's own record stays open to them whatever was done to it."""
    for trace in dict.fromkeys(change.trace for change in verify_visits(now)):
        yield warning("visits", WORDS[trace], ANCHOR_NOW if trace is Trace.ANCHOR_LATE else LOOK_INTO_IT)
    try:
        check_ledger()
    except LedgerAltered as problem:
        lines = ", ".join(map(str, problem.lines))
        altered = _("The ledger of erasures was altered at line %(lines)s.") % {"lines": lines}
        yield warning("erasures", altered, LOOK_INTO_IT)
