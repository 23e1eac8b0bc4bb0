"""Passphrases asked at the terminal; what is typed is not shown."""

import typer

from vado.cli.translated import marked as _
from vado.cli.translated import told


def passphrase() -> str:
    """The one that a key file has."""
    return _asked(told(_("Passphrase")))


def new_passphrase() -> str:
    """A new one, typed twice alike."""
    while True:
        first = _asked(told(_("New passphrase")))
        if first == _asked(told(_("The same once more"))):
            return first
        typer.echo(told(_("The two are not the same.")), err=True)


def _asked(question: str) -> str:
    return str(typer.prompt(question, hide_input=True))
