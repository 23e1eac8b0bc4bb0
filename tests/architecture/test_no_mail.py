"""Vado sends no mail to anybody: it has nothing to send one with."""

import ast

from tests.architecture.sources import Source, program
from vado.people.adapters import AccountAdapter, SecondFactorAdapter
from vado.people.models import Account
from vado.web import settings

MAILERS = ("django.core.mail", "smtplib", "email")


def _mailers_in(source: Source) -> list[str]:
    named = [node.module or "" for node in ast.walk(source.tree) if isinstance(node, ast.ImportFrom)]
    named += [alias.name for node in ast.walk(source.tree) if isinstance(node, ast.Import) for alias in node.names]
    return [f"{source.place}: {name}" for name in named if name.startswith(MAILERS)]


def test_no_room_writes_a_mail() -> None:
    assert [found for source in program() for found in _mailers_in(source)] == []


def test_what_a_library_writes_goes_nowhere() -> None:
    assert settings.EMAIL_BACKEND.endswith("dummy.EmailBackend")
    assert settings.ACCOUNT_EMAIL_VERIFICATION == "none"
    assert "send_mail" in vars(AccountAdapter)
    assert "send_notification_mail" in vars(SecondFactorAdapter)


def test_an_account_has_nowhere_to_write_to() -> None:
    assert [field.name for field in Account._meta.concrete_fields if "mail" in field.name] == []
