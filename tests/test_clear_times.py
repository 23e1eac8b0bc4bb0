"""What a stolen database tells of time: the columns that hold one, each told of in SECURITY.md, and no other."""

from itertools import chain

from django.apps import apps
from django.db import models

from tests.architecture.sources import ROOT

TIMES = (models.DateField, models.TimeField, models.DurationField)  # a moment is a DateField too
UNUSED = {"account_emailconfirmation", "account_emailaddress"}  # tables of a library; Vado sends no mail
TOLD_OF = {
    ("people_login_session", "expires_at"),
    ("people_shared_note", "expires_at"),
    ("mfa_authenticator", "created_at"),
    ("mfa_authenticator", "last_used_at"),
}
SAID = {
    "SECURITY.md": ("until when a sign-in lasts", "when a second factor was made and last used"),
    "SECURITY.es.md": ("hasta cuándo dura una entrada", "cuándo se creó y se usó por última vez un segundo factor"),
}


def test_no_other_column_holds_a_time() -> None:
    columns = chain.from_iterable(
        ((model._meta.db_table, field) for field in model._meta.concrete_fields) for model in apps.get_models()
    )
    clear = {(table, field.name) for table, field in columns if isinstance(field, TIMES) and table not in UNUSED}
    assert clear == TOLD_OF


def test_both_pages_on_security_say_so() -> None:
    for page, told in SAID.items():
        text = " ".join((ROOT / page).read_text().split())
        assert all(words in text for words in told), page
