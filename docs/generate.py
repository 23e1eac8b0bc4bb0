"""Writes the generated pages of docs/ anew: `make docs`. A test compares them with the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from vado.cli.commands import app

FOLDER = Path(__file__).parent


def commands_page() -> str:
    """docs/commands.md: every command with its options, by its own help."""
    lines = ["# Commands", "", "Written by `make docs` from the program's own help.", ""]
    return "\n".join([*lines, *_sections(get_command(app), "vado")]) + "\n"


def _sections(command: Any, name: str) -> Iterator[str]:
    """A section for a command, or one for each command of a group."""
    if hasattr(command, "commands"):
        for child_name, child in command.commands.items():
            yield from _sections(child, f"{name} {child_name}")
        return
    yield from (f"## {name}", "", str(command.help), "")
    options = [_option(parameter) for parameter in command.params if _is_shown(parameter)]
    if options:
        yield from ("| option | meaning | without it |", "|---|---|---|", *options, "")


def _is_shown(parameter: Any) -> bool:
    return parameter.name != "help" and not getattr(parameter, "hidden", False)


def _option(parameter: Any) -> str:
    is_argument = parameter.param_type_name == "argument"
    names = parameter.name.upper() if is_argument else ", ".join((*parameter.opts, *parameter.secondary_opts))
    default = "" if parameter.default in (None, False, ...) else parameter.default
    return f"| `{names}` | {getattr(parameter, 'help', '') or ''} | {'needed' if parameter.required else default} |"


def safety_page() -> str:
    """docs/safety-rules.md: every safety rule with its text in both languages."""
    from vado.cli.ground import prepare

    prepare()
    from vado.safety.table import table

    return table() + "\n"


if __name__ == "__main__":
    (FOLDER / "commands.md").write_text(commands_page())
    (FOLDER / "safety-rules.md").write_text(safety_page())
