"""The doctor's look at facts about the world that somebody has to verify by a date."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vado.cli.findings import Findings, warning
from vado.cli.ground import terminal_language


def check_facts(today: dt.date) -> Findings:
    """One warning for each fact whose date has come."""
    from vado.catalogue import due, source_in
    from vado.cli.facts_due import named

    for fact in due(today, within_days=0):
        if not fact.is_expired:
            continue
        yield warning(
            "fact",
            _("To be verified: %(fact)s") % {"fact": named(fact)},
            _("Update Vado, or check the source: %(source)s") % {"source": source_in(terminal_language(), fact.source)},
        )
