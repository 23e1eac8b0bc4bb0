"""When an old copy of the database was put back: who and what had been erased goes anew, before anybody is answered."""

from vado.people.actions import remove_account
from vado.people.models import Account
from vado.record.erasure import is_there, replay_erasures


def erase_what_came_back() -> int:
    """How much of it had come back. Raises `LedgerAltered` after all of its sound lines were followed."""
    try:
        return replay_erasures()
    finally:
        for account in Account.objects.filter(own_record_id__isnull=False).exclude(own_record_id__in=is_there()):
            remove_account(account=account)
