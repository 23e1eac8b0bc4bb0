"""The help of commands in the terminal's language: texts are marked in the code, looked up when shown."""

import copy
import functools
import gettext
from pathlib import Path
from typing import Any, TypeVar

from typer.core import TyperCommand, TyperGroup

from vado.cli.ground import terminal_language

LOCALE = Path(__file__).parent / "locale"
Told = TypeVar("Told", TyperCommand, TyperGroup)


def marked(text: str) -> str:
    """A text for the catalogue; it is looked up later. Imported as `_`, so that it is gathered."""
    return text


_ = marked
OF_THE_LIBRARY = (_("Show this message and exit."),)  # texts of typer that stand in every help


@functools.cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("django", LOCALE, [language], fallback=True)


def told(text: str | None) -> str | None:
    """A text in the language of the terminal; as it stands where the catalogue has none."""
    return _catalogue(terminal_language()).gettext(text) if text else text


def in_language(command: Told) -> Told:
    """A copy of a command whose help, and that of its options, is in the language of the terminal."""
    shown = copy.copy(command)
    shown.help, shown.short_help = told(command.help), told(command.short_help)
    shown.params = [_parameter(parameter) for parameter in command.params]
    return shown


def _parameter(parameter: Any) -> Any:
    shown = copy.copy(parameter)
    if getattr(shown, "help", None):
        shown.help = told(shown.help)
    return shown


class Command(TyperCommand):
    """A command whose help speaks the language of the terminal."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        TyperCommand.format_help(in_language(self), ctx, formatter)


class Group(TyperGroup):
    """A group whose help, and the line of each of its commands, speaks the language of the terminal."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        shown = in_language(self)
        shown.commands = {name: in_language(command) for name, command in self.commands.items()}  # type: ignore[type-var]
        TyperGroup.format_help(shown, ctx, formatter)
