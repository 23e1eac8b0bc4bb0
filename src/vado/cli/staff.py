"""`vado staff-add`: an account for somebody who works in a practice."""

import secrets

from django.utils.translation import gettext as _

from vado.cli.ground import refuse, say
from vado.people.access import Role
from vado.people.actions import add_staff, found_practice
from vado.people.models import Practice
from vado.people.staff_names import practice_name

SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "ka", "le")
PASSPHRASE_SYLLABLES = 20  # 80 random bits


def add(name: str, role: str, practice: str) -> None:
    """Make the account and print once what its owner needs."""
    roles = [each.value for each in Role]
    if role not in roles:
        refuse(_("The roles are: %(roles)s.") % {"roles": ", ".join(roles)})
    passphrase = new_passphrase()
    new = add_staff(
        practice=_practice_named(practice),
        role=Role(role),
        name=name,
        chosen=name.partition(" ")[0],
        passphrase=passphrase,
    )
    say(_("Login: %(login)s") % {"login": new.login})
    say(_("Passphrase, to be changed at the first sign-in: %(passphrase)s") % {"passphrase": passphrase})
    say(_("Recovery code, to be printed and kept: %(code)s") % {"code": new.recovery_code})
    say(_("A second factor is set up at the first sign-in."))


def new_passphrase() -> str:
    """Speakable and random.

    >>> len(new_passphrase().replace("-", ""))
    40
    """
    drawn = [secrets.choice(SYLLABLES) for _syllable in range(PASSPHRASE_SYLLABLES)]
    return "-".join("".join(drawn[start : start + 4]) for start in range(0, PASSPHRASE_SYLLABLES, 4))


def _practice_named(name: str) -> Practice:
    """The practice of that name, founded if there is none. Names are sealed, so they are opened to be compared."""
    known = next((each for each in Practice.objects.all() if practice_name(each) == name), None)
    return known or found_practice(name=name)
