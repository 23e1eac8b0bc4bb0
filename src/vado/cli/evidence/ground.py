"""What an evidence command stands on: the terminal's language, and refusals of the library in plain words."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vado.cli.ground import prepare, refuse


@contextmanager
def plainly() -> Iterator[None]:
    """Translations are loaded; what the library refuses ends the command with 1 and its own words."""
    prepare()
    from django.utils.translation import gettext as _

    from vado.cli.evidence.words import in_words
    from vado.evidence.errors import EvidenceError

    try:
        yield
    except EvidenceError as problem:
        refuse(in_words(problem))
    except BrokenPipeError:  # who reads, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except OSError as problem:
        refuse(_("%(file)s cannot be read or written here.") % {"file": problem.filename})


@contextmanager
def waiting() -> Iterator[None]:
    """A moving line on a terminal while something is computed; a script that reads the output never meets it."""
    from django.utils.translation import gettext as _
    from rich.console import Console

    with Console(stderr=True).status(_("Computing")):
        yield


def one_source(folder: Path | None, *, demonstration: bool) -> None:
    """A folder or the demonstration: one of them, and not both."""
    from django.utils.translation import gettext as _

    if (folder is None) is not demonstration:
        refuse(_("Name a folder, or --demonstration; one of the two."))
