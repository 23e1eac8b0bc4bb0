"""`vado doctor`: looks at everything, says what is not right and how to mend it, and refuses to serve on the worst."""

import datetime as dt
from itertools import chain

from django.db import OperationalError
from django.utils.translation import gettext as _

from vado.cli.anchor_checks import check_anchors
from vado.cli.database_checks import check_database, check_database_settings
from vado.cli.fact_checks import check_facts
from vado.cli.findings import Finding, Findings, Weight, refusal
from vado.cli.ground import say
from vado.cli.ground_checks import (
    check_certificate,
    check_connection,
    check_home,
    check_key_file,
    check_time,
)
from vado.cli.situation import Situation
from vado.record.errors import KeyFileProblem
from vado.web.unlocking import is_open


def examine(situation: Situation, now: dt.datetime) -> list[Finding]:
    """Everything that is not as it is to be, the worst first."""
    found = chain(
        check_connection(situation),
        check_certificate(situation, now),
        check_key_file(situation),
        check_home(situation),
        check_time(now),
        check_database_settings(situation),
        _check_open_database(now),
        check_facts(now.date()),
    )
    return sorted(found, key=lambda finding: -finding.weight)


def _check_open_database(now: dt.datetime) -> Findings:
    try:
        found = list(check_database())
        yield from found
        if may_serve(found) and is_open():
            yield from check_anchors(now)
    except KeyFileProblem:  # the key file's own check tells more
        return
    except OperationalError as problem:
        yield refusal("database", str(problem), _("Check that the database runs and that VADO_HOME can be written."))


def may_serve(findings: list[Finding]) -> bool:
    """Whether nothing found forbids to serve.

    >>> may_serve([])
    True
    """
    return all(finding.weight < Weight.REFUSE for finding in findings)


def report(findings: list[Finding]) -> None:
    """What was found, a line for what it is and a line for how to mend it."""
    words = {Weight.REFUSE: _("unsafe"), Weight.WARN: _("look at"), Weight.NOTE: _("note")}
    for finding in findings:
        say(f"{words[finding.weight]:<8} {finding.name}: {finding.what}")
        say(f"{'':<8} → {finding.mend}")
    if not findings:
        say(_("Everything is in order."))
