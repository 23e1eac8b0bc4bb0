"""The help and the complaints of commands in the terminal's language: texts are marked in the code, told when shown."""

import copy
import functools
import gettext
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from vado.cli.ground import terminal_language

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "django"
Runs = TypeVar("Runs", bound=Callable[..., Any])


def marked(text: str) -> str:
    """A text for the catalogue; it is looked up later. Imported as `_`, so that it is gathered."""
    return text


_ = marked
# What typer says of its own: in every help, and for the kinds of values that our options take.
IN_EVERY_HELP = (
    _("Usage: "), _("[OPTIONS]"), _("COMMAND [ARGS]..."), _("Arguments"), _("Options"), _("Commands"),
    _("Show this message and exit."), _("default: {default}"), _("required"),
    _("str"), _("path"), _("int"), _("int range"), _("float"), _("list[str]"), _("list[int]"),
)  # fmt: skip
# What typer complains of. The longer come first: the first that fits is told.
COMPLAINTS = (
    _("Missing argument %(name)s."), _("Missing option %(name)s."), _("Missing command."),
    _("%(complaint)s. Did you mean %(others)s?"), _("No such command %(name)s"),
    _("No such option: %(name)s (Possible options: %(others)s)"), _("No such option: %(name)s"),
    _("Option %(name)s requires an argument."), _("Option %(name)s does not take a value."),
    _("Got unexpected extra argument(s) (%(words)s)"), _("Invalid value for %(name)s: %(why)s"),
)  # fmt: skip
# What the library under typer says of a value, and how we say it.
OF_VALUES = {
    "Input %(so)s be less than or equal to %(limit)s": _("%(limit)s or less is expected"),
    "Input %(so)s be greater than or equal to %(limit)s": _("%(limit)s or more is expected"),
    "Input %(so)s be a valid integer, unable to parse string as an integer": _("a whole number is expected"),
    "Input %(so)s be a valid number, unable to parse string as a number": _("a number is expected"),
}


class App(typer.Typer):
    """Commands that speak the language of the terminal."""

    def __init__(self, **options: Any) -> None:
        super().__init__(cls=Group, no_args_is_help=True, **options)

    def command(self, name: str | None = None, **options: Any) -> Callable[[Runs], Runs]:
        """A command of this group."""
        return super().command(name, cls=Command, **options)


def speak(app: typer.Typer) -> int:
    """Run what was asked and give the exit code; help and complaints are in the language of the terminal."""
    # For some of its words typer asks the standard library, which finds them here, in the language named so.
    os.environ["LANGUAGE"] = terminal_language()
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    try:
        return int(app(prog_name="vado", standalone_mode=False) or 0)
    except TyperException as problem:
        typer.echo(_complaint(problem), err=True)
        return problem.exit_code
    except typer.Abort:
        typer.echo(told(_("Stopped before the end.")), err=True)
        return 1


def told(text: str) -> str:
    """A text in the language of the terminal; as it stands where the catalogue has none."""
    return _catalogue(terminal_language()).gettext(text) if text else text


@functools.cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True)


def _complaint(problem: TyperException) -> str:
    message, context = problem.format_message(), getattr(problem, "ctx", None)
    usage = f"{context.get_usage()}\n" if context else ""
    if usage and message.startswith(usage):  # nothing was asked for: the answer is the whole help
        return message
    help_of = told(_("Help: %(command)s --help")) % {"command": context.command_path} + "\n\n" if context else ""
    return usage + help_of + _complained(message)


def _complained(message: str) -> str:
    """A complaint of typer in our words; one that we do not know stays in its own."""
    for pattern, text in (*zip(COMPLAINTS, COMPLAINTS, strict=True), *OF_VALUES.items()):
        found = _as_expression(pattern).fullmatch(message)
        if found:
            return told(text) % {name: _complained(value) for name, value in found.groupdict().items()}
    return message


@functools.cache
def _as_expression(pattern: str) -> re.Pattern[str]:
    """The pattern of a text with places such as `%(name)s`."""
    return re.compile(re.sub(r"%\\\((\w+)\\\)s", r"(?P<\1>.+)", re.escape(pattern)), re.DOTALL)


def _in_language(command: Any, ctx: Any) -> Any:
    """A copy of a command whose help, and that of its options, is in the language of the terminal."""
    shown = copy.copy(command)
    shown.help, shown.short_help = told(command.help or ""), told(command.short_help or "")
    shown.params = [_parameter(parameter, ctx) for parameter in command.params]
    return shown


def _parameter(parameter: Any, ctx: Any) -> Any:
    shown, kind = copy.copy(parameter), re.sub(r"(?<=<)[^>]+", _told_match, parameter.display_type(ctx))
    shown.help = told(getattr(parameter, "help", None) or "")
    shown.display_type = lambda ctx: kind
    return shown


def _told_match(found: re.Match[str]) -> str:
    return told(found[0])


class Spoken(TyperCommand):
    """What a command and a group have in common: the line of usage and the option of help are told."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        pieces = (told(piece) for piece in self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=told("Usage: "))

    def get_help_option(self, ctx: Any) -> Any:
        """The option of help; typer makes it apart from the others."""
        made = super().get_help_option(ctx)
        if made:
            made.help = told(made.help or "")
        return made


class Command(Spoken):
    """A command whose help speaks the language of the terminal."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        TyperCommand.format_help(_in_language(self, ctx), ctx, formatter)


class Group(TyperGroup, Spoken):
    """A group whose help, and the line of each of its commands, speaks the language of the terminal."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        shown = _in_language(self, ctx)
        shown.commands = {name: _in_language(command, ctx) for name, command in self.commands.items()}
        TyperGroup.format_help(shown, ctx, formatter)
