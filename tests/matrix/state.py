"""What stands in the tables, so that two moments can be compared: what was changed, and what was left alone."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.db.models import Model

# Coming and going is written for everybody, refusals too: visits with the row that chains them, sign-ins, tries.
COMINGS = {"record_record", "record_visit", "record_house_key", "people_login_session", "people_shared_note"}
State = Mapping[str, frozenset[tuple[Any, ...]]]


def state() -> State:
    """Every row of every table that holds what somebody made."""
    kept = (model for model in apps.get_models() if model._meta.db_table not in COMINGS)
    return {model._meta.db_table: _rows(model) for model in kept}


def changed(before: State) -> set[str]:
    """The tables that are no longer as they were."""
    now = state()
    return {table for table, rows in before.items() if rows != now[table]}


def _rows(model: type[Model]) -> frozenset[tuple[Any, ...]]:
    columns = [field.attname for field in model._meta.concrete_fields if hasattr(field, "attname")]
    rows = model._default_manager.values_list(*(name for name in columns if name != "pk"))
    return frozenset(tuple(map(_plain, row)) for row in rows)


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else str(value)
