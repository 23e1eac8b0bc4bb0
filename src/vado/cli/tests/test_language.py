"""The command line speaks English and Spanish: help, complaints of a wrong call, tables."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from vado.cli.catalogues import compile_all
from vado.cli.commands import app
from vado.cli.tests.running import run
from vado.cli.translated import COMPLAINTS, IN_EVERY_HELP, OF_VALUES, speak, told

SPANISH = {"LANG": "es_CL.UTF-8"}
# Words of typer's own English; none of them is a word of Spanish, or the name of an option.
ENGLISH = ("Usage", "OPTIONS", "COMMAND", "ARGS", "Options:", "Commands", "Arguments", "default:", "required", "Show ")


@pytest.fixture
def _in_spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all()
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("LANG", SPANISH["LANG"])


def _all_commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield words, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _all_commands(child, (*words, name))


COMMANDS = dict(_all_commands(get_command(app)))


@pytest.mark.usefixtures("_in_spanish")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_help_of_every_command_is_spanish_to_the_last_word(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["vado", *words, "--help"])
    assert speak(app) == 0
    shown = " ".join(capsys.readouterr().out.split())
    texts = [COMMANDS[words].help, *(getattr(one, "help", None) for one in COMMANDS[words].params if not one.hidden)]
    for text in filter(None, texts):
        assert told(text) != text, f"without Spanish: {text}"
        assert " ".join(told(text).split()) in shown
    assert [word for word in ENGLISH if word in shown] == []
    assert shown.startswith("Uso: ")


@pytest.mark.usefixtures("_in_spanish")
def test_what_typer_says_of_its_own_is_translated() -> None:
    assert [text for text in (*IN_EVERY_HELP, *COMPLAINTS, *OF_VALUES.values()) if told(text) == text] == []


WRONG_CALLS = {
    "strt": "No existe el comando 'strt'. ¿Querías decir 'start'?",
    "strange-word": "No existe el comando 'strange-word'.",
    "export": "Falta el argumento 'target'.",
    "export a b": "Sobran argumentos (b)",
    "staff-add Nora": "Falta la opción '--role'.",
    "staff-add Nora --role": "La opción '--role' necesita un valor.",
    "staff-add Nora --rolle": "No existe la opción --rolle (opciones parecidas: --role)",
    "start --passphrase=3": "La opción '--passphrase' no lleva valor.",
    "start --port 99999": "El valor de '--port' no sirve: se espera 65535 o menos",
    "start --port 0": "El valor de '--port' no sirve: se espera 1 o más",
    "start --port x": "El valor de '--port' no sirve: se espera un número entero",
    "evidence series --level x": "El valor de '--level' no sirve: se espera un número",
}


@pytest.mark.usefixtures("_in_spanish")
@pytest.mark.parametrize("call", WRONG_CALLS)
def test_a_wrong_call_is_answered_in_spanish(
    call: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["vado", *call.split()])
    assert speak(app) == 2
    said = capsys.readouterr().err
    assert said.splitlines()[-1] == WRONG_CALLS[call]
    assert [word for word in ENGLISH if word in said] == []


def test_the_language_is_that_of_the_terminal_and_english_elsewhere(tmp_path: Path) -> None:
    compile_all()
    assert "Opciones:" in run("--help", home=tmp_path, **SPANISH).stdout
    assert "Opciones:" in run("--help", home=tmp_path, LANG="fr_FR.UTF-8", LANGUAGE="es:fr").stdout
    assert "Options:" in run("--help", home=tmp_path, LANG="fr_FR.UTF-8").stdout
    assert "vado start --help" in run("start", "--port", "x", home=tmp_path, LANG="en_US.UTF-8").stderr


def test_what_falls_due_is_a_table_in_both_languages(tmp_path: Path) -> None:
    compile_all()
    asked = ("facts", "--within-days", "36500")
    assert {"verify by", "falls due", "standard drink US"} <= _found(run(*asked, home=tmp_path).stdout)
    spanish = _found(run(*asked, home=tmp_path, **SPANISH).stdout)
    assert {"verificar antes de", "toca verificarlo", "bebida estándar US"} <= spanish
    assert not any(cell.startswith(("standard", "words", "emergency", "falls", "expired")) for cell in spanish)


def _found(table: str) -> set[str]:
    return {cell.strip() for line in table.splitlines() for cell in line.replace("┃", "│").split("│")}
